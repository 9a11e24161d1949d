"""The forms for other programs: sound by the schemas of those who read them, safe whatever content says."""

from __future__ import annotations

import itertools
import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import msgspec
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sitegen.diagnostics import Diagnostic, Place, Severity, Span, in_order
from sitegen.findings import BY_ID
from sitegen.grading import Aside
from sitegen.grading.baseline import Frozen, Stock
from sitegen.grading.passed import Passed, Passing
from sitegen.reporting import github_form, gitlab_form, html_form, junit_form, sarif_form
from sitegen.reporting.check_report import CheckReport
from sitegen.reporting.proposals import proposal
from tests.broken.site_file import broken_sites, lay
from tests.docs.test_pages import anchors

SCHEMAS = Path(__file__).parent.parent / "schemas_of_others"
PATH = "content/fdzdgknr/tongzhi/gongnuan.md"
NASTY = "::error::, %0A\r\n::set-output name=a::<b>&\"']]>\x07\u202e|`*[x](y)` ##[error] ”—"


def found(
    severity: Severity = Severity.ERROR, message: str = "链接“甲”指向的“a.md”不存在。", line: int = 3, **more: object
) -> Diagnostic:
    values = {
        "id": "SG304",
        "severity": severity,
        "path": PATH,
        "span": Span(line, 2, line, 9),
        "message": message,
        "why": "错链、断链是检查的扣分项（R107）。",
        "help": "核对路径。",
    } | more
    return Diagnostic(**values)


def report(*diagnostics: Diagnostic, aside: Aside | None = None, folder: str = "") -> CheckReport:
    return CheckReport(
        title="青岚区人民政府",
        as_of=date(2026, 11, 20),
        diagnostics=in_order(diagnostics),
        aside=aside or Aside(),
        kinds=BY_ID,
        read_source=lambda _: "---\n标题: 供暖\n见[甲](a.md)。\n",
        folder=folder,
    )


WAIVED = Passed(
    found=found(id="SG701", message="这里有身份证号码。", line=9),
    by=Passing.WAIVED,
    reason="公告送达<i>",
    name="沈望川",
    on=date(2026, 11, 20),
    is_personal=True,
)
OLD = Passed(found=found(line=7), by=Passing.FROZEN)
GONE = Frozen(id="SG304", path=PATH, fingerprint="0" * 16, message="链接“乙”……")
ASIDE = Aside(passed=(WAIVED, OLD), stock=Stock(left=1, before=2, since=date(2026, 10, 1), gone=(GONE,)))
ELSEWHERE = (Place(path="content/a.md", span=Span(1, 1, 2, 1), note="先用了"), Place(path="b"))
REPORTS = {
    "nothing": report(),
    "one": report(found()),
    "a whole file": report(found(span=None)),
    "equal ones": report(found(line=3), found(line=4)),
    "related": report(found(related=ELSEWHERE)),
    "of every weight": report(*(found(severity) for severity in Severity)),
    "put aside": report(found(Severity.NOTE), aside=ASIDE),
    "nasty": report(found(message=NASTY, help=NASTY, why=NASTY, path=f"content/{NASTY}")),
    "unknown": report(found(id="SG999")),
    "below a folder": report(found(), folder="站点/a b/"),
}  # fmt: skip


@pytest.fixture(params=REPORTS.values(), ids=REPORTS.keys())
def any_report(request) -> CheckReport:
    return request.param


def schema(name: str) -> dict[str, object]:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def test_sarif_keeps_to_its_schema(any_report):
    log = json.loads(sarif_form.render(any_report))
    checker = jsonschema.Draft7Validator(schema("sarif-2.1.0.json"), format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(log)] == []
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_leads_to_the_explanation_of_every_rule(any_report):
    docs = "https://git.qinglan.gov.cn/zhuanlan/docs/diagnostics.md"
    report = msgspec.structs.replace(any_report, rule_docs=docs)
    log = json.loads(sarif_form.render(report))
    checker = jsonschema.Draft7Validator(schema("sarif-2.1.0.json"), format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(log)] == []
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        page, _, anchor = rule["helpUri"].partition("#")
        assert page == docs
        assert unquote(anchor) in anchors("diagnostics.md")


def test_every_rule_has_an_anchor_in_the_documentation():
    assert {sarif_form.anchor_of(kind) for kind in BY_ID.values()} <= anchors("diagnostics.md")


