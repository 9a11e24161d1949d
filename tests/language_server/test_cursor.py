"""Where the cursor (`|`) stands in front matter that is being written."""

from __future__ import annotations

import pytest

from sitegen.language_server.cursor import Role, cursor_at

CASES = [
    ("|", (Role.KEY, (), set())),
    ("标|题: 甲", (Role.KEY, (), set())),
    ("标题: 甲\n文|", (Role.KEY, (), {"标题"})),
    ("文|\n标题: 甲", (Role.KEY, (), {"标题"})),
    ("标题: |", (Role.VALUE, ("标题",), set())),
    ("标题: 甲|乙 丙", (Role.VALUE, ("标题",), set())),
    ("标题:|", (Role.VALUE, ("标题",), set())),
    ("标题:| 甲", None),
    ("标题:甲|", (Role.KEY, (), set())),
    ("# 标题: |", None),
    ("审核:\n  |", (Role.KEY, ("审核",), set())),
    ("审核:\n  拟稿: 甲\n  |\n标题: 甲", (Role.KEY, ("审核",), {"拟稿"})),
    ("审核:\n  拟稿: |", (Role.VALUE, ("审核", "拟稿"), set())),
    ("审核: {|", (Role.KEY, ("审核",), set())),
    ("审核: {拟稿: 甲, 审|", (Role.KEY, ("审核",), {"拟稿"})),
    ("审核: {拟稿: 甲, 审核: |}", (Role.VALUE, ("审核", "审核"), {"拟稿", "审核"})),
    ("审核: {拟稿: 甲,\n  审|", (Role.KEY, ("审核",), {"拟稿"})),
    ("审核: {拟稿: 甲}\n|", (Role.KEY, (), {"审核"})),
    ("附件:\n  - |", (Role.ITEM, ("附件",), set())),
    ("附件:\n- |", (Role.ITEM, ("附件",), set())),
    ("附件:\n  - 文件: a.docx\n    |", (Role.KEY, ("附件",), {"文件"})),
    ("附件:\n- 文件: a.docx\n  |", (Role.KEY, ("附件",), {"文件"})),
    ("附件:\n  - 文件: a.docx\n    名称: 甲\n  - |", (Role.ITEM, ("附件",), set())),
    ("附件:\n  - 文件: a.docx\n  - 文件: b.docx\n    名|", (Role.KEY, ("附件",), {"文件"})),
    ("附件:\n  - {文件: |", (Role.VALUE, ("附件", "文件"), {"文件"})),
    ("附件: [|", (Role.ITEM, ("附件",), set())),
    ("附件: [a.docx, |]", (Role.ITEM, ("附件",), set())),
    ("附件: [{文件: a.docx, |}]", (Role.KEY, ("附件",), {"文件"})),
    ("附件: [a.docx]\n标题: |", (Role.VALUE, ("标题",), set())),
    ("标题: \"a: {\"\n|", (Role.KEY, (), {"标题"})),
    ("标题: '甲, [乙'\n文号: |", (Role.VALUE, ("文号",), set())),
    ("甲: {乙: '}', |", (Role.KEY, ("甲",), {"乙"})),
    ("\"标题\": |", (Role.VALUE, ("标题",), set())),
]


@pytest.mark.parametrize(("written", "wanted"), CASES, ids=[written for written, _ in CASES])
def test_the_place_is_known(written, wanted):
    before = written[: written.index("|")]
    lines = ["---", *written.replace("|", "").split("\n")]
    cursor = cursor_at(lines, 1, before.count("\n") + 1, len(before.rpartition("\n")[2]))
    found = cursor and (cursor.role, cursor.keys, set(cursor.written))
    assert found == wanted


WORDS = [
    ("标|题: 甲", "标题"),
    ("|标题: 甲", "标题"),
    ("标题: 甲|乙", "甲乙"),
    ("审核: {拟|稿: 甲, 审核: 乙}", "拟稿"),
    ("审核: {拟稿: 甲|乙, 审核: 乙}", "甲乙"),
    ("附件: [a.d|ocx, b.docx]", "a.docx"),
    ("附件:\n  - a|.docx", "a.docx"),
]


@pytest.mark.parametrize(("written", "wanted"), WORDS, ids=[written for written, _ in WORDS])
def test_the_word_at_the_cursor_is_what_is_replaced(written, wanted):
    before = written[: written.index("|")]
    lines = written.replace("|", "").split("\n")
    cursor = cursor_at(lines, 0, before.count("\n"), len(before.rpartition("\n")[2]))
    assert cursor is not None
    assert lines[before.count("\n")][cursor.start : cursor.end] == wanted
