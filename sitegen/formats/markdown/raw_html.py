"""HTML that a writer put into the text: a small safe part of it is kept, the rest is taken out and reported.

`clean` reads the tags of one piece and knows what it took out and where. As it sees only pieces,
`balanced` then lets nh3 read the finished page once more: it closes what was left open and guarantees
that no other tag, attribute or address is left, whatever the first reading missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

import msgspec
import nh3

from sitegen.diagnostics import Kind
from sitegen.formats.markdown import kinds
from sitegen.formats.markdown.page import table_start
from sitegen.patterns import expression

_TABLE = {"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"}
_RUBY = {"ruby", "rt", "rp"}
_PHRASES = {"span", "sub", "sup", "u", "ins", "del", "abbr", "strong", "b", "em", "i", "small", "q", "wbr"}
_BLOCKS = {"p", "div", "dl", "dt", "dd", "ul", "ol", "li", "details", "summary", "blockquote", "hr"}
_KEPT = _TABLE | _RUBY | _PHRASES | _BLOCKS | {"br"}
_WITH_CONTENT = {"script", "style", "template", "noscript"}
_MARKDOWN_FORM = {"a": ("链接", "[文字](地址)"), "img": ("图片", "![图上有什么](图片的路径)")}

_COUNT = expression(r"[1-9][0-9]{0,2}")
_LANGUAGE = expression(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_ANY = re.compile(r"[^\x00-\x1f]{0,300}", re.DOTALL)
_EMPTY = expression(r"(?:open)?")
_ATTRIBUTES: dict[str, dict[str, re.Pattern[str]]] = {
    "": {"lang": _LANGUAGE, "dir": expression("ltr|rtl|auto")},
    "td": {"rowspan": _COUNT, "colspan": _COUNT},
    "th": {"rowspan": _COUNT, "colspan": _COUNT, "scope": expression("(?:col|row)(?:group)?")},
    "col": {"span": _COUNT},
    "colgroup": {"span": _COUNT},
    "abbr": {"title": _ANY},
    "details": {"open": _EMPTY},
    "ol": {"start": expression(r"[0-9]{1,6}")},
}
_ALIGNED = {"left": "l", "center": "c", "right": "r"}

_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>|<[!?/][^<>]*+>?|<""",
    re.DOTALL,
)
_DECLARATION = expression(r"[!?]\W?\w{0,20}")
_ATTRIBUTE = expression(r"""([^\s"'<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?""")
_NEW_LINE = _BLOCKS | {"table", "caption", "tr"}


class Removed(msgspec.Struct, frozen=True):
    """Something that was taken out of `piece[start:end]`."""

    kind: Kind
    values: dict[str, str]
    start: int
    end: int


