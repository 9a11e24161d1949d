"""Ticks and boxes: which of several names in one cell are chosen, and whether a cell of ticks is ticked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from sitegen.importing.texts import key_of, one_line
from sitegen.importing.words import Words

OTHER = "其他"
_SEPARATORS = "、，,；;\n"
_FILLER = " _＿\n　:：.。…、，,；;"
_WITHIN = "/／、，,()（）"
"""Punctuation within names of channels."""
_PARTED = r"[、，,；;]|\s{2,}"
_CHINESE_TAIL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\s]*\Z")
_JOINING = "及和与或 "
_OF_A_PLACE = re.compile(r"[\u4e00-\u9fff]{0,9}[省市县区旗州镇乡]")
_NOTE = re.compile(r"\s*(?:备?注|说明)\s*[:：].*", re.DOTALL)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]\Z")
_PLEASE = re.compile(r"[（(][^（）()]*(?:注明|写明|填写|说明)[）)]")
_BETWEEN = "、，,；;：:。 \n\u3000"
_MOST = 60
_NEARLY_ALL = 8
"""Names of the list that stand in one cell without marks only where the marks were lost."""


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A name in a cell. `mark` is True for ticked, False for not, None for a name without a mark; `known` is its
    title in the list, `detail` what follows it.
    """

    name: str
    known: str = ""
    mark: bool | None = None
    detail: str = ""


