"""The language server over its standard input and output, in a small world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.language_server.forms import words_of
from tests.language_server.editor import Editor, codes
from tests.world import BASE, World, document, record

PLACE = "content/zhengce/xzgfxwj/jiuzhu.md"
OTHER = "content/fdzdgknr/tongzhi/gongnuan.md"
NEW = "content/zhengce/xzgfxwj/xin.md"
FILES = {
    PLACE: document(依据="国发〔1999〕1号", 标题="𠮷岚区临时救助办法"),
    OTHER: record("见[附件](gongnuan/biao.docx)。\n", 体裁="通吿", 附件="biao.docx"),
    "content/fdzdgknr/tongzhi/gongnuan/biao.pdf": b"%PDF-1.4",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> World:
    return World(tmp_path_factory.mktemp("column"), {**BASE, **FILES})


@pytest.fixture(scope="module")
def editor(place) -> Iterator[Editor]:
    editor = Editor(place.folder)
    yield editor
    assert editor.close() == 0


def head(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "正文。", ""])


@pytest.mark.parametrize("path", [PLACE, OTHER])
def test_findings_are_those_of_the_check_word_for_word(editor, place, path):
    said = [each for each in place.check().diagnostics if each.path == path]
    assert said
    uri = editor.open(path, str(FILES[path]))
    found = editor.until(uri, lambda told: len(told) == len(said))
    assert sorted(each["message"] for each in found) == sorted(words_of(each) for each in said)
    assert codes(found) == sorted(each.id for each in said)
    weights = {"error": 1, "warning": 2, "note": 3}
    assert sorted(each["severity"] for each in found) == sorted(weights[each.severity] for each in said)
    editor.shut(uri)


def test_files_that_are_not_open_are_told_of_as_well(editor, place):
    said = [each for each in place.check().diagnostics if each.path == OTHER]
    found = editor.until(editor.uri(OTHER), lambda told: len(told) == len(said))
    assert codes(found) == sorted(each.id for each in said)


def test_what_is_wrong_is_told_while_it_is_written(editor):
    uri = editor.open(NEW, head("类型: 行政规范性文件", "标题: 甲"))
    missing = codes(editor.until(uri, lambda told: "SG244" in codes(told)))
    editor.change(uri, head("类型: 行政规范性文件", "标题: 甲", "文件号: 青政规〔2026〕3号"))
    found = editor.until(uri, lambda told: "SG170" in codes(told))
    assert codes(found) == sorted([*missing, "SG170"])
    wrong = next(each for each in found if each["code"] == "SG170")
    assert wrong["range"] == {"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 3}}
    assert "您是不是想写“文号”？" in wrong["message"]
    editor.shut(uri)
    editor.until(uri, lambda told: told == [])


def test_the_word_meant_is_one_click_away(editor):
    uri = editor.open(NEW, head("标题: 甲", "文件号: 青政规〔2026〕3号", "公开属性: 主动公升"))
    editor.until(uri, lambda told: "SG170" in codes(told))
    line = {"line": 2, "character": 1}
    asked = {"textDocument": {"uri": uri}, "range": {"start": line, "end": line}, "context": {"diagnostics": []}}
    (action,) = editor.ask("textDocument/codeAction", asked)
    (edit,) = action["edit"]["changes"][uri]
    assert edit["newText"] == "文号"
    assert edit["range"] == {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 3}}
    editor.shut(uri)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_columns_are_counted_as_editors_count(editor, end, mark):
    text = mark + head("标题: {𠮷🙂: 甲}", "# 𠮷", "审核: {拟稿: 𠮷🙂, 审稿: 乙}").replace("\n", end)
    uri = editor.open(NEW, text)
    found = editor.until(uri, lambda told: "SG170" in codes(told))
    wrong = next(each for each in found if each["code"] == "SG170")
    start = "审核: {拟稿: 𠮷🙂, ".encode("utf-16-le")
    assert wrong["range"]["start"] == {"line": 3, "character": len(start) // 2}
    assert wrong["range"]["end"] == {"line": 3, "character": len(start) // 2 + 2}
    told = editor.at("hover", uri, 3, len(start) // 2 - 6)
    assert told["contents"]["value"].startswith("**拟稿（drafted\\_by）**")
    offered = editor.offered(uri, 3, len(start) // 2 + 1)
    assert list(offered) == ["审核", "发布"]
    assert offered["审核"]["textEdit"]["range"] == wrong["range"]
    editor.shut(uri)


def test_names_that_fit_are_proposed_the_needed_first(editor):
    uri = editor.open(NEW, "---\n类型: 行政规范性文件\n标题: 甲\n\n---\n")
    editor.until(uri)
    offered = editor.offered(uri, 3, 0)
    labels = list(offered)
    assert {"文号", "施行日期", "发布机构"} <= set(labels[:9])
    assert all(offered[label]["detail"] == "必填" for label in labels[:8])
    assert not {"类型", "标题", "会次"} & set(labels)
    assert offered["文号"]["textEdit"]["newText"] == "文号: ${1:青政规〔2023〕4号}"
    assert "document_number" in offered["文号"]["filterText"]
    assert "发文字号" in offered["文号"]["documentation"]["value"]
    assert offered["发布机构"]["command"]["command"] == "propose.again"
    editor.change(uri, "---\n类型: 会议公开\n\n---\n")
    editor.until(uri)
    assert {"会次", "议题"} <= editor.offered(uri, 2, 0).keys()
    editor.shut(uri)


VALUES = [
    ("公开属性: ", ["主动公开", "依申请公开", "不予公开"]),
    ("发布机构: 青", ["青岚区人民政府", "青岚区民政局"]),
    ("体裁: ", ["通知", "办法"]),
    ("补录: ", ["是", "否"]),
    ("审核: {拟稿: 甲, ", ["审核", "发布"]),
    ("审核:\n  ", ["拟稿", "审核", "发布"]),
    ("审核: ", ["{拟稿、审核、发布}"]),
    ("发文机关: [青岚区人民政府, ", ["青岚区民政局"]),
    ("依据:\n  - ", ["文件", "条款", "青政规〔2026〕1号"]),
    ("依据: {文件: ", ["青政规〔2026〕1号"]),
    ("法定内容: ", ["a20-15"]),
    ("不查:\n  - 规则: ", ["SG311"]),
    ("施行日期: ", ["2026-11-20"]),
    ("类型: ", ["行政规范性文件", "政策解读"]),
]


@pytest.mark.parametrize(("written", "wanted"), VALUES, ids=[written for written, _ in VALUES])
def test_values_that_fit_are_proposed(editor, written, wanted):
    uri = editor.open(NEW, f"---\n标题: 甲\n{written}\n---\n\n正文。\n")
    editor.until(uri)
    lines = written.split("\n")
    editor.until(editor.uri(OTHER))  # the first look is over: documents are known
    assert set(wanted) <= editor.offered(uri, 1 + len(lines), len(lines[-1])).keys()
    editor.shut(uri)


def test_documents_are_proposed_by_number_or_title(editor):
    uri = editor.open(NEW, head("标题: 甲", "依据: "))
    editor.until(uri)
    editor.until(editor.uri(OTHER))
    offered = editor.offered(uri, 2, 4)
    numbered = offered["青政规〔2026〕1号"]
    assert numbered["detail"] == "𠮷岚区临时救助办法"
    assert "临时救助" in numbered["filterText"]
    other = offered["关于做好冬季供暖工作的通知"]
    assert other["textEdit"]["newText"] == "fdzdgknr/tongzhi/gongnuan.md"
    assert other["sortText"] > numbered["sortText"]
    editor.shut(uri)


def test_attachments_are_proposed_from_the_folder_of_the_document(editor):
    uri = editor.open(OTHER, head("标题: 甲", "附件: "))
    editor.until(uri)
    assert "biao.pdf" in editor.offered(uri, 2, 4)
    editor.shut(uri)


def test_a_value_right_behind_the_colon_brings_its_space(editor):
    uri = editor.open(NEW, head("标题: 甲", "公开属性:"))
    editor.until(uri)
    assert editor.offered(uri, 2, 5)["主动公开"]["textEdit"]["newText"] == " 主动公开"
    editor.shut(uri)


@pytest.mark.parametrize("where", [(0, 0), (4, 0), (6, 1), (90, 0)])
def test_nothing_is_proposed_outside_the_front_matter(editor, where):
    uri = editor.open(NEW, "---\n标题: 甲\n# 说明 \n文号: \n---\n\n正文。\n")
    editor.until(uri)
    assert editor.offered(uri, *where) == {}
    assert editor.offered(uri, 2, 5) == {}  # a comment
    assert editor.at("hover", uri, *where) is None
    editor.shut(uri)


def test_help_is_told_over_names_and_values(editor):
    lines = ("类型: 行政规范性文件", "文号: 青政规〔2026〕1号", "法定内容: a20-15", "发布机构: 青岚区民政局")
    uri = editor.open(NEW, head(*lines))
    editor.until(uri)
    told = editor.at("hover", uri, 2, 1)["contents"]["value"]
    assert "发文字号，年份用六角括号" in told
    assert "必填" in told
    assert editor.at("hover", uri, 3, 8)["contents"]["value"].startswith("**a20\\-15**")
    assert "区民政局" in editor.at("hover", uri, 4, 9)["contents"]["value"]
    editor.shut(uri)


HALF = ["", "---", "---\n", "标题", "标题: [", "标题: {甲", "标题: '甲\n---", "- \n---\n", "\ud83d", "\t\n"]


@pytest.mark.parametrize("text", [text if text[:1] in ("", "-") else f"---\n{text}" for text in HALF], ids=repr)
def test_half_written_files_are_answered(editor, text):
    uri = editor.open(NEW, text)
    editor.until(uri)
    lines = text.split("\n")
    for line, written in enumerate(lines):
        for character in range(len(written) + 1):
            editor.offered(uri, line, character)
            editor.at("hover", uri, line, character)
    editor.shut(uri)


def test_settings_and_columns_are_helped_as_well(editor):
    path = "content/zhengce/jiedu/_column.yaml"
    uri = editor.open(path, "标题: 政策解读\n收录: [政策解读]\n栏目类型: \n更新周期: 三十天\n")
    found = editor.until(uri, lambda told: len(told) > 0)
    assert all(each["range"]["start"]["line"] in (2, 3) for each in found)
    assert len(editor.offered(uri, 2, 6)) > 3
    assert "公文" in editor.offered(uri, 1, 5)
    editor.shut(uri)
    body = editor.open("content/jigou/xin.yaml", "名称: 甲\n")
    editor.until(body)
    assert {"代码", "类别"} <= editor.offered(body, 1, 0).keys()
    editor.shut(body)


def test_a_file_outside_the_content_is_left_alone(editor):
    uri = editor.open("README.md", "---\n没有: 1\n---\n")
    assert editor.until(uri) == []
    assert editor.offered(uri, 2, 0) == {}
    editor.shut(uri)
    attached = editor.open("content/fdzdgknr/tongzhi/gongnuan/readme.md", "# 附件\n")
    assert editor.offered(attached, 0, 0) == {}
    editor.shut(attached)


def test_a_saved_file_is_held_against_the_whole_column(editor, place):
    text = document(文号="青政规〔2026〕8号", 标题="青岚区高龄津贴办法", 依据="青政规〔2026〕9号")
    place.write({NEW: text})
    uri = editor.open(NEW, text)
    editor.save(uri)
    editor.until(uri, lambda told: "SG302" in codes(told) or "SG303" in codes(told) or len(told) > 0)
    lacking = codes(editor.told[uri])
    assert lacking == sorted(each.id for each in place.check().diagnostics if each.path == NEW)
    place.remove(NEW)
    editor.say("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 3}]})
    editor.until(uri, lambda told: told == [])  # deleted while open: the text alone is sound
    editor.shut(uri)
    assert editor.until(uri) == []


def test_a_server_ends_when_its_editor_is_gone(tmp_path):
    editor = Editor(World(tmp_path, BASE).folder)
    assert editor.process.stdin is not None
    editor.process.stdin.close()
    assert editor.process.wait(60) == 0
    assert editor.process.stdout is not None
    editor.process.stdout.close()


def test_a_server_ends_with_its_editor_and_needs_no_workspace(tmp_path):
    lonely = World(tmp_path, BASE)
    editor = Editor(lonely.folder, abilities={}, workspace=False)
    uri = editor.open(PLACE, "---\n类型: 行政规范性文件\n\n---\n")
    editor.until(uri)
    offered = editor.offered(uri, 2, 0)
    assert offered["文号"]["textEdit"]["newText"] == "文号: "  # no snippets
    outside = Path(lonely.folder.anchor, "nowhere", "a.md").as_uri()
    editor.open_at(outside, "x")
    editor.open_at("untitled:1", "x")
    assert editor.offered(outside, 0, 0) == {}
    assert editor.close() == 0


def test_unreadable_settings_are_told_and_do_not_end_it(tmp_path):
    place = World(tmp_path, BASE | {"content/site.yaml": "名称: [\n"})
    editor = Editor(place.folder)
    found = editor.until(editor.uri("content/site.yaml"))
    assert len(found) > 0
    uri = editor.open(PLACE, "---\n\n---\n")
    assert editor.offered(uri, 1, 0) == {}
    place.write({"content/site.yaml": BASE["content/site.yaml"]})
    editor.say("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("content/site.yaml"), "type": 2}]})
    editor.until(uri, lambda told: len(told) > 0)
    assert "标题" in editor.offered(uri, 1, 0)
    assert editor.close() == 0


@pytest.mark.parametrize(("text", "line"), [("", 0), ("文", 0), ("---", 0), ("---\n", 1)])
def test_an_empty_file_is_begun_with_all_that_is_needed(editor, text, line):
    uri = editor.open(NEW, text)
    editor.until(uri)
    (offered,) = editor.offered(uri, line, len(text.split("\n")[line])).values()
    written = offered["textEdit"]["newText"]
    assert offered["label"] == "文件头"
    assert written.startswith("类型: 行政规范性文件\n标题: $1\n" if line else "---\n类型: 行政规范性文件\n标题: $1\n")
    assert "\n公开属性: ${2|主动公开,依申请公开,不予公开|}\n" in written
    assert written.endswith("\n---\n\n$0")
    filled = re.sub(r"\$\{\d+\|(.*?),.*\|\}", r"\1", written)
    editor.change(uri, text.partition("\n")[0] * line + "\n" * line + filled.replace("$0", "正文。"))
    assert "SG130" not in codes(editor.until(uri))
    editor.shut(uri)
