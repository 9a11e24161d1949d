"""效力状态: the words for the states of a document and their codes elsewhere (R54, R55).

Six states are the glossary's. A seventh, 暂停执行, is a state and not a flag: a list that showed 现行有效
for a document that nobody may apply at present would mislead. It covers the whole document only; the
suspension of an article changes no state.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class State(StrEnum):
    """The state of a document on one day."""

    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    PARTLY_REPEALED = "partly_repealed"
    SUSPENDED = "suspended"
    REPEALED = "repealed"
    LAPSED = "lapsed"

    @property
    def applies(self) -> bool:
        """Whether the document is in force and applied: 现行有效, 已修改 and 部分失效."""
        return self in APPLYING

    @property
    def ended(self) -> bool:
        """Whether the document has ended for good: 已废止 and 已失效."""
        return self in ENDED


APPLYING = frozenset({State.IN_FORCE, State.AMENDED, State.PARTLY_REPEALED})
ENDED = frozenset({State.REPEALED, State.LAPSED})


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How a state is called.

    `word` is the badge, `turn` tells that the state begins ("开始施行"). `national_word` is the word of the
    national database of laws (国家法律法规数据库: 有效, 已修改, 已废止, 尚未生效; it has no word for a lapse
    and none for a suspension). `legal_force` is schema.org's LegalForceStatus.
    """

    word: str
    turn: str
    meaning: str
    national_word: str
    legal_force: str


WORDINGS: dict[State, Wording] = {
    State.NOT_YET_IN_FORCE: Wording(
        word="尚未施行",
        turn="公布",
        meaning="已经公布，施行日期还没有到",
        national_word="尚未生效",
        legal_force="NotInForce",
    ),
    State.IN_FORCE: Wording(
        word="现行有效",
        turn="开始施行",
        meaning="施行日期已到，有效期未满，没有被修改、废止",
        national_word="有效",
        legal_force="InForce",
    ),
    State.AMENDED: Wording(
        word="已修改",
        turn="修改",
        meaning="现行有效，部分内容以修改后的为准",
        national_word="已修改",
        legal_force="InForce",
    ),
    State.PARTLY_REPEALED: Wording(
        word="部分失效",
        turn="部分条款废止",
        meaning="部分条款已经废止，其余条款现行有效",
        national_word="已修改",
        legal_force="PartiallyInForce",
    ),
    State.SUSPENDED: Wording(
        word="暂停执行",
        turn="暂停执行",
        meaning="没有废止，但是现在不执行",
        national_word="有效",
        legal_force="NotInForce",
    ),
    State.REPEALED: Wording(
        word="已废止",
        turn="废止",
        meaning="被后来的文件废止",
        national_word="已废止",
        legal_force="NotInForce",
    ),
    State.LAPSED: Wording(
        word="已失效",
        turn="失效",
        meaning="有效期届满，或者在清理中宣布失效",
        national_word="已废止",
        legal_force="NotInForce",
    ),
}

Names = Mapping[State, str]
"""What states are called: the word of a badge, in the order of the states."""

NAMES: Names = {state: wording.word for state, wording in WORDINGS.items()}
"""What states are called where a place has no words of its own."""

STATE_OF_WORD: dict[str, State] = {wording.word: state for state, wording in WORDINGS.items()}
"""What an asserted 效力状态 means."""
