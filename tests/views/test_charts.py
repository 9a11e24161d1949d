"""The geometry of charts, numbers in and shapes out, and the charts of small columns."""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest

from sitegen.views.chart_of_life import WIDTH as LIFE_WIDTH
from sitegen.views.chart_of_life import Span, life
from sitegen.views.charts import (
    TOTAL_WIDTH,
    WIDTH,
    YEAR_WIDTH,
    Group,
    Series,
    grouped_bars,
    stacked_bars,
    width_of,
)
from sitegen.views.heat_map import SIDE, SQUARES, heat_map
from tests.world import document, lines_of, record

TWO = (Series(name="现行有效", style="in_force"), Series(name="已废止", style="repealed", dark=True))
ROOM = WIDTH - YEAR_WIDTH - TOTAL_WIDTH


def beside_axis(drawn):
    """Return the bars of a drawing without the swatches of its legend."""
    first = drawn.strokes[0].y
    return [bar for bar in drawn.bars if bar.y >= first]


STACKS = {
    "the largest sum fills the room": ([(30, 10), (10, 0)], [[180, 60], [60]]),
    "zero has no bar": ([(0, 4)], [[ROOM]]),
    "nothing at all": ([(0, 0)], [[]]),
    "pieces that round never leave a gap": ([(1, 1), (3, 0)], [[80, 80], [ROOM]]),
}


@pytest.mark.parametrize("name", STACKS)
def test_stacked_bars(name):
    numbers, widths = STACKS[name]
    drawn = stacked_bars(TWO, [Group(name=f"{year}年", values=values) for year, values in enumerate(numbers, 2020)])
    lines = [list(bars) for _, bars in itertools.groupby(beside_axis(drawn), key=lambda bar: bar.y)]
    assert [[bar.width for bar in bars] for bars in lines] == [found for found in widths if found]
    for bars in lines:
        ends = [bar.x + bar.width for bar in bars]
        assert [bar.x for bar in bars] == [YEAR_WIDTH, *ends[:-1]]
        assert ends[-1] <= WIDTH - TOTAL_WIDTH


def test_a_stack_says_its_sum_and_what_there_is_room_for():
    drawn = stacked_bars(TWO, [Group(name="2025年", values=(40, 1))])
    assert [label.text for label in drawn.labels] == ["现行有效", "已废止", "2025年", "40", "41"]


def test_a_figure_over_a_texture_stands_on_plain_ground():
    lapsed = Series(name="已失效", style="lapsed", texture="dots", dark=True)
    drawn = stacked_bars((TWO[0], lapsed), [Group(name="2025年", values=(5, 120)), Group(name="2024年", values=(9, 1))])
    figure = next(label for label in drawn.labels if label.text == "120")
    (plate,) = (bar for bar in drawn.bars if bar.style == "lapsed plate")
    assert not plate.texture
    assert plate.width > width_of("120")
    assert plate.x + plate.width // 2 == figure.x
    assert plate.y < figure.y < plate.y + plate.height


def test_grouped_bars_leave_out_what_is_not_known():
    groups = [
        Group(name="2025年", values=(20.0, 10.0), figures=("20", "10")),
        Group(name="2024年", values=(None, 5.0), figures=("", "5")),
    ]
    drawn = grouped_bars(TWO, groups)
    room = WIDTH - YEAR_WIDTH - width_of("20") - 5
    assert [bar.width for bar in beside_axis(drawn)] == [room, round(room / 2), round(room / 4)]
    assert [bar.style for bar in beside_axis(drawn)] == ["in_force", "repealed", "repealed"]
    assert [label.text for label in drawn.labels[2:]] == ["2025年", "20", "10", "2024年", "5"]


def test_nothing_leaves_the_drawing():
    names = ("现行有效", "已修改", "部分失效", "暂停执行", "已废止", "已失效")
    series = tuple(Series(name=name, style="first") for name in names)
    drawn = stacked_bars(series, [Group(name="2025年", values=(1000, 2, 3, 4, 5, 6))])
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH and bar.y + bar.height <= drawn.height for bar in drawn.bars)
    assert all(0 <= label.x <= WIDTH and 0 < label.y <= drawn.height for label in drawn.labels)