class _Place(NamedTuple):
    start: int
    end: int
    title: str


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What is chosen in a cell: tokens that are ticked; problems say in Chinese what is unclear."""

    tokens: tuple[Token, ...] = ()
    problems: tuple[str, ...] = ()


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """The names that a cell may hold, each with its title, and the marks. `open_ended`: there may be other names."""

    pattern: re.Pattern[str]
    titles: dict[str, str]
    ticked: frozenset[str]
    unticked: frozenset[str]
    open_ended: bool = False


def vocabulary(names: Iterable[tuple[str, str]], words: Words, *, open_ended: bool = False) -> Vocabulary:
    """Return the vocabulary of names with their titles; spaces and line breaks within a name do not matter."""
    titles = {key_of(name): title for name, title in names}
    written = sorted({name for name, _ in names}, key=len, reverse=True)
    alternatives = "|".join(r"\s*".join(map(_loosened, name.replace(" ", ""))) for name in written)
    return Vocabulary(
        pattern=re.compile(alternatives),
        titles=titles,
        ticked=words.ticked,
        unticked=words.unticked,
        open_ended=open_ended,
    )


def _loosened(sign: str) -> str:
    """Return the pattern of a sign of a name: punctuation may be another one, or left out."""
    return re.escape(sign) if sign.isalnum() else f"[{re.escape(_WITHIN)}]?"


def is_tick(text: str, words: Words) -> bool | None:
    """Tell whether a cell of a column of ticks is ticked; None where it says something else."""
    plain = one_line(text)
    if plain in words.ticked or plain in words.tick_words:
        return True
    if not plain or plain in words.unticked or plain in words.no_tick_words or plain in words.blanks:
        return False
    return None


def chosen(text: str, names: Vocabulary) -> Chosen:
    """Return what a cell chooses of several names: by marks before them, by marks behind them, or by naming them."""
    tokens = _tokens(text, names)
    if not tokens:
        return Chosen(problems=("看不出选的是什么，没有读入",) if text.strip() else ())
    if len(tokens) > _MOST:
        return Chosen(problems=("写了太多项，没有读入",))
    marked = [token for token in tokens if token.mark is not None]
    if not marked:
        return _named(tokens)
    problems = tuple(
        f"“{token.name}”前面没有勾选符号，没有读入" for token in tokens if token.mark is None and token.known
    )
    lost = tuple(f"“{token.name}”没有读懂" for token in tokens if token.mark is None and not token.known)
    if all(token.mark for token in marked) and len(marked) >= len(set(names.titles.values())) > 2:
        problems += ("全部都勾选了，请核对是不是勾选符号在转换时变了",)
    if not any(token.mark for token in marked):
        problems += ("一个也没有勾选",)
    return Chosen(tokens=tuple(token for token in marked if token.mark), problems=problems + lost)


def _named(tokens: Sequence[Token]) -> Chosen:
    if len({token.known for token in tokens if token.known}) >= _NEARLY_ALL:
        return Chosen(problems=("勾选符号丢了，看不出勾选了哪些",))
    return Chosen(tokens=tuple(tokens))


def _tokens(text: str, names: Vocabulary) -> list[Token]:
    """Return the names of a cell, with the marks before them; marks behind names are brought before them."""
    pieces = _parted(text, names)
    first = next((piece for piece in pieces if piece[0] or piece[1].strip(_FILLER)), None)
    trailing = first is not None and not first[0] and bool(pieces[-1][0]) and not pieces[-1][1].strip(_FILLER)
    if trailing:
        pieces = [(mark, body) for (_, body), (mark, _) in pairwise(pieces)]
    return [token for mark, body in pieces for token in _read(mark, body, names)]


def _parted(text: str, names: Vocabulary) -> list[tuple[str, str]]:
    """Part a cell at its marks: pairs of a mark (empty before the first) and what follows it.

    Letters that stand for marks (R, t, 口) count only directly before a name, and at an end; where they do so in a
    cell, they count before names that nobody knows too, if they stand behind a name, a space or punctuation.
    """
    pieces: list[tuple[str, str]] = []
    mark, start, place = "", 0, 0
    letters = frozenset(text[at] for at in range(len(text)) if text[at].isalnum() and _is_mark(text, at, names))
    behind_name = True
    while place < len(text):
        known = names.pattern.match(text, place)
        if known:
            place = known.end()
        elif _is_mark(text, place, names) or (
            text[place] in letters and (behind_name or text[place - 1] in _BETWEEN)
        ):
            pieces.append((mark, text[start:place]))
            mark, start, place = text[place], place + 1, place + 1
        else:
            place += 1
        behind_name = known is not None
    pieces.append((mark, text[start:]))
    return pieces if pieces[0][1].strip() or len(pieces) == 1 else pieces[1:]


def _is_mark(text: str, place: int, names: Vocabulary) -> bool:
    sign = text[place]
    if sign not in names.ticked and sign not in names.unticked:
        return False
    if not sign.isalnum():
        return True
    following = text[place + 1 :].lstrip()
    after_letter = place > 0 and text[place - 1].isascii() and text[place - 1].isalnum()
    return not after_letter and (names.pattern.match(following) is not None or (not following and place == 0))


def _read(mark: str, body: str, names: Vocabulary) -> list[Token]:
    """Return the names that follow one mark: the first is marked, others (without one) are not."""
    state = True if mark in names.ticked and mark else False if mark else None
    tokens: list[Token] = []
    place = 0
    while place < len(body):
        name = _next_name(body, place, names, marked=state is not None)
        between = _unknown(body[place : name.start], state)
        tokens += between
        state = None if between else state
        if name.end == len(body) == name.start:
            break
        after = _next_name(body, _behind_brackets(body, name.end), names, marked=False).start
        detail, rest = _detail(name.title, body[name.end : after])
        tokens.append(Token(name=one_line(body[name.start : name.end]), known=name.title, mark=state, detail=detail))
        tokens += [Token(name=each, mark=None) for each in rest]
        place, state = after, None
    return _kept(tokens, mark)


def _next_name(body: str, place: int, names: Vocabulary, *, marked: bool) -> _Place:
    """Return where the next name of the list stands, with words before it that belong to it: 县 of 县政府网站.

    Other words before it make it another name where there may be others (新闻发布会). Without any, the end of the text.
    """
    found = names.pattern.search(body, place)
    if found is None:
        return _Place(len(body), len(body), "")
    parts = re.split(_PARTED if marked else f"[{_SEPARATORS}]|\\s{{2,}}", body[place : found.start()])
    tail = _CHINESE_TAIL.search(parts[-1])
    before = tail[0].lstrip(_JOINING) if tail else ""
    title = names.titles[key_of(found[0])]
    if _OF_A_PLACE.fullmatch(one_line(before)):
        return _Place(found.start() - len(before), found.end(), title)
    if before and names.open_ended and title != OTHER:
        return _Place(found.start() - len(before), found.end(), "")
    return _Place(found.start(), found.end(), title)


def _behind_brackets(body: str, place: int) -> int:
    brackets = re.compile(r"\s*[（(][^（）()]*[）)]").match(body, place)
    return brackets.end() if brackets else place


def _kept(tokens: list[Token], mark: str) -> list[Token]:
    return tokens if mark else [msgspec.structs.replace(token, mark=None) for token in tokens]


def _detail(title: str, text: str) -> tuple[str, list[str]]:
    """Return what belongs to a name (words behind 其他, brackets) and what does not."""
    plain = one_line(text).strip(_FILLER)
    if not plain:
        return "", []
    if title == OTHER:
        said = _NOTE.sub("", _PLEASE.sub("", plain)).strip(_FILLER)
        return said[1:-1] if _BRACKETED.fullmatch(said) else said, []
    if _BRACKETED.match(plain):
        return plain, []
    return "", _names(re.split(f"[{_SEPARATORS}]", text))


def _unknown(text: str, state: bool | None) -> list[Token]:
    """Return names that are not in the list; one behind a mark is one name, however it is wrapped."""
    if state is not None:
        plain = one_line(text).strip(_FILLER)
        return [Token(name=plain, mark=state)] if plain else []
    parts = re.split(f"[{_SEPARATORS}]|\\s{{2,}}", text)
    return [Token(name=name) for name in _names(parts)]


def _names(parts: Iterable[str]) -> list[str]:
    """Return what is left of texts without spaces, fillers and empty ones."""
    return [name for part in parts if (name := one_line(part).strip(_FILLER))]
