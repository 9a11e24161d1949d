"""Where the lines of a title may end: between its words, never inside one (公共租赁住／房).

Browsers break Chinese after any character. Words are those of the given vocabulary (`catalogs/words.txt`), numbers
with what they count, and what lies between known words: a name, mostly, which stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from string import ascii_letters, digits

_NUMBER = re.compile(
    r"第?[0-9]+(?:[—–·.~-][0-9]+)*(?:年度|学年|季度|周年|年版|[年月日号次期批届级条个件元岁版])*"
    r"|第?[〇零一二三四五六七八九十百]+(?:年度|季度|五年|五(?=[”’])|[年月日号次期批届级条个])"
    r"|[A-Za-z0-9]+"
)
_BEGINS_NUMBER = frozenset("第〇零一二三四五六七八九十百" + digits + ascii_letters)
_LONGEST_WORD = 3
_PLACES = frozenset("省市县区旗镇乡村")
"""What ends the name of a place, also where a word begins with it: 青岚区 and 政府, not 青岚 and 区政府."""
_BEGINS = frozenset("《（【〔〈“‘([和与及或对向为由在从至按不未已可拟应将第全各本新副非")
"""Signs and characters that do not end a line."""
_ENDS = frozenset("》）】〕〉”’)]、，。：；！？—…·,.:;!?%的等")
"""Signs and characters that do not begin one."""


def phrases(title: str, words: Container[str]) -> Iterator[str]:
    """Yield the parts of `title` between which a line may end; joined, they are the title."""
    part, last = "", ""
    for token, known in _tokens(title, words):
        follows = token[0] in _ENDS or (len(token) == 1 and not known and token not in _BEGINS)
        if part and not follows and last not in _BEGINS:
            yield part
            part = ""
        part, last = part + token, token
    if part:
        yield part


def _tokens(title: str, words: Container[str]) -> Iterator[tuple[str, bool]]:
    """Yield numbers and words, which are known, and what lies between: signs one by one, characters in a row."""
    at = begin = 0
    while at < len(title):
        end = 0 if begin < at and title[at] in _PLACES else _end_of_known(title, at, words)
        alone = not end and (not "\u3400" <= title[at] <= "\u9fff" or title[at] in _BEGINS or title[at] == "的")
        if (end or alone) and begin < at:
            yield title[begin:at], False
        if end or alone:
            begin = end or at + 1
            yield title[at:begin], bool(end)
        at = max(begin, at + 1)
    if begin < at:
        yield title[begin:at], False


def _end_of_known(title: str, at: int, words: Container[str]) -> int:
    """Return where the number or word ends that begins at `at`; 0 where none does."""
    number = _NUMBER.match(title, at) if title[at] in _BEGINS_NUMBER else None
    if number:
        return number.end()
    for end in range(min(at + _LONGEST_WORD, len(title)), at + 1, -1):
        if title[at:end] in words:
            return end
    return 0
