"""What can be wrong with how a text is written, in a clerk's words. None of these stops a build but the placeholder."""

from __future__ import annotations

from sitegen.diagnostics import Kind, Leeway, Severity

_READERS = "读屏软件会把链接和图片单独念给看不见的人听（R143、R144，无障碍环境建设法第三十二条）。"
_PROOF = "公开以前要把好文字关，错别字会被检查扣分（R110、S112）。"
_FORMAT = "公文的结构层次依次用“一、”“（一）”“1.”“（1）”（R80，GB/T 9704—2012）。"

NO_PUBLICATION_NOTE = Kind(
    id="SG572",
    name="没有附注“此件公开发布”",
    message="正文没有附注“（此件公开发布）”。",
    why="本地的口径要求主动公开的公文附注“此件公开发布”（R81）。",
    help="在成文日期下面另起一行，写“（此件公开发布）”。",
    severity=Severity.WARNING,
)
EMPTY_PICTURE_TEXT = Kind(
    id="SG575",
    name="图片说明没有内容",
    message="图片说明“{text}”没有说出图上是什么。",
    why=_READERS,
    help="在方括号里写图上的内容，例如“![2026年学区划分示意图](xuequ.png)”。",
    severity=Severity.WARNING,
)
EMPTY_LINK_TEXT = Kind(
    id="SG576",
    name="链接文字没有内容",
    message="链接文字“{text}”没有说出通向哪里。",
    why=_READERS,
    help="用目标的名称作链接文字，例如“[临时救助申请表](shenqingbiao.docx)”。",
    severity=Severity.WARNING,
)
NO_TABLE_HEADER = Kind(
    id="SG577",
    name="表格没有表头",
    message="这个表格的第一行是空的，各栏没有名称。",
    why="没有表头，读屏软件念不出一格属于哪一栏（R144，GB/T 37668—2019）。",
    help="在分隔行“| --- |”的上面一行写各栏的名称；只是为了排版的，不要用表格。",
    severity=Severity.WARNING,
)
ONLY_PICTURES = Kind(
    id="SG578",
    name="正文只有图片",
    message="正文几乎只有图片，没有文字。",
    why="图片里的字不能检索、复制，也念不出来，要同时给出文字（R147）。",
    help="把图片里的文字写进正文，图片放在后面。",
    severity=Severity.WARNING,
)
ORDER_OF_NUMBERS = Kind(
    id="SG580",
    name="层次序号不连续",
    message="“{found}”前面是“{before}”，{problem}。",
    why=_FORMAT,
    help="核对原文，改正序号；确实少了一段的，补上。",
    severity=Severity.WARNING,
)
MISSPELT = Kind(
    id="SG581",
    name="错别字",
    message="“{wrong}”是“{right}”的误写。",
    why=_PROOF,
    help="改为“{right}”；名称里本来如此的，可以在 site.yaml 里写明不查。",
    severity=Severity.WARNING,
)
UNSUITABLE = Kind(
    id="SG582",
    name="不规范的用语",
    message="“{wrong}”应当写成“{right}”。",
    why=_PROOF,
    help="改为“{right}”。",
    severity=Severity.WARNING,
)
WIDTHS = Kind(
    id="SG583",
    name="全角半角用错",
    message="“{text}”应当写成“{meant}”。",
    why="汉字之间用全角标点，数字和字母用半角（GB/T 15834—2011、GB/T 15835—2011）。",
    help="运行 sitegen fix，一次改好；它先列出要改什么。",
    severity=Severity.NOTE,
)
NESTED_TITLE_MARKS = Kind(
    id="SG584",
    name="书名号里用了双书名号",
    message="“{text}”里面一层要用单书名号〈〉。",
    why="书名号里面再用书名号时，里面一层用单书名号（GB/T 15834—2011）。",
    help="写成“{meant}”。",
    severity=Severity.NOTE,
)
DOUBLED_SIGNS = Kind(
    id="SG585",
    name="标点重复",
    message="“{text}”连着用了两个标点。",
    why=_PROOF,
    help="留下正确的一个。",
    severity=Severity.WARNING,
)
PLACEHOLDER = Kind(
    id="SG586",
    name="正文里有占位的话",
    message="“{text}”是占位的话，内容还没有写。",
    why="没有写完的文字不能公开，印在网页上等于没有公开（R97、S113）。",
    help="写上真正的内容；还没写好的，加一行“稿件状态: 草稿”。",
    leeway=Leeway.OLD,
)
UNFILLED = Kind(
    id="SG587",
    name="日期或者文号没有填",
    message="“{text}”里的叉号还没有换成数字。",
    why="从模板抄来的日期、文号要填上真的，网页上才有用（R97）。",
    help="对照原文填上；确实要隐去的，改用“某年某月某日”一类的写法。",
    severity=Severity.WARNING,
)
UNPAIRED = Kind(
    id="SG588",
    name="书名号或括号没有成对",
    message="这一段的“{sign}”没有成对。",
    why=_PROOF,
    help="核对原文，补上少了的一半。",
    severity=Severity.WARNING,
)
SIGN_AFTER_NUMBER = Kind(
    id="SG589",
    name="序号后面的标点不规范",
    message="“{text}”应当写成“{meant}”。",
    why=_FORMAT,
    help="“一”后面用顿号，“（一）”“（1）”后面不用标点，“1”后面用圆点“.”。",
    severity=Severity.NOTE,
)
CIRCLE_FOR_ZERO = Kind(
    id="SG590",
    name="“〇”写成了圆圈",
    message="“{text}”里的圆圈应当是汉字“〇”。",
    why="圆圈不是数字，检索和换算都认不出（GB/T 15835—2011）。",
    help="改为“{meant}”。",
    severity=Severity.NOTE,
)
KINDS = (
    NO_PUBLICATION_NOTE,
    EMPTY_PICTURE_TEXT,
    EMPTY_LINK_TEXT,
    NO_TABLE_HEADER,
    ONLY_PICTURES,
    ORDER_OF_NUMBERS,
    MISSPELT,
    UNSUITABLE,
    WIDTHS,
    NESTED_TITLE_MARKS,
    DOUBLED_SIGNS,
    PLACEHOLDER,
    UNFILLED,
    UNPAIRED,
    SIGN_AFTER_NUMBER,
    CIRCLE_FOR_ZERO,
)
