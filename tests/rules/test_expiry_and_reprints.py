"""Terms that end soon, reprints, registry numbers, consultations that had to be, guests of meetings, guides."""

from __future__ import annotations

import pytest

from tests.rules.outcome import FILE, SITE, findings
from tests.world import BASE, document, record

OPEN = "开通日期: 2020-01-01\n"
SECOND = "content/zhengce/xzgfxwj/gongyang.md"
NOTICE = "content/fdzdgknr/tongzhi/a.md"
WHERE = '地址: "https://www.gov.cn/1.html", 原发布日期:'
LOCAL = """\
代码: bendi
名称: 本地口径
沿用: default
会议:
  缺少列席情况时: {值: 提醒, 来源: 本地规定第九条, 可信度: ✔}
网页:
  可以链接的域名: {值: '(^|[.])(gov[.]cn|edu[.]cn)$', 来源: 本地规定, 可信度: ✎}
"""


def told(world, files: dict[str, str], *numbers: str, settings: str = "") -> list[str]:
    return [each.id for each in findings(world, files, settings) if each.id in numbers]


TERMS = {
    "six weeks left": ({"有效期至": "2026-12-31"}, ["SG790"]),
    "the last day": ({"有效期至": "2026-11-20"}, ["SG790"]),
    "seven months left": ({"有效期至": "2027-06-21"}, []),
    "over": ({"有效期至": "2026-11-19"}, []),
    "assessed": ({"有效期至": "2026-12-31", "期满评估": "2026-10-12评估，期满失效"}, []),
    "of somebody else": ({"有效期至": "2026-12-31", "转载": f"{{来源: 海川市人民政府, {WHERE} 2022-01-04}}"}, []),
}


@pytest.mark.parametrize(("fields", "expected"), TERMS.values(), ids=TERMS)
def test_terms_that_end_soon(world, fields, expected):
    given = {"成文日期": "2022-01-04", "发布日期": "2022-01-05 09:00", "施行日期": "2022-02-10", **fields}
    assert told(world, {FILE: document(**given)}, "SG790", settings=OPEN) == expected


def test_term_that_another_document_settles(world):
    old = document(
        成文日期="2022-01-04", 发布日期="2022-01-05 09:00", 施行日期="2022-02-10", 有效期至="2026-12-31"
    )
    new = document(文号="青政规〔2026〕2号", 施行日期="2027-01-01", 有效期至="2031-12-31", 延续="[青政规〔2026〕1号]")
    assert told(world, {FILE: old, SECOND: new}, "SG790", settings=OPEN) == []


def test_terms_of_a_column_that_is_not_open(world):
    assert told(world, {FILE: document(有效期至="2026-12-31")}, "SG790") == []


@pytest.mark.parametrize(("second", "expected"), [("QLGF-2026-007", ["SG569"]), ("QLGF-2026-008", [])])
def test_registry_numbers(world, second, expected):
    files = {
        FILE: document(统一登记号="QLGF-2026-007"),
        SECOND: document(标题="青岚区特困人员供养办法", 文号="青政规〔2026〕2号", 统一登记号=second),
    }
    assert told(world, files, "SG569") == expected


REPRINTS = {
    "whole": (f"{{来源: 海川市人民政府, {WHERE} 2026-01-05}}", {}, []),
    "no address": ("{来源: 海川市人民政府, 原发布日期: 2026-01-05}", {}, ["SG791"]),
    "nothing": ("{来源: 海川市人民政府}", {}, ["SG791"]),
    "on the next day": (f"{{来源: 国务院办公厅, {WHERE} 2026-01-05}}", {}, []),
    "after two days": (f"{{来源: 国务院办公厅, {WHERE} 2026-01-04}}", {}, ["SG792"]),
    "after two days, of a province": (f"{{来源: 岚江省人民政府, {WHERE} 2026-01-04}}", {}, []),
    "put in later": (f"{{来源: 国务院办公厅, {WHERE} 2026-01-04}}", {"补录": "是"}, []),
    "from before the column": (f"{{来源: 国务院办公厅, {WHERE} 2019-01-04}}", {"成文日期": "2019-01-03"}, []),
}