D = date
LIVES = {
    "in force without end: to the edge": ([(D(2020, 1, 1), None, "in_force")], [(0, LIFE_WIDTH)]),
    "a term that ends after today": ([(D(2026, 1, 1), D(2027, 1, 1), "in_force")], [(0, LIFE_WIDTH)]),
    "repealed: the end follows without a gap": (
        [(D(2016, 11, 22), D(2021, 11, 21), "in_force"), (D(2021, 11, 22), None, "repealed")],
        [(0, 118), (118, LIFE_WIDTH)],
    ),
    "one day can be seen": (
        [(D(2016, 11, 22), D(2016, 11, 22), "not_yet_in_force"), (D(2016, 11, 23), None, "in_force")],
        [(0, 3), (0, LIFE_WIDTH)],
    ),
    "made today": ([(D(2026, 11, 22), None, "not_yet_in_force")], [(0, LIFE_WIDTH)]),
    "begins only in the future": ([(D(2027, 1, 1), D(2030, 1, 1), "in_force")], [(9, LIFE_WIDTH)]),
}


@pytest.mark.parametrize("name", LIVES)
def test_lives(name):
    spans, bars = LIVES[name]
    drawn = life([Span(start=start, end=end, style=style) for start, end, style in spans], D(2026, 11, 22), "截至日")
    assert [(bar.x, bar.x + bar.width) for bar in drawn.bars] == bars
    assert 0 <= drawn.strokes[0].x <= LIFE_WIDTH


def test_the_heat_map_tells_by_size_what_it_tells_by_colour():
    drawn = heat_map(("民政局", "教育局"), [("养老服务", (0, 4)), ("义务教育", (None, 2))])
    assert [(bar.width, bar.style) for bar in drawn.bars] == [(4, "gap-0"), (16, "gap-4"), (10, "gap-2")]
    assert list(SQUARES) == sorted(set(SQUARES))
    assert SQUARES[-1] < SIDE
    assert drawn.width == width_of("养老服务") + 6 + 2 * SIDE
    assert [label.text for label in drawn.labels if label.upright] == ["民政局", "教育局"]


