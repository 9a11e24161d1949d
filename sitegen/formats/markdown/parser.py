"""The one Markdown parser of the program: CommonMark, tables, footnotes, definition lists and our rules."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from sitegen.formats.markdown.citations import IN_HEADING, citation, number_link
from sitegen.formats.markdown.emphasis import emphasis
from sitegen.formats.markdown.footnotes import definitions, undefined_note
from sitegen.formats.markdown.links import or_undefined, placed

#: Blocks deeper than this are not read (each level of a list counts twice).
MAX_NESTING = 20
PLAIN_PARAGRAPH = "plain_paragraph"
FOOTNOTE_DEFINITIONS = "footnote_definitions"

# Where one of these stands, a rule for inline markup may begin; all other text is only text.
_MARKUP = "\n!&*<\\[\\]\\\\_`《"
_HAS_MARKUP = re.compile(f"[{_MARKUP}]")
# A line that no block rule but the paragraph can claim, and that holds no inline markup.
_PLAIN_LINE = re.compile(rf"(?!\d{{1,9}}[.)])[^\W_|（“‘「『〔【—…·《　][^{_MARKUP}]*")


class Parser(MarkdownIt):
    """markdown-it that leaves addresses as written: they are judged later, where a fault has a place."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it calls it so
        """Return the address as it was written."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it calls it so
        """Let every address pass."""
        return True


@cache
def parser() -> Parser:
    """Return the parser, made once a process."""
    markdown = Parser("commonmark", {"maxNesting": MAX_NESTING})
    markdown.enable("table")
    markdown.use(deflist_plugin).use(footnote_plugin, inline=False)
    inline, block, core = markdown.inline.ruler, markdown.block.ruler, markdown.core.ruler
    inline.at("text", _text)
    inline.at("emphasis", emphasis)
    inline.at("link", or_undefined(placed(link), "["))
    inline.at("image", or_undefined(placed(image), "!"))
    inline.at("autolink", placed(autolink))
    inline.at("html_inline", placed(html_inline))
    inline.before("link", "number_link", number_link)
    inline.before("link", "citation", citation)
    inline.after("footnote_ref", "undefined_note", undefined_note)
    block.before("table", PLAIN_PARAGRAPH, _plain_paragraph)
    block.at("table", _placed_table, {"alt": ["paragraph", "reference"]})
    core.at("inline", _inline)
    core.disable(["normalize", "text_join"])  # done before and after, in fewer passes
    return markdown


def _plain_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    """Block rule: a paragraph of one line without any markup, as most are, in one token.

    It only saves time: without it the other rules find the same paragraph.
    """
    if silent or state.level or state.sCount[start] > 3 or not state.isEmpty(start + 1):
        return False
    if start + 2 < state.lineMax:
        below = state.bMarks[start + 2] + state.tShift[start + 2]
        if state.src[below : below + 1] in (":", "~"):  # this line is a term of a definition list
            return False
    found = _PLAIN_LINE.match(state.src, state.bMarks[start] + state.tShift[start])
    if found is None or found.end() != state.eMarks[start]:
        return False
    token = state.push(PLAIN_PARAGRAPH, "p", 0)
    token.content = mdTrim(found[0])
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def _placed_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule: a table, which also notes where in the source its rows begin."""
    count = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        begins = [state.bMarks[line] + state.tShift[line] for line in range(start, state.line)]
        state.tokens[count].meta = {"begins": begins}
    return True


def _text(state: StateInline, silent: bool) -> bool:
    """Inline rule: text without markup, up to the end of what is being read and no further."""
    found = _HAS_MARKUP.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _inline(state: StateCore) -> None:
    """Core rule: read the inline markup of every block that has any; the others keep only their content."""
    if "footnotes" in state.env:
        state.env[FOOTNOTE_DEFINITIONS] = definitions(state.tokens)
    before = ""
    for token in state.tokens:
        if token.type == "inline" and _HAS_MARKUP.search(token.content):
            if before == "heading_open":
                state.env[IN_HEADING] = True
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])
            state.env.pop(IN_HEADING, None)
        before = token.type
