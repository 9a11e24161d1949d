"""有效期 and 施行日期: what the place allows, and how sure that is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.outcome import FILE, findings
from tests.world import document

LOCAL = "content/site.yaml"
PROFILE = """\
代码: bendi
名称: 本地口径
沿用: default
有效期:
  必须载明: {值: 是, 来源: 本地规定第五条, 可信度: TRUST, 适用自: 2020-01-01}
  一般最长年限: {值: 5, 来源: 本地规定第六条, 可信度: TRUST}
  试行最长年限: {值: 2, 来源: 本地规定第七条, 可信度: TRUST}
施行:
  规范性文件公布后天数: {值: 30, 来源: 本地规定第八条, 可信度: TRUST}
"""
FIVE_YEARS = "2031-02-09"
REPRINT = "{来源: 海川市人民政府, 地址: 'https://www.haichuan.gov.cn/1.html', 原发布日期: 2026-01-05}"
NEARLY_FIVE = "2030-12-31"
CASES = {
    "five years less a day": ({"有效期至": FIVE_YEARS}, []),
    "five years to the same date": ({"有效期至": "2031-02-10"}, []),
    "five years and a day": ({"有效期至": "2031-02-11"}, ["SG462"]),
    "no term": ({}, ["SG460"]),
    "no term, older than the rule": (
        {
            "文号": "青政规〔2019〕1号",
            "成文日期": "2019-12-31",
            "发布日期": "2020-01-02 09:00",
            "施行日期": "2020-03-01",
        },
        [],
    ),
    "no term, but it only repeals": ({"标题": "青岚区人民政府关于废止部分规范性文件的决定"}, []),
    "no term in 公文, which the column does not take": ({"类型": "公文"}, ["SG502"]),
    "no term in a draft": ({"稿件状态": "草稿"}, []),
    "no term in a reprint": ({"转载": REPRINT}, []),
    "no term, waits for its day": ({"发布日期": "2027-01-05 09:00", "施行日期": "2027-03-01"}, ["SG460"]),
    "ended long ago": (
        {
            "文号": "青政规〔2010〕1号",
            "成文日期": "2010-01-05",
            "发布日期": "2010-01-06 09:00",
            "施行日期": "2010-01-10",
            "有效期至": "2020-12-31",
        },
        [],
    ),
    "two years on trial": ({"标题": "青岚区临时救助暂行办法", "有效期至": "2028-02-09"}, []),
    "three years on trial": ({"标题": "青岚区临时救助暂行办法", "有效期至": "2029-02-09"}, ["SG461"]),
    "six years on trial are told once": (
        {"标题": "青岚区临时救助办法（试行）", "有效期至": "2032-02-09"},
        ["SG461"],
    ),
    "names a text on trial": (
        {"标题": "关于修改《青岚区临时救助暂行办法》的通知", "有效期至": FIVE_YEARS},
        [],
    ),
    "thirty days": ({"施行日期": "2026-02-05", "有效期至": NEARLY_FIVE}, []),
    "29 days": ({"施行日期": "2026-02-04", "有效期至": NEARLY_FIVE}, ["SG464"]),
    "29 days with a reason": (
        {"施行日期": "2026-02-04", "有效期至": NEARLY_FIVE, "立即施行理由": "不立即施行将有碍施行"},
        [],
    ),
    "29 days, but it only repeals": (
        {"标题": "青岚区人民政府关于废止部分规范性文件的决定", "施行日期": "2026-02-04"},
        [],
    ),
    "29 days and it amends": (
        {
            "标题": "关于修改《医疗救助办法》的决定",
            "施行日期": "2026-02-04",
            "修改": "[{文件: 青政规〔2018〕2号, 标题: 《医疗救助办法》}]",
        },
        ["SG464"],
    ),
    "on the day of publication": ({"施行日期": "2026-01-06", "有效期至": "2031-01-05"}, ["SG464"]),
    "before publication": ({"施行日期": "2026-01-05", "有效期至": "2031-01-04"}, ["SG463"]),
    "before publication, put up later": (
        {"施行日期": "2026-01-05", "有效期至": "2031-01-04", "补录": "是"},
        [],
    ),
    "before publication, with a reason": (
        {"施行日期": "2026-01-05", "有效期至": "2031-01-04", "溯及既往": "补贴从年初发放"},
        [],
    ),
    "before it was written": ({"施行日期": "2026-01-02", "有效期至": "2031-01-01"}, ["SG248"]),
}


@pytest.mark.parametrize(("fields", "expected"), CASES.values(), ids=CASES)
def test_terms_and_commencement(world, fields, expected):
    files = {FILE: document(**fields), "catalogs/profiles/bendi.yaml": PROFILE.replace("TRUST", "✔")}
    assert [found.id for found in findings(world, files, "地方规则: bendi\n")] == expected


def test_rule_that_was_not_read_in_the_original_only_warns(world):
    for trust, severity in {"✔": "error", "◐": "warning", "✎": "warning"}.items():
        files = {FILE: document(), "catalogs/profiles/bendi.yaml": PROFILE.replace("TRUST", trust)}
        (found,) = findings(world, files, "地方规则: bendi\n", folder=severity + trust)
        assert (found.id, found.severity) == ("SG460", severity)
        assert f"（依据：本地规定第五条，可信度{trust}）" in found.help


def test_place_that_does_not_follow_a_rule_is_not_told_of_it(world):
    profile = "代码: bendi\n名称: 本地口径\n沿用: default\n施行:\n  规范性文件公布后天数: {采用: 否}\n"
    files = {FILE: document(施行日期="2026-01-08"), "catalogs/profiles/bendi.yaml": profile}
    assert findings(world, files, "地方规则: bendi\n") == ()


def test_help_counts_the_last_day_as_the_place_does(world):
    """The same five years end on the day before the date, or on the date."""
    same_day = "  届满日: {值: 同日, 来源: 民法典, 可信度: ✔}\n"
    for extra, last in {"": "2031年2月9日", same_day: "2031年2月10日"}.items():
        profile = PROFILE.replace("施行:\n", extra + "施行:\n").replace("TRUST", "✔")
        files = {FILE: document(有效期至="2040-01-01"), "catalogs/profiles/bendi.yaml": profile}
        (found,) = findings(world, files, "地方规则: bendi\n", folder=last)
        assert f"满5年是{last}" in found.help


def test_what_has_ended_meanwhile_needs_no_term(world):
    files = {FILE: document(), "catalogs/profiles/bendi.yaml": PROFILE.replace("TRUST", "✔")}
    files["content/zhengce/xzgfxwj/xin.md"] = document(
        标题="青岚区社会救助办法", 文号="青政规〔2026〕2号", 废止="[青政规〔2026〕1号]", 有效期至="2031-02-09"
    )
    assert findings(world, files, "地方规则: bendi\n", as_of=date(2026, 3, 1)) == ()
