"""The view of a text that is given as a file of its own: plain text, Word."""

from __future__ import annotations

from sitegen.views.common import View


class TextFile(View, frozen=True, kw_only=True):
    """What goes with the text: `note` is the 题注, `facts` labels and values, `address` the page's.

    Nothing of it depends on the day: the state, which does, is on the page.
    """

    title: str
    address: str
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
