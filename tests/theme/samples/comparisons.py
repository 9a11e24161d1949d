"""An amendment laid beside what it changes."""

from datetime import date

from sitegen.model.rewrite import Rewrite, RewriteKind
from sitegen.views.common import Link
from sitegen.views.document import Related
from sitegen.views.page import ColumnTags
from sitegen.views.redline import RedlinePage
from sitegen.views.side_by_side import compared

from .column import DOCUMENT_PATH, FORCE, POLICY_CRUMBS

REDLINE = RedlinePage(
    path="zhengce/xzgfxwj/xiugai/duibi-jiuzhu.html",
    root="../../../",
    title="修改对照：青岚区临时救助实施办法",
    part="zhengce",
    column="zhengce/xzgfxwj/index.html",
    column_tags=ColumnTags(
        name="行政规范性文件", description="区政府制定的行政规范性文件", keywords="文件", type="政策文件"
    ),
    crumbs=POLICY_CRUMBS,
    canonical="https://www.qinglan.example/zfxxgk/zhengce/xzgfxwj/xiugai/duibi-jiuzhu.html",
    word="修改",
    old=Related(title="青岚区临时救助实施办法", path=DOCUMENT_PATH, detail="青政规〔2023〕4号", state=FORCE),
    new=Related(
        title="关于修改《青岚区临时救助实施办法》的决定", path="zhengce/xzgfxwj/xiugai.html", state=FORCE
    ),
    old_head="修改前",
    new_head="修改后",
    on=date(2025, 6, 1),
    note="条文以公布的文本为准。",
    back=Link(title="关于修改《青岚区临时救助实施办法》的决定", path="zhengce/xzgfxwj/xiugai.html"),
    rewrites=(
        Rewrite(
            kind=RewriteKind.REPLACE,
            article="第二条",
            wording="救助金额一般不超过12000元。",
            quote="第二条修改为",
        ),
        Rewrite(kind=RewriteKind.DELETE, article="第三条", quote="删去第三条"),
        Rewrite(kind=RewriteKind.ADD, wording="不收费。", place="第五条", quote="增加一条，作为第五条"),
        Rewrite(kind=RewriteKind.DELETE, article="第九条", quote="删去第九条"),
    ),
)
ARTICLES = (
    "为了规范管理，制定本办法。",
    "救助金额一般不超过8000元。",
    "户籍不在本区的，不予受理。",
    "本办法由区民政局解释。",
)
SIDES = compared(
    REDLINE,
    "".join(f"<p>第{number}条　{text}</p>" for number, text in zip("一二三四", ARTICLES, strict=True)),
    "",
)
