"""The page that lays two texts side by side (对照), and what is written on it once both are read."""

from __future__ import annotations

from datetime import date

from sitegen.model.rewrite import Rewrite
from sitegen.views.common import Link, View
from sitegen.views.document import Related
from sitegen.views.page import Page


class RedlinePage(Page, frozen=True, kw_only=True):
    """Two texts side by side. The record `old` is what `new` amended or replaced, as `word` says (修改, 替代).

    `old_head` and `new_head` stand above the columns. `rewrites` and `earlier` are the instructions that make
    the new text, and the old one as it then stood, of the text of `old`; without `rewrites` the new text is that
    of `new`. The texts themselves are not in here: they come when the page is made.
    """

    word: str
    old: Related
    new: Related
    old_head: str
    new_head: str
    on: date | None = None
    note: str = ""
    back: Link
    rewrites: tuple[Rewrite, ...] = ()
    earlier: tuple[Rewrite, ...] = ()


class RedlinePiece(View, frozen=True, kw_only=True):
    """A stretch of a paragraph. `mark` is "same", "deleted" or "inserted"."""

    mark: str
    text: str


class RedlineSide(View, frozen=True, kw_only=True):
    """An article of one of the texts."""

    label: str
    paragraphs: tuple[tuple[RedlinePiece, ...], ...]


class RedlineRow(View, frozen=True, kw_only=True):
    """An article in both texts. `fate` is "same", "changed", "moved", "added" or "removed", `word` says so."""

    fate: str
    word: str
    label: str
    old: RedlineSide | None = None
    new: RedlineSide | None = None


class RedlineGroup(View, frozen=True, kw_only=True):
    """Articles that follow one another and are all unchanged (`title` then names them), or one that is not."""

    rows: tuple[RedlineRow, ...]
    title: str = ""


class Redline(View, frozen=True, kw_only=True):
    """What stands on the page. `summary` counts the articles; `left_over` quotes instructions that fit no article."""

    summary: str
    groups: tuple[RedlineGroup, ...]
    left_over: tuple[str, ...] = ()
