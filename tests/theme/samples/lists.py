"""The home page, sections and lists."""

from datetime import date

from sitegen.views.common import Event, Figure, File, Link, Run
from sitegen.views.home import Entry, HomePage, Ledger, Office, Tally
from sitegen.views.lists import Choice, Facet, Group, ListPage, SectionPage
from sitegen.views.page import ColumnTags

from .charts import MONEY, YEARS
from .column import (
    AMENDED,
    BASE,
    COLUMN_TAGS,
    FEED,
    FORCE,
    FUTURE,
    HOME_CRUMB,
    LAPSED,
    PARTLY,
    POLICY_CRUMBS,
    POLICY_TAGS,
    REPEALED,
    STATUTORY,
    pager,
    record,
    row,
)

# fmt: off
DOMAINS = (
    "国土空间规划", "农村集体土地征收", "重大建设项目", "公共资源交易", "财政预决算", "安全生产",
    "救灾", "税收管理", "保障性住房", "国有土地上房屋征收与补偿", "市政服务", "农村危房改造",
    "城市综合执法", "生态环境", "公共文化服务", "公共法律服务", "扶贫", "食品药品监管",
    "就业", "社会保险", "社会救助", "养老服务", "户籍管理", "涉农补贴",
    "义务教育", "卫生健康",
)
# fmt: on

HOME = HomePage(
    path="index.html",
    root="",
    title="政府信息公开",
    column_tags=COLUMN_TAGS,
    canonical=BASE,
    feed=Link(title="政府信息公开", path="atom.xml"),
    search_examples=("临时救助", "青政规 2023 4"),
    browse=(
        Link(title="按年份", path="nianfen/index.html"),
        Link(title="按制定机关", path="jigou/index.html"),
        Link(title="按主题", path="zhuti/index.html"),
    ),
    ledgers=(
        Ledger(
            title="行政规范性文件",
            path="zhengce/xzgfxwj/index.html",
            tallies=(
                Tally(count=186, path="zhengce/xzgfxwj/index.html", state=FORCE),
                Tally(count=9, path="zhengce/xzgfxwj/amended.html", state=AMENDED),
                Tally(count=1, path="zhengce/xzgfxwj/partly.html", state=PARTLY),
                Tally(count=2, path="zhengce/xzgfxwj/future.html", state=FUTURE),
                Tally(count=58, path="zhengce/xzgfxwj/repealed.html", state=REPEALED),
                Tally(count=28, path="zhengce/xzgfxwj/lapsed.html", state=LAPSED),
                Tally(count=1284, path="zhengce/xzgfxwj/all.html"),
            ),
        ),
    ),
    latest=(row(0), record(1), row(1), row(2), record(0), record(2), row(3)),
    latest_path="zuixin/index.html",
    changes=(
        Event(
            on=date(2026, 4, 10),
            mark="next",
            runs=(
                Run(text="青岚区高龄津贴发放办法", path="zhengce/xzgfxwj/gaoling-jintie-0.html"),
                Run(text="开始施行，"),
                Run(text="青政规〔2021〕3号", path="zhengce/xzgfxwj/gaoling-2021.html"),
                Run(text="同时废止"),
            ),
        ),
        Event(
            on=date(2026, 5, 1),
            mark="next",
            runs=(
                Run(text="青岚区瓶装液化石油气安全管理办法（试行）", path="zhengce/xzgfxwj/yehuaqi-6.html"),
                Run(text="期满失效"),
            ),
        ),
    ),
    statutory=tuple(
        Figure(title=title, path=f"fdzdgk/a20-{at:02}/index.html", figure=figure)
        for at, (title, figure) in enumerate(STATUTORY, 1)
    ),
    statutory_total="5,910",
    domains=tuple(
        Figure(
            title=title, path=f"biaozhun/{at:02}/index.html", figure=f"{at + 3}/{at + 5}", number=f"{at:02}"
        )
        for at, title in enumerate(DOMAINS, 1)
    ),
    coverage_path="biaozhun/index.html",
    entries=(
        Entry(
            title="政府信息公开指南",
            path="zhinan/index.html",
            links=(
                Link(title="怎样获取政府信息", path="zhinan/index.html#获取方式"),
                Link(title="办理时限", path="zhinan/index.html#办理时限"),
            ),
        ),
        Entry(
            title="政府信息公开制度",
            path="zhidu/index.html",
            links=(
                Link(title="区政府信息公开审查办法", path="zhidu/shencha.html"),
                Link(title="全部制度（14件）", path="zhidu/index.html"),
            ),
        ),
        Entry(
            title="政府信息公开年报",
            path="nianbao/index.html",
            links=(Link(title="区政府2025年度报告", path="nianbao/2025.html"),),
        ),
        Entry(
            title="依申请公开",
            path="ysqgk/index.html",
            links=(Link(title="提交申请的四种途径", path="ysqgk/index.html"),),
        ),
    ),
    bodies=(
        Figure(title="青岚区民政局", path="jigou/minzheng.html", figure="412"),
        Figure(title="青岚区财政局", path="jigou/caizheng.html", figure="388"),
        Figure(title="青岚区住房和城乡建设局", path="jigou/zhujian.html", figure="302"),
        Figure(title="石桥镇人民政府", path="jigou/shiqiao.html", figure="97"),
    ),
    bodies_path="jigou/index.html",
    office=Office(
        lines=(
            "青岚区人民政府办公室",
            "政务公开科",
            "青岚区政务路1号3楼",
            "0000-6660123",
            "工作日9:00—12:00，14:00—17:30",
        )
    ),
)

