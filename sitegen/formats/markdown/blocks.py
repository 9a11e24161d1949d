"""The blocks of a text: tokens in, a page out."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from sitegen.formats.markdown import footnotes, kinds
from sitegen.formats.markdown.columns import FIGURES, LONG, classes_of, lost_cells
from sitegen.formats.markdown.headings import Outline
from sitegen.formats.markdown.inlines import written
from sitegen.formats.markdown.page import Page, escaped, table_start
from sitegen.formats.markdown.paragraphs import write_inside, write_plain
from sitegen.formats.markdown.parser import MAX_NESTING, PLAIN_PARAGRAPH
from sitegen.formats.markdown.raw_html import clean
from sitegen.formats.quoting import shown

_ALIGNED = {"text-align:left": "l", "text-align:center": "c", "text-align:right": "r"}

# A day, a document number, a telephone number: what is alone in its cell and not read in two lines.
_UNBROKEN = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\w{1,9}〔\d{4}〕\d+号|\d[\d-]{6,}")

_LINES = {PLAIN_PARAGRAPH: 1, "paragraph_close": 3, "heading_close": 3}
"""The last tokens of blocks of one line of text, and how many tokens those have."""
_UNIT = re.compile(r"[（(]?\s*(?:金额|计量|计算|数量|货币)?\s*单\s*位\s*[：:]")
"""Begins the line that says in what a table counts (（单位：万元）), between its name and itself."""

_FIXED = {
    "heading_open": "",  # the inline token between the two writes the whole heading
    "heading_close": "",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_close": "</li>\n",
    "blockquote_close": "</blockquote>\n",
    "dl_close": "</dl>\n",
    "dt_close": "</dt>\n",
    "dd_close": "</dd>\n",
    "table_close": "</table>\n</div>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "th_close": "</th>\n",
    "td_close": "</td>\n",
    "footnote_block_open": '<section class="notes" role="doc-endnotes" aria-label="注释">\n<ol>\n',
    "footnote_block_close": "</ol>\n</section>\n",
    "footnote_close": "</li>\n",
}


class Writer:
    """Writes block tokens into a page, one method a kind of token."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._outline = Outline(page)
        self._tokens: list[Token] = []
        self._at = 0
        self._columns: list[str] = []  # the classes of the open table's columns
        self._column = 0

    def write(self, tokens: list[Token]) -> None:
        """Write all tokens."""
        self._tokens = tokens
        for at, token in enumerate(tokens):
            fixed = _FIXED.get(token.type)
            if fixed is None:
                self._at = at
                _WRITERS[token.type](self, token)
            else:
                self._page.html.append(fixed)

    def _plain_paragraph(self, token: Token) -> None:
        write_plain(self._page, token.content)

    def _paragraph_open(self, token: Token) -> None:
        if not token.hidden:
            self._end_hidden()
            self._page.html.append("<p>")

    def _paragraph_close(self, token: Token) -> None:
        if not token.hidden:
            self._page.html.append("</p>\n")

    def _inline(self, token: Token) -> None:
        """Write the inside of the block that the token before has opened."""
        container = self._tokens[self._at - 1]
        if container.type == "heading_open":
            self._outline.write(container, token)
        elif container.type == "paragraph_open":
            write_inside(self._page, token, container.level == 0)
        else:
            html, text = written(self._page, token)
            self._page.html.append(html)
            self._page.add_plain(text)

    def _container_open(self, token: Token) -> None:
        """Write the opening tag of a list, an item, a quotation or a part of a definition list."""
        self._end_hidden()
        start = token.attrs.get("start")
        attribute = f' start="{start}"' if start is not None else ""
        following = self._tokens[self._at + 1]
        on_one_line = following.type == "inline" or following.hidden or following.nesting < 0
        self._page.html.append(f"<{token.tag}{attribute}>" + ("" if on_one_line else "\n"))
        # markdown-it reads nothing inside a container of the last level.
        if token.level >= MAX_NESTING - 1 and token.map:
            self._page.faults.append(kinds.TOO_DEEP.found(self._page.source.line(token.map[0])))

    def _end_hidden(self) -> None:
        """Begin a new line after the words of a tight list item."""
        if self._at and self._tokens[self._at - 1].hidden:
            self._page.html.append("\n")

    def _rule(self, _: Token) -> None:
        self._end_hidden()
        self._page.html.append("<hr>\n")

    def _code(self, token: Token) -> None:
        language = unescapeAll(token.info).strip().partition(" ")[0]
        attribute = f' class="language-{escaped(language)}"' if language else ""
        self._page.html.append(f"<pre><code{attribute}>{escaped(token.content)}</code></pre>\n")
        self._page.plain.extend(line for line in token.content.split("\n") if line.strip())

    def _raw_html(self, token: Token) -> None:
        page = self._page
        above = self._line_above()
        html, lines, removed = clean(token.content, lambda: page.next_table_label(above))
        page.has_raw_html = True
        page.html.append(html)
        page.plain.extend(lines)
        if removed:
            piece = page.piece(token.content, token.map[0] if token.map else 0)
            for item in removed:
                page.faults.append(item.kind.found(piece.span(item.start, item.end), **item.values))

    def _table_open(self, token: Token) -> None:
        self._end_hidden()
        self._columns = classes_of(self._tokens, self._at)
        page = self._page
        page.row_begins = token.meta["begins"]
        page.table_line = token.map[0] if token.map else 0
        page.html.append(table_start(page.next_table_label(self._line_above())).replace(">", ">\n"))

    def _line_above(self) -> str:
        """Return the heading or paragraph right above a table, or above the line that says in what it counts."""
        at = self._at - 1
        for line in reversed(self._page.plain):
            if at < 0 or self._tokens[at].type not in _LINES or self._tokens[at].level:
                break
            if not _UNIT.match(line):
                return line
            at -= _LINES[self._tokens[at].type]
        return ""

    def _row_open(self, token: Token) -> None:
        page = self._page
        if self._columns and token.map:
            line = token.map[0]
            lost = lost_cells(page.source.rest_of_line(page.row_begins[line - page.table_line]), len(self._columns))
            if lost:
                page.faults.append(
                    kinds.CELLS_LOST.found(page.source.line(line), count=len(lost), text=shown("、".join(lost)))
                )
        page.row = []
        self._column = 0
        self._page.html.append("<tr>\n")

    def _row_close(self, _: Token) -> None:
        self._page.plain.append("\t".join(self._page.row or ()))
        self._page.row = None
        self._page.html.append("</tr>\n")

    def _cell_open(self, token: Token) -> None:
        column = self._columns[self._column] if self._column < len(self._columns) else ""
        self._column += 1
        if token.tag == "th" and not self._tokens[self._at + 1].content:
            token.tag, self._tokens[self._at + 2].type = "td", "td_close"  # nothing is no head of a column
        scope = ' scope="col"' if token.tag == "th" else ""
        classes = [_ALIGNED[str(token.attrs["style"])]] if token.attrs else []
        if (column == FIGURES and not classes) or (column == LONG and token.tag == "td"):
            classes.append(column)
        if _UNBROKEN.fullmatch(self._tokens[self._at + 1].content):
            classes.append("no")
        given = f' class="{" ".join(classes)}"' if classes else ""
        self._page.html.append(f"<{token.tag}{scope}{given}>")

    def _note_open(self, token: Token) -> None:
        anchor = self._page.ids.take(footnotes.note_id(token))
        self._page.html.append(f'<li id="{anchor}">')

    def _note_back(self, token: Token) -> None:
        html, anchor = footnotes.back_link(token)
        if self._page.ids.has(anchor):  # a mark inside an alternative text is not on the page
            self._page.html.append(html)


_WRITERS: dict[str, Callable[[Writer, Token], None]] = {
    PLAIN_PARAGRAPH: Writer._plain_paragraph,
    "paragraph_open": Writer._paragraph_open,
    "paragraph_close": Writer._paragraph_close,
    "inline": Writer._inline,
    "bullet_list_open": Writer._container_open,
    "ordered_list_open": Writer._container_open,
    "list_item_open": Writer._container_open,
    "blockquote_open": Writer._container_open,
    "dl_open": Writer._container_open,
    "dt_open": Writer._container_open,
    "dd_open": Writer._container_open,
    "hr": Writer._rule,
    "code_block": Writer._code,
    "fence": Writer._code,
    "html_block": Writer._raw_html,
    "table_open": Writer._table_open,
    "tr_open": Writer._row_open,
    "tr_close": Writer._row_close,
    "th_open": Writer._cell_open,
    "td_open": Writer._cell_open,
    "footnote_open": Writer._note_open,
    "footnote_anchor": Writer._note_back,
}
