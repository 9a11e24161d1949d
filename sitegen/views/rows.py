"""The line of a list that stands for one record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sitegen.views.common import View
from sitegen.views.state import State


class Row(View, frozen=True, kw_only=True):
    """One record in a list.

    `body` is the issuing or publishing body's name as lists show it; `kind` a word for what it is (解读,
    统计信息) where there is no document number to tell.
    """

    title: str
    path: str
    published: date
    number: str = ""
    index_number: str = ""
    body: str = ""
    kind: str = ""
    written_on: date | None = None
    effective_on: date | None = None
    valid_until: date | None = None
    state: State | None = None


def absent(rows: Sequence[View], fields: Iterable[str]) -> tuple[str, ...]:
    """Return those of `fields` that no row has a value in: their columns are left out of the list."""
    return tuple(field for field in fields if not any(getattr(row, field) for row in rows))
