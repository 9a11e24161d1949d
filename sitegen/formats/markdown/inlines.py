"""The inside of a paragraph, heading or cell: tokens in, HTML and plain words out."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from sitegen.diagnostics import Span
from sitegen.formats.markdown import footnotes, kinds, links
from sitegen.formats.markdown.citations import CITATION, NUMBER
from sitegen.formats.markdown.cjk import joins
from sitegen.formats.markdown.filling import link_gap, picture_gap
from sitegen.formats.markdown.page import Page, escaped
from sitegen.formats.markdown.positions import Piece
from sitegen.formats.markdown.raw_html import clean
from sitegen.formats.markdown.records import Link, LinkForm

_TAGS = {
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
}


class Run:
    """The inline tokens of one block while they are written."""

    __slots__ = ("_at", "_content", "_line", "_opened", "_piece", "_tokens", "html", "page", "words")

    def __init__(self, page: Page, tokens: list[Token], content: str, line: int) -> None:
        self.page = page
        self.html: list[str] = []
        self.words: list[str] = []
        self._tokens = tokens
        self._at = 0
        self._content = content
        self._line = line
        self._piece: Piece | None = None
        self._opened: list[tuple[Token, int, int]] = []

    def write(self) -> None:
        """Write all tokens."""
        for at, token in enumerate(self._tokens):
            kind = token.type
            if kind in ("text", "text_special"):
                if token.content:
                    self.html.append(escaped(token.content))
                    self.words.append(token.content)
            elif kind in _TAGS:
                self.html.append(_TAGS[kind])
            else:
                self._at = at
                _WRITERS[kind](self, token)

    def span(self, token: Token) -> Span:
        """Return the place of a token whose rule noted its offsets."""
        if self._piece is None:
            self._piece = self.page.piece(self._content, self._line)
        return self._piece.span(token.meta["start"], token.meta["end"])

    def _source(self, token: Token) -> str:
        """Return what was written, of a token whose rule noted its offsets."""
        return self._content[token.meta["start"] : token.meta["end"]]

    def _soft_break(self, _: Token) -> None:
        before = self.words[-1][-1] if self.words else ""
        if before and joins(before, self._next_character()):
            return
        self.html.append("\n")
        self.words.append(" ")

    def _next_character(self) -> str:
        for at in range(self._at + 1, len(self._tokens)):
            token = self._tokens[at]
            if token.type in ("image", "hardbreak"):
                break
            if token.content:
                return token.content[0]
        return ""

    def _hard_break(self, _: Token) -> None:
        self.html.append("<br>\n")
        self.words.append(" ")

    def _code(self, token: Token) -> None:
        self.html.append(f"<code>{escaped(token.content)}</code>")
        self.words.append(token.content)

    def _link_open(self, token: Token) -> None:
        self._opened.append((token, len(self.html), len(self.words)))
        self.html.append("")

    def _link_close(self, _: Token) -> None:
        opening, html_at, words_at = self._opened.pop()
        text = "".join(self.words[words_at:])
        start = self._link(opening, text)
        self.html[html_at] = start
        if start:
            self.html.append("</a>")

    def _link(self, token: Token, text: str) -> str:
        """Note a link and return its opening tag, "" if it may not be one."""
        span = self.span(token)
        if token.markup in (NUMBER, CITATION):
            return self._gap(_by_number(token, text, span))
        address = str(token.attrs["href"])
        if fault := links.refusal(address, text, span, self._source(token)):
            self.page.faults.append(fault)
            return ""
        if not text.strip() and not self._ends_in_picture():
            self.page.faults.append(kinds.NO_WORDS.found(span, address=address))
        link = links.link_to(address, text, span)
        title = str(token.attrs.get("title", ""))
        if link.form is LinkForm.FILE:
            return self._gap(link, title)
        self.page.links.append(link)
        return _complete(link, title)

    def _ends_in_picture(self) -> bool:
        """Tell whether what the link holds is a picture, whose lack of words is reported already."""
        return self.html[-1].startswith("<img")

    def _gap(self, link: Link, title: str = "") -> str:
        self.page.links.append(link)
        return link_gap(len(self.page.links) - 1, title)

    def _image(self, token: Token) -> None:
        address, text, span = str(token.attrs["src"]), _words(token.children or []), self.span(token)
        self.words.append(text)
        if fault := links.picture_refusal(address, text, span, self._source(token)):
            self.page.faults.append(fault)
            self.html.append(escaped(text))
            return
        if not text.strip():
            self.page.faults.append(kinds.NO_ALTERNATIVE.found(span, address=address))
        link = msgspec.structs.replace(links.link_to(address, text, span), form=LinkForm.IMAGE)
        self.page.links.append(link)
        self.html.append(picture_gap(len(self.page.links) - 1, text, str(token.attrs.get("title", ""))))

    def _raw_html(self, token: Token) -> None:
        html, lines, removed = clean(token.content, self.page.next_table_label)
        self.page.has_raw_html = True
        self.html.append(html)
        if lines or html.startswith("<br"):
            self.words.append(" ".join(lines) or " ")
        for item in removed:
            self.page.faults.append(item.kind.found(self.span(token), **item.values))

    def _footnote_mark(self, token: Token) -> None:
        html, anchor = footnotes.reference(token)
        self.html.append(html)
        self.page.ids.take(anchor)

    def _undefined_note(self, token: Token) -> None:
        self.page.faults.append(kinds.UNDEFINED_NOTE.found(self.span(token), source=token.meta["source"]))

    def _undefined_reference(self, token: Token) -> None:
        values = {"label": token.meta["label"], "source": token.meta["source"]}
        self.page.faults.append(kinds.UNDEFINED_REFERENCE.found(self.span(token), **values))


def _by_number(token: Token, text: str, span: Span) -> Link:
    """Return the link of a document number. A citation's text is the title without 《 and 》."""
    if token.markup == NUMBER:
        form = LinkForm.NUMBER
    else:
        form, text = LinkForm.CITATION, token.meta["title"]
    return Link(form=form, target=token.meta["target"], fragment="", text=text, span=span)


def _complete(link: Link, title: str) -> str:
    """Return the opening tag of a link whose address is known: outside the site, or in the page."""
    attributes = f' title="{escaped(title)}"' if title else ""
    if link.form is LinkForm.ANCHOR:
        return f'<a href="#{escaped(link.fragment).replace(" ", "%20")}"{attributes}>'
    if links.scheme_of(link.target) not in ("mailto", "tel"):
        attributes += ' class="out" rel="noopener noreferrer"'
    return f'<a href="{escaped(normalizeLink(link.target))}"{attributes}>'


def _words(tokens: list[Token]) -> str:
    """Return the words of an image's alternative text, which may hold markup."""
    parts = []
    for token in tokens:
        if token.type == "image":
            parts.append(_words(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)


_WRITERS: dict[str, Callable[[Run, Token], None]] = {
    "softbreak": Run._soft_break,
    "hardbreak": Run._hard_break,
    "code_inline": Run._code,
    "link_open": Run._link_open,
    "link_close": Run._link_close,
    "image": Run._image,
    "html_inline": Run._raw_html,
    "footnote_ref": Run._footnote_mark,
    footnotes.UNDEFINED: Run._undefined_note,
    links.UNDEFINED: Run._undefined_reference,
}


def written(page: Page, inline: Token) -> tuple[str, str]:
    """Return the HTML and the plain words of an `inline` token."""
    if not inline.children:
        return escaped(inline.content), inline.content
    run = Run(page, inline.children, inline.content, inline.map[0] if inline.map else 0)
    run.write()
    return "".join(run.html), "".join(run.words)
