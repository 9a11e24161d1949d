"""Values of a profile that few places change: each of them changes what is found, shown or counted."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest

from sitegen.disclosure.report_sections import data_until, part_of
from sitegen.model.local_rules import Answer
from sitegen.monitoring.freshness import overdue_of
from sitegen.reporting.inspection import inspection_report
from tests.broken.site_file import broken_sites, lay
from tests.rules.outcome import FILE, SITE, findings
from tests.world import BASE, document, record

BENDI = "catalogs/profiles/bendi.yaml"
HEAD = "目录: 地方口径\n代码: bendi\n名称: 本地口径\n沿用: default\n版本: '1'\n"
LOCAL = "地方规则: bendi\n"
NOTICE = "content/fdzdgknr/tongzhi/a.md"
PLAIN = "前言。\n一、总体情况\n（一）主动公开。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\
三、本年度办理结果\t9\n五、存在的主要问题及改进情况\n问题一。\n问题二。\n六、其他需要报告的事项\n没有。"


def profile(*lines: str) -> dict[str, str]:
    return {BENDI: HEAD + "".join(f"{line}\n" for line in lines)}


def test_parts_of_a_report():
    assert part_of(PLAIN, "一") == "（一）主动公开。"
    assert part_of(PLAIN, "五") == "问题一。\n问题二。"
    assert part_of(PLAIN, "四") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("数据统计期限为2025年1月1日至12月31日。", date(2025, 12, 31)),
        ("本报告所列数据的统计期限自2024年1月1日起，至2024年12月31日止。", date(2024, 12, 31)),
        ("数据截至2025年11月30日。", date(2025, 11, 30)),
        ("统计时间为1月1日至6月30日", date(2025, 6, 30)),
        ("完成数据迁移，5月1日至6月15日试运行。", None),
        ("统计期限为1月1日至13月40日", None),
    ],
)
def test_days_that_the_figures_of_a_report_cover(text, expected):
    found = data_until(text, 2025)
    assert (found[0] if found else None) == expected


ADOPTED = "  采用: {值: 是, 来源: 本地规定, 可信度: ✔}"
CHANGED = {
    "annual-report-as-last-year": {
        "SG821": ("年报:", "  总体情况字数上限: {值: 1100, 来源: 本地规定, 可信度: ✔}"),
        "SG822": ("年报:", "  数据截止: {值: 11-30, 来源: 本地规定, 可信度: ✔}"),
        "SG823": ("年报:", "  与上年相似度上限: {采用: 否}"),
    },
    "items-below-the-least": {
        "SG824": ("事项最低要求:", ADOPTED, "  最少条数: {值: 2, 来源: 本地规定, 可信度: ✔}"),
        "SG825": ("事项最低要求:", ADOPTED, "  相邻两条间隔天数: {采用: 否}"),
    },
    "page-of-heavy-pictures": {"SG826": ("网页:", "  页面大小上限千字节: {值: 132, 来源: 本地规定, 可信度: ✎}")},
}  # fmt: skip
CASES = [(site, number) for site, changes in CHANGED.items() for number in changes]


@pytest.mark.parametrize(("name", "number"), CASES)
def test_another_value_finds_nothing(world, name, number):
    """The broken site of that name has all of the findings: with one value changed, that one goes."""
    place = world()
    lay(next(site for site in broken_sites() if site.name == name), place.folder)
    told = {found.id for found in place.check().diagnostics}
    assert told == set(CHANGED[name])
    place.write(profile(*CHANGED[name][number]) | {SITE: BASE[SITE] + LOCAL})
    assert {found.id for found in place.check().diagnostics} == told - {number}


def test_items_are_left_alone_where_the_place_adopts_nothing(world):
    place = world()
    lay(next(site for site in broken_sites() if site.name == "items-below-the-least"), place.folder)
    place.write(profile("事项最低要求:", "  最少条数: {值: 9, 来源: 本地规定, 可信度: ✔}"))
    assert place.check().diagnostics == ()


@pytest.mark.parametrize("written", ["财政、金融、审计\\财政", "财政、金融、审计-财政"])
@pytest.mark.parametrize("sign", ["-", "\\"])
def test_classes_of_themes_are_joined_by_the_sign_of_the_place(world, written, sign):
    files = {FILE: document(主题分类=written), SITE: BASE[SITE] + LOCAL}
    made = world(files | profile("主题分类:", f"  写法: {{值: '{sign}', 来源: 本地规定, 可信度: ✔}}"))
    assert made.build().diagnostics == ()
    shown = f"财政、金融、审计{sign}财政"
    assert json.loads(made.page("zhengce/xzgfxwj/jiuzhu.json"))["theme"] == shown
    assert f"<dd>{shown}</dd>" in made.page("zhengce/xzgfxwj/jiuzhu.html")
    assert shown in made.page("data/taizhang.csv")


@pytest.mark.parametrize(
    ("stays", "number", "expected"),
    [
        ("是", "QL0002000/2026-00001", ["SG335"]),
        ("否", "QL0002000/2026-00001", []),
        ("否", "QL0001000/2026-00009", ["SG335"]),
    ],
)
def test_numbers_change_with_the_publisher_where_the_place_says_so(world, stays, number, expected):
    rule = f"  不因发布机构变更而更改: {{值: {stays}, 来源: 本地规定, 可信度: ✔}}"
    files = {SITE: BASE[SITE] + LOCAL, NOTICE: record(索引号="QL0001000/2026-00001")}
    made = world(files | profile("索引号:", rule))
    made.build()
    made.write({NOTICE: record(索引号=number, 发布机构="青岚区民政局")})
    assert [found.id for found in made.build().diagnostics if found.id == "SG335"] == expected


def test_all_steps_of_review_are_named_where_the_place_shows_them(world):
    files = {NOTICE: record(审核="{审核: 办公室}")} | profile(
        "公文:", "  公开审核署名: {值: 必填, 可选值: [必填, 选填], 来源: 本地规定, 可信度: ✔}"
    )
    (found,) = [found for found in findings(world, files, LOCAL) if found.id == "SG251"]
    assert found.severity == "warning"
    assert found.message == "审核里没有写“拟稿、发布”，本站要求写明拟稿、审核、发布。"
    demanded = findings(world, files, f"{LOCAL}审核要求: [拟稿]\n", folder="demanded")
    assert [found.severity for found in demanded if found.id == "SG251"] == ["error"]
    assert "SG251" not in [found.id for found in findings(world, {NOTICE: files[NOTICE]}, folder="other")]


def test_points_that_are_lost_stand_in_the_report(world):
    files = {
        SITE: BASE[SITE] + LOCAL + "开通日期: 2020-01-01\n",
        "content/fdzdgknr/liuyan/_column.yaml": "标题: 留言选登\n收录: [政府信息]\n法定内容: [a20-15]\n",
        "content/fdzdgknr/liuyan/a.md": record(发布日期="2026-09-20 09:00", 成文日期="2026-09-20"),
    }
    made = world(files | profile("计分:", "  留言答复未更新扣分: {值: 4, 来源: 本地规定, 可信度: ✔}"))
    checked = made.check()
    report = inspection_report(checked.site, checked.diagnostics, (), {}, 30)
    told = {each.name: each for each in report.indicators}
    assert told["留言答复类栏目超期未更新，扣分"].value == "4分（留言选登）"
    assert "政策文件类栏目超期未更新，扣分" not in told
    answers = checked.site.catalogues.profile.freshness.answers
    assert [column.title for column in overdue_of(checked.site, answers)] == ["留言选登"]
    assert overdue_of(checked.site, msgspec.structs.replace(answers, value=61)) == ()
    assert overdue_of(checked.site, msgspec.structs.replace(answers, adopted=Answer.NO)) == ()
