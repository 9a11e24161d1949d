"""What all sample pages share: the column, its parts, tags, states and rows."""

from datetime import date, datetime

from sitegen.views.chrome import Assets, Chrome, Footer, Part, Portal
from sitegen.views.common import Link
from sitegen.views.lists import Pager, PagerLink
from sitegen.views.page import ColumnTags
from sitegen.views.rows import Row
from sitegen.views.state import State

AS_OF = date(2026, 3, 16)

BASE = "https://www.qinglan.example/zfxxgk/"

COLUMNS = (
    Link(title="国务院及上级文件", path="zhengce/shangji/index.html"),
    Link(title="行政规范性文件", path="zhengce/xzgfxwj/index.html"),
    Link(title="其他文件", path="zhengce/qita/index.html"),
    Link(title="政策解读", path="zhengce/jiedu/index.html"),
    Link(title="清理结果", path="zhengce/qingli/index.html"),
)

STATUTORY = (
    ("履职依据", "431"),
    ("机构职能", "38"),
    ("规划信息", "62"),
    ("统计信息", "214"),
    ("行政许可和服务", "506"),
    ("行政处罚和强制", "1,287"),
    ("财政预算决算", "743"),
    ("行政事业性收费", "9"),
    ("政府集中采购", "318"),
    ("重大建设项目", "276"),
    ("民生政策和实施", "902"),
    ("应急预案和预警", "147"),
    ("监督检查情况", "655"),
    ("公务员招考录用", "41"),
    ("其他法定信息", "88"),
)

CHROME = Chrome(
    organisation="青岚区人民政府",
    column="政府信息公开",
    site_name="青岚区人民政府",
    site_domain="www.qinglan.example",
    site_id_code="0000000000",
    base_url="https://www.qinglan.example",
    base_path="/zfxxgk/",
    as_of=AS_OF,
    home_path="index.html",
    search_path="search.html",
    parts=(
        Part(id="zhengce", title="政策", path="zhengce/index.html", columns=COLUMNS),
        Part(id="zhinan", title="政府信息公开指南", path="zhinan/index.html"),
        Part(id="zhidu", title="政府信息公开制度", path="zhidu/index.html"),
        Part(
            id="fdzdgk",
            title="法定主动公开内容",
            path="fdzdgk/index.html",
            columns=tuple(
                Link(title=title, path=f"fdzdgk/a20-{at:02}/index.html")
                for at, (title, _) in enumerate(STATUTORY, 1)
            ),
        ),
        Part(id="nianbao", title="政府信息公开年报", path="nianbao/index.html"),
        Part(id="ysqgk", title="依申请公开", path="ysqgk/index.html"),
    ),
    portal=Portal(title="青岚区人民政府门户网站", href="https://www.qinglan.example/"),
    footer=Footer(
        sponsor="青岚区人民政府",
        operator="青岚区人民政府办公室",
        address="青岚区政务路1号",
        telephone="0000-6660100（工作日9:00—12:00，14:00—17:30）",
        id_code="0000000000",
        icp_record="示例ICP备00000000号",
        police_record="示例公网安备00000000000000号",
        police_href="https://www.qinglan.example/gongan",
        party_mark_href="https://www.qinglan.example/biaoshi",
        report_error_href="https://www.qinglan.example/zhaocuo",
        sitemap_path="site-map.html",
        accessibility_path="wuzhangai.html",
        contact_path="lianxi.html",
        note="样例页面：青岚区、文件、人名、电话均为虚构，不代表任何真实机关。",
    ),
    assets=Assets(
        stylesheet="assets/theme.css",
        pages_stylesheet="assets/pages.css",
        print_stylesheet="assets/print.css",
        script="assets/theme.js",
        search_scripts=("assets/search-text.js", "assets/search-find.js", "assets/search.js"),
        table_script="assets/table.js",
        items_script="assets/items.js",
        qr_script="assets/qr.js",
    ),
)

FORCE = State(
    code="in_force",
    word="现行有效",
    since=date(2023, 7, 1),
    next_on=date(2028, 7, 1),
    next_code="lapsed",
    next_word="已失效",
    sentence="施行日期已到，有效期未满，没有被修改、废止",
)

FUTURE = State(
    code="not_yet_in_force",
    word="尚未施行",
    next_on=date(2026, 4, 10),
    next_code="in_force",
    next_word="现行有效",
    sentence="2026年4月10日起施行",
)

AMENDED = State(
    code="amended", word="已修改", since=date(2023, 7, 1), sentence="第十二条被修改，其余条款继续有效"
)

PARTLY = State(code="partly_repealed", word="部分失效", since=date(2024, 1, 1), sentence="第三章不再执行")

