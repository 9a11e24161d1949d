"""Pages of the standard catalogues: the table of a domain, the directory, the matrix."""

from datetime import date

from sitegen.views.catalogue import (
    CatalogueEntry,
    CataloguePage,
    CataloguesPage,
    Chip,
    Holding,
    ItemRow,
    RetiredItem,
    Tick,
)
from sitegen.views.common import Fact, Figure, File, Link
from sitegen.views.coverage import CoveragePage, Gap, MatrixRow, Share
from sitegen.views.item_lists import Branch, ItemGroup, ItemLine, ItemListPage, ItemsPage, ItemWay
from sitegen.views.lists import Choice

from .charts import MAP
from .column import BASE, COLUMN_TAGS

PATH = "lingyu/shehui-jiuzhu/index.html"
HOME = Link(title="政府信息公开", path="index.html")
DIRECTORY = Link(title="标准目录", path="lingyu/index.html")
LEVELS = ("县级", "乡级")
BOARD = "社区/企事业单位/村公示栏（电子屏）"


def ticks(*on):
    return tuple(
        Tick(label=label, on=label in on) for label in ("全社会", "特定群体", "主动", "依申请", *LEVELS)
    )


ITEMS = (
    ItemRow(
        anchor="综合业务/政策法规文件",
        number="1",
        category="综合业务",
        span=2,
        title="政策法规文件",
        elements=("《社会救助暂行办法》（国务院令第649号）", "各地配套政策法规文件"),
        legal_basis=("信息公开规定",),
        time_limit="制定或者获取信息之日起10个工作日内",
        publisher="县级人民政府民政部门、乡镇人民政府（街道办事处）",
        channels=("政府网站", "公开查阅点"),
        other_channels=("政府公报", BOARD),
        ticks=ticks("全社会", "主动", "县级", "乡级"),
        holdings=(
            Holding(
                title="青岚区困难群众基本生活保障工作协调机制规则",
                path="fdzdgk/guize.html",
                on=date(2024, 9, 2),
                chip=Chip(word="迟于时限3个工作日", tone="due"),
            ),
        ),
        count=4,
        columns=(Link(title="社会救助", path="fdzdgk/jiuzhu/index.html"),),
    ),
    ItemRow(
        anchor="综合业务/监督检查",
        number="2",
        category="综合业务",
        span=0,
        title="监督检查",
        channels=("政府网站",),
        ticks=ticks("全社会", "主动", "县级"),
        chips=(Chip(word="未公开", tone="late", text="公开时限：制定或者获取信息之日起10个工作日内"),),
    ),
    ItemRow(
        anchor="审核信息",
        number="",
        category="",
        span=1,
        title="审核信息",
        channels=(BOARD,),
        ticks=ticks("全社会", "主动", "乡级"),
        chips=(Chip(word="不在网站公开", text="按目录在社区/企事业单位/村公示栏（电子屏）公开"),),
    ),
)
CATALOGUE = CataloguePage(
    path=PATH,
    root="../../",
    title="社会救助领域基层政务公开标准目录",
    column_tags=COLUMN_TAGS,
    part="fdzdgk",
    crumbs=(HOME, DIRECTORY),
    canonical=BASE + PATH,
    lede="民政部办公厅印发（民办函〔2019〕52号），第21个领域。最后一列是青岚区按目录已经公开的信息。",
    summary="应在网站公开2项，已公开1项，未公开1项",
    bodies=(Link(title="区民政局", path="jigou/minzheng.html"),),
    columns=(Link(title="社会救助", path="fdzdgk/jiuzhu/index.html"),),
    categories=(
        Link(title="综合业务", path=f"{PATH}#综合业务/政策法规文件"),
        Link(title="审核", path=f"{PATH}#审核信息"),
    ),
    levels=LEVELS,
    items=ITEMS,
    retired=(
        RetiredItem(
            anchor="综合业务/旧事项",
            title="社会救助／综合业务／旧事项",
            since="2024-01-01",
            successor=Link(title="社会救助／综合业务／监督检查", path=f"{PATH}#综合业务/监督检查"),
        ),
    ),
    count=17,
    list_path="lingyu/shehui-jiuzhu/xinxi/index.html",
    coverage_path="fugai/index.html",
    items_path="shixiang/index.html",
    form_path="lingyu/shehui-jiuzhu/mulu.xlsx",
    facts=(Fact(label="版本", value="1"), Fact(label="来源", value="甲县目录\n乙县目录")),
    previous=Link(title="20 社会保险", path="lingyu/shehui-baoxian/index.html"),
    next=Link(title="22 养老服务", path="lingyu/yanglao-fuwu/index.html"),
)
CATALOGUES = CataloguesPage(
    path="lingyu/index.html",
    root="../",
    title="基层政务公开标准目录",
    column_tags=COLUMN_TAGS,
    part="fdzdgk",
    crumbs=(HOME,),
    canonical=f"{BASE}lingyu/index.html",
    lede="各领域的标准目录，以及本专栏按目录公开的信息。",
    entries=(
        CatalogueEntry(
            number="21",
            title="社会救助",
            path=PATH,
            figure="1/2",
            items=3,
            origin="民政部办公厅　民办函〔2019〕52号　2019-04-30起",
            version="1",
            completeness="部分",
        ),
        CatalogueEntry(
            number="27",
            title="旅游",
            path="lingyu/lvyou/index.html",
            figure="—",
            items=9,
            origin="",
            version="",
            completeness="",
        ),
    ),
    coverage_path="fugai/index.html",
)
DOMAIN = Link(title="社会救助", path=PATH)
DUTIES = "jigou/minzheng/yiwu.html#shehui-jiuzhu"
BODIES = ("区发展和改革局", "区教育局", "区民政局", "区人力资源和社会保障局", "区自然资源局", "乡镇和街道")


