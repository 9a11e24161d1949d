"""Two texts side by side: made when the page is, for only then are both texts read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sitegen.disclosure.articles import articles_of
from sitegen.disclosure.redline import Fate, Row, redline
from sitegen.disclosure.redline_text import Wording
from sitegen.disclosure.rewriting import rewritten
from sitegen.formats.html_text import lines_of
from sitegen.views.redline import Redline, RedlineGroup, RedlinePage, RedlinePiece, RedlineRow, RedlineSide

FATES = {
    Fate.CHANGED: "有修改",
    Fate.ADDED: "新增",
    Fate.REMOVED: "删去",
    Fate.MOVED: "换了位置",
    Fate.SAME: "没有改动",
}


def compared(page: RedlinePage, old_html: str, new_html: str) -> Redline:
    """Return what the page shows of two texts, given as the HTML of their bodies."""
    old = articles_of(lines_of(old_html))
    if not page.rewrites:
        return _redline(redline(old, articles_of(lines_of(new_html))), ())
    before = rewritten(old, page.earlier).articles
    after = rewritten(before, page.rewrites)
    return _redline(redline(before, after.articles), tuple(each.quote for each in after.left_over))


def _redline(rows: Sequence[Row], left_over: tuple[str, ...]) -> Redline:
    return Redline(summary=_summary(rows), groups=tuple(_groups(rows)), left_over=left_over)


def _summary(rows: Iterable[Row]) -> str:
    counts = Counter(row.fate for row in rows)
    return "，".join(f"{word}{counts[fate]}条" for fate, word in FATES.items() if counts[fate])


def _groups(rows: Iterable[Row]) -> Iterator[RedlineGroup]:
    for unchanged, group in groupby(rows, lambda row: row.fate is Fate.SAME):
        members = tuple(_row(row) for row in group)
        if unchanged:
            yield RedlineGroup(rows=members, title=_named(members))
        else:
            yield from (RedlineGroup(rows=(member,)) for member in members)


def _named(rows: Sequence[RedlineRow]) -> str:
    """Return what a run of unchanged articles is called: 第一条至第五条没有改动（5条）."""
    first, last = rows[0].label, rows[-1].label
    return f"{first}没有改动" if len(rows) == 1 else f"{first}至{last}没有改动（{len(rows)}条）"


def _row(row: Row) -> RedlineRow:
    moved = row.old_label and row.new_label and row.old_label != row.new_label
    return RedlineRow(
        fate=row.fate,
        word=FATES[row.fate],
        label=f"{row.new_label}（原{row.old_label}）" if moved else row.new_label or row.old_label,
        old=_side(row.old_label, row.old) if row.old_label or row.old else None,
        new=_side(row.new_label, row.new) if row.new_label or row.new else None,
    )


def _side(label: str, wording: Wording) -> RedlineSide:
    paragraphs = tuple(
        tuple(RedlinePiece(mark=piece.mark, text=piece.text) for piece in line) for line in wording
    )
    return RedlineSide(label=label, paragraphs=paragraphs)
