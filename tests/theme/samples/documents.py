"""Normative documents: in force, repealed, still to come."""

from datetime import date, datetime

from sitegen.views.common import Event, Fact, File, Link, Run
from sitegen.views.document import Credits, DocumentPage, Notice, Proof, Related, Relation, Step
from sitegen.views.page import ArticleTags

from .charts import LIFE
from .column import (
    AMENDED,
    AS_OF,
    BASE,
    DOCUMENT_PATH,
    FEED,
    FORCE,
    FUTURE,
    POLICY_CRUMBS,
    POLICY_TAGS,
    REPEALED,
)

DOCUMENT = DocumentPage(
    path=DOCUMENT_PATH,
    root="../../",
    title="青岚区临时救助实施办法",
    part="zhengce",
    column="zhengce/xzgfxwj/index.html",
    column_tags=POLICY_TAGS,
    article_tags=ArticleTags(
        title="青岚区临时救助实施办法",
        published=datetime(2023, 5, 12, 9, 30),
        source="青岚区人民政府",
        keywords="临时救助,社会救助",
        description="规定临时救助的对象、申请、审核和标准",
        url=f"{BASE}{DOCUMENT_PATH}",
    ),
    crumbs=(*POLICY_CRUMBS, Link(title="行政规范性文件", path="zhengce/xzgfxwj/index.html")),
    canonical=f"{BASE}{DOCUMENT_PATH}",
    feed=FEED,
    kind="normative_document",
    number="青政规〔2023〕4号",
    issuer="青岚区人民政府",
    state=FORCE,
    card=(
        Fact(label="索引号", value="000000000/2023-00147"),
        Fact(label="主题分类", value="民政、扶贫、救灾\\社会救助", path="zhuti/shehui-jiuzhu/index.html"),
        Fact(label="发布机构", value="青岚区人民政府", path="jigou/qu.html"),
        Fact(label="文号", value="青政规〔2023〕4号"),
        Fact(label="成文日期", value="2023年5月10日"),
        Fact(label="发布日期", value="2023年5月12日 09:30"),
        Fact(label="施行日期", value="2023年7月1日"),
        Fact(label="有效期至", value="2028年6月30日"),
        Fact(label="体裁", value="办法"),
    ),
    steps=(
        Step(
            runs=(
                Run(text="2023年5月12日公布；"),
                Run(text="第二十一条", href="#第二十一条"),
                Run(text="规定"),
                Run(text="自2023年7月1日起施行", style="quote"),
                Run(text="，施行日期已到。"),
            )
        ),
        Step(
            runs=(
                Run(text="第二十一条规定"),
                Run(text="有效期五年", style="quote"),
                Run(text="，到2028年6月30日届满，尚未届满。"),
            )
        ),
        Step(
            runs=(
                Run(text="没有文件废止或者修改它；"),
                Run(text="2025年清理决定（青政发〔2025〕11号）", path="zhengce/qingli/2025.html"),
                Run(text="列为“继续有效”。"),
            )
        ),
        Step(runs=(Run(text="所以现行有效。不延续的话，2028年7月1日起为已失效。"),)),
    ),
    note=(
        "（2023年5月10日青岚区人民政府青政规〔2023〕4号公布",
        "自2023年7月1日起施行",
        "有效期至2028年6月30日）",
    ),
    attachments=(
        File(
            title="附件1　青岚区临时救助申请审核确认表",
            path="zhengce/xzgfxwj/linshi-jiuzhu-banfa/shenqingbiao.docx",
            type="DOCX",
            size=34816,
            pages=2,
            web_path="zhengce/xzgfxwj/linshi-jiuzhu-banfa/shenqingbiao.html",
        ),
        File(
            title="附件2　家庭经济状况核对授权书",
            path="zhengce/xzgfxwj/linshi-jiuzhu-banfa/shouquanshu.docx",
            type="DOCX",
            size=21504,
            pages=1,
        ),
    ),
    downloads=(
        File(
            title="青岚区临时救助实施办法（含附件）",
            path="zhengce/xzgfxwj/linshi-jiuzhu-banfa/quanwen.pdf",
            type="PDF",
            size=217088,
            pages=9,
            note="按公文格式排版",
        ),
    ),
    json_path="zhengce/xzgfxwj/linshi-jiuzhu-banfa.json",
    relations=(
        Relation(
            word="解读",
            direction="",
            items=(
                Related(
                    title="图解：临时救助怎么申请",
                    path="zhengce/jiedu/tujie.html",
                    detail="图解，2023年5月12日",
                ),
            ),
        ),
        Relation(
            word="依据",
            direction="本文件的依据",
            items=(
                Related(
                    title="社会救助暂行办法", href="https://www.gov.example/jz", detail="国务院令第649号"
                ),
                Related(title="国务院关于全面建立临时救助制度的通知", detail="国发〔2014〕47号"),
            ),
        ),
        Relation(
            word="修改",
            direction="本文件改了什么",
            items=(
                Related(
                    title="青岚区困难群众救助资金管理办法",
                    path="zhengce/xzgfxwj/jiuzhu-zijin-3.html",
                    detail="青财规〔2021〕1号，第十二条",
                    state=AMENDED,
                ),
            ),
        ),
        Relation(
            word="废止",
            direction="本文件废止了什么",
            items=(
                Related(
                    title="青岚区人民政府关于印发《青岚区城乡居民临时救助办法》的通知",
                    path="zhengce/xzgfxwj/linshi-jiuzhu-2018.html",
                    detail="青政规〔2018〕2号",
                    state=REPEALED,
                ),
            ),
        ),
    ),
    explained_by=(
        Link(title="图解：临时救助怎么申请", path="zhengce/jiedu/tujie.html"),
        Link(title="问答：哪些情况可以先救助后补手续", path="zhengce/jiedu/wenda.html"),
    ),
    timeline=(
        Event(on=date(2023, 5, 10), mark="past", runs=(Run(text="青政规〔2023〕4号印发"),)),
        Event(on=date(2023, 5, 12), mark="past", runs=(Run(text="公布"),)),
        Event(
            on=date(2023, 7, 1),
            mark="past",
            runs=(
                Run(text="施行，"),
                Run(text="青政规〔2018〕2号", path="zhengce/xzgfxwj/linshi-jiuzhu-2018.html"),
                Run(text="同时废止"),
            ),
        ),
        Event(on=AS_OF, mark="now", runs=(Run(text="（截至日）"), Run(text="现行有效", style="strong"))),
        Event(on=date(2028, 7, 1), mark="next", runs=(Run(text="期满，不延续则失效"),)),
    ),
    catalogue=(
        Relation(
            word="标准目录",
            direction="",
            items=(
                Related(
                    title="社会救助／临时救助／政策法规文件",
                    path="biaozhun/21/index.html#i11",
                    detail="第11项，县级、乡级公开",
                ),
            ),
        ),
        Relation(
            word="公开条例",
            direction="",
            items=(
                Related(
                    title="第二十条第（一）项　行政法规、规章和规范性文件", path="fdzdgk/a20-01/index.html"
                ),
            ),
        ),
    ),
    credits=Credits(
        drafted_by="区民政局",
        reviewed_by="区司法局",
        released_by="区政府办公室",
        released_on=date(2023, 5, 12),
    ),
    proof=Proof(address=f"{BASE}{DOCUMENT_PATH}", sha256="4be19c0752aad3f8" * 4),
)

