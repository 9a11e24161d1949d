"""Charts of every sort, made by the program's own geometry."""

from datetime import date

from sitegen.views.chart import Cell, Chart, ChartTable, TableRow
from sitegen.views.chart_of_life import WIDTH as LIFE_WIDTH
from sitegen.views.chart_of_life import Span, life
from sitegen.views.charts import WIDTH, Group, grouped_bars, stacked_bars, textures_of
from sitegen.views.heat_map import heat_map
from sitegen.views.make_figure_charts import GENERAL
from sitegen.views.make_year_charts import LOOKS

_STACKS = stacked_bars(
    tuple(LOOKS.values()),
    (
        Group(name="2026年", values=(12, 0, 0, 0, 3, 0, 0)),
        Group(name="2023年", values=(21, 4, 1, 1, 0, 6, 2)),
        Group(name="2019年", values=(2, 0, 0, 0, 0, 14, 9)),
    ),
)
YEARS = Chart(
    anchor="niandu",
    title="各年文件和它们现在的效力",
    description="横条图：2019年至2026年每年制定的文件，按现在的效力状态分段。数字见表。",
    width=WIDTH,
    height=_STACKS.height,
    shape="ch-bars",
    textures=textures_of(_STACKS.bars),
    bars=_STACKS.bars,
    strokes=_STACKS.strokes,
    labels=_STACKS.labels,
    table=ChartTable(
        caption="各年文件（件）",
        heads=("年份", *(series.name for series in LOOKS.values()), "合计"),
        rows=(
            TableRow(
                head=Cell(text="2026年", path="suoyin/nianfen/2026/all/index.html"),
                cells=tuple(Cell(text=text) for text in ("12", "0", "0", "0", "3", "0", "0", "15")),
            ),
        ),
    ),
)
_BARS = grouped_bars(
    tuple(series for series, *_ in GENERAL),
    (
        Group(name="2026年", values=(69200.0, None, 213000.0, None), figures=("69,200", "", "213,000", "")),
        Group(
            name="2025年",
            values=(66150.0, 66200.0, 207600.0, 207400.0),
            figures=("66,150", "66,200", "207,600", "207,400"),
        ),
    ),
)
MONEY = Chart(
    anchor="shouzhi",
    title="历年一般公共预算收支",
    description="横条图：2025年至2026年的收入和支出，每年预算、决算各一条。数字见表。",
    width=WIDTH,
    height=_BARS.height,
    shape="ch-bars",
    textures=textures_of(_BARS.bars),
    bars=_BARS.bars,
    strokes=_BARS.strokes,
    labels=_BARS.labels,
    note="单位：万元",
    table=ChartTable(
        caption="历年一般公共预算收支（万元）",
        heads=("年度", "收入", "支出"),
        rows=(TableRow(head=Cell(text="2026年预算"), cells=(Cell(text="69,200"), Cell(text="213,000"))),),
    ),
)
_LIFE = life(
    (
        Span(start=date(2018, 6, 25), end=date(2018, 7, 31), style="not_yet_in_force"),
        Span(start=date(2018, 8, 1), end=date(2023, 6, 30), style="in_force"),
        Span(start=date(2023, 7, 1), end=None, style="repealed"),
    ),
    date(2026, 3, 1),
    "截至日",
)
LIFE = Chart(
    anchor="lishi",
    title="效力状态的变化",
    description="时间线：2018年8月1日起现行有效，2023年7月1日起已废止。经过见下面的列表。",
    width=LIFE_WIDTH,
    height=_LIFE.height,
    shape="ch-life",
    bars=_LIFE.bars,
    strokes=_LIFE.strokes,
    labels=_LIFE.labels,
)
_MAP = heat_map(("区民政局", "区教育局"), (("养老服务", (0, None)), ("义务教育", (None, 3)), ("社会救助", (4, 1))))
MAP = Chart(
    anchor="relitu",
    title="公开情况热力图",
    description="每行一个领域，每列一个机关。数字见下面的表。",
    note="方块越大、颜色越深，没有公开的越多。",
    width=_MAP.width,
    height=_MAP.height,
    shape="ch-map",
    bars=_MAP.bars,
    strokes=_MAP.strokes,
    labels=_MAP.labels,
)
