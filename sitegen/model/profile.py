"""地方口径: what a province or a place decides for itself (R48–R137), from `catalogs/profiles/*.yaml`."""

from __future__ import annotations

import msgspec

from sitegen.model.local_rules import (
    Absence,
    Answer,
    CardFields,
    Count,
    DayOfYear,
    Freshness,
    Interval,
    LastDay,
    LocalRule,
    Numbering,
    Presumption,
    Share,
    Signature,
    Texts,
    Years,
)


class TermRules(msgspec.Struct, frozen=True, kw_only=True):
    """有效期 (R57–R60)."""

    required: LocalRule[Answer] = msgspec.field(name="必须载明")
    longest: Years = msgspec.field(name="一般最长年限")
    trial: Years = msgspec.field(name="试行最长年限")
    trial_words: LocalRule[Texts] = msgspec.field(name="试行用词")
    acting_words: LocalRule[Texts] = msgspec.field(name="专门作用的标题")
    presumption: LocalRule[Presumption] = msgspec.field(name="未载明时")
    lapses_by_itself: LocalRule[Answer] = msgspec.field(name="期满自动失效")
    last_day: LocalRule[LastDay] = msgspec.field(name="届满日")
    assessment_months: LocalRule[Count] = msgspec.field(name="期满前评估月数")
    notice_days: LocalRule[Count] = msgspec.field(name="期满前提示天数")


class CommencementRules(msgspec.Struct, frozen=True, kw_only=True):
    """施行 (R62): days from publication to commencement, and what excuses fewer."""

    regulatory_rules: LocalRule[Count] = msgspec.field(name="规章公布后天数")
    normative_documents: LocalRule[Count] = msgspec.field(name="规范性文件公布后天数")
    exceptions: LocalRule[Texts] = msgspec.field(name="可以立即施行的情形")


class IndexNumberRules(msgspec.Struct, frozen=True, kw_only=True):
    """索引号 (R72–R74)."""

    pattern: LocalRule[str] = msgspec.field(name="格式")
    numbering: Numbering = msgspec.field(name="生成")
    other_patterns: LocalRule[Texts] = msgspec.field(name="另认格式")
    stays: LocalRule[Answer] = msgspec.field(name="不因发布机构变更而更改")
    wrong_checksum: LocalRule[Absence] = msgspec.field(name="校验码不符")


class RegistryRules(msgspec.Struct, frozen=True, kw_only=True):
    """登记号 (R61)."""

    missing: LocalRule[Absence] = msgspec.field(name="缺少时")
    pattern: LocalRule[str] = msgspec.field(name="格式")


class ThemeRules(msgspec.Struct, frozen=True, kw_only=True):
    """主题分类 (R76)."""

    separator: LocalRule[str] = msgspec.field(name="写法")


class CardRules(msgspec.Struct, frozen=True, kw_only=True):
    """信息卡片 (R67–R70)."""

    fields: CardFields = msgspec.field(name="字段")


class PaperRules(msgspec.Struct, frozen=True, kw_only=True):
    """公文 (R80, R83)."""

    publication_note: LocalRule[Answer] = msgspec.field(name="要求附注此件公开发布")
    signatures: LocalRule[Signature] = msgspec.field(name="公开审核署名")


class InterpretationRules(msgspec.Struct, frozen=True, kw_only=True):
    """解读 (R129–R136). Not every place says how many may be words only."""

    missing: LocalRule[Absence] = msgspec.field(name="缺少时")
    kinds: LocalRule[Texts] = msgspec.field(name="应解读的种类")
    working_days: LocalRule[Count] = msgspec.field(name="公布后工作日")
    similarity: LocalRule[Share] = msgspec.field(name="与原文相似度上限")
    copied_headings: LocalRule[Share] = msgspec.field(name="照抄小标题上限")
    forms: LocalRule[Texts] = msgspec.field(name="形式")
    text_only: LocalRule[Share] | None = msgspec.field(name="纯文字占比上限", default=None)


class DisclosureRules(msgspec.Struct, frozen=True, kw_only=True):
    """公开期限."""

    working_days: LocalRule[Count] = msgspec.field(name="主动公开工作日")
    guide_days: LocalRule[Count] = msgspec.field(name="指南复核天数")
    copied_law_days: LocalRule[Count] = msgspec.field(name="上级文件复核天数")
    state_council_hours: LocalRule[Count] = msgspec.field(name="转载国务院文件小时")
    state_council_sources: LocalRule[Texts] = msgspec.field(name="国务院文件来源")