LIST = ListPage(
    path="zhengce/xzgfxwj/index.html",
    root="../../",
    title="行政规范性文件",
    part="zhengce",
    column="zhengce/xzgfxwj/index.html",
    column_tags=POLICY_TAGS,
    crumbs=POLICY_CRUMBS,
    canonical=f"{BASE}zhengce/xzgfxwj/index.html",
    feed=FEED,
    lede="青岚区人民政府及其部门、乡镇和街道制定的行政规范性文件，统一登记、统一编号、统一公布。"
    "废止和失效的文件不删除，另列在后面两栏。",
    table="documents",
    subject="现行有效",
    count=186,
    first=1,
    last=20,
    order="按成文日期从新到旧",
    tabs=(
        Choice(title="现行有效", path="zhengce/xzgfxwj/index.html", count=186, current=True),
        Choice(title="已修改", path="zhengce/xzgfxwj/amended.html", count=9),
        Choice(title="尚未施行", path="zhengce/xzgfxwj/future.html", count=2),
        Choice(title="已废止", path="zhengce/xzgfxwj/repealed.html", count=58),
        Choice(title="已失效", path="zhengce/xzgfxwj/lapsed.html", count=28),
        Choice(title="全部", path="zhengce/xzgfxwj/all.html", count=283),
    ),
    facets=(
        Facet(
            label="制定机关",
            choices=(
                Choice(title="不限", path="zhengce/xzgfxwj/index.html", current=True),
                Choice(title="区政府", path="zhengce/xzgfxwj/by-body/qu.html", count=47),
                Choice(title="区教育局", path="zhengce/xzgfxwj/by-body/jiaoyu.html", count=11),
                Choice(title="区住房和城乡建设局", path="zhengce/xzgfxwj/by-body/zhujian.html", count=14),
            ),
            more=(Choice(title="区应急管理局", path="zhengce/xzgfxwj/by-body/yingji.html", count=5),),
        ),
        Facet(
            label="年份",
            choices=(
                Choice(title="不限", path="zhengce/xzgfxwj/index.html", current=True),
                Choice(title="2026", path="zhengce/xzgfxwj/by-year/2026.html", count=3),
                Choice(title="2025", path="zhengce/xzgfxwj/by-year/2025.html", count=9),
            ),
        ),
    ),
    rows=tuple(row(at) for at in range(20)),
    pager=pager(),
    downloads=(
        File(title="清单", path="data/xzgfxwj.csv", type="CSV", size=20480),
        File(title="清单", path="data/xzgfxwj.json", type="JSON", size=40960),
    ),
    charts=(YEARS,),
)

RECORDS = ListPage(
    path="fdzdgk/a20-04/list-2.html",
    root="../../",
    title="统计信息",
    part="fdzdgk",
    column="fdzdgk/a20-04/index.html",
    column_tags=ColumnTags(
        name="统计信息", description="统计公报和月度数据", keywords="统计", type="数据发布"
    ),
    crumbs=(HOME_CRUMB, Link(title="法定主动公开内容", path="fdzdgk/index.html")),
    table="records",
    count=214,
    first=21,
    last=40,
    order="按发布日期从新到旧",
    rows=tuple(record(at) for at in range(20)),
    pager=pager(2),
)

EMPTY_LIST = ListPage(
    path="fdzdgk/a20-08/index.html",
    root="../../",
    title="行政事业性收费",
    part="fdzdgk",
    column="fdzdgk/a20-08/index.html",
    column_tags=ColumnTags(
        name="行政事业性收费", description="收费项目和依据", keywords="收费", type="信息公开目录"
    ),
    crumbs=(HOME_CRUMB, Link(title="法定主动公开内容", path="fdzdgk/index.html")),
    table="records",
    count=0,
    first=0,
    last=0,
    rows=(),
    absence="2025年没有此类信息：本区不设立行政事业性收费项目，收费按省、市目录执行（青岚区财政局，2026年1月8日）。",
)

SECTION = SectionPage(
    path="zhengce/index.html",
    root="../",
    title="政策",
    part="zhengce",
    column_tags=ColumnTags(name="政策", description="青岚区的政策文件", keywords="政策", type="政策文件"),
    crumbs=(HOME_CRUMB,),
    lede="国务院和上级文件、本区的行政规范性文件和其他文件，以及它们的解读和清理结果。",
    figures_title="栏目",
    charts=(MONEY,),
    figures=(
        Figure(title="行政规范性文件", path="zhengce/xzgfxwj/index.html", figure="283"),
        Figure(title="政策解读", path="zhengce/jiedu/index.html", figure="96"),
        Figure(title="清理结果", path="zhengce/qingli/index.html", figure="4"),
    ),
    groups=(
        Group(
            title="行政规范性文件",
            path="zhengce/xzgfxwj/index.html",
            figure="283",
            rows=(row(0), row(1), row(3)),
        ),
        Group(title="政策解读", path="zhengce/jiedu/index.html", figure="96", rows=(record(1),)),
        Group(
            title="区政府规章",
            path="zhengce/guizhang/index.html",
            figure="",
            absence="区政府没有规章制定权，没有此类信息。",
        ),
    ),
    links=(Link(title="按年份看全部政策", path="nianfen/index.html"),),
)
