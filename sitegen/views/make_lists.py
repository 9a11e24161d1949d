"""Lists cut into pages whose addresses stay: pages are counted from the oldest record.

`index.html` shows the newest records; `page-1.html` holds the oldest twenty for ever. A record added at the
front changes `index.html` and no other page's rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sitegen.views.lists import Pager, PagerLink
from sitegen.views.rows import Row, absent

PAGE_SIZE = 20
MAY_BE_ABSENT = ("index_number", "body")
NEAR = 2
"""How many neighbours of the current page the pager shows on either side."""


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list: its site path, its rows, its place among the pages.

    `absent` are the columns of records in which the whole list has nothing.
    """

    path: str
    rows: tuple[Row, ...]
    first: int
    last: int
    pager: Pager | None
    absent: tuple[str, ...]


def cut(folder: str, rows: Sequence[Row], *, first_page: str = "") -> Iterator[Cut]:
    """Cut `rows`, newest first, into the pages of the list in `folder`; an empty list is one page.

    `first_page` is the site path of the newest page where it is not the folder's `index.html`.
    """
    total = max(1, -(-len(rows) // PAGE_SIZE))
    newest = first_page or f"{folder}/index.html"

    def path_of(number: int) -> str:
        return newest if number == 1 else f"{folder}/page-{total - number + 1}.html"

    missing = absent(rows, MAY_BE_ABSENT)
    head = len(rows) - (total - 1) * PAGE_SIZE
    for number in range(1, total + 1):
        start = 0 if number == 1 else head + (number - 2) * PAGE_SIZE
        end = head if number == 1 else start + PAGE_SIZE
        links = tuple(
            PagerLink(number=shown, path=path_of(shown), current=shown == number)
            if shown
            else PagerLink(number=0, path="")
            for shown in _shown(number, total)
        )
        yield Cut(
            path=path_of(number),
            rows=tuple(rows[start:end]),
            first=start + 1 if rows else 0,
            last=end,
            pager=None
            if total == 1
            else Pager(
                number=number,
                total=total,
                size=PAGE_SIZE,
                links=links,
                previous_path=path_of(number - 1) if number > 1 else "",
                next_path=path_of(number + 1) if number < total else "",
            ),
            absent=missing,
        )


def _shown(number: int, total: int) -> list[int]:
    """Return the page numbers that a pager shows; 0 stands for a gap."""
    wanted = sorted({1, total, *range(max(1, number - NEAR), min(total, number + NEAR) + 1)})
    shown: list[int] = []
    for page in wanted:
        if shown and page - shown[-1] == 2:
            shown.append(page - 1)
        elif shown and page - shown[-1] > 2:
            shown.append(0)
        shown.append(page)
    return shown
