"""What single cells mean: time limits, marks, points, documents, numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sitegen.importing.limits import time_limit
from sitegen.importing.marks import chosen, is_tick, vocabulary
from sitegen.importing.points import points
from sitegen.importing.reading import row_number
from sitegen.importing.texts import clean, name_of, names_of_bodies, references
from tests.importing.cases import WORDS

SHIPPED = Path(__file__).parents[2] / "catalogs" / "domains"
CHANNELS = vocabulary(tuple(WORDS.channels.items()), WORDS)


def shipped_limits() -> list[dict[str, object]]:
    found = {}
    for file in sorted(SHIPPED.glob("*.yaml")):
        for item in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["事项"]:  # noqa: S506 - text only
            if "公开时限" in item:
                found[item["公开时限"]["原文"]] = item["公开时限"]
    return list(found.values())


def as_written(limit) -> dict[str, object]:
    names = {
        "工作日": limit.working_days,
        "自然日": limit.calendar_days,
        "类型": limit.sort,
        "起算": limit.counted_from,
    }
    return {key: str(value) for key, value in names.items() if value}


def test_the_limits_of_the_shipped_catalogues_are_read_as_people_read_them():
    """All but two that do not say plainly from when days count; those are reported."""
    wrong = set()
    for wanted in shipped_limits():
        limit, _ = time_limit(str(wanted["原文"]), working=False)
        parts = [({"内容": part.content} if part.content else {}) | as_written(part) for part in limit.parts]
        got = as_written(limit) | ({"分项": parts} if parts else {})
        if got != {key: value for key, value in wanted.items() if key != "原文"}:
            wrong.add(wanted["原文"])
    assert wrong <= {"资金分配结果下达15个工作日内", "提前一周发通知邀请"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("二十个工作日内", {"工作日": "20"}),
        ("信息形成或变更之日起\n20个工作\n日内", {"工作日": "20"}),
        ("自收到申请之日起15个工作日内", {"工作日": "15", "起算": "收到申请"}),
        ("形成后3日内", {"自然日": "3"}),
        ("信息自形成之日起7个工作日", {"工作日": "7"}),
        ("每年3月底前", {}),
        ("公示期不少于7日", {}),
        ("提前5个工作日", {}),
        ("20个工作日内公开，7日内更正", {}),
        ("实时/及时", {}),
        ("按规定", {}),
    ],
)
def test_limits(text, read):
    limit, understood = time_limit(text, working=False)
    assert as_written(limit) == read
    assert understood == bool(read)


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("■政府网站 □政府公报", "政府网站"),
        ("R政府网站£政府公报R其他：办税厅", "政府网站 其他：办税厅"),
        ("口政府网站口发布会/听证会t两微一端", "两微一端"),
        ("政府网站√政府公报□精准推送√", "政府网站 精准推送"),
        ("■政 府\n网站■社区/企事业单位/村公示栏(电子屏)", "政府网站 社区/企事业单位/村公示栏（电子屏）"),
        ("政府网站、公开查阅点", "政府网站 公开查阅点"),
        ("政府网站\n政务大厅\n公示栏", "政府网站 政务大厅 公示栏"),
        ("■投资项目在线\n审批监管平台 ■政府网站", "投资项目在线审批监管平台 政府网站"),
        ("■办事窗口 □政府网站", "办事窗口"),
        ("ABCt政府网站", "ABCt 政府网站"),
        ("▲政府网站", "政府网站"),
        ("□政府公报■其他（请注明） 微信群", "其他：微信群"),
        ("■其他（村务群）", "其他：村务群"),
    ],
)
def test_channels_that_are_chosen(text, ticked):
    result = chosen(text, CHANNELS)
    named = [
        f"{token.known}：{token.detail}" if token.detail else token.known or token.name
        for token in result.tokens
    ]
    assert " ".join(named) == ticked
    assert result.problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("■政府网站 政府公报", "“政府公报”前面没有勾选符号"),
        ("□政府网站 □政府公报", "一个也没有勾选"),
        ("√", "看不出选的是什么"),
        (" ".join(f"■{name}" for name in WORDS.channel_titles), "全部都勾选了"),
        (" ".join(WORDS.channel_titles), "勾选符号丢了"),
    ],
)
def test_unclear_channels_are_told(text, problem):
    assert any(problem in each for each in chosen(text, CHANNELS).problems)


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("√", True),
        ("R", True),
        ("V", True),
        ("是", True),
        ("", False),
        ("□", False),
        ("/", False),
        ("县级", None),
    ],
)
def test_cells_of_ticks(text, ticked):
    assert is_tick(text, WORDS) is ticked


@pytest.mark.parametrize(
    ("text", "parts", "unclear"),
    [
        ("机构职能；机构设置。", "机构职能 机构设置", False),
        ("1.机构职能2.机构设置", "机构职能 机构设置", False),
        ("1.机构职能；2.机构设置", "机构职能 机构设置", False),
        ("①机构职能②机构设置", "机构职能 机构设置", False),
        ("一般预算：①收入表②支出表；\n说明", "一般预算：①收入表②支出表 说明", False),
        ("●机构\n职能\n●机构设置", "机构职能 机构设置", False),
        ("（一）机构职能\n（二）机构设置", "机构职能 机构设置", False),
        ("机构职能、机构设置", "机构职能、机构设置", False),
        ("●预算到项；决算到类\n●说明", "预算到项；决算到类 说明", False),
        ("期满后公开。1.位置；2.面积", "期满后公开 位置 面积", False),
        ("- 位置\n- 面积", "位置 面积", False),
        ("机构名称\n办公地址和邮编\n电话", "机构名称 办公地址和邮编 电话", False),
        ("机构名称\n办公地址\n联系方式", "机构名称 办公地址 联系方式", True),
        ("自信息形\n成或者变\n更的文件", "自信息形成或者变更的文件", False),
        ("政策（含解读；\n图解）", "政策（含解读；图解）", False),
        ("2.5亿元以上的项目", "2.5亿元以上的项目", False),
        ("", "", False),
    ],
)
def test_points(text, parts, unclear):
    assert points(text) == (tuple(parts.split()), unclear)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("《甲法》、《乙法》", ["《甲法》", "《乙法》"]),
        ("《甲法》（2015年）《乙\n办法》", ["《甲法》（2015年）", "《乙办法》"]),
        ("1.《甲法》；\n2.《乙法》第三、四条", ["《甲法》", "《乙法》第三、四条"]),
        ("【法律】《甲法》\n【部门规章】《乙办法》", ["【法律】《甲法》", "【部门规章】《乙办法》"]),
        ("《关于印发〈甲办法〉\n的通知》", ["《关于印发〈甲办法〉的通知》"]),
        ("《甲法》\n有关规定", ["《甲法》", "有关规定"]),
        ("《甲法》\n第三条", ["《甲法》第三条"]),
        ("《财政部 住房城乡建设部关于甲\n办法的通知》", ["《财政部 住房城乡建设部关于甲办法的通知》"]),
    ],
)
def test_documents_that_a_cell_names(text, documents):
    assert list(references(text)) == documents


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", "1"),
        ("1.", "1"),
        ("（1）", "1"),
        ("一、", "1"),
        ("(二十一)", "21"),
        ("③", "3"),
        ("0101", "0101"),
        ("1.2", "1.2"),
        ("甲", "甲"),
    ],
)
def test_row_numbers(text, number):
    assert row_number(text) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.政策文件", "政策文件"),
        ("（三）\n办事\n指南", "办事指南"),
        ("行政 许可", "行政许可"),
        ("12345热线", "12345热线"),
        ("①", "①"),
    ],
)
def test_names_of_items(text, name):
    assert name_of(text) == name


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("县教育\n部门", "县教育部门"),
        ("县人民政府\n街道办事处", "县人民政府、街道办事处"),
        ("城市管理\n综合执法局", "城市管理综合执法局"),
    ],
)
def test_bodies(text, line):
    assert names_of_bodies(text) == line


def test_cleaning():
    assert clean("２０\u200b 个\u3000工作日_x000D_\r\n\uf0fe网站\u00ad") == "20 个 工作日\n☑网站"
