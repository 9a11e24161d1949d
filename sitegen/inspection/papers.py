"""Numbers that only the words before them make personal: passports, social security, and the address of a home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.diagnostics import Kind, Leeway, Severity
from sitegen.inspection.contexts import any_of, head_of_cell, may_mention, mentions
from sitegen.inspection.hits import Hit, masked
from sitegen.model.privacy import Paper, Privacy

PAPER_NUMBER = Kind(
    id="SG705",
    name="护照、社保等个人号码",
    message="{where}有{shown}。",
    why="证件和社会保险的号码是个人隐私，不得公开（条例第十五条，R30）。",
    help="整个删掉；确实要区分同名的人，中间几位写星号。",
    leeway=Leeway.WAIVER,
    in_draft=Severity.ERROR,
)
HOME_ADDRESS = Kind(
    id="SG706",
    name="家庭住址",
    message="{where}像是个人的家庭住址（{shown}）。",
    why="写到门牌的住址是个人隐私（条例第十五条，R30）。",
    help="个人的住址写到乡镇、街道或者村、社区为止；是单位地址的，前面写“地址”“办公地址”。",
    severity=Severity.WARNING,
    leeway=Leeway.WAIVER,
)
KINDS = (PAPER_NUMBER, HOME_ADDRESS)

_BETWEEN = r"[号码证件编卡为是一二\s:：|｜（()）*\"“”]{0,10}"
_SIGN = {"A": "[A-Za-z]", "9": "[0-9]"}
_DOOR = r"[0-9０-９一二三四五六七八九十百]{1,5}\s*[-—－\d]{0,6}\s*(?:号|室|单元|栋|幢)"
_STOP = r"[^，,。；;\n|｜\t]"
_LIVES = re.compile(
    rf"[，,]\s*(?:现住|家住|户籍地?|住所地?|住)[:：]?(?!所|院|房|宅)(?P<place>{_STOP}{{4,40}}?{_DOOR})"
)
"""张三，男，汉族，住……村12号: how announcements describe a person."""
_PERSON = re.compile(r"[，,]\s*(?:男|女)\s*[，,]|(?:出生|族)\s*[，,]")
_BEHIND = 24


def paper_numbers(text: str, privacy: Privacy) -> Iterator[Hit]:
    """Yield numbers of passports, social security and the like, behind the words that name them (SG705)."""
    if not may_mention(text, tuple(word for paper in privacy.papers for word in paper.words)):
        return
    for paper in privacy.papers:
        if may_mention(text, paper.words):
            yield from (_number(paper, found) for found in _pattern(paper).finditer(text))
            yield from (_number(paper, found) for found in _in_columns(text, paper))


def _in_columns(text: str, paper: Paper) -> Iterator[re.Match[str]]:
    """Yield the numbers in table columns whose head names them."""
    if "\t" in text or "|" in text:
        for found in _alone(paper).finditer(text):
            if mentions(paper.words, head_of_cell(text, found.start())[:1]):
                yield found


def _number(paper: Paper, found: re.Match[str]) -> Hit:
    number = found["number"]
    shown = f"{paper.title} {masked(number)}"
    return Hit(kind=PAPER_NUMBER, start=found.start("number"), end=found.end(), shown=shown, key=number)


def home_addresses(text: str, privacy: Privacy) -> Iterator[Hit]:
    """Yield addresses with a door number that belong to a person (SG706)."""
    words = privacy.addresses.words
    if may_mention(text, words):
        yield from map(_address, _labelled(words).finditer(text))
    if "住" in text or "户籍" in text:
        for found in _LIVES.finditer(text):
            if _PERSON.search(text, max(0, found.start() - _BEHIND * 2), found.start() + 1):
                yield _address(found)


def _address(found: re.Match[str]) -> Hit:
    place = found["place"].strip()
    shown = f"{place[:6]}……{place[-1:]}"
    return Hit(kind=HOME_ADDRESS, start=found.start("place"), end=found.end("place"), shown=shown, key=place)


@lru_cache(maxsize=4)
def _labelled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words).pattern})[\s:：|｜为在*]{{1,6}}(?P<place>{_STOP}{{4,40}}?{_DOOR})")


@lru_cache(maxsize=32)
def _pattern(paper: Paper) -> re.Pattern[str]:
    words = any_of(paper.words).pattern
    return re.compile(rf"(?:{words}){_BETWEEN}{_shapes(paper)}(?![0-9A-Za-z])")


@lru_cache(maxsize=32)
def _alone(paper: Paper) -> re.Pattern[str]:
    return re.compile(rf"(?<=[|\t])\s*{_shapes(paper)}(?=\s*[|\t\n])")


def _shapes(paper: Paper) -> str:
    numbers = sorted(paper.patterns, key=len, reverse=True)
    shapes = "|".join("".join(_SIGN.get(sign, re.escape(sign)) for sign in number) for number in numbers)
    return f"(?P<number>{shapes})"