def test_code_quality_keeps_to_its_schema(any_report):
    issues = json.loads(gitlab_form.render(any_report))
    jsonschema.validate(issues, schema("code-quality.json"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(any_report.diagnostics)


def test_junit_keeps_to_its_schema(any_report):
    document = etree.fromstring(junit_form.render(any_report).encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd")).assertValid(document)
    failures = sum(each.severity is Severity.ERROR for each in any_report.diagnostics)
    assert int(document.get("failures")) == failures == len(document.findall(".//failure"))
    assert int(document.get("tests")) == len(document.findall(".//testcase")) > 0


COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


def test_github_gives_no_command_but_its_own(any_report):
    lines = github_form.render(any_report).splitlines()
    stop = next(number for number, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[stop].removeprefix("::stop-commands::")
    assert lines[-1] == f"::{token}::"
    assert f"::{token}::" not in lines[:-1]
    commands = [COMMAND.fullmatch(line) for line in lines[:stop]]
    assert len(commands) == len(any_report.diagnostics)
    for command in commands:
        assert command is not None
        keys = [part.partition("=")[0] for part in command[2].split(",")]
        assert keys[0] == "file"
        assert set(keys) <= {"file", "line", "endLine", "col", "endColumn", "title"}


def test_github_escapes_as_the_runner_reads():
    line = github_form.render(report(found(message="100%：a,b", path="content/a,b:c.md"))).splitlines()[0]
    assert line.startswith("::error file=content/a%2Cb%3Ac.md,line=3,endLine=3,col=2,endColumn=9,title=SG304 ")
    assert "::100%25：a,b%0A为什么：" in line


def test_github_marks_the_worst_ten_and_tells_the_rest():
    many = [found(Severity.WARNING, line=line) for line in range(1, 40)] + [found(line=90), found(line=91)]
    lines = github_form.render(report(*many)).splitlines()
    commands = [line for line in lines if COMMAND.fullmatch(line)]
    assert len(commands) == 10
    assert [command.startswith("::error") for command in commands] == [True, True] + [False] * 8
    assert "只标出最要紧的 10 处，另有 31 处见下文和摘要。" in lines
    assert sum("SG304" in line for line in lines) >= 41
    assert github_form.summary(report(*many)).count("| SG304 |") == 41


def test_the_summary_of_a_step_is_words_and_no_markup():
    text = github_form.summary(report(found(message=NASTY), aside=ASIDE))
    row = next(line for line in text.splitlines() if "SG304" in line)
    assert row.count("|") - row.count("\\|") == 6
    assert "<b>" not in text
    assert "\\[x\\](y)" in text
    assert "已放行" in text
    many = github_form.summary(report(*(found(line=line) for line in range(1, 300))))
    assert "另有 99 处没有列出" in many


def test_html_is_one_page_that_needs_nothing(any_report):
    html = html_form.render(any_report)
    page = HTMLParser(html)
    assert page.css("script, link, img, iframe") == []
    assert "http" not in html
    assert len(page.css("li.diag")) == len(any_report.diagnostics)
    assert page.css_first("title").text() == "青岚区人民政府：检查结果"
    headings = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))


def test_html_tells_what_was_put_aside():
    words = HTMLParser(html_form.render(report(aside=ASIDE))).body.text()
    assert "没有发现问题。" in words
    assert "理由：公告送达<i>（沈望川，2026-11-20）" in words
    assert "存量 1 条，比上次（2026-10-01）少 1 条。" in words
    assert "链接“乙”……" in words


def test_sarif_holds_what_was_put_aside_as_suppressed():
    results = json.loads(sarif_form.render(report(aside=ASIDE)))["runs"][0]["results"]
    assert [result["suppressions"][0]["kind"] for result in results] == ["inSource", "external"]
    assert results[0]["suppressions"][0]["justification"] == "公告送达<i>（沈望川，2026-11-20）"


def test_paths_begin_at_the_top_of_the_repository():
    below = report(found(), folder="站点/a b/")
    issue = json.loads(gitlab_form.render(below))[0]
    assert issue["location"]["path"] == f"站点/a b/{PATH}"
    place = json.loads(sarif_form.render(below))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"%E7%AB%99%E7%82%B9/a%20b/{PATH}"


def test_fingerprints_outlive_moving_lines():
    one, two = (json.loads(gitlab_form.render(report(found(line=line))))[0]["fingerprint"] for line in (3, 30))
    assert one == two


PROPOSING = [site for site in broken_sites() if "是不是" in site.report and site.command == "check"]


@pytest.mark.parametrize("site", PROPOSING, ids=lambda site: site.name)
def test_a_proposed_edit_mends_what_it_is_for(site, world):
    place = world({})
    lay(site, place.folder)
    for each in place.check().diagnostics:
        file = place.folder / each.path
        lines = file.read_text(encoding="utf-8").split("\n") if file.is_file() else []
        edit = proposal(each, lines)
        if edit is None:
            continue
        number, (start, end) = edit.span.line - 1, (edit.span.column - 1, edit.span.end_column - 1)
        lines[number] = lines[number][:start] + edit.text + lines[number][end:]
        file.write_text("\n".join(lines), encoding="utf-8")
        left = place.check().diagnostics
        assert (each.id, each.path, each.message) not in {(now.id, now.path, now.message) for now in left}
        return
    assert not {each.id for each in place.check().diagnostics} & {"SG170", "SG185", "SG304", "SG503"}


def test_sarif_proposes_the_edit():
    wrong = found(help="核对路径。是不是“aa.md”？", span=Span(3, 2, 3, 11))
    fix = json.loads(sarif_form.render(report(wrong)))["runs"][0]["results"][0]["fixes"][0]
    change = fix["artifactChanges"][0]["replacements"][0]
    assert change["deletedRegion"] == {"startLine": 3, "startColumn": 2, "endLine": 3, "endColumn": 11}
    assert change["insertedContent"] == {"text": "[甲](aa.md)"}
