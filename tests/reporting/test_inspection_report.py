"""检查报告: what it says of a small column, by body, and its deadlines; nothing of the content is taken for HTML."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen.monitoring.deadlines import Matter, deadlines
from sitegen.reporting.inspection import InspectionReport, inspection_report
from sitegen.reporting.inspection.forms import as_ics, as_json, as_text, as_xlsx
from sitegen.reporting.inspection.make import body_report
from sitegen.reporting.inspection.pages import as_html
from tests.world import AS_OF, BASE, document, record

FILES = {
    "content/site.yaml": BASE["content/site.yaml"] + "开通日期: 2020-01-01\n",
    "content/jigou/minzheng.yaml": "名称: 青岚区民政局\n类别: 政府部门\n",
    "content/jigou/caizheng.yaml": "名称: 青岚区财政局\n类别: 政府部门\n",
    "content/fdzdgknr/jiuzhu/_column.yaml": "标题: 社会救助\n收录: [政府信息]\n法定内容: [a20-15]\n"
    "责任机构: 青岚区民政局\n更新周期: 30\n",
    "content/fdzdgknr/jiuzhu/yi.md": record(
        发布机构="青岚区民政局", 发布日期="2026-11-03 09:00", 成文日期="2026-11-02"
    ),
    "content/zhengce/xzgfxwj/jiuzhu.md": document(起草部门="[青岚区民政局]", 有效期至="2027-02-09"),
    "content/zhengce/xzgfxwj/zhufang.md": document(
        标题="青岚区<b>住房</b>办法",
        文号="青政规〔2026〕2号",
        成文日期="2026-11-18",
        发布日期="2026-11-19 09:00",
        施行日期="2026-12-30",
    ),
    "content/fdzdgknr/yijian/_column.yaml": "标题: 征求意见\n收录: [征求意见]\n法定内容: [a20-15]\n",
    "content/fdzdgknr/yijian/tingche.md": record(
        标题="关于停车办法公开征求意见的公告",
        类型="征求意见",
        发布机构="青岚区财政局",
        开始日期="2026-11-01",
        截止日期="2026-12-01",
        反馈渠道="['电话：0999-5550101']",
    ),
}


@pytest.fixture
def report(world) -> InspectionReport:
    checked = world(FILES).check()
    assert checked.site is not None
    return inspection_report(checked.site, checked.diagnostics, (), {"SG520": "没有政策解读"}, 180)


def test_lines_say_how_the_column_stands(report):
    assert [(line.column, line.state, line.days_left) for line in report.lines.columns if line.limit] == [
        ("社会救助", "将到期", 13)
    ]
    assert [(line.number, line.state) for line in report.lines.explanations] == [
        ("青政规〔2026〕2号", "还没有到期"),
        ("青政规〔2026〕1号", "缺少"),
    ]
    assert [(line.body, line.state) for line in report.lines.consultations] == [("青岚区财政局", "征求意见中")]
    assert {(line.body, line.state) for line in report.lines.annual_reports} == {
        ("青岚区民政局", "缺少"),
        ("青岚区财政局", "缺少"),
    }
    assert "fdzdgknr/tongzhi" in [line.path for line in report.lines.empty]


def test_deadlines_are_told_in_order_with_who_must_act(report):
    told = [(line.on.isoformat(), line.matter, line.body) for line in report.lines.deadlines]
    assert told == [
        ("2026-11-24", "政策解读", "青岚区人民政府"),
        ("2026-12-01", "征求意见", "青岚区财政局"),
        ("2026-12-03", "栏目更新", ""),
        ("2026-12-03", "栏目更新", "青岚区民政局"),
        ("2027-01-31", "年度报告", "青岚区民政局"),
        ("2027-01-31", "年度报告", "青岚区财政局"),
        ("2027-02-09", "有效期", "青岚区民政局"),
    ]


def test_deadlines_end_with_the_days_asked_for(world):
    site = world(FILES).check().site
    assert site is not None
    assert {found.matter for found in deadlines(site, 10)} == {Matter.INTERPRETATION}


def test_body_has_what_it_answers_for(report):
    own = body_report(report, "青岚区民政局")
    assert own.title == "青岚区民政局信息公开检查报告"
    assert [line.number for line in own.lines.explanations] == ["青政规〔2026〕1号"]
    assert {line.body for line in own.lines.findings} == {"青岚区民政局"}
    assert own.lines.consultations == ()
    page = LexborHTMLParser(as_html(own, "minzheng"))
    assert page.css_first('nav a[href="../index.html"]') is not None
    assert "责任机构" not in page.body.text()


def test_column_lists_its_bodies(report):
    assert [(line.title, line.page, line.overdue) for line in report.bodies] == [
        ("青岚区财政局", "caizheng", 1),
        ("青岚区民政局", "minzheng", 2),
        ("青岚区人民政府", "qu-zhengfu", 0),
    ]
    page = LexborHTMLParser(as_html(report, "index"))
    assert [link.attributes["href"] for link in page.css("h2#bodies + div a")] == [
        "jigou/caizheng.html",
        "jigou/minzheng.html",
        "jigou/qu-zhengfu.html",
    ]


def test_page_is_whole_by_itself_and_takes_no_content_for_html(report):
    html = as_html(report, "index")
    page = LexborHTMLParser(html)
    assert page.css("script, link, img, b") == []
    assert "青岚区&lt;b&gt;住房&lt;/b&gt;办法" in html
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css('a[href^="#"]'):
        assert str(link.attributes["href"])[1:] in ids


def test_summary_names_the_vetoes(report):
    figures = {figure.name: figure for figure in report.indicators}
    assert figures["空白栏目"].state == "达到单项否决"
    assert figures["首页未更新的天数"].value == "1"
    assert "应解读的文件：2件，按时解读0件，迟了0件，缺少1件" in as_text(report)


def test_data_and_workbook_hold_the_same(report):
    data = json.loads(as_json(report))
    assert data["lines"]["consultations"][0]["ends"] == "2026-12-01"
    with zipfile.ZipFile(io.BytesIO(as_xlsx(report))) as book:
        names = book.read("xl/workbook.xml").decode()
    assert [name for name in ("概况", "期限", "栏目更新", "放行的问题", "说明") if f'"{name}"' not in names] == []


def test_calendar_tells_once_what_many_must_do(report):
    calendar = as_ics(report, "https://www.qinglan.gov.cn").replace("\r\n ", "")
    assert calendar.count("BEGIN:VEVENT") == 6
    assert "SUMMARY:公布2026年政府信息公开工作年度报告（2个机构）" in calendar
    assert "DESCRIPTION:青岚区民政局、青岚区财政局" in calendar


def test_column_that_nobody_opened_is_reported_all_the_same(world):
    checked = world({**FILES, "content/site.yaml": BASE["content/site.yaml"]}).check(AS_OF)
    assert checked.site is not None
    bare = inspection_report(checked.site, (), (), {}, 180)
    assert bare.lines.empty
    assert "没有写“开通日期”" in as_html(bare, "index")


def test_same_site_same_bytes(report):
    assert as_xlsx(report) == as_xlsx(report)
    assert report.as_of == date(2026, 11, 20)
