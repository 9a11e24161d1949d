"""Bodies, and the pages that serve the reader beside the records."""

from datetime import date

from sitegen.views.catalogue import Chip
from sitegen.views.common import Fact, Figure, Link, Run
from sitegen.views.coverage import Due, DueGroup
from sitegen.views.page import ColumnTags
from sitegen.views.public_bodies import BodiesPage, BodyEntry, BodyGroup, Division, PublicBodyPage
from sitegen.views.service_pages import (
    MovedPage,
    Node,
    NotFoundPage,
    PlainPage,
    SearchIndex,
    SearchPage,
    SearchRow,
    SitemapPage,
    TombstonePage,
)

from .column import (
    BASE,
    CHROME,
    COLUMN_TAGS,
    DOCUMENT_PATH,
    HOME_CRUMB,
    POLICY_CRUMBS,
    POLICY_TAGS,
    pager,
    record,
    row,
)

PUBLIC_BODY = PublicBodyPage(
    path="jigou/minzheng.html",
    root="../",
    title="青岚区民政局",
    part="fdzdgk",
    column="fdzdgk/a20-02/index.html",
    column_tags=ColumnTags(
        name="机构职能", description="青岚区民政局的职能和联系方式", keywords="民政局", type="机构职能"
    ),
    crumbs=(HOME_CRUMB, Link(title="机构职能", path="jigou/index.html")),
    feed=Link(title="青岚区民政局", path="jigou/minzheng.xml"),
    updated_on=date(2026, 1, 12),
    checked_on=date(2026, 3, 2),
    contact=(
        Fact(label="办公地址", value="青岚区安民路18号，邮编000000"),
        Fact(label="办公时间", value="工作日9:00—12:00，14:00—17:30"),
        Fact(label="办公电话", value="0000-6660210", href="tel:00006660210"),
        Fact(label="电子邮箱", value="minzheng@qinglan.example", href="mailto:minzheng@qinglan.example"),
        Fact(label="负责人", value="沈望川，局长，主持全面工作\n顾清禾，副局长，分管社会救助、养老服务"),
    ),
    duties=(
        "贯彻执行民政事业发展的法律法规和政策，拟订全区民政事业发展规划并组织实施。",
        "负责城乡居民最低生活保障、特困人员救助供养、临时救助和生活无着流浪乞讨人员救助工作。",
        "拟订养老服务体系建设规划和政策，承担老年人福利和特殊困难老年人救助工作。",
    ),
    duties_basis=(
        Run(text="《青岚区民政局职能配置、内设机构和人员编制规定》（"),
        Run(text="青办字〔2024〕17号", path="fdzdgk/a20-02/minzheng-sanding.html"),
        Run(text="）"),
    ),
    divisions=(
        Division(title="办公室", duties="机关运转、政务公开、信访、财务和档案", telephone="0000-6660210"),
        Division(
            title="社会救助科",
            duties="最低生活保障、特困供养、临时救助，家庭经济状况核对",
            telephone="0000-6660215",
        ),
    ),
    units=(
        Figure(title="区社会福利院", path="", figure="0000-6660240"),
        Figure(title="区救助管理站", path="", figure="0000-6660243"),
    ),
    dues=(
        DueGroup(
            title="社会救助",
            path="lingyu/shehui-jiuzhu/index.html",
            figure="1/2",
            items=(
                Due(
                    title="综合业务／政策法规文件",
                    path="lingyu/shehui-jiuzhu/index.html#综合业务/政策法规文件",
                    count=4,
                    latest=date(2024, 9, 2),
                ),
                Due(
                    title="综合业务／监督检查",
                    path="lingyu/shehui-jiuzhu/index.html#综合业务/监督检查",
                    count=0,
                    chip=Chip(word="未公开", tone="late", text="信息形成或者变更之日起20个工作日内"),
                ),
            ),
        ),
    ),
    holdings=(
        Figure(title="行政规范性文件（现行有效）", path="jigou/minzheng/force.html", figure="10"),
        Figure(title="已废止和已失效的文件", path="jigou/minzheng/ended.html", figure="7"),
        Figure(title="政府信息公开年报", path="nianbao/minzheng.html", figure="2008—2025"),
    ),
    domains=(Figure(title="社会救助", path="biaozhun/21/index.html", figure="5/6", number="21"),),
    rows=(row(0), record(1), record(2)),
    count=412,
    pager=pager(),
)

BODIES = BodiesPage(
    path="jigou/index.html",
    root="../",
    title="机关名录",
    part="fdzdgk",
    column_tags=ColumnTags(name="机构职能", description="青岚区各机关", keywords="机构", type="机构职能"),
    crumbs=(HOME_CRUMB,),
    lede="区政府及其部门、镇和街道，每个机关有自己的一页。",
    groups=(
        BodyGroup(
            title="区政府部门",
            bodies=(
                BodyEntry(
                    title="青岚区民政局",
                    path="jigou/minzheng.html",
                    figure="412",
                    address="青岚区安民路18号",
                    telephone="0000-6660210",
                ),
                BodyEntry(
                    title="青岚区财政局", path="jigou/caizheng.html", figure="388", address="青岚区政务路2号"
                ),
            ),
        ),
        BodyGroup(
            title="镇、街道",
            bodies=(BodyEntry(title="石桥镇人民政府", path="jigou/shiqiao.html", figure="97"),),
        ),
    ),
)