REPEALED = State(
    code="repealed", word="已废止", since=date(2023, 7, 1), sentence="2023年7月1日起由新文件废止"
)

LAPSED = State(code="lapsed", word="已失效", since=date(2024, 9, 1), sentence="有效期满，没有延续")

POLICY_TAGS = ColumnTags(
    name="行政规范性文件",
    description="青岚区人民政府及其部门、乡镇和街道制定的行政规范性文件",
    keywords="规范性文件,青岚区",
    type="政策文件",
)

COLUMN_TAGS = ColumnTags(
    name="政府信息公开",
    description="青岚区人民政府依法主动公开的政府信息",
    keywords="政府信息公开,青岚区",
    type="信息公开目录",
)

HOME_CRUMB = Link(title="政府信息公开", path="index.html")

POLICY_CRUMBS = (HOME_CRUMB, Link(title="政策", path="zhengce/index.html"))

FEED = Link(title="行政规范性文件", path="zhengce/xzgfxwj/atom.xml")

DOCUMENT_PATH = "zhengce/xzgfxwj/linshi-jiuzhu-banfa.html"

_ROWS = (
    ("青岚区高龄津贴发放办法", "gaoling-jintie", "青政规〔2026〕2号", "青岚区人民政府", "2026-03-10", FUTURE),
    (
        "青岚区2026年义务教育招生入学工作实施意见",
        "zhaosheng-2026",
        "青教规〔2026〕1号",
        "青岚区教育局",
        "2026-03-06",
        FORCE,
    ),
    (
        "青岚区住宅老旧电梯更新补助实施细则",
        "dianti-gengxin",
        "青建规〔2026〕1号",
        "青岚区住房和城乡建设局",
        "2026-02-27",
        FUTURE,
    ),
    (
        "青岚区困难群众救助资金管理办法",
        "jiuzhu-zijin",
        "青财规〔2021〕1号",
        "青岚区财政局",
        "2021-05-20",
        AMENDED,
    ),
    (
        "青岚区户外广告设施设置管理办法",
        "huwai-guanggao",
        "青政规〔2019〕5号",
        "青岚区人民政府",
        "2019-08-28",
        PARTLY,
    ),
    (
        "青岚区人民政府关于印发《青岚区城乡居民临时救助办法》的通知",
        "linshi-jiuzhu-2018",
        "青政规〔2018〕2号",
        "青岚区人民政府",
        "2018-06-25",
        REPEALED,
    ),
    (
        "青岚区瓶装液化石油气安全管理办法（试行）",
        "yehuaqi",
        "青政规〔2022〕3号",
        "青岚区人民政府",
        "2022-08-20",
        LAPSED,
    ),
)


def row(at: int, folder: str = "zhengce/xzgfxwj") -> Row:
    """Return a row; after the last the first comes again with another number."""
    title, name, number, body, day, state = _ROWS[at % len(_ROWS)]
    published = date.fromisoformat(day)
    return Row(
        title=title,
        path=f"{folder}/{name}-{at}.html",
        published=datetime(published.year, published.month, published.day, 9, 30),
        number=number,
        index_number=f"000000000/{published.year}-{at + 1:05}",
        body=body,
        written_on=published,
        effective_on=published.replace(day=1),
        valid_until=published.replace(year=published.year + 5, day=1) if at % 3 else None,
        state=state,
    )


def record(at: int) -> Row:
    """Return a row of a record that is no normative document."""
    titles = (
        "青岚区2025年国民经济和社会发展统计公报",
        "图解：青岚区高龄津贴发放办法",
        "青岚区2026年3月城乡低保资金发放情况",
    )
    return Row(
        title=titles[at % 3],
        path=f"fdzdgk/a20-04/jilu-{at}.html",
        published=date(2026, 3, 10),
        index_number=f"000000000/2026-{at + 100:05}",
        body="青岚区统计局",
        kind="统计信息",
    )


def pager(number: int = 1) -> Pager:
    """Return the pager of ten pages."""
    folder = "zhengce/xzgfxwj"
    paths = {at: f"{folder}/index.html" if at == 1 else f"{folder}/list-{at}.html" for at in range(1, 11)}
    links = (
        *(PagerLink(number=at, path=paths[at], current=at == number) for at in (1, 2, 3)),
        PagerLink(number=0, path=""),
        PagerLink(number=10, path=paths[10], current=number == 10),
    )
    return Pager(
        number=number,
        total=10,
        size=20,
        links=links,
        previous_path=paths.get(number - 1, ""),
        next_path=paths.get(number + 1, ""),
    )
