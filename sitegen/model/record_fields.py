"""The front matter of records: one table of fields, from which checking, documentation and editor help are made."""

from __future__ import annotations

from sitegen.formats.field_dates import Date, DateTime
from sitegen.formats.field_types import Choice, Flag, ListOf, Prose, Text, Whole
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field
from sitegen.model.group_fields import (
    FISCAL,
    GAZETTE,
    LATER_COMMENCEMENT,
    REPRINT,
    REVIEW,
    WAIVER,
    AttachmentType,
)
from sitegen.model.relation_field import RelationType
from sitegen.model.values import Disclosure, Stage

PLACEHOLDERS = frozenset(
    {"无", "暂无", "待补充", "待定", "暂缺", "XXX", "xxx", "某某", "暂无来源", "—", "-", "/"}
)
"""Words that stand for "nothing yet": a field is left out rather than filled with them (R97, S113)."""
DISCLOSURES = Choice(
    labels={
        "主动公开": Disclosure.ACTIVE,
        "依申请公开": Disclosure.ON_REQUEST,
        "不予公开": Disclosure.WITHHELD,
    },
    codes={str(value): value for value in Disclosure},
)
STAGES = Choice(
    labels={"草稿": Stage.DRAFT, "正式": Stage.FINAL}, codes={str(value): value for value in Stage}
)
TEXT = Text(placeholders=PLACEHOLDERS)
RELATIONS = ListOf(item=RelationType())
TEXTS = ListOf(item=TEXT)
NAMES = ListOf(item=TEXT, separators="、，；,;")
"""Short names: one that holds such a sign is several names in one."""


def field(
    key: str, english: str, type: FieldType[object], help: str, source: str = "", example: str = ""
) -> Field:
    """Return a field whose attribute is its English key."""
    return Field(
        key=key, english=english, attribute=english, type=type, help=help, source=source, example=example
    )


