"""The human form: what a clerk sees. The snapshots are read and approved by eye."""

import pytest

from sitegen.diagnostics import Diagnostic, Place, Severity, Span
from sitegen.formats import encoding, front_matter, yaml_nodes
from sitegen.reporting.excerpt import excerpt, printable
from sitegen.reporting.palette import ANSI
from sitegen.reporting.text import render, summary

PATH = "content/zhengce/jiuzhu-banfa.md"


def diagnostics(text, path=PATH):
    """Return what is wrong with the header of a file."""
    text, faults = encoding.decode(text.encode())
    front, more = front_matter.split(text)
    _, even_more = yaml_nodes.compose(front.header, first_line=front.header_line)
    return [fault.at(path) for fault in (*faults, *more, *even_more)]


def finding(severity=Severity.ERROR, span=None, path=PATH, **more):
    given = {"id": "SG999", "message": "有误。", "why": "规定如此。", "help": "改正。"} | more
    return Diagnostic(severity=severity, path=path, span=span, **given)


def report(text):
    return render(diagnostics(text), {PATH: text.replace("\r\n", "\n")}.get)


def test_a_file_with_many_faults(snapshot):
    text = (
        "---\n标题：青岚区临时救助实施办法\n文号:青政规〔2023〕4号\n关键词: [救助, 低保\n发布机构: @区政府\n"
        "审核:\n\t拟稿: 甲\n依据: &a 乙\n标题: 丙\n———\n正文。\n"
    )
    assert report(text) == snapshot


def test_a_file_with_windows_line_ends(snapshot):
    assert report("---\r\n标题: 甲\r\n文号 x\r\n---\r\n") == snapshot


def test_a_file_without_header(snapshot):
    assert report("正文。\n") == snapshot


def test_a_long_line_is_cut_round_the_place(snapshot):
    before = "标题: " + "很长的标题" * 20
    assert report(f"---\n{before}: {'后面的话' * 20}\n---\n") == snapshot


def test_wide_signs_tabs_and_hidden_signs_do_not_move_the_marks(snapshot):
    text = '---\n甲: 😀𠀀 “x"\n\t\t乙: 丙\n丁: \x1b[31m红\x1b[0m\u202e\u200b\n---\n'
    assert report(text) == snapshot


def test_weights_and_other_places(snapshot):
    earlier = Place(path="content/b.md", span=Span(3, 1, 3, 4), note="前一次")
    found = [
        finding(Severity.WARNING, Span(2, 1, 2, 3)),
        finding(Severity.NOTE, path="content/site.yaml"),
        finding(Severity.ERROR, Span(1, 1, 3, 1), related=(earlier,)),
        finding(Severity.ERROR, Span(9, 1, 9, 1), related=(Place(path="content/c.md"),)),
    ]
    assert render(found, {PATH: "第一行\n第二行\n第三行"}.get) == snapshot


def test_notes_of_one_sort_are_counted_after_the_first_few():
    found = [finding(Severity.NOTE, path=f"content/{number}.md", id="SG568") for number in range(9)]
    found += [finding(Severity.NOTE, id="SG569"), *(finding(path=f"content/{number}.md") for number in range(4))]
    told = render(found, {}.get, notes=2)
    assert [told.count(name) for name in ("○ 说明 SG568 有误", "SG569", "✕ 错误")] == [2, 1, 4]
    assert "○ 说明 SG568 另有 7 处，运行 sitegen check 可以逐条看。\n\n共 4 个错误、10 个说明" in told


def test_colours_only_add_colours():
    found = diagnostics("---\n标题：甲\n---\n")
    source = {PATH: "---\n标题：甲\n---\n"}.get
    coloured = render(found, source, colour=ANSI)
    assert "\x1b[1;31m✕ 错误 SG141\x1b[0m" in coloured
    for code in (ANSI.error, ANSI.place, ANSI.remedy, ANSI.faint, ANSI.end):
        coloured = coloured.replace(code, "")
    assert coloured == render(found, source)


def test_a_source_that_cannot_be_read_is_left_out():
    text = render([finding(span=Span(1, 1, 1, 2))], {}.get)
    lines = [f"{PATH}:1:1: ✕ 错误 SG999 有误。", "  为什么：规定如此。", "  怎么改：改正。"]
    assert text.split("\n") == [*lines, "", "共 1 个错误，涉及 1 个文件。", ""]


def test_what_a_message_quotes_cannot_steer_the_terminal():
    text = render([finding(message="“\x1b]0;x\x07”", help="\n甲", path="content/\x9b.md")], {}.get)
    assert not set(text) & set("\x1b\x07\x9b")
    assert text.count("\n") == 5


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([], "没有发现问题。"),
        ([Severity.ERROR], "共 1 个错误，涉及 1 个文件。"),
        (
            [Severity.NOTE, Severity.WARNING, Severity.ERROR],
            "共 1 个错误、1 个提醒、1 个说明，涉及 3 个文件。",
        ),
    ],
)
def test_summary(severities, expected):
    found = [finding(severity, path=f"content/{number}.md") for number, severity in enumerate(severities)]
    assert summary(found) == expected


def test_repeated_findings_count_once():
    assert summary([finding(), finding()]) == "共 1 个错误，涉及 1 个文件。"


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("abc", 1, 2, ("abc", 1, 1)),
        ("甲乙丙", 1, 2, ("甲乙丙", 2, 2)),
        ("a\tb", 2, 3, ("a   b", 4, 1)),
        ("e\u0301x", 2, 3, ("e\u0301x", 1, 1)),
        ("abc", 3, 3, ("abc", 3, 1)),
        ("abc", 9, 12, ("abc", 3, 1)),
        ("abc   ", 2, 6, ("abc", 2, 1)),
        ("", 0, 0, ("", 0, 1)),
        ("甲" * 20, 0, 1, ("甲" * 10 + "…", 0, 2)),
        ("甲" * 20, 19, 20, ("…" + "甲" * 10, 19, 2)),
        ("甲" * 20, 10, 11, ("…" + "甲" * 10 + "…", 7, 2)),
        ("甲" * 20, 10, 20, ("…" + "甲" * 10 + "…", 7, 14)),
    ],
)
def test_excerpt(line, start, end, expected):
    cut = excerpt(line, start, end, width=20)
    assert (cut.line, cut.indent, cut.length) == expected


def test_printable():
    assert printable("甲\x1b\u202e\u200b\ud800\ue000\n乙") == "甲······乙"