class RequestRules(msgspec.Struct, frozen=True, kw_only=True):
    """依申请公开, in working days."""

    correction_notice: LocalRule[Count] = msgspec.field(name="补正告知工作日")
    third_party: LocalRule[Count] = msgspec.field(name="征求意见工作日")
    answer: LocalRule[Count] = msgspec.field(name="答复工作日")
    extension: LocalRule[Count] = msgspec.field(name="延长工作日")
    correction: LocalRule[Count] = msgspec.field(name="补正期限工作日")


class ConsultationRules(msgspec.Struct, frozen=True, kw_only=True):
    """征求意见 (R137–R139). Not every place says by when the opinions must be answered."""

    least_days: LocalRule[Count] = msgspec.field(name="最少天数")
    reason_if_shorter: LocalRule[Answer] = msgspec.field(name="短于最少天数须说明理由")
    feedback_days: LocalRule[Count] | None = msgspec.field(name="反馈天数", default=None)


class MeetingRules(msgspec.Struct, frozen=True, kw_only=True):
    """会议 (R141): what to do about an account that does not say who sat in."""

    attendance: LocalRule[Absence] = msgspec.field(name="缺少列席情况时")


class GazetteRules(msgspec.Struct, frozen=True, kw_only=True):
    """公报 (R142): bodies of which sorts may issue one."""

    publishers: LocalRule[Texts] = msgspec.field(name="可以办的机构")


class AnnualReportRules(msgspec.Struct, frozen=True, kw_only=True):
    """年报: days of the year, and limits of the text."""

    data_until: LocalRule[DayOfYear] = msgspec.field(name="数据截止")
    sorts: LocalRule[Texts] = msgspec.field(name="应编制的机构")
    governments: LocalRule[DayOfYear] = msgspec.field(name="政府向社会公布")
    parts: LocalRule[Texts] = msgspec.field(name="六个部分")
    departments_and_towns: LocalRule[DayOfYear] = msgspec.field(name="部门和乡镇")
    county: LocalRule[DayOfYear] = msgspec.field(name="县级政府")
    city: LocalRule[DayOfYear] = msgspec.field(name="地市级政府")
    province: LocalRule[DayOfYear] = msgspec.field(name="省级政府和垂直系统")
    overview_length: LocalRule[Count] = msgspec.field(name="总体情况字数上限")
    similarity: LocalRule[Share] = msgspec.field(name="与上年相似度上限")


class LengthRules(msgspec.Struct, frozen=True, kw_only=True):
    """长度, in characters."""

    summary: LocalRule[Count] = msgspec.field(name="内容概述字数上限")


class FreshnessRules(msgspec.Struct, frozen=True, kw_only=True):
    """更新期限 (R112–R128)."""

    home: Freshness = msgspec.field(name="首页")
    news: Freshness = msgspec.field(name="动态要闻")
    notices: Freshness = msgspec.field(name="通知公告")
    policies: Freshness = msgspec.field(name="政策文件")
    services: Freshness = msgspec.field(name="办事统计")
    answers: Freshness = msgspec.field(name="留言答复")
    plans: Freshness = msgspec.field(name="人事和规划计划")


class ItemRules(msgspec.Struct, frozen=True, kw_only=True):
    """事项最低要求: what one county demands of each item of the standard catalogues."""

    adopted: LocalRule[Answer] = msgspec.field(name="采用")
    least_records: LocalRule[Count] = msgspec.field(name="最少条数")
    newest_days: LocalRule[Count] = msgspec.field(name="最新一条天数")
    gap_days: LocalRule[Count] = msgspec.field(name="相邻两条间隔天数")


class LookbackRules(msgspec.Struct, frozen=True, kw_only=True):
    """回看: for how long a lateness that can no longer be mended is told of."""

    late_days: LocalRule[Count] = msgspec.field(name="迟延回看天数")


class VetoRules(msgspec.Struct, frozen=True, kw_only=True):
    """单项否决: what fails an inspection at once (R112)."""

    home_days: LocalRule[Count] = msgspec.field(name="首页未更新天数")
    stale_columns: LocalRule[Count] = msgspec.field(name="栏目未更新个数")
    overdue_columns: LocalRule[Count] = msgspec.field(name="应更新未更新个数")
    empty_columns: LocalRule[Count] = msgspec.field(name="空白栏目个数")


