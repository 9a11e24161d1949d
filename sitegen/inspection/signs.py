"""Signs as official texts use them: width, pairs, doubled ones, title marks within title marks, circles for zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind
from sitegen.formats.widths import official_widths
from sitegen.inspection.manuscript import Manuscript, lines_of
from sitegen.inspection.places import first_of_each
from sitegen.inspection.style_kinds import (
    CIRCLE_FOR_ZERO,
    DOUBLED_SIGNS,
    NESTED_TITLE_MARKS,
    UNPAIRED,
    WIDTHS,
)
from sitegen.model.standards import Standards
from sitegen.patterns import expression

NESTED = expression(r"《[^《》\n]{0,40}《[^《》\n]{1,60}》[^《》\n]{0,20}》")
INNER = expression(r"(?<=.)《([^《》]*)》")
DOUBLED = expression(r"(?:，[，。；：、]|。[，；：、]|；[，。；：、]|：[，。；：]|、[，。；：、]|(?<!。)。。(?!。))")
TWO_SIGNS = expression(r"[，。；：、]{2}")
CIRCLES = expression(r"[一二三四五六七八九][一二三四五六七八九〇○]*○[一二三四五六七八九〇○]*年?")
WIDE_OR_NARROW = expression(r"[０-９Ａ-Ｚａ-ｚ]|[\u4e00-\u9fff》）”][,;:?!]|\([\u4e00-\u9fff]")
PAIRS = (("《", "》"), ("（", "）"), ("【", "】"))
SAME_BRACKETS = str.maketrans("()", "（）")
BALANCED = expression(r"《[^《》（）【】]*》|（[^《》（）【】]*）|【[^《》（）【】]*】")
COUNTED = expression(r"(?:[0-9０-９]+|[a-zA-Z]|[一二三四五六七八九十]+|[①-⑳])）")
SHOWN = 6
"""Characters on each side of a difference that a message shows."""


def signs(manuscript: Manuscript, _: Standards) -> Iterator[Fault]:
    """Yield SG583–SG585, SG588 and SG590, each once a file with remarks on the next places."""
    yield from first_of_each(_all(manuscript))


def _all(manuscript: Manuscript) -> Iterator[Fault]:
    source = manuscript.source
    if WIDE_OR_NARROW.search(source):
        yield from _widths(manuscript)
    if "《" in source:
        yield from (
            _found(NESTED_TITLE_MARKS, hit, manuscript, INNER.sub(r"〈\1〉", hit[0])) for hit in NESTED.finditer(source)
        )
    if TWO_SIGNS.search(source):
        yield from (_found(DOUBLED_SIGNS, hit, manuscript, "") for hit in DOUBLED.finditer(source))
    if "○" in source:
        yield from (
            _found(CIRCLE_FOR_ZERO, hit, manuscript, hit[0].replace("○", "〇")) for hit in CIRCLES.finditer(source)
        )
    yield from _unpaired(manuscript)


def _found(kind: Kind, hit: re.Match[str], manuscript: Manuscript, meant: str) -> Fault:
    span = lines_of(manuscript.source, manuscript.first_line).span(*hit.span())
    return kind.found(span, text=hit[0], meant=meant)


def _widths(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield SG583 for each line that `sitegen fix` would mend, at the first difference."""
    better = official_widths(manuscript.source)
    if better == manuscript.source:
        return
    lines = lines_of(manuscript.source, manuscript.first_line)
    pairs = zip(manuscript.source.split("\n"), better.split("\n"), strict=True)
    for start, (line, meant) in zip(lines.starts, pairs, strict=True):
        if line != meant:
            at = next(place for place, (a, b) in enumerate(zip(line, meant, strict=True)) if a != b)
            window = slice(max(0, at - SHOWN), at + SHOWN)
            yield WIDTHS.found(lines.span(start + at, start + at + 1), text=line[window], meant=meant[window])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _unpaired(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield SG588 for the paragraphs in which one half of a pair is missing."""
    source = manuscript.source
    if all(source.count(opening) == source.count(closing) for opening, closing in PAIRS):
        return
    lines = lines_of(source, manuscript.first_line)
    start = 0
    for paragraph in source.split("\n\n"):
        wide = paragraph.translate(SAME_BRACKETS)
        rest = COUNTED.sub(_blank, BALANCED.sub(_blank, BALANCED.sub(_blank, wide)))
        for opening, closing in PAIRS:
            if rest.count(opening) != rest.count(closing):
                at = start + rest.find(opening if opening in rest else closing)
                yield UNPAIRED.found(lines.span(at, at + 1), sign=f"{opening}{closing}")
        start += len(paragraph) + 2