SITEMAP = SitemapPage(
    path="site-map.html",
    root="",
    title="站点地图",
    column_tags=COLUMN_TAGS,
    crumbs=(HOME_CRUMB,),
    nodes=tuple(
        Node(
            title=part.title,
            path=part.path,
            children=tuple(Node(title=link.title, path=link.path) for link in part.columns),
        )
        for part in CHROME.parts
    ),
)

NOT_FOUND = NotFoundPage(
    path="404.html",
    root="/zfxxgk/",
    title="没有找到这个页面",
    column_tags=COLUMN_TAGS,
    ways=(
        Figure(title="行政规范性文件（全部状态）", path="zhengce/xzgfxwj/all.html", figure="283件"),
        Figure(title="各机关公开的信息", path="jigou/index.html", figure="43个机关"),
    ),
    report_href="https://www.qinglan.example/zhaocuo",
    telephone="0000-6660123",
)

MOVED = MovedPage(
    path="zhengce/old.html",
    root="../",
    title="青岚区临时救助实施办法",
    part="zhengce",
    column_tags=POLICY_TAGS,
    crumbs=POLICY_CRUMBS,
    canonical=f"{BASE}{DOCUMENT_PATH}",
    target=Link(title="青岚区临时救助实施办法", path=DOCUMENT_PATH),
    moved_on=date(2025, 6, 1),
)

TOMBSTONE = TombstonePage(
    path="zhengce/qita/mingdan.html",
    root="../../",
    title="关于公布《2024年度困难家庭补助名单》的公告",
    part="zhengce",
    column_tags=POLICY_TAGS,
    crumbs=POLICY_CRUMBS,
    number="青民函〔2024〕9号",
    withdrawn_on=date(2025, 2, 11),
    reason="附件含有不应公开的个人信息",
    basis=(Run(text="《政府信息公开条例》第十五条"),),
    body=Link(title="青岚区民政局", path="jigou/minzheng.html"),
    replaced_by=Link(title="2024年度困难家庭补助情况", path="zhengce/qita/qingkuang.html"),
    contact=(Fact(label="联系电话", value="0000-6660210", href="tel:00006660210"),),
)

SEARCH = SearchPage(
    path="search.html",
    root="",
    title="查找政府信息",
    column_tags=COLUMN_TAGS,
    crumbs=(HOME_CRUMB,),
    index_path="data/titles.js",
    characters_path="data/characters.js",
    full_text_path="pagefind/",
    lists=(
        Link(title="行政规范性文件", path="zhengce/xzgfxwj/index.html"),
        Link(title="各机关公开的信息", path="jigou/index.html"),
    ),
)

PLAIN = PlainPage(
    path="zhinan/index.html",
    root="../",
    title="政府信息公开指南",
    part="zhinan",
    column_tags=ColumnTags(
        name="政府信息公开指南", description="怎样获取政府信息", keywords="指南", type="信息公开指南"
    ),
    crumbs=(HOME_CRUMB,),
    lede="这份指南说明青岚区有哪些政府信息、怎样获取、多久能得到答复、不满意怎么办。",
    updated_on=date(2026, 1, 5),
    contents=True,
    facts=(
        Fact(label="名称", value="青岚区人民政府办公室政务公开科"),
        Fact(label="联系电话", value="0000-6660123", href="tel:00006660123"),
    ),
)

_STATES = (
    ("not_yet_in_force", "尚未施行"),
    ("in_force", "现行有效"),
    ("amended", "已修改"),
    ("repealed", "已废止"),
    ("lapsed", "已失效"),
)
_TITLES = (
    ("青岚区临时救助实施办法", DOCUMENT_PATH, "青政规〔2023〕4号", "2023-05-12", 0, 1, 0),
    (
        "青岚区人民政府关于印发《青岚区城乡居民临时救助办法》的通知",
        "zhengce/xzgfxwj/linshi-jiuzhu-2018.html",
        "青政规〔2018〕2号",
        "2018-06-25",
        0,
        3,
        0,
    ),
    (
        "青岚区户外广告设施设置管理办法",
        "zhengce/xzgfxwj/huwai.html",
        "青政规〔2023〕45号",
        "2023-11-02",
        0,
        1,
        0,
    ),
    ("青岚区2026年3月城乡低保资金发放情况", "fdzdgk/dibao.html", "", "2026-03-09", 1, -1, 1),
    *(
        (
            f"关于公布第{at}批名单的公告",
            f"fdzdgk/mingdan-{at}.html",
            f"青民函〔2025〕{at}号",
            "2025-02-01",
            1,
            -1,
            2,
        )
        for at in range(1, 46)
    ),
)
SEARCH_INDEX = SearchIndex(
    bodies=("青岚区人民政府", "青岚区民政局"),
    states=_STATES,
    kinds=("行政规范性文件", "政府信息", "公文"),
    domains=("社会救助",),
    rows=(
        *(
            SearchRow(
                title=title, path=path, number=number, published=published, body=body, state=state, kind=kind
            )
            for title, path, number, published, body, state, kind in _TITLES
        ),
        SearchRow(
            title="青岚区早已期满的办法",
            path="zhengce/xzgfxwj/qiman.html",
            number="青政规〔2015〕1号",
            published="2015-01-05",
            body=0,
            state=1,
            next_on="2020-01-05",
            next_state=4,
            kind=0,
        ),
    ),
)
