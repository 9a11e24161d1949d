"""Index numbers, codes, registry numbers, summaries, genres and signatures, as the place wants them."""

from __future__ import annotations

import pytest

from sitegen.rules.metadata import is_checked
from tests.world import BASE, document, record

NOTICE = "content/fdzdgknr/tongzhi/a.md"
RULES = "content/zhengce/xzgfxwj"
BODY = "第一条　制定本办法。本办法自2026年2月10日起施行，有效期至2031年2月9日。\n"


def ids(place) -> list[str]:
    return [each.id for each in place.check().diagnostics]


def rule(**fields: str) -> str:
    return document(BODY, **({"有效期至": "2031-02-09"} | fields))


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("000014349", True),
        ("000014348", False),
        ("11441700007280420Y", True),
        ("11441700007280421Y", False),
        ("MB0Q12345", False),
        ("QL0001000", True),
        ("", True),
    ],
)
def test_check_digits(code, right):
    assert is_checked(code) is right


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("QL0001000/2026-00001", []),
        ("11370322004222241N/2026-5135380", []),
        ("01527918X-2026-153077", []),
        ("青岚2026-1", ["SG560"]),
        ("QL0001000/26-1", ["SG560"]),
    ],
)
def test_forms_of_index_numbers(world, number, found):
    assert ids(world({**BASE, NOTICE: record(索引号=number)})) == found


def test_reprints_keep_the_numbers_of_others(world):
    assert ids(world({**BASE, NOTICE: record(索引号="国2026-1", 转载="{来源: 青岚日报}")})) == []


@pytest.mark.parametrize(
    ("summary", "found"),
    [("十一月起供暖。", []), ("字" * 101, ["SG565"]), ("《关于做好冬季供暖工作的通知》", ["SG566"])],
)
def test_summaries(world, summary, found):
    assert ids(world({**BASE, NOTICE: record(内容概述=summary)})) == found


def test_registry_numbers_are_missed_where_earlier_documents_have_one(world):
    place = world({**BASE, f"{RULES}/a.md": rule()})
    assert ids(place) == []
    earlier = {"文号": "青政规〔2025〕9号", "成文日期": "2025-12-05", "发布日期": "2025-12-06 09:00"}
    place.write({f"{RULES}/b.md": rule(标题="青岚区医疗办法", 统一登记号="QLGF-2025-001", **earlier)})
    assert ids(place) == ["SG562"]
    place.write({f"{RULES}/a.md": rule(统一登记号="QLGF-2026-001")})
    assert ids(place) == []
    place.write({f"{RULES}/a.md": rule(统一登记号="备字1")})
    assert ids(place) == ["SG563"]


@pytest.mark.parametrize(
    ("title", "genre", "found"),
    [
        ("青岚区临时救助办法", "办法", []),
        ("青岚区临时救助办法（2026年修订）", "办法", []),
        ("青岚区临时救助办法", "通知", ["SG564"]),
        ("关于印发《青岚区临时救助办法》的通知", "通知", []),
        ("关于印发青岚区临时救助办法的通知", "办法", []),
        ("关于印发青岚区临时救助办法的通知", "公告", ["SG564"]),
        ("青岚区临时救助那些事", "公告", []),
    ],
)
def test_genres(world, title, genre, found):
    assert ids(world({**BASE, f"{RULES}/a.md": rule(标题=title, 体裁=genre)})) == found


def test_joint_documents_bear_the_number_of_the_lead(world):
    office = "名称: 青岚区财政局\n代码: QL0003000\n机关代字: [青财规]\n"
    files = {**BASE, "content/jigou/caizheng.yaml": office}
    joint = {"文号": "青财规〔2026〕1号"}
    place = world({**files, f"{RULES}/a.md": rule(**joint, 发文机关="[青岚区民政局, 青岚区财政局]")})
    assert ids(place) == ["SG567"]
    place.write({f"{RULES}/a.md": rule(**joint, 发文机关="[青岚区财政局, 青岚区民政局]")})
    assert ids(place) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [("关于调整供暖时间的请示", ["SG568"]), ("2026年政府工作报告", []), ("青岚区预算执行情况的报告", [])],
)
def test_papers_of_a_process_are_noted(world, title, found):
    column = {"content/zhengce/qita/_column.yaml": "标题: 其他文件\n收录: [公文]\n"}
    assert ids(world({**BASE, **column, "content/zhengce/qita/a.md": record(标题=title)})) == found


def test_signatures_must_differ_only_where_the_site_says_so(world):
    signed = record(审核="{拟稿: 沈望川, 审核: 陆远, 发布: 沈望川}")
    place = world({**BASE, NOTICE: signed})
    assert ids(place) == []
    place.write({"content/site.yaml": BASE["content/site.yaml"] + "审核人不同: 是\n"})
    assert ids(place) == ["SG570"]
    place.write({NOTICE: signed.replace("发布: 沈望川", "发布: 江晚舟")})
    assert ids(place) == []
