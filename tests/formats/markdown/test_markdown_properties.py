"""What holds for every text, however strange."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from sitegen.formats.markdown import UNRESOLVED_FORMS, LinkForm, Target, convert, fill

PIECES = [
    *"甲乙，。：《》（）〔〕“”　 一1ab.\n\n\t\\`*_[]()!<>|#~-+=&:;\"'^/{}",
    *(
        "**",
        "__",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n1. ",
        "\n    ",
        "\n## ",
        "\n```\n",
        "\n: ",
        "\r\n",
        "\0",
        "😀",
        "葛󠄀",
    ),
    *("\n| a | b |\n|---|---|\n| ", " | ", "\\|", "[甲](a.md)", "[甲][a]", "\n\n[a]: b.md\n", "![图](a.png)"),
    *("<https://a.cn/b>", "[x](javascript:alert(1))", "(", "](", "](<", "](a", "]()", "](#甲)"),
    *("[[青政规〔2023〕4号]]", "[[", "]]", "《办法》（国发〔2014〕47号）", "（国发[2014]47号，", "《关于"),
    *("第一条　", "**第二条**", "[^a]", "\n\n[^a]: 注\n", "&lt;", "&#xF8F0;", "&amp;", "\uf8f0", "\uf8f1"),
    *("<table>", "</table>", "<tr>", "<td ", "rowspan=2", "onclick=x", ">", "<b", "<u>", "</u>", "<br>"),
    *("<script>", "</script>", "<style>", "<!--", "-->", "<a href='x'>", "<img src=x onerror=y>"),
    *("<div>", "</div>", "<p>", "</p>", "<details>", "<svg>", "<math>", "<select>", "<title>", "<textarea>"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)

TAGS = frozenset(
    re.findall(
        r"\w+",
        """a abbr b blockquote br caption code col colgroup dd del details div dl dt em h2 h3 h4 h5 h6 hr i img ins li
        ol p pre q rp rt ruby section small span strong sub summary sup table tbody td tfoot th thead tr u ul wbr""",
    )
)
ATTRIBUTES = frozenset(
    re.findall(
        r"\S+",
        """alt aria-label class colspan dir href id lang loading open rel role rowspan scope span src start tabindex
        title""",
    )
)
SCHEMES = re.compile(r"(?:https?:|mailto:|tel:|//|#|site:)")


def addressed(text):
    result = convert(text)
    return result, fill(result.html, [Target(f"site:{number}") for number in range(len(result.links))])


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_the_page_is_safe(text):
    result, html = addressed(text)
    body = LexborHTMLParser(f"<body>{html}</body>").body
    ids = []
    for node in body.traverse():
        if node.tag == "body" or node.tag.startswith("-"):
            continue
        assert node.tag in TAGS, html
        assert set(node.attributes) <= ATTRIBUTES, html
        for name in ("href", "src"):
            if name in node.attributes:
                assert SCHEMES.match(node.attributes[name] or ""), html
        if "id" in node.attributes:
            ids.append(node.attributes["id"])
    assert len(ids) == len(set(ids))
    assert set(ids) == set(result.anchors)


@given(TEXTS, st.integers(1, 99))
@settings(max_examples=600, deadline=None)
def test_the_place_of_a_link_holds_the_link(text, first_line):
    result = convert(text, first_line=first_line)
    lines = re.split(r"\r\n?|\n", text)
    begins = {
        LinkForm.NUMBER: r"\[\[",
        LinkForm.CITATION: "《",
        LinkForm.IMAGE: r"!\[",
        LinkForm.FILE: r"\[|<",
        LinkForm.EXTERNAL: r"\[|<",
        LinkForm.ANCHOR: r"\[",
    }
    ends = r"\]\]|[）)>\]]"
    for link in result.links:
        span = link.span
        pieces = lines[span.line - first_line : span.end_line - first_line + 1]
        pieces[-1] = pieces[-1][: span.end_column - 1]
        source = "\n".join([pieces[0][span.column - 1 :], *pieces[1:]])
        assert re.match(begins[link.form], source), (link, source)
        assert re.search(f"(?:{ends})$", source), (link, source)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_faults_point_into_the_text(text):
    lines = re.split(r"\r\n?|\n", text)
    for fault in convert(text).faults:
        span = fault.span
        assert span is not None
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_column <= len(lines[span.end_line - 1]) + 1
        assert "{" not in fault.message.replace("{", "", text.count("{") * 3)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_filling_leaves_no_gap(text):
    result = convert(text)
    for target in (None, Target("a.html", "题", "ext")):
        html = fill(result.html, [target] * len(result.links))
        assert fill(html, ()) == html
        open_links = [link for link in result.links if link.form in UNRESOLVED_FORMS]
        if target is None and not open_links:
            assert html == result.html


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_text_means_the_same_everywhere(text):
    assert convert(text) == convert(text)
    one, other = convert(text), convert(text, first_line=50)
    assert (one.html, one.plain, one.anchors) == (other.html, other.plain, other.anchors)


@given(st.text('ab1 .,\n\n>-*_`\\"&;()+=', max_size=80))
@settings(max_examples=800, deadline=None)
def test_plain_commonmark_is_unchanged_where_no_chinese_is(text):
    reference = MarkdownIt("commonmark", {"xhtmlOut": False}).enable("table")
    expected = reference.render(text)
    if "<h1>" in expected or "<h2>" in expected:  # our headings have ids
        return
    assert convert(text).html == expected


@given(st.text("甲乙ab，。《》“” *_\n", max_size=60))
@settings(max_examples=400, deadline=None)
def test_no_letter_is_lost(text):
    """Beside Chinese, emphasis marks and line breaks may go; nothing else does."""
    html = LexborHTMLParser(f"<body>{convert(text).html}</body>").body.text()
    kept = "甲乙ab，。《》“”"
    assert [c for c in html if c in kept] == [c for c in text if c in kept]
    assert [c for c in convert(text).plain if c in kept] == [c for c in text if c in kept]


@pytest.mark.parametrize("character", ["\u3000", "\u2003", "\xa0"])
def test_unicode_white_space_is_trimmed_from_paragraphs(character):
    assert convert(f"{character}甲{character}").html == "<p>甲</p>\n"