class ScoreRules(msgspec.Struct, frozen=True, kw_only=True):
    """计分: points that an inspection takes for what is out of date; nobody but the inspectors can add them all up."""

    stale_policies: LocalRule[Count] = msgspec.field(name="政策文件未更新扣分")
    stale_services: LocalRule[Count] = msgspec.field(name="办事统计未更新扣分")
    stale_answers: LocalRule[Count] = msgspec.field(name="留言答复未更新扣分")


class PageRules(msgspec.Struct, frozen=True, kw_only=True):
    """网页."""

    site_id_code: LocalRule[str] = msgspec.field(name="网站标识码格式")
    kilobytes: LocalRule[Count] = msgspec.field(name="页面大小上限千字节")
    domain: LocalRule[str] = msgspec.field(name="域名格式")
    icp_number: LocalRule[str] = msgspec.field(name="ICP备案号格式")
    police_number: LocalRule[str] = msgspec.field(name="公安备案号格式")
    linked_domains: LocalRule[str] = msgspec.field(name="可以链接的域名")
    paired_languages: LocalRule[Texts] | None = msgspec.field(name="成对的第二语言", default=None)


class AttachmentRules(msgspec.Struct, frozen=True, kw_only=True):
    """附件 (R108)."""

    formats: LocalRule[Texts] = msgspec.field(name="格式")
    megabytes: LocalRule[Count] = msgspec.field(name="大小上限兆字节")
    name: LocalRule[str] = msgspec.field(name="文件名格式")


class StateWords(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """效力用词 (R54): what the states are called, and what some places put before a title or a text."""

    label: LocalRule[str] = msgspec.field(name="字段名")
    not_yet_in_force: LocalRule[str] = msgspec.field(name="尚未施行")
    in_force: LocalRule[str] = msgspec.field(name="现行有效")
    amended: LocalRule[str] = msgspec.field(name="已修改")
    partly_repealed: LocalRule[str] = msgspec.field(name="部分失效")
    repealed: LocalRule[str] = msgspec.field(name="已废止")
    lapsed: LocalRule[str] = msgspec.field(name="已失效")
    repealed_prefix: LocalRule[str] | None = msgspec.field(name="已废止标题前缀", default=None)
    lapsed_prefix: LocalRule[str] | None = msgspec.field(name="已失效标题前缀", default=None)
    repealed_note: LocalRule[str] | None = msgspec.field(name="已废止正文注记", default=None)


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A complete profile: the place's own rules, and for the rest those of the profiles that it builds on.

    `names` are this profile's and those it builds on, the nearest first.
    """

    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")
    names: Texts = msgspec.field(name="沿用", default=())
    term: TermRules = msgspec.field(name="有效期")
    commencement: CommencementRules = msgspec.field(name="施行")
    index_number: IndexNumberRules = msgspec.field(name="索引号")
    registry: RegistryRules = msgspec.field(name="登记号")
    theme: ThemeRules = msgspec.field(name="主题分类")
    card: CardRules = msgspec.field(name="信息卡片")
    paper: PaperRules = msgspec.field(name="公文")
    interpretation: InterpretationRules = msgspec.field(name="解读")
    disclosure: DisclosureRules = msgspec.field(name="公开期限")
    request: RequestRules = msgspec.field(name="依申请公开")
    consultation: ConsultationRules = msgspec.field(name="征求意见")
    meeting: MeetingRules = msgspec.field(name="会议")
    gazette: GazetteRules = msgspec.field(name="公报")
    annual_report: AnnualReportRules = msgspec.field(name="年报")
    length: LengthRules = msgspec.field(name="长度")
    freshness: FreshnessRules = msgspec.field(name="更新期限")
    column_intervals: LocalRule[tuple[Interval, ...]] = msgspec.field(name="栏目更新期限")
    item: ItemRules = msgspec.field(name="事项最低要求")
    veto: VetoRules = msgspec.field(name="单项否决")
    score: ScoreRules = msgspec.field(name="计分")
    lookback: LookbackRules = msgspec.field(name="回看")
    page: PageRules = msgspec.field(name="网页")
    attachment: AttachmentRules = msgspec.field(name="附件")
    state_words: StateWords = msgspec.field(name="效力用词")
