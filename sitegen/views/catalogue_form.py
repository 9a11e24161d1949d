"""The official table of a standard catalogue as a workbook."""

from __future__ import annotations

from datetime import date

from sitegen.views.catalogue import OfficialRow, Tick
from sitegen.views.common import View


class FormRow(OfficialRow, frozen=True, kw_only=True):
    """One item; `boxes` are all channels."""

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
