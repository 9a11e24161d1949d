"""The fields of a site's YAML files: `site.yaml`, `jigou/*.yaml`, `_column.yaml`."""

from __future__ import annotations

from sitegen.formats.field_dates import Date
from sitegen.formats.field_places import Address
from sitegen.formats.field_types import Choice, Flag, ListOf, Prose, Text, Whole
from sitegen.formats.field_values import FieldType
from sitegen.formats.fields import Field, Group, MappingOf, table_of
from sitegen.languages import BY_CODE
from sitegen.model.group_fields import WAIVER
from sitegen.model.kinds import BY_NAME, titles
from sitegen.model.site_config import Downloads, Leader, Portal, Unit, Weight
from sitegen.model.values import REVIEW_STEPS


def field(key: str, english: str, type: FieldType[object], help: str, source: str = "") -> Field:
    """Return a field whose attribute is its English key."""
    return Field(key=key, english=english, attribute=english, type=type, help=help, source=source)


TEXTS = ListOf(item=Text())
WAIVERS = field("不查", "waivers", ListOf(item=WAIVER), "核对过、可以放行的问题：规则和理由")
WEIGHTS = Choice(
    labels={"错误": Weight.ERROR, "提醒": Weight.WARNING, "说明": Weight.NOTE, "不查": Weight.OFF},
    codes={"警告": Weight.WARNING, "提示": Weight.NOTE} | {str(weight): weight for weight in Weight},
)
"""The words of reports, and others that say the same."""
STEPS = ListOf(item=Choice(labels={step: step for step in REVIEW_STEPS}))
UNIT = Group(
    fields=table_of(
        field("名称", "title", Text(), "名称"),
        field("职责", "duty", Prose(), "职责"),
        field("地址", "address", Text(), "地址"),
        field("电话", "phone", Text(), "电话"),
    ),
    record=Unit,
    subject="机构",
)
LEADER = Group(
    fields=table_of(
        field("姓名", "name", Text(), "姓名"),
        field("职务", "post", Text(), "职务"),
        field("分工", "duty", Text(), "分工"),
    ),
    record=Leader,
    subject="负责人",
)
PORTAL = Group(
    fields=table_of(
        field("名称", "title", Text(), "门户网站的名称"),
        field("地址", "address", Address(), "门户网站的网址"),
        field("页头", "header", Prose(), "放在每页最上面的HTML，会先清理", "S1"),
        field("页脚", "footer", Prose(), "放在每页最下面的HTML，会先清理", "S1"),
        field("找错地址", "report_errors", Address(), "“我为政府网站找错”的网址", "R101"),
        field("无障碍地址", "accessibility", Address(), "门户网站无障碍说明的网址", "R143"),
    ),
    record=Portal,
    subject="门户",
)
RECORD_KINDS = ListOf(item=Choice(labels={title: BY_NAME[title].id for title in titles()}))
DOWNLOADS = Group(
    fields=table_of(
        field("DOCX", "docx", RECORD_KINDS, "哪些种类的信息另有Word文档（公文格式）", "R11"),
        field("纯文本", "text", RECORD_KINDS, "哪些种类的信息另有纯文本文件", "S123"),
    ),
    record=Downloads,
    subject="全文下载",
)
SITE = table_of(
    field("名称", "title", Text(), "主管这个栏目的政府或者部门的全称", "R94"),
    field("网址", "address", Address(), "门户网站的网址，如 https://www.qinglan.gov.cn", "R102"),
    field("基础路径", "base_path", Text(), "栏目在门户网站下的路径，如 /zwgk/zfxxgk/", "R1"),
    field("网站标识码", "site_id_code", Text(), "10位数字，或者 bm 加8位数字", "R100"),
    field("ICP备案号", "icp_number", Text(), "ICP备案号", "R101"),
    field("公安备案号", "police_number", Text(), "公安机关备案号", "R101"),
    field("主办单位", "sponsor", Text(), "主办单位", "R101"),
    field("承办单位", "operator", Text(), "承办单位", "R101"),
    field("联系电话", "phone", Text(), "联系电话", "R101"),
    field("联系地址", "postal_address", Text(), "联系地址", "R101"),
    field("邮政编码", "postal_code", Text(), "邮政编码"),
    field("电子邮箱", "email", Text(), "电子邮箱"),
    field("层级", "level", Text(), "省级、市级、县级或者乡级", "R22"),
    field("地方规则", "profile", Text(), "catalogs/profiles/ 里的文件名", "R57"),
    field("版式", "layout", Text(), "2019或者2021", "R4"),
    field("显示审核", "show_review", Flag(), "网页上显示拟稿、审核、发布的人，写“是”；不写就是“是”", "R83"),
    field("门户", "portal", PORTAL, "栏目所在的门户网站", "S1"),
    field("审核要求", "review_required", STEPS, "发布前必须写明的审核环节：拟稿、审核、发布", "R32"),
    field("审核人不同", "different_reviewers", Flag(), "拟稿、审核、发布不能是同一个人，写“是”；不写就是“否”", "R32"),
    field(
        "提交署名",
        "review_from_commits",
        Flag(),
        "信息部分没有写的审核环节，用 git 提交说明最后几行的“审核: 某某”，写“是”；不写就是“否”",
        "R32",
    ),
    field("公开检查报告", "publish_report", Flag(), "生成网站时把检查报告放进 report/，写“是”；不写就是“否”", "S8"),
    field("规则说明网址", "rule_docs", Address(), "说明每条规则的网页（docs/diagnostics.md），写进 SARIF 报告"),
    field("标准目录领域", "domains", TEXTS, "本栏目负责的领域，或者写“全部”", "R92"),
    field("覆盖率要求", "coverage_required", Whole(), "标准目录事项至少公开百分之几", "S32"),
    field(
        "第二语言",
        "second_language",
        Choice(labels={each.chinese: code for code, each in BY_CODE.items()}),
        "译文的语言：英文或者蒙古文；不写就是英文",
        "R149",
    ),
    field("英文名称", "english_title", Text(), "主管机关的英文名称，用在英文网页上", "R149"),
    field("蒙古文名称", "mongolian_title", Text(), "主管机关的蒙古文名称，用在蒙古文网页上", "R149"),
    field("繁体版", "traditional", Flag(), "另外生成一套繁体网页（zh-hant/），写“是”；不写就是“否”", "R150"),
    field("压缩网页", "minified", Flag(), "把网页再压缩几个百分点（生成要慢五分之一），写“是”；不写就是“否”"),
    field("全文下载", "downloads", DOWNLOADS, "网页以外，正文还以哪些格式提供", "S123"),
    field("检查", "checks", MappingOf(value=WEIGHTS, example="SG215: 说明"), "每条规则在本站的轻重"),
    field(
        "开通日期",
        "opened_on",
        Date(),
        "栏目对外开通的日期；从这一天起才检查更新、空白栏目、解读和年报是否按时",
        "R112",
    ),
)
BODY = table_of(
    field("名称", "title", Text(), "机构全称", "R86"),
    field("简称", "short_title", Text(), "机构简称"),
    field("代码", "code", Text(), "九位组织机构代码或者统一社会信用代码，索引号的前段", "R72"),
    field("机关代字", "prefixes", TEXTS, "这个机构的文号用的代字", "R78"),
    field("类别", "sort", Text(), "政府、政府办公室、政府部门、乡镇人民政府、街道办事处或者其他"),
    field("上级", "superior", Text(), "上级机构的全称"),
    field("职能", "duty", Prose(), "机关职能", "R21"),
    field("内设机构", "units", ListOf(item=UNIT), "内设机构及其职责", "R21"),
    field("办公地址", "address", Text(), "办公地址", "R21"),
    field("办公时间", "hours", Text(), "办公时间", "R21"),
    field("联系电话", "phone", Text(), "联系电话", "R21"),
    field("传真", "fax", Text(), "传真号码"),
    field("电子邮箱", "email", Text(), "电子邮箱"),
    field("负责人", "leaders", ListOf(item=LEADER), "负责人的姓名、职务、分工", "R21"),
    field("所属单位", "subordinates", ListOf(item=UNIT), "所属的事业单位等", "S45"),
    field("更新日期", "updated_on", Date(), "这份简介的更新日期", "S44"),
    field("成立日期", "founded_on", Date(), "成立日期"),
    field("撤并日期", "ended_on", Date(), "已经撤并的机构，写撤并的日期"),
    field("撤并说明", "ended_note", Text(), "撤并以后职能归谁"),
    field("顺序", "order", Whole(), "列表里的次序，数字小的在前"),
    WAIVERS,
)
COLUMN = table_of(
    field("标题", "title", Text(), "栏目名称", "R95"),
    field("顺序", "order", Whole(), "在上级栏目里的次序，数字小的在前"),
    field("说明", "description", Text(), "一两句话说明栏目里有什么", "R95"),
    field("关键词", "keywords", TEXTS, "栏目的关键词", "R95"),
    field("栏目类型", "column_types", TEXTS, "网页标签 ColumnType 的取值", "R96"),
    field("收录", "accepts", TEXTS, "收录哪些种类的信息，第一种是默认的", "R5"),
    field("法定内容", "statutory_items", TEXTS, "对应条例第二十条、第二十一条的哪一项", "R21"),
    field("领域", "domains", TEXTS, "对应的基层政务公开领域", "R92"),
    field("责任机构", "responsible_body", Text(), "负责这个栏目的机构全称", "S57"),
    field("更新周期", "update_every", Whole(), "最多多少天要更新一次", "R114"),
    WAIVERS,
)
