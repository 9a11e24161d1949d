"""效力用词: what a place calls the states of its documents, and what it puts before a title or a text (R54)."""

from __future__ import annotations

from functools import lru_cache

from sitegen.disclosure.states import NAMES, Names, State
from sitegen.model.local_rules import LocalRule
from sitegen.model.profile import StateWords

LABEL = "效力状态"


def name_under(words: StateWords, state: State) -> str:
    """Return the place's word for a state; 暂停执行 has one word only."""
    rule = _rule(words, state)
    return _adopted(rule) or NAMES[state]


@lru_cache(maxsize=1)
def names_under(words: StateWords) -> Names:
    """Return the place's words for all states; pages ask for them again and again."""
    return {state: name_under(words, state) for state in NAMES}


def label_under(words: StateWords) -> str:
    """Return what the place calls the field that shows the state."""
    return _adopted(words.label) or LABEL


def prefix_under(words: StateWords, state: State) -> str:
    """Return what the place puts before the title of a document in that state: 【已失效】; empty for nothing."""
    match state:
        case State.REPEALED:
            return _adopted(words.repealed_prefix)
        case State.LAPSED:
            return _adopted(words.lapsed_prefix)
        case _:
            return ""


def note_under(words: StateWords, state: State) -> str:
    """Return what the place puts above the text of a document in that state: （该文件已废止）; empty for nothing."""
    return _adopted(words.repealed_note) if state is State.REPEALED else ""


def _rule(words: StateWords, state: State) -> LocalRule[str] | None:
    match state:
        case State.NOT_YET_IN_FORCE:
            return words.not_yet_in_force
        case State.IN_FORCE:
            return words.in_force
        case State.AMENDED:
            return words.amended
        case State.PARTLY_REPEALED:
            return words.partly_repealed
        case State.REPEALED:
            return words.repealed
        case State.LAPSED:
            return words.lapsed
        case State.SUSPENDED:
            return None


def _adopted(rule: LocalRule[str] | None) -> str:
    return rule.value if rule is not None and rule.holds_for(None) else ""