def share(met, required, grade):
    sentence = f"应公开{required}项，已公开{met}项"
    return Share(path=DUTIES, figure=f"{met}/{required}", grade=grade, sentence=sentence)


COVERAGE = CoveragePage(
    map=MAP,
    path="fugai/index.html",
    root="../",
    title="公开情况一览",
    column_tags=COLUMN_TAGS,
    part="fdzdgk",
    crumbs=(HOME, DIRECTORY),
    canonical=f"{BASE}fugai/index.html",
    lede="3个领域，6个机关。按标准目录，应在网站公开33项，已公开26项（78.7%），未公开7项。",
    notes=("目录没有看全的事项不计入。",),
    bodies=BODIES,
    rows=(
        MatrixRow(
            number="01",
            title="国土空间规划",
            path="lingyu/guotu-kongjian-guihua/index.html",
            total="12/13",
            cells=(None, None, None, None, share(12, 13, 1), None),
        ),
        MatrixRow(
            number="21",
            title="社会救助",
            path=PATH,
            total="14/20",
            cells=(share(4, 5, 2), share(9, 9, 0), share(1, 3, 3), None, None, share(0, 3, 4)),
        ),
        MatrixRow(
            number="11", title="市政服务", path="lingyu/shizheng-fuwu/index.html", total="", cells=(None,) * 6
        ),
    ),
    totals=("4/5", "9/9", "1/3", "0/0", "12/13", "0/3"),
    total="26/33",
    gaps=(
        Gap(domain=DOMAIN, body=Link(title="乡镇和街道", path=PATH), missing=3, late=0, stale=0),
        Gap(domain=DOMAIN, body=Link(title="区教育局", path=DUTIES), missing=0, late=1, stale=2),
    ),
    downloads=(
        File(title="公开情况（JSON）", path="data/coverage.json", type="JSON", size=0),
        File(title="公开情况（CSV）", path="data/coverage.csv", type="CSV", size=0),
    ),
)
EMPTY_COVERAGE = CoveragePage(
    path="fugai/kong.html",
    root="../",
    title="公开情况一览",
    column_tags=COLUMN_TAGS,
    crumbs=(HOME, DIRECTORY),
    absence="本专栏还没有对应的标准目录事项。",
)
QUERY = Link(title="事项查询", path="shixiang/index.html")
NEVER = "shixiang/qingkuang/wei-gongkai.html"
ITEM_QUERY = ItemsPage(
    path=QUERY.path,
    root="../",
    title=QUERY.title,
    column_tags=COLUMN_TAGS,
    part="fdzdgk",
    crumbs=(HOME, DIRECTORY),
    canonical=BASE + QUERY.path,
    lede="按公开情况、层级、责任机关查标准目录的事项。",
    summary="1个领域，3个事项",
    ways=(
        ItemWay(title="按公开情况", figures=(Figure(title="未公开", path=NEVER, figure="1"),)),
        ItemWay(title="按责任机关", figures=()),
    ),
    branches=(
        Branch(
            number="21",
            title="社会救助",
            path=PATH,
            figure="1/2",
            categories=(Figure(title="综合业务", path=f"{PATH}#综合业务/政策法规文件", figure="2"),),
        ),
    ),
)
EMPTY_QUERY = ItemsPage(
    path="shixiang/kong.html",
    root="../",
    title=QUERY.title,
    column_tags=COLUMN_TAGS,
    crumbs=(HOME, DIRECTORY),
    summary="0个领域，0个事项",
    absence="本专栏还没有对应的标准目录事项。",
)
ITEM_LIST = ItemListPage(
    path=NEVER,
    root="../../",
    title="未公开的事项",
    column_tags=COLUMN_TAGS,
    part="fdzdgk",
    crumbs=(HOME, DIRECTORY, QUERY),
    canonical=BASE + NEVER,
    summary="共3项",
    choices=(
        Choice(title="未公开", path=NEVER, current=True),
        Choice(title="已公开", path="shixiang/qingkuang/yigongkai.html"),
    ),
    groups=(
        ItemGroup(
            anchor="shehui-jiuzhu",
            title="社会救助",
            path=PATH,
            lines=(
                ItemLine(
                    title="综合业务／监督检查",
                    path=f"{PATH}#综合业务/监督检查",
                    body=Link(title="区民政局", path="jigou/minzheng/yiwu.html"),
                    levels="县级、乡级",
                    state="未公开",
                    chip=Chip(word="未公开", tone="late"),
                    time_limit="10个工作日内",
                ),
                ItemLine(
                    title="审核信息",
                    path=f"{PATH}#审核信息",
                    state="不在网站公开",
                    chip=Chip(word="不在网站公开"),
                    time_limit="长期",
                ),
            ),
        ),
        ItemGroup(
            anchor="lvyou",
            title="旅游",
            path="lingyu/lvyou/index.html",
            lines=(
                ItemLine(
                    title="投诉",
                    path="lingyu/lvyou/index.html#投诉",
                    state="已公开",
                    body=Link(title="未明确责任机关", path=""),
                    count=2,
                    latest=date(2026, 3, 9),
                    verified=date(2026, 4, 9),
                    time_limit="及时",
                ),
            ),
        ),
    ),
)
BODY_DUES = ItemListPage(
    path="jigou/minzheng/yiwu.html",
    root="../../",
    title="青岚区民政局按标准目录应当公开的事项",
    column_tags=COLUMN_TAGS,
    crumbs=(HOME, Link(title="公开机构", path="jigou/index.html")),
    canonical=f"{BASE}jigou/minzheng/yiwu.html",
    summary="应在网站公开2项：未公开1项，已公开1项",
    groups=ITEM_LIST.groups[:1],
    by_body=True,
    downloads=(File(title="应当公开的事项（CSV）", path="jigou/minzheng/yiwu.csv", type="CSV", size=0),),
)
NO_ITEMS = ItemListPage(
    path="shixiang/qingkuang/wu-cilei-xinxi.html",
    root="../../",
    title="无此类信息的事项",
    column_tags=COLUMN_TAGS,
    crumbs=(HOME, DIRECTORY, QUERY),
    summary="共0项",
    absence="没有无此类信息的事项。",
)
