"""The days on which pages change by themselves: none is missed, none is made up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sitegen import pipeline
from sitegen.cli.next_change import calendar_of
from sitegen.reporting.coming import Cause, coming
from sitegen.views.make_document import document_page
from sitegen.views.make_validity import coming_changes
from sitegen.views.shelf import make_shelf
from tests.world import BASE, World, document, record

START = date(2026, 11, 20)
RULES = "content/zhengce/xzgfxwj"
NOTICES = "content/fdzdgknr/tongzhi"
FILES = {
    f"{RULES}/jiu.md": document(标题="青岚区临时救助办法", 文号="青政规〔2022〕2号", 有效期至="2027-01-15", **{
        "成文日期": "2022-03-02", "发布日期": "2022-03-05 09:00", "施行日期": "2022-05-01"}),
    f"{RULES}/jiang-feizhi.md": document(标题="青岚区医疗救助办法", 文号="青政规〔2026〕3号"),
    f"{RULES}/xin.md": document(标题="青岚区社会救助办法", 文号="青政规〔2026〕4号", **{
        "成文日期": "2026-11-02", "发布日期": "2026-11-05 09:00", "施行日期": "2027-01-01",
        "废止": "[青政规〔2026〕3号]", "修改": "[{文件: 青政规〔2022〕2号, 条款: 第三条, 日期: 2027-01-10}]"}),
    f"{RULES}/jianglai.md": document(标题="关于延续《青岚区临时救助办法》有效期的通知", 文号="青政规〔2026〕5号", **{
        "成文日期": "2026-11-18", "发布日期": "2026-12-01 09:00", "施行日期": "2027-01-05", "有效期至": "2029-01-15",
        "延续": "[青政规〔2022〕2号]"}),
    f"{NOTICES}/_column.yaml": "标题: 通知公告\n收录: [政府信息, 征求意见]\n",
    f"{NOTICES}/yijian.md": record(类型="征求意见", 标题="征求意见公告", 开始日期="2026-12-05", 截止日期="2027-01-08"),
    f"{NOTICES}/jianglai.md": record(标题="关于元旦放假的通知", 发布日期="2026-12-20 09:00"),
    f"{NOTICES}/caogao.md": record(标题="草稿", 发布日期="2026-12-21 09:00", 稿件状态="草稿"),
}  # fmt: skip


def shown(site) -> dict[str, object]:
    """Return what each page shows that may change with the day, apart from the line that tells the day itself."""
    shelf = make_shelf(site)
    pages = [(item.path, document_page(item, shelf)) for item in site.records]
    seen = {
        path: (page.state, page.notice, page.steps, page.note, page.consultation and page.consultation.phase)
        for path, page in pages
    }
    return seen | {"": coming_changes(shelf, 90, 1000)}


def days(place: World):
    """Return the site of the first day, and what gives it as of another day without reading again."""
    checked = place.check(START)
    return checked.site, lambda day: pipeline.site_on(checked.content, day)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return World(tmp_path_factory.mktemp("coming"), {**BASE, **FILES})


def test_every_day_on_which_a_page_changes_is_named_with_its_page(place):
    calendar = calendar_of(*days(place), 75)
    named = {(change.on, change.path) for change in calendar.changes}
    changed, home = set(), set()
    before = shown(place.check(START).site)
    for number in range(1, 76):
        day = START + timedelta(days=number)
        after = shown(place.check(day).site)
        changed |= {(day, path) for path in after if path and before.get(path) != after[path]}
        home |= {day} if before[""] != after[""] else set()
        before = after
    assert (
        named - {(change.on, change.path) for change in calendar.changes if change.cause is Cause.LIST}
        == changed
    )
    assert home <= {change.on for change in calendar.changes}


def test_what_waits_for_its_day_acts_only_from_then_on(place):
    """Today the old text seems to lapse on 16 January; the renewal that is published in December prevents it."""
    site, on = days(place)
    lapse = [change.on for change in coming(site) if change.words == "效力状态变为已失效（有效期届满，失效）"]
    assert lapse == [date(2027, 1, 16)]
    calendar = calendar_of(site, on, 75)
    assert calendar.next == date(2026, 12, 1)
    told = [f"{change.on} {change.number} {change.words}" for change in calendar.changes]
    assert "2027-01-05 青政规〔2022〕2号 由青政规〔2026〕5号延续到2029年1月15日" in told
    assert not any("已失效（有效期届满" in words for words in told)


def test_drafts_have_no_day(place):
    assert all("草稿" not in change.title for change in coming(place.check(START).site))