_OLD_PATH = "zhengce/xzgfxwj/linshi-jiuzhu-2018.html"

REPEALED_DOCUMENT = DocumentPage(
    path=_OLD_PATH,
    root="../../",
    title="青岚区人民政府关于印发《青岚区城乡居民临时救助办法》的通知",
    part="zhengce",
    column="zhengce/xzgfxwj/index.html",
    column_tags=POLICY_TAGS,
    article_tags=ArticleTags(
        title="青岚区人民政府关于印发《青岚区城乡居民临时救助办法》的通知",
        published=datetime(2018, 6, 25, 10, 0),
        source="青岚区人民政府",
    ),
    crumbs=DOCUMENT.crumbs,
    canonical=f"{BASE}{_OLD_PATH}",
    kind="normative_document",
    number="青政规〔2018〕2号",
    issuer="青岚区人民政府",
    state=REPEALED,
    notice=Notice(
        tone="gone",
        title="本文件已废止，不能再作为办事依据",
        runs=(
            Run(text="自2023年7月1日起，被"),
            Run(text="《青岚区临时救助实施办法》（青政规〔2023〕4号）", path=DOCUMENT_PATH),
            Run(text="第二十一条废止。"),
        ),
    ),
    card=(
        *DOCUMENT.card[:6],
        Fact(label="施行日期", value="2018年8月1日"),
        Fact(label="有效期至", value="2023年7月31日"),
        Fact(label="废止日期", value="2023年7月1日"),
    ),
    steps=(
        Step(runs=(Run(text="2018年8月1日起施行，有效期至2023年7月31日。"),)),
        Step(
            runs=(
                Run(text="届满之前，"),
                Run(text="青政规〔2023〕4号第二十一条", path=f"{DOCUMENT_PATH}#第二十一条"),
                Run(text="规定本文件"),
                Run(text="同时废止", style="quote"),
                Run(text="。"),
            )
        ),
        Step(runs=(Run(text="所以自2023年7月1日起已废止。此前发生的事项，仍可能适用本文件。"),)),
    ),
    relations=(
        Relation(
            word="废止",
            direction="谁废止了本文件",
            items=(
                Related(
                    title="青岚区临时救助实施办法",
                    path=DOCUMENT_PATH,
                    detail="青政规〔2023〕4号，第二十一条",
                    state=FORCE,
                ),
            ),
        ),
    ),
    life=LIFE,
    timeline=(
        Event(on=date(2018, 6, 25), mark="past", runs=(Run(text="公布"),)),
        Event(on=date(2018, 8, 1), mark="past", runs=(Run(text="施行"),)),
        Event(
            on=date(2023, 7, 1),
            mark="end",
            runs=(
                Run(text="废止", style="strong"),
                Run(text="，改用"),
                Run(text="青政规〔2023〕4号", path=DOCUMENT_PATH),
            ),
        ),
    ),
    proof=Proof(address=f"{BASE}{_OLD_PATH}", sha256="90d21e5bc66408ab" * 4),
)

SOON_DOCUMENT = DocumentPage(
    path="zhengce/xzgfxwj/gaoling-jintie-0.html",
    root="../../",
    title="青岚区高龄津贴发放办法",
    part="zhengce",
    column="zhengce/xzgfxwj/index.html",
    column_tags=POLICY_TAGS,
    crumbs=DOCUMENT.crumbs,
    kind="normative_document",
    number="青政规〔2026〕2号",
    issuer="青岚区人民政府",
    state=FUTURE,
    notice=Notice(tone="soon", title="本文件2026年4月10日起施行"),
    card=DOCUMENT.card,
)
