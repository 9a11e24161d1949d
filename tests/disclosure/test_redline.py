"""Texts against each other, and instructions of amending decisions, by tables and properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.disclosure.articles import Article, articles_of
from sitegen.disclosure.redline import Fate, redline
from sitegen.disclosure.redline_text import Mark, Wording, compare_texts
from sitegen.disclosure.rewrites import rewrites_in
from sitegen.disclosure.rewriting import rewritten
from sitegen.model.rewrite import Rewrite

FOLDER = Path(__file__).parent
SIGNS = {Mark.SAME: "{}", Mark.DELETED: "[-{}-]", Mark.INSERTED: "{{+{}+}}"}
RULES = """\
第一条　为了规范管理，制定本办法。
第二条　救助对象包括：
（一）遭遇火灾的；
（二）突发重大疾病的。
救助对象不受户籍限制。
第三条　救助坚持公开公正。
第五条　本办法由区民政局解释。"""


def tables(name: str):
    """Return the cases of a file: text and what is expected, under their titles."""
    found = []
    for case in (FOLDER / name).read_text(encoding="utf-8").split("\n===\n"):
        title, _, rest = case.partition("\n")
        text, _, expected = rest.partition("\n---")
        found.append(pytest.param(text, expected.strip("\n"), id=title.removeprefix("# ")))
    return found


def shown(wording: Wording) -> str:
    return " / ".join("".join(SIGNS[piece.mark].format(piece.text) for piece in line) for line in wording)


def lines_of(old: str, new: str) -> str:
    lines = []
    for row in redline(articles_of(old.splitlines()), articles_of(new.splitlines())):
        lines.append(f"{row.fate} {row.old_label} {row.new_label}")
        if row.fate is not Fate.SAME:
            lines += [f"  {shown(wording)}" for wording in (row.old, row.new) if wording]
    return "\n".join(lines)


@pytest.mark.parametrize(("text", "expected"), tables("redline_cases.txt"))
def test_articles_side_by_side(text, expected):
    old, _, new = text.partition("\n→\n")
    assert lines_of(old, new) == expected


def told(rewrite: Rewrite) -> str:
    """Return an instruction on one line."""
    words = [
        rewrite.kind,
        rewrite.article,
        rewrite.part,
        rewrite.phrase and f"“{rewrite.phrase}”",
        rewrite.wording and f"← {' / '.join(rewrite.wording.splitlines())}",
        rewrite.place and f"as {rewrite.place}",
        rewrite.document and f"({rewrite.document})",
    ]
    return " ".join(filter(None, words))


@pytest.mark.parametrize(("text", "expected"), tables("rewrite_cases.txt"))
def test_instructions_of_amending_texts(text, expected):
    assert "\n".join(told(rewrite) for rewrite in rewrites_in(text)) == expected


@pytest.mark.parametrize(
    ("instruction", "article", "expected"),
    [
        ("将第三条修改为：“第三条　急事急办。”", "第三条", "急事急办。"),
        (
            "将第二条第（二）项修改为：“（二）重病的。”",
            "第二条",
            "救助对象包括：/（一）遭遇火灾的；/（二）重病的。/救助对象不受户籍限制。",
        ),
        (
            "将第二条第二款修改为：“不分户籍。”",
            "第二条",
            "救助对象包括：/（一）遭遇火灾的；/（二）突发重大疾病的。/不分户籍。",
        ),
        (
            "删去第二条第一款第（一）项。",
            "第二条",
            "救助对象包括：/（二）突发重大疾病的。/救助对象不受户籍限制。",
        ),
        ("将第三条中的“公开公正”修改为“急事急办”。", "第三条", "救助坚持急事急办。"),
        ("第三条增加一款，作为第二款：“不收费。”", "第三条", "救助坚持公开公正。/不收费。"),
        ("增加一条，作为第四条：“不收费。”", "第四条", "不收费。"),
        ("第五条后增加一条，作为第六条：“不收费。”", "第六条", "不收费。"),
    ],
)
def test_instructions_are_carried_out(instruction, article, expected):
    done = rewritten(articles_of(RULES.splitlines()), rewrites_in(instruction))
    assert done.left_over == ()
    assert {each.label: "/".join(each.paragraphs) for each in done.articles}[article] == expected
    numbers = ["第一条", "第二条", "第三条", "第四条", "第五条", "第六条"]
    assert [each.label for each in done.articles] == sorted(
        (each.label for each in done.articles), key=numbers.index
    )


def test_deleted_article_is_gone():
    done = rewritten(articles_of(RULES.splitlines()), rewrites_in("删去第三条。"))
    assert [each.label for each in done.articles] == ["第一条", "第二条", "第五条"]


@pytest.mark.parametrize(
    "instruction",
    [
        "将第九条修改为：“新文。”",
        "删去第一条第（三）项。",
        "将第一条中的“没有的话”修改为“别的话”。",
        "删去第二条第五款。",
    ],
)
def test_what_does_not_fit_is_left_over(instruction):
    given = articles_of(RULES.splitlines())
    rewrites = rewrites_in(instruction)
    done = rewritten(given, rewrites)
    assert (done.articles, done.left_over) == (given, rewrites)
    assert rewrites


TEXTS = st.text(alphabet="一二三的了救助，。\n12a", max_size=60)


@given(TEXTS, TEXTS)
def test_pieces_hold_both_wordings_whole(old, new):
    before, after = compare_texts(old, new)
    assert "\n".join("".join(piece.text for piece in line) for line in before) == "\n".join(
        filter(None, old.split("\n"))
    )
    assert "\n".join("".join(piece.text for piece in line) for line in after) == "\n".join(
        filter(None, new.split("\n"))
    )
    assert all(piece.mark is not Mark.INSERTED for line in before for piece in line)
    assert all(piece.mark is not Mark.DELETED for line in after for piece in line)


ARTICLES = st.lists(
    st.builds(Article, st.sampled_from(["第一条", "第二条", "第三条"]), st.tuples(TEXTS.filter(str.strip))),
    max_size=6,
)


@given(ARTICLES, ARTICLES)
def test_every_article_has_one_row(old, new):
    rows = redline(old, new)
    assert [row.new_label for row in rows if row.new_label] == [article.label for article in new]
    assert sorted(row.old_label for row in rows if row.old_label) == sorted(article.label for article in old)


@given(ARTICLES)
def test_text_against_itself_is_the_same(articles):
    assert all(row.fate is Fate.SAME for row in redline(articles, articles))


@given(st.text(alphabet="将第一二三条款项修改为删去增加，作“”：\n《甲》", max_size=200))
def test_any_text_can_be_read_for_instructions(text):
    rewritten(articles_of(RULES.splitlines()), rewrites_in(text))


def test_long_wordings_are_compared_by_clauses():
    old = "，".join(f"第{number}项标准" for number in range(900))
    new = old.replace("第450项标准", "第450项新标准")
    before, _ = compare_texts(old, new)
    assert [piece.text for piece in before[0] if piece.mark is Mark.DELETED] == ["第450项标准，"]
