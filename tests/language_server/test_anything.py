"""Whatever stands in a file, and wherever the cursor is: an answer, and no fault of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.language_server.checking import Beyond, all_findings
from sitegen.language_server.completing import MOST, Page, proposed
from sitegen.language_server.hovering import told
from sitegen.language_server.known import Known, Named, known_of
from sitegen.language_server.text import text_of
from tests.world import AS_OF, BASE, World

PIECES = (
    *("---\n", "标题: ", "审核:", "附件", "文件", "类型: 会议公开", "\n", "  ", "- ", "{", "}", "[", "]", ", "),
    *("'", '"', "#", ": ", "：", "&a ", "*a", "|\n", "𠮷", "\ufeff", "\r\n", "\t", "\u3000", "检查:", "不查", "甲"),
)
PATHS = ("content/zhengce/xzgfxwj/a.md", "content/site.yaml", "content/jigou/a.yaml", "content/zhengce/_column.yaml")


@pytest.fixture(scope="module")
def known(tmp_path_factory) -> Known:
    place = World(tmp_path_factory.mktemp("column"), BASE)
    checked = place.check()
    assert checked.content is not None
    return known_of(place.project(AS_OF), checked.content)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25), path=st.sampled_from(PATHS), header=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_answer_comes_at_every_place(known, pieces, path, header):
    text = text_of(("---\n" if header else "") + "".join(pieces))
    page = Page(path=path, lines=text.lines, known=known, files=lambda: ["a.docx"])
    for line, written in enumerate(text.lines):
        for column in range(len(written) + 1):
            found = proposed(page, line, column)
            assert found is None or 0 <= found.start <= column <= found.end <= len(written)
            told(page, line, column)
            units = text.units_of(line, column)
            assert text.column_of(line, units) == column
    for each in all_findings(path, text.source, known, Beyond()):
        first, start, last, end = text.range_of(each.span)
        assert (0, 0) <= (first, start) <= (last, end)
        assert last < len(text.lines)


def test_every_place_of_a_real_front_matter_is_answered(known):
    for file in sorted((Path(__file__).parents[2] / "content").rglob("*.md"))[::40]:
        lines = file.read_text(encoding="utf-8").split("\n")
        page = Page(path="content/zhengce/xzgfxwj/a.md", lines=lines, known=known)
        for line, written in enumerate(lines[:40]):
            for column in range(0, len(written) + 1, 3):
                proposed(page, line, column)


def test_of_a_long_list_those_are_proposed_that_hold_what_is_written(known):
    documents = tuple(Named(f"青政规〔2026〕{number}号", f"第{number}件", f"a/{number}") for number in range(2000))
    lines = ["---", "类型: 行政规范性文件", "依据: 第17", "---"]
    page = Page(path=PATHS[0], lines=lines, known=known, documents=documents)
    found = proposed(page, 2, 7)
    assert found is not None
    assert found.more
    assert [each.label for each in found.proposals][:2] == ["青政规〔2026〕17号", "青政规〔2026〕170号"]
    assert len(found.proposals) == 111
    everything = proposed(page, 2, 4)
    assert everything is not None
    assert len(everything.proposals) == MOST