def figures_in(page: str, caption: str) -> list[list[str]]:
    """Return the rows of the table with that caption."""
    table = re.search(rf'<caption class="vh">{caption}.*?</table>', page, re.DOTALL)
    assert table
    rows = re.findall(r"<tr>(.*?)</tr>", table[0], re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


REPORTS = "content/nianbao/_column.yaml"
ROWS = (
    ("一、本年新收政府信息公开申请数量", "{0}"),
    ("二、上年结转政府信息公开申请数量", "1"),
    ("三、本年度办理结果 | （一）予以公开", "2"),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1"),
    ("（三）不予公开 | 1.属于国家秘密", "0"),
    ("2.其他法律行政法规禁止公开", "1"),
    ("（四）无法提供 | 1.本机关不掌握相关政府信息", "0"),
    ("（五）不予处理 | 1.信访举报投诉类申请", "0"),
    ("（六）其他处理", "0"),
    ("（七）总计", "4"),
    ("四、结转下年度继续办理", "{1}"),
)
TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def report(year, received, left):
    """Return an annual report whose applicants are all natural persons."""
    table = ["| 项目 | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |", "|" + "---|" * 9]
    for head, number in ROWS:
        count = number.format(received, left)
        heads = head if " | " in head else f"{head} | "
        table.append(f"| {heads} | {count} | 0 | 0 | 0 | 0 | 0 | {count} |")
    body = "\n\n".join(f"## {title}\n\n" + ("\n".join(table) if "申请情况" in title else "内容。") for title in TITLES)
    return record(
        body + "\n",
        标题=f"青岚区人民政府{year}年政府信息公开工作年度报告",
        年度=str(year),
        成文日期=f"{year + 1}-01-20",
        发布日期=f"{year + 1}-01-20 10:00",
    )


def test_reports_of_several_years_make_a_chart_on_their_list_and_on_each_of_them(world):
    files = {f"content/nianbao/{year}.md": report(year, *counts) for year, *counts in ((2024, 5, 2), (2025, 7, 4))}
    place = world({**files, REPORTS: "标题: 政府信息公开年报\n收录: [政府信息公开年报]\n"})
    assert lines_of(place.build().diagnostics) == []
    for path in ("nianbao/index.html", "nianbao/2024.html"):
        page = place.page(path)
        assert figures_in(page, "历年收到和处理的申请（件）")[1:] == [
            ["2025年", "7", "1", "2", "1", "1", "0", "0", "0", "4", "4"],
            ["2024年", "5", "1", "2", "1", "1", "0", "0", "0", "4", "2"],
        ]
        assert re.search(r'<svg [^>]*role="img"[^>]*>', page)
        assert "2024年新收5件，2025年新收7件，办结4件" in page


def test_one_year_makes_no_chart(world):
    place = world(
        {"content/nianbao/2025.md": report(2025, 7, 4), REPORTS: "标题: 政府信息公开年报\n收录: [政府信息公开年报]\n"}
    )
    place.build()
    assert "<svg class=" not in place.page("nianbao/index.html")


BUDGET = "content/fdzdgknr/yusuan"


def budget(year, basis, **figures):
    lines = "".join(f"\n  {key}: {value}" for key, value in {"口径": basis, **figures}.items())
    text = "，".join(f"{key}{value}" for key, value in figures.items())
    name = f"青岚区{year}年政府{basis}"
    dates = {"成文日期": "2026-01-05", "发布日期": "2026-01-10"}
    return record(f"{text}。\n", 标题=name, 年度=str(year), 财政数据=lines, **dates)


def test_budgets_and_debt(world):
    place = world(
        {
            f"{BUDGET}/_column.yaml": "标题: 财政预决算\n收录: [财政信息]\n法定内容: [a20-07]\n",
            f"{BUDGET}/2024.md": budget(2024, "决算", 一般公共预算收入=630, 一般公共预算支出=1986, 债务余额="31.4"),
            f"{BUDGET}/2025.md": budget(2025, "决算", 一般公共预算收入=662, 债务限额="34.20", 债务余额="33.57"),
            f"{BUDGET}/2026.md": budget(2026, "预算", 一般公共预算收入=692),
        }
    )
    assert lines_of(place.build().diagnostics) == []
    page = place.page("fdzdgknr/yusuan/index.html")
    assert figures_in(page, "历年一般公共预算收支和政府性基金收支（万元）")[1:] == [
        ["2026年预算", "692", "—", "—", "—"],
        ["2025年决算", "662", "—", "—", "—"],
        ["2024年决算", "630", "1,986", "—", "—"],
    ]
    assert figures_in(page, "历年地方政府债务（亿元）")[1:] == [
        ["2025年末（决算）", "33.57", "34.20"],
        ["2024年末（决算）", "31.4", "—"],
    ]


def test_the_index_shows_years_and_states_and_a_document_its_life(world):
    older = {"文号": "青政规〔2020〕1号", "成文日期": "2020-01-05", "发布日期": "2020-01-06", "施行日期": "2020-02-10"}
    place = world(
        {
            "content/zhengce/xzgfxwj/jiuzhu.md": document("第一条　制定本办法。\n", 标题="救助办法", **older),
            "content/zhengce/xzgfxwj/jiuzhu-2026.md": document(
                "第一条　制定本办法。\n\n第二条　本办法自2026年3月20日起施行。青政规〔2020〕1号同时废止。\n",
                标题="社会救助办法",
                文号="青政规〔2026〕2号",
                施行日期="2026-03-20",
                废止="[青政规〔2020〕1号]",
            ),
        }
    )
    assert lines_of(place.build().diagnostics) == []
    assert figures_in(place.page("suoyin/index.html"), "各年文件和它们现在的效力（件）") == [
        ["年份", "现行有效", "已废止", "合计"],
        ["2026年", "1", "0", "1"],
        ["2020年", "0", "1", "1"],
        ["合计", "1", "1", "2"],
    ]
    old = place.page("zhengce/xzgfxwj/jiuzhu.html")
    assert "2020年1月6日起尚未施行，2020年2月10日起现行有效，2026年3月20日起已废止" in old
    assert len(re.findall(r'<rect class="c-(\w+)', old)) == 3
