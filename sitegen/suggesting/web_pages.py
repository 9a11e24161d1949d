"""Pages as they stand on the web: what their page tags say (R95–R98), and their text without scripts and menus."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sitegen.disclosure.chinese_dates import parse_date
from sitegen.suggesting.pages import PlainPage

_BEGINNING = re.compile(
    r"[\s\ufeff]*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|meta)\b", re.I | re.S
)
_SILENT = frozenset(("script", "style", "noscript", "template", "nav", "select", "svg"))
_BREAKING = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "section", "title", "table"))
_CELLS = frozenset(("td", "th"))


def is_web_page(text: str) -> bool:
    """Tell whether a text begins as web pages do."""
    return _BEGINNING.match(text) is not None


def read_web_page(text: str) -> PlainPage:
    """Take an HTML page apart; its text begins where its title stands, where it stands in the text at all."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    tags = reader.tags
    title = tags.get("articletitle") or "".join(reader.title).strip()
    body = "".join(reader.text)
    return PlainPage(
        title=title,
        number="",
        publisher=tags.get("contentsource", ""),
        published_on=parse_date(tags.get("pubdate", "")),
        written_on=None,
        column=tags.get("columnname", ""),
        text=body[max(body.find(title), 0) :] if title else body,
    )


class _Reader(HTMLParser):
    """Gathers page tags, the title, and the text that a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: dict[str, str] = {}
        self.title: list[str] = []
        self.text: list[str] = []
        self._silent: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta":
            self.tags.setdefault((values.get("name") or "").lower(), values.get("content") or "")
        elif tag in _SILENT:
            self._silent.append(tag)
        elif tag == "tr":
            self.text.append("\n| ")
        elif tag in _BREAKING:
            self.text.append("\n")
        self._in_title = tag == "title" or (self._in_title and tag not in _BREAKING)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            self.text.append(" | ")
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._silent:
            self.text.append(data)