@pytest.mark.parametrize(("reprint", "fields", "expected"), REPRINTS.values(), ids=REPRINTS)
def test_reprints(world, reprint, fields, expected):
    files = {FILE: document(转载=reprint, **fields)}
    assert told(world, files, "SG791", "SG792", settings=OPEN) == expected


def test_reprinted_news_need_no_address(world):
    assert told(world, {NOTICE: record(转载="{来源: 青岚日报}")}, "SG791") == []


def test_document_that_had_to_be_put_to_the_public(world):
    call = record(
        开始日期="2025-11-06",
        截止日期="2025-12-10",
        反馈渠道="['电话：0999-5550101']",
        形成文件="[青政规〔2026〕1号]",
    )
    column = {"content/zhengce/yijian/_column.yaml": "标题: 征求意见\n收录: [征求意见]\n"}
    wanted = {FILE: document(须征求意见="是")}
    assert told(world, wanted, "SG793") == ["SG793"]
    assert told(world, {FILE: document(须征求意见="否")}, "SG793") == []
    assert told(world, {**wanted, **column, "content/zhengce/yijian/a.md": call}, "SG793") == []


@pytest.mark.parametrize(
    ("local", "guests", "expected"),
    [(True, "", ["SG794"]), (True, "[社区居民代表1人]", []), (False, "", [])],
    ids=["asked for", "given", "not asked for"],
)
def test_guests_of_meetings(world, local, guests, expected):
    meeting = record(会次="第11次", 召开日期="2026-01-05", 议题="[审议办法]", 列席=guests)
    files = {
        "content/fdzdgknr/huiyi/_column.yaml": "标题: 会议公开\n收录: [会议公开]\n法定内容: [a20-15]\n",
        "content/fdzdgknr/huiyi/a.md": meeting,
        "catalogs/profiles/bendi.yaml": LOCAL,
    }
    assert told(world, files, "SG794", settings="地方规则: bendi\n" if local else "") == expected


WHOLE = "依据、条件、材料、流程、时限：五个工作日。地点、办公时间。不收费。电话。\n"
GUIDES = {
    "whole": ("临时救助办事指南", WHOLE, []),
    "without fees": ("临时救助办事指南", WHOLE.replace("不收费。", ""), ["SG795"]),
    "something else": ("关于更新办事指南的通知", "已经更新。\n", []),
}


@pytest.mark.parametrize(("title", "body", "expected"), GUIDES.values(), ids=GUIDES)
def test_guides_to_services(world, title, body, expected):
    assert told(world, {NOTICE: record(body, 标题=title)}, "SG795") == expected


LINKS = {
    "government": ("[甲](https://www.gov.cn/1.html)，[乙](http://zjj.qinglan.gov.cn/)", "", []),
    "two of a company": ("[甲](https://example.com/1)，[乙](https://example.com/2)", "", ["SG796"]),
    "looks like the government": ("[甲](https://www.gov.cn.example.com/)", "", ["SG796"]),
    "post and telephone": ("[甲](mailto:a@example.com)，[乙](tel:0999-5550101)", "", []),
    "of this column": ("[甲](../../zhengce/index.html)", "", []),
    "what the place allows": ("[甲](https://www.qinglan.edu.cn/)", "地方规则: bendi\n", []),
    "an address that cannot be read": ("[甲](https://[1/)", "", []),
}


@pytest.mark.parametrize(("body", "settings", "expected"), LINKS.values(), ids=LINKS)
def test_links_to_other_sites(world, body, settings, expected):
    files = {NOTICE: record(f"{body}\n"), "catalogs/profiles/bendi.yaml": LOCAL}
    assert told(world, files, "SG796", settings=settings) == expected


def test_smallest_site_has_none_of_these(world):
    assert findings(world, {SITE: BASE[SITE]}) == ()
