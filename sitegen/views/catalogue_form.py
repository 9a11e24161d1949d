"""The official table of a standard catalogue as a workbook."""

from __future__ import annotations

from datetime import date

from sitegen.views.catalogue import Tick
from sitegen.views.common import View


class FormRow(View, frozen=True, kw_only=True):
    """One item. `span` counts the rows of its category where it is the first, else 0; `boxes` are all channels."""

    number: str
    category: str
    span: int
    title: str
    elements: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    time_limit: str = ""
    publisher: str = ""
    boxes: tuple[Tick, ...] = ()
    ticks: tuple[bool, ...] = ()
    code: str = ""


class CatalogueForm(View, frozen=True, kw_only=True):
    """The table of one domain; `levels` head the columns of 公开层级, `notes` go on a sheet of their own."""

    title: str
    dated: date | None = None
    levels: tuple[str, ...]
    rows: tuple[FormRow, ...]
    notes: tuple[tuple[str, str], ...] = ()