COMMON = (
    field("类型", "kind", TEXT, "信息的种类；不写就是栏目“收录”的第一种", "R5", "行政规范性文件"),
    field("标题", "title", TEXT, "完整标题，不加书名号", "R71", "青岚区临时救助实施办法"),
    field("稿件状态", "stage", STAGES, "草稿可以不完整，永远不会公开；不写就是正式", "design §4", "草稿"),
    field("公开属性", "disclosure", DISCLOSURES, "只有“主动公开”的才会出现在网站上", "R82", "主动公开"),
    field("不公开依据", "disclosure_basis", TEXT, "不主动公开的，写明法律依据", "R82", "条例第十六条"),
    field("由申请转主动公开", "from_request", Flag(), "因公众申请较多而主动公开的，写“是”", "R41", "是"),
    field(
        "索引号", "index_number", TEXT, "机构代码/年份-序号；生成后永远不变", "R72", "QL0001000/2023-00147"
    ),
    field("发布机构", "publisher", TEXT, "发布机构的全称，要在 content/jigou/ 里有", "R86", "青岚区人民政府"),
    field("发文机关", "issuing_bodies", NAMES, "发文机关的全称，联合发文时牵头的写在最前", "R25"),
    field("责任部门", "responsible_body", TEXT, "负责这条信息的部门全称", "S57"),
    field("成文日期", "written_on", Date(), "签发或者通过的日期", "R79", "2023-05-10"),
    field("发布日期", "published_at", DateTime(), "在网站上公开的日期和时间", "R103", "2023-05-12 09:30"),
    field("核验日期", "verified_on", Date(), "最近一次核对内容仍然准确的日期", "R28", "2026-10-09"),
    field("补录", "backfilled", Flag(), "补录的历史信息，写“是”", "R110", "是"),
    field(
        "主题分类", "theme", TEXT, "一级\\二级，用国务院的22个主题分类", "R76", "民政、扶贫、救灾\\减灾救灾"
    ),
    field("体裁", "genre", TEXT, "通知、办法、公告等", "R77", "办法"),
    field("关键词", "keywords", NAMES, "便于检索的词，两三个即可", "R98", "临时救助"),
    field("内容概述", "summary", TEXT, "一两句话说明内容，不重复标题", "R85"),
    field("服务对象", "audience", NAMES, "这条信息主要给谁看", "S71", "企业"),
    field("专题", "topics", NAMES, "“一类事”或者专题的名称", "S16", "中小学招生"),
    field(
        "法定内容",
        "statutory_items",
        TEXTS,
        "条例第二十条、第二十一条的哪一项；不写就随栏目",
        "R21",
        "a20-01",
    ),
    field(
        "标准目录",
        "catalogue_items",
        TEXTS,
        "基层政务公开标准目录的事项",
        "R92",
        "社会救助/临时救助/政策法规文件",
    ),
    field(
        "项目",
        "case",
        TEXT,
        "征地、征收等分环节公开的，各个环节写同一个项目名称",
        "S66",
        "云山村2026年第3批次征地",
    ),
    field("来源", "source_name", TEXT, "信息的来源；不写就是发布机构", "R97"),
    field("转载", "reprint_of", REPRINT, "转载别处的信息时，写来源、地址、原发布日期", "R83"),
    field("审核", "review", REVIEW, "拟稿、审核、发布三级审核的人或者岗位", "R83"),
    field(
        "附件", "attachments", ListOf(item=AttachmentType()), "同名文件夹里的文件，可以另写显示的名称", "R108"
    ),
    field("版本说明", "version_note", TEXT, "这一版与上一版相比改了什么", "S49"),
    field("旧地址", "aliases", TEXTS, "以前的网址，打开时会转到这里", "R108", "/zwgk/2019/0312/12.html"),
    field("相关文件", "related", RELATIONS, "其他有关的文件", "R133"),
    field("语言", "language", TEXT, "不是简体中文时写语言代码", "R149", "mn-Mong"),
    field("不查", "waivers", ListOf(item=WAIVER), "核对过、可以放行的问题：规则和理由", "design §7"),
)
_OF_TRANSLATIONS = frozenset(
    ("kind", "title", "stage", "disclosure", "disclosure_basis", "published_at", "summary", "review", "waivers")
)
TRANSLATION = tuple(each for each in COMMON if each.attribute in _OF_TRANSLATIONS)
"""What a translation says of itself; all else is said by its original."""
DOCUMENT = (
    field("文号", "document_number", TEXT, "发文字号，年份用六角括号〔〕", "R78", "青政规〔2023〕4号"),
    field("统一登记号", "registry_number", TEXT, "规范性文件的统一登记编号", "R61"),
    field("起草部门", "drafting_bodies", NAMES, "起草的部门，也负责解读；牵头的写在最前", "R132"),
    field("施行日期", "effective_on", Date(), "开始施行的日期", "R62", "2023-07-01"),
    field(
        "分条施行",
        "later_commencements",
        ListOf(item=LATER_COMMENCEMENT),
        "另外规定了施行日期的条款，没有就不写",
        "R62",
    ),
    field("有效期至", "valid_until", Date(), "有效的最后一天", "R59", "2028-06-30"),
    field("依据", "based_on", RELATIONS, "制定本文件所依据的文件", "R16"),
    field("修改", "amends", RELATIONS, "本文件修改了哪些文件，可以写条款", "R56", "青财规〔2021〕1号"),
    field("部分废止", "partly_repeals", RELATIONS, "本文件废止了哪些文件的部分条款", "R56"),
    field("废止", "repeals", RELATIONS, "本文件废止了哪些文件", "R55", "青政规〔2018〕2号"),
    field("替代", "replaces", RELATIONS, "本文件取代了哪些文件（旧文件同时废止）", "R55"),
    field("延续", "renews", RELATIONS, "本文件延长了哪些文件的有效期", "R60"),
    field("宣布失效", "lapses", RELATIONS, "清理中宣布失效的文件", "R65"),
    field("继续有效", "continues", RELATIONS, "清理中确认继续有效的文件", "R65"),
    field("暂停", "suspends", RELATIONS, "本文件暂停执行的文件", "design §5"),
    field("恢复", "resumes", RELATIONS, "本文件恢复执行的文件", "design §5"),
    field("效力状态", "asserted_state", TEXT, "一般不写；写了就要与计算的结果一致", "R53", "现行有效"),
    field("溯及既往", "retroactive", TEXT, "施行日期早于成文日期时写明理由", "R62"),
    field("立即施行理由", "immediate_reason", TEXT, "公布后不满三十日就施行的，写明理由", "R62"),
    field("免解读理由", "interpretation_exempt", TEXT, "不需要解读的，写明理由", "R130"),
    field("须征求意见", "needs_consultation", Flag(), "制定时要向社会公开征求意见的，写“是”", "S84", "是"),
    field(
        "期满评估",
        "expiry_assessment",
        TEXT,
        "有效期满前评估的日期和结论；不再延续的写在这里",
        "R60",
        "2026-10-08评估，期满失效",
    ),
    field("政府公报", "gazette", GAZETTE, "刊登标准文本的公报：年、期、页", "R64"),
)
INTERPRETATION = (
    field("解读", "interprets", RELATIONS, "解读的是哪些文件", "R133", "青政规〔2023〕4号"),
    field("解读形式", "forms", NAMES, "文字、图解、视频、音频、问答、发布会、专家、动漫、H5", "R134", "图解"),
)
CONSULTATION = (
    field("开始日期", "starts_on", Date(), "开始征求意见的日期", "R137"),
    field("截止日期", "ends_on", Date(), "征求意见的最后一天", "R137"),
    field("短于三十日理由", "short_reason", TEXT, "征求意见不足三十日的，写明理由", "R137"),
    field("反馈渠道", "channels", TEXTS, "怎样提意见", "R137"),
    field("反馈日期", "feedback_on", Date(), "公布意见收集、采纳情况的日期", "R138", "2026-10-14"),
    field("形成文件", "result_of", RELATIONS, "征求意见以后印发的文件", "R139"),
)
MEETING = (
    field("会次", "session", TEXT, "第几次会议", "R141", "第三届第52次常务会议"),
    field("召开日期", "held_on", Date(), "开会的日期", "R141"),
    field("议题", "agenda", TEXTS, "每一项议题，一项一行", "R141"),
    field("列席", "attendees", TEXTS, "列席的公众、代表、专家", "S91"),
)
GAZETTE_ISSUE = (
    field("年度", "year", Whole(), "所属年度", "R142", "2026"),
    field("期号", "issue", Whole(), "这一年的第几期", "R142", "5"),
    field("总期号", "serial", Whole(), "创刊以来的第几期", "R142", "78"),
    field("目录", "contents", RELATIONS, "这一期刊登的文件，照公报的次序", "R142", "青政规〔2023〕4号"),
)
PERIODICAL = (
    field("年度", "year", Whole(), "所属年度", "S58", "2025"),
    field("时期", "period", TEXT, "所属时期", "R18", "“十四五”"),
)
FINANCE = (
    *PERIODICAL,
    field("财政数据", "fiscal", FISCAL, "收支和债务的总数，用来画历年对照图", "S58"),
)
NOTHING = (
    field("理由", "reason", Prose(), "为什么没有此类信息", "S7"),
    field("时期", "period", TEXT, "没有此类信息的时期", "S7", "2026年上半年"),
)
TOMBSTONE = (
    field("文号", "document_number", TEXT, "撤下的文件原来的文号", "R78", "青政规〔2023〕4号"),
    field("撤下日期", "withdrawn_on", Date(), "从哪一天起撤下", "R52", "2026-11-20"),
    field("理由", "reason", Prose(), "为什么撤下", "R52", "内容有误，已经重新公开"),
    field("撤下依据", "withdrawal_basis", TEXT, "按照什么规定或者决定撤下", "R52"),
    field("联系", "contact", TEXT, "有疑问找谁：科室和电话", "R52", "区民政局办公室，0000-6660210"),
    field("改看", "see_instead", RelationType(), "现在应当看哪个文件：路径或者文号", "R52"),
)
