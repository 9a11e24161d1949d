"""A column that is open to the public, looked at as a whole: empty, stale, unreported, without a guide."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.monitoring.freshness import column_updates, empty_columns
from tests.rules.outcome import SITE
from tests.world import AS_OF, BASE, PARTS, PDF, record, sound_file

FULL = {
    **{
        f"content/{folder}/_column.yaml": f"标题: {title}\n说明: 说明。\n关键词: [公开]\n栏目类型: [信息公开目录]\n"
        f"收录: [政府信息]\n"
        for folder, title in PARTS.items()
    },
    **{f"content/{folder}/yi.md": record(发布日期="2026-11-19 09:00", 成文日期="2026-11-18") for folder in PARTS},
    "content/zhengce/xzgfxwj/_column.yaml": "",
    "content/zhengce/jiedu/_column.yaml": "",
    "content/fdzdgknr/tongzhi/_column.yaml": "",
}
FOOTER = """\
开通日期: 2020-01-01
ICP备案号: 岚ICP备05009999号-1
公安备案号: 岚公网安备 33999902000001号
联系电话: 0999-5550101
联系地址: 青岚区云山路1号
门户: {名称: 青岚区人民政府, 找错地址: "https://www.qinglan.gov.cn/jiucuo/"}
"""
WHOLE_BODY = """\
职能: 管理。
内设机构: [{名称: 办公室, 职责: 办公}]
办公地址: 青岚区云山路1号
办公时间: 工作日9:00—17:00
联系电话: 0999-5550101
负责人: [{姓名: 林知夏, 职务: 主任}]
"""
LEAF = "标题: {}\n说明: 说明。\n关键词: [公开]\n栏目类型: [信息公开目录]\n收录: [政府信息]\n法定内容: [a20-15]\n"
FRESH, OLD = "2026-11-19 09:00", "2026-01-06 09:00"


@pytest.fixture
def told(world):
    """Give the findings of a column that is in order but for `files`."""

    def of(files: dict[str, str], settings: str = FOOTER, as_of: date = AS_OF) -> list[str]:
        guide = record(类型="政府信息公开指南", 发布日期=FRESH, 成文日期="2026-11-18", 附件="[zhinan.pdf]")
        whole = {
            **{name: text for name, text in FULL.items() if text},
            "content/zhinan/_column.yaml": LEAF.format("政府信息公开指南").replace("政府信息]", "政府信息公开指南]"),
            "content/zhinan/yi.md": guide,
            "content/zhinan/yi/zhinan.pdf": PDF,
            "content/jigou/qu-zhengfu.yaml": "名称: 青岚区人民政府\n" + WHOLE_BODY,
            "content/jigou/minzheng.yaml": "名称: 青岚区民政局\n" + WHOLE_BODY,
            SITE: BASE[SITE] + settings,
            **files,
        }
        place = world(whole)
        gone = [name for name, text in FULL.items() if not text and name not in files]
        place.remove(*gone)
        return [found.id for found in place.check(as_of).diagnostics]

    return of


def test_column_in_order(told):
    assert told({}) == []


def leaf(name: str, title: str = "统计信息", more: str = "", **fields: str) -> dict[str, str]:
    folder = f"content/fdzdgknr/{name}"
    files = {f"{folder}/_column.yaml": LEAF.format(title) + more}
    return {**files, f"{folder}/yi.md": record(**fields)} if fields else files


COLUMNS = {
    "an empty column": (leaf("tongji"), ["SG544"]),
    "five empty columns": (
        {name: text for n in range(5) for name, text in leaf(f"kong-{n}").items()},
        ["SG544"] * 5 + ["SG547"],
    ),
    "a declaration that there is nothing": (
        leaf("tongji", 类型="无此类信息", 理由="今年没有。", 发布日期=FRESH, 成文日期="2026-11-18"),
        [],
    ),
    "stale by its own word": (leaf("tongji", more="更新周期: 90\n", 发布日期=OLD), ["SG545"]),
    "old, but nobody sets a limit": (leaf("tongji", 发布日期=OLD), []),
    "old, but verified": (leaf("tongji", more="更新周期: 90\n", 发布日期=OLD, 核验日期="2026-11-01"), []),
    "neglected ones count whatever limit they set themselves": (
        {
            name: text
            for n in range(5)
            for name, text in leaf(f"tongzhi-{n}", "通知公告", "更新周期: 1000\n", 发布日期=OLD).items()
        },
        ["SG547"],
    ),
    "stale by its title": (leaf("tongzhi", "通知公告", 发布日期=OLD), ["SG545"]),
    "no statutory item": (
        {
            name: text.replace("法定内容: [a20-15]\n", "")
            for name, text in leaf("dongtai", 发布日期=FRESH, 成文日期="2026-11-18").items()
        },
        ["SG548"],
    ),
    "a type that is not for this column": (
        {
            name: text.replace("信息公开目录", "工作动态")
            for name, text in leaf("dongtai", more="更新周期: 30\n", 发布日期=FRESH, 成文日期="2026-11-18").items()
        },
        ["SG551"],
    ),
    "a column without tags": (
        {"content/fdzdgknr/_column.yaml": "标题: 法定主动公开内容\n收录: [政府信息]\n"},
        ["SG552"],
    ),
}


@pytest.mark.parametrize(("files", "expected"), COLUMNS.values(), ids=COLUMNS)
def test_columns(told, files, expected):
    assert sorted(told(files)) == expected


def test_before_the_column_opens(told):
    assert told({**leaf("tongji"), **leaf("tongzhi", "通知公告", 发布日期=OLD)}, "开通日期: 2026-11-21\n") == []


def test_nothing_published_for_two_weeks(told):
    assert told({}, as_of=date(2026, 12, 3)) == []
    assert told({}, as_of=date(2026, 12, 4)) == ["SG546"]


SETTINGS = {
    "no numbers in the footer": ("开通日期: 2020-01-01\n", ["SG553"]),
    "an ICP number that is none": (FOOTER.replace("ICP备05009999号-1", "ICP05009999"), ["SG554"]),
    "a police number with too few digits": (FOOTER.replace("33999902000001", "33999902"), ["SG554"]),
}


@pytest.mark.parametrize(("settings", "expected"), SETTINGS.values(), ids=SETTINGS)
def test_settings(told, settings, expected):
    assert told({}, settings) == expected


def test_address_outside_the_domain_of_governments(told):
    settings = BASE[SITE].replace("www.qinglan.gov.cn", "www.qinglan.com") + FOOTER
    assert told({SITE: settings}) == ["SG554"]


def test_guide(told):
    without = {"content/zhinan/_column.yaml": LEAF.format("政府信息公开指南"), "content/zhinan/yi.md": record()}
    assert told({**without, "content/zhinan/yi/zhinan.pdf": PDF}) == ["SG537", "SG311"]
    assert told({}, as_of=date(2027, 11, 20)).count("SG549") == 1


def test_body_without_its_statutory_elements(told):
    files = {"content/jigou/minzheng.yaml": "名称: 青岚区民政局\n办公地址: 青岚区和安路9号\n"}
    assert told(files) == ["SG550"]
    assert told({name: text + "撤并日期: 2024-01-01\n" for name, text in files.items()}) == []


BODY = "content/jigou/minzheng.yaml"
REPORTING = {BODY: "名称: 青岚区民政局\n类别: 政府部门\n" + WHOLE_BODY}
HEADINGS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def report(*headings: str, **fields: str) -> dict[str, str]:
    body = "\n\n".join(f"## {n}、{title}\n\n内容。" for n, title in zip("一二三四五六", headings, strict=False))
    given = {"类型": "政府信息公开年报", "年度": "2025", "发布机构": "青岚区民政局", "成文日期": "2026-01-05"}
    column = LEAF.format("政府信息公开年报").replace("政府信息]", "政府信息, 政府信息公开年报]")
    return {
        "content/nianbao/_column.yaml": column,
        "content/nianbao/2025.md": record(body, **(given | fields)),
        **REPORTING,
    }


REPORTS = {
    "no report": (REPORTING, ["SG541"]),
    "the report is there": (report(*HEADINGS), []),
    "the last day": (report(*HEADINGS, 发布日期="2026-01-31 09:00"), []),
    "a day late": (report(*HEADINGS, 发布日期="2026-02-01 09:00"), ["SG542"]),
    "late, and put up later": (report(*HEADINGS, 发布日期="2026-02-01 09:00", 补录="是"), []),
    "of five parts": (report(*HEADINGS[:5]), ["SG543"]),
    "in another order": (report(*HEADINGS[1:], HEADINGS[0]), ["SG543"]),
    "a part under another name": (report(*HEADINGS[:5], "其他事项"), ["SG543"]),
    "an old report in the form of its time": (report("概述", 年度="2018"), ["SG541"]),
    "the body was founded this year": ({BODY: REPORTING[BODY] + "成立日期: 2026-01-10\n"}, []),
    "the body was ended in January": ({BODY: REPORTING[BODY] + "撤并日期: 2026-01-20\n"}, []),
}


@pytest.mark.parametrize(("files", "expected"), REPORTS.values(), ids=REPORTS)
def test_annual_reports(told, files, expected):
    assert told(files) == expected


def test_government_has_until_the_end_of_march(told):
    files = {"content/jigou/qu-zhengfu.yaml": "名称: 青岚区人民政府\n类别: 政府\n" + WHOLE_BODY}
    assert "SG541" not in told(files, as_of=date(2026, 3, 31))
    assert "SG541" in told(files, as_of=date(2026, 4, 1))


ATTACHED = {
    "a sound file": ("shenqingbiao.docx", []),
    "in a folder": ("2026/biao-1.xlsx", []),
    "an odd format": ("liucheng.psd", ["SG555"]),
    "no format at all": ("liucheng", ["SG555"]),
    "a Chinese name": ("申请表.docx", ["SG557"]),
    "a space in the name": ("shen qing.docx", ["SG557"]),
}


@pytest.mark.parametrize(("name", "expected"), ATTACHED.values(), ids=ATTACHED)
def test_attachments(world, name, expected):
    files = {
        "content/fdzdgknr/tongzhi/gongnuan.md": record(附件=f"['{name}']"),
        f"content/fdzdgknr/tongzhi/gongnuan/{name}": sound_file(name),
    }
    assert [found.id for found in world(files).check().diagnostics] == expected


def test_heavy_attachment(world):
    files = {
        "content/fdzdgknr/tongzhi/gongnuan.md": record(附件="[biao.pdf]"),
        "content/fdzdgknr/tongzhi/gongnuan/biao.pdf": PDF + b"%" * 2_000_000,
        "catalogs/profiles/bendi.yaml": "代码: bendi\n名称: 本地\n沿用: default\n"
        "附件:\n  大小上限兆字节: {值: 1, 来源: 本地规定, 可信度: ✔}\n",
        SITE: BASE[SITE] + "地方规则: bendi\n",
    }
    assert [found.id for found in world(files).check().diagnostics] == ["SG556"]


def test_column_with_many_records_says_since_when_it_is_open(world):
    files = {f"content/fdzdgknr/tongzhi/xin-{n}.md": record() for n in range(200)}
    assert [found.id for found in world(files).check().diagnostics] == ["SG559"]


def test_news_below_is_news_above(world):
    site = world({"content/fdzdgknr/tongzhi/gongnuan.md": record()}).check().site
    assert site is not None
    assert [(update.column.path, update.count, update.last) for update in column_updates(site)] == [
        ("fdzdgknr", 1, date(2026, 1, 6)),
        ("fdzdgknr/tongzhi", 1, date(2026, 1, 6)),
    ]
    assert [column.path for column in empty_columns(site)] == [
        "nianbao",
        "yishenqing",
        "zhengce/jiedu",
        "zhengce/xzgfxwj",
        "zhidu",
        "zhinan",
    ]
