"""Records of other kinds: an interpretation, a meeting, a call for opinions."""

from datetime import date

from sitegen.views.common import Fact, Link
from sitegen.views.document import Consultation, DocumentPage, Meeting, Related, Reprint
from sitegen.views.page import ArticleTags, ColumnTags

from .column import DOCUMENT_PATH, FORCE, FUTURE, HOME_CRUMB, POLICY_CRUMBS

INTERPRETATION = DocumentPage(
    path="zhengce/jiedu/tujie.html",
    root="../../",
    title="图解：临时救助怎么申请",
    part="zhengce",
    column="zhengce/jiedu/index.html",
    column_tags=ColumnTags(name="政策解读", description="政策文件的解读", keywords="解读", type="政策解读"),
    article_tags=ArticleTags(
        title="图解：临时救助怎么申请", published=date(2023, 5, 12), source="青岚区民政局"
    ),
    crumbs=(*POLICY_CRUMBS, Link(title="政策解读", path="zhengce/jiedu/index.html")),
    kind="interpretation",
    issuer="青岚区民政局",
    card=(
        Fact(label="发布机构", value="青岚区民政局", path="jigou/minzheng.html"),
        Fact(label="解读形式", value="图解"),
        Fact(label="发布日期", value="2023年5月12日"),
    ),
    interprets=(
        Related(title="青岚区临时救助实施办法", path=DOCUMENT_PATH, detail="青政规〔2023〕4号", state=FORCE),
    ),
)

MEETING = DocumentPage(
    path="fdzdgk/huiyi/2026-5.html",
    root="../../",
    title="区政府第5次常务会议",
    part="fdzdgk",
    column_tags=ColumnTags(
        name="会议公开", description="区政府常务会议", keywords="会议", type="信息公开目录"
    ),
    crumbs=(HOME_CRUMB, Link(title="法定主动公开内容", path="fdzdgk/index.html")),
    kind="meeting",
    issuer="青岚区人民政府",
    card=(Fact(label="索引号", value="000000000/2026-00031"), Fact(label="发布日期", value="2026年3月2日")),
    meeting=Meeting(
        facts=(
            Fact(label="时间", value="2026年2月27日"),
            Fact(label="主持人", value="区长"),
            Fact(label="列席", value="区人大常委会、区政协代表\n市民代表2人"),
        ),
        agenda=(
            Related(
                title="青岚区高龄津贴发放办法", path="zhengce/xzgfxwj/gaoling-jintie-0.html", state=FUTURE
            ),
            Related(title="听取2025年法治政府建设情况汇报"),
        ),
    ),
)

CONSULTATION = DocumentPage(
    path="fdzdgk/yijian/canchu-laji.html",
    root="../../",
    title="关于《青岚区餐厨垃圾收运处置管理办法（征求意见稿）》公开征求意见的公告",
    part="fdzdgk",
    column_tags=ColumnTags(
        name="征求意见", description="重大决策征求意见", keywords="征求意见", type="征集调查"
    ),
    crumbs=(HOME_CRUMB, Link(title="法定主动公开内容", path="fdzdgk/index.html")),
    kind="consultation",
    issuer="青岚区城市管理局",
    card=(Fact(label="发布日期", value="2025年10月8日 10:00"),),
    consultation=Consultation(
        phase="已反馈",
        answered_on=date(2025, 11, 20),
        opens_on=date(2025, 10, 8),
        closes_on=date(2025, 11, 7),
        ways=(
            Fact(
                label="电子邮箱", value="chengguan@qinglan.example", href="mailto:chengguan@qinglan.example"
            ),
            Fact(label="信函", value="青岚区政务路3号，信封注明“征求意见”"),
        ),
        outcome=(
            Related(
                title="意见采纳情况", path="fdzdgk/yijian/canchu-laji-fankui.html", detail="收到意见41条"
            ),
        ),
    ),
    reprint=Reprint(
        source="岚州市人民政府网站", href="https://www.lanzhou.example/1.html", published=date(2025, 10, 7)
    ),
)