class _Reading:
    """One piece being read: what is kept, its words, and what was taken out."""

    def __init__(self, piece: str, table_label: Callable[[], str]) -> None:
        self.piece = piece
        self.html: list[str] = []
        self.words: list[str] = []
        self.removed: dict[tuple[str, str], Removed] = {}
        self._table_label = table_label

    def text(self, start: int, end: int) -> None:
        text = self.piece[start:end]
        self.html.append(text.replace(">", "&gt;"))
        self.words.append(re.sub(r"\s+", " ", unescape(text)))

    def tag(self, found: re.Match[str]) -> int:
        """Read one tag and return where to go on."""
        closing, name = found[1], found[2].lower()
        if name in _KEPT:
            self._kept(closing, name, found)
        elif name in _WITH_CONTENT and not closing:
            return self._without_content(name, found)
        elif not closing:
            self._refused(name, found)
        return found.end()

    def other(self, found: re.Match[str]) -> None:
        """Read a comment (left out), a declaration (left out, reported) or a lone `<` (text)."""
        if found[0] == "<":
            self.html.append("&lt;")
            self.words.append("<")
        elif not found[0].startswith(("<!--", "</")):
            name = _DECLARATION.match(found[0], 1)
            self._remove(kinds.REMOVED_TAG, found, name=name[0] if name else "!", with_content="")

    def _kept(self, closing: str, name: str, found: re.Match[str]) -> None:
        if name in _NEW_LINE:
            self.words.append("\n")
        elif name == "br":
            self.words.append(" ")
        elif name in ("td", "th") and not closing:
            self.words.append("\t")
        if closing:
            self.html.append("</table></div>" if name == "table" else f"</{name}>")
            return
        attributes = self._attributes(name, found)
        self.html.append(table_start(self._table_label()) if name == "table" else f"<{name}{attributes}>")

    def _attributes(self, tag: str, found: re.Match[str]) -> str:
        kept = []
        allowed = _ATTRIBUTES[""] | _ATTRIBUTES.get(tag, {})
        for attribute in _ATTRIBUTE.finditer(found[3]):
            name = attribute[1].lower()
            value = unescape((attribute[2] or "").strip("\"'"))
            if name == "align" and tag in ("td", "th", "tr", "col") and value.lower() in _ALIGNED:
                kept.append(f' class="{_ALIGNED[value.lower()]}"')
            elif name in allowed and allowed[name].fullmatch(value):
                kept.append(f' {name}="{escape(value)}"')
            else:
                self._remove(kinds.REMOVED_ATTRIBUTE, found, tag=tag, name=name)
        return "".join(dict.fromkeys(kept))

    def _without_content(self, name: str, found: re.Match[str]) -> int:
        self._remove(kinds.REMOVED_TAG, found, name=name, with_content="和它里面的内容")
        end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.piece, found.end())
        return end.end() if end else len(self.piece)

    def _refused(self, name: str, found: re.Match[str]) -> None:
        if name in _MARKDOWN_FORM:
            what, markdown = _MARKDOWN_FORM[name]
            self._remove(kinds.HTML_LINK, found, name=name, what=what, markdown=markdown)
        else:
            self._remove(kinds.REMOVED_TAG, found, name=name, with_content="")

    def _remove(self, kind: Kind, found: re.Match[str], **values: str) -> None:
        # Once a piece: a pasted table repeats the same attribute in every cell. Links are never alike.
        key = kind.id, str(found.start()) if kind is kinds.HTML_LINK else repr(values)
        self.removed.setdefault(key, Removed(kind, values, found.start(), found.end()))


def clean(piece: str, table_label: Callable[[], str]) -> tuple[str, list[str], list[Removed]]:
    """Return the safe part of `piece`, its lines of text (cells parted by tabs) and what was taken out.

    `table_label` is asked for the name of each table.
    """
    reading = _Reading(piece, table_label)
    position = 0
    while found := _TAG.search(piece, position):
        reading.text(position, found.start())
        if found[2]:
            position = reading.tag(found)
        else:
            reading.other(found)
            position = found.end()
    reading.text(position, len(piece))
    lines = [line.removeprefix("\t") for line in "".join(reading.words).split("\n")]
    lines = ["\t".join(cell.strip() for cell in line.split("\t")) for line in lines if line.strip()]
    return "".join(reading.html), lines, list(reading.removed.values())


_OURS = {"a", "code", "h2", "h3", "h4", "h5", "h6", "img", "pre", "section"}
_OUR_ATTRIBUTES = {
    "*": {"lang", "dir", "id", "class"},
    "a": {"href", "title", "rel", "role", "aria-label"},
    "div": {"tabindex", "role", "aria-label"},
    "section": {"role", "aria-label"},
    "img": {"src", "alt", "title", "loading"},
} | {tag: set(names) for tag, names in _ATTRIBUTES.items() if tag}


def balanced(html: str) -> str:
    """Return a page that holds raw HTML with all its tags closed and nothing in it that we do not write."""
    return nh3.clean(
        html,
        tags=_KEPT | _OURS,
        attributes=_OUR_ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
