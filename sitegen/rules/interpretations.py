"""政策解读: there, in time, by those who drafted the document, and more than its words once again (R129–R136)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from sitegen.diagnostics import Diagnostic, Kind, Place, Severity
from sitegen.disclosure.likeness import copied_headings, copied_share
from sitegen.disclosure.phrases import chinese_date, quoted
from sitegen.disclosure.responsibility import bodies_of
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.local_rules import Absence
from sitegen.model.records import Document, Interpretation
from sitegen.monitoring.explanations import Explanation, Standing, explanations, published_on
from sitegen.monitoring.opening import is_open
from sitegen.rules.scope import origin_of
from sitegen.site import Site

NOT_EXPLAINED = Kind(
    id="SG520",
    name="没有政策解读",
    message="{title}{published}公开，到{due}还没有政策解读。",
    why="政策性文件都要配发解读，读者才看得懂（R130、R131）。",
    help="写一篇政策解读，在“解读”里写上“{document}”；确实不需要的，加一行“免解读理由: ……”。{origin}",
    severity=Severity.WARNING,
)
EXPLAINED_LATE = Kind(
    id="SG521",
    name="解读迟于公开",
    message="文件{published}公开，最早的解读{explained}才公开，超过{days}个工作日。",
    why="解读要和文件同步发布，最迟在公开后几个工作日以内（R131）。",
    help="核对两个“发布日期”；以前已经公布、现在补录的，加一行“补录: 是”。以后和文件一起发布。{origin}",
    severity=Severity.WARNING,
)
NOT_BY_DRAFTER = Kind(
    id="SG522",
    name="解读的不是起草部门",
    message="解读由{publisher}发布，{title}由{drafters}起草。",
    why="谁起草、谁解读；联合起草的由牵头部门解读（R132）。",
    help="核对“发布机构”和文件的“起草部门”；由别的部门代发的，写上“责任部门: {drafter}”。",
    severity=Severity.WARNING,
)
COPIED = Kind(
    id="SG523",
    name="解读照抄原文",
    message="解读里大约{share}%的句子与{title}的原文相同，超过{limit}%。",
    why="照抄照搬的解读没有用处，要说清背景、举措、执行口径、新旧差异（R135）。",
    help="用自己的话写：为什么定、对谁有什么影响、怎么办理、和以前有什么不同。{origin}",
    severity=Severity.WARNING,
)
COPIED_HEADINGS = Kind(
    id="SG524",
    name="解读罗列原文小标题",
    message="解读的小标题有{share}%与{title}的相同，超过{limit}%。",
    why="罗列文件小标题的解读是形式化的解读（R135）。",
    help="按读者关心的问题分段，例如“为什么制定”“和以前有什么不同”“怎样申请”。{origin}",
    severity=Severity.WARNING,
)
WORDS_ONLY = Kind(
    id="SG525",
    name="纯文字解读太多",
    message="过去一年的{count}篇解读里有{share}%只有文字，超过{limit}%。",
    why="要多用图解、视频、问答等形式，减少纯文字的解读（R134）。",
    help="给解读配图解、问答或者视频，并在“解读形式”里写上。{origin}",
    severity=Severity.WARNING,
)
UNKNOWN_FORM = Kind(
    id="SG526",
    name="没有这种解读形式",
    message="解读形式里没有“{form}”。",
    why="形式按统一的名称统计（R134）。",
    help="{suggestion}可以写：{forms}。",
    severity=Severity.WARNING,
)
TOO_EARLY = Kind(
    id="SG527",
    name="解读早于文件公开",
    message="解读{explained}公开，{title}{published}才公开。",
    why="文件没有公开，解读先公开，读者找不到依据（R129、R131）。",
    help="核对两个“发布日期”，改正写错的一个。",
    severity=Severity.WARNING,
)
KINDS = (
    NOT_EXPLAINED,
    EXPLAINED_LATE,
    NOT_BY_DRAFTER,
    COPIED,
    COPIED_HEADINGS,
    WORDS_ONLY,
    UNKNOWN_FORM,
    TOO_EARLY,
)

WORDS = "文字"
SEVERITIES = {Absence.ERROR: Severity.ERROR, Absence.WARN: Severity.WARNING}
YEAR = timedelta(days=365)


def unexplained(site: Site) -> Iterator[Diagnostic]:
    """Yield SG520 and SG521: documents whose interpretation is missing, or came late within the time looked back on."""
    if not is_open(site):
        return
    since = site.as_of - timedelta(days=site.catalogues.profile.lookback.late_days.value)
    for found in explanations(site):
        if found.standing is Standing.OVERDUE:
            yield _missing(found, site)
        elif found.standing is Standing.LATE and found.first and found.published_on > since:
            yield _late(found.first, found.document, site)


def interpretations(site: Site) -> Iterator[Diagnostic]:
    """Yield SG522–SG524, SG526 and SG527: what is wrong with one interpretation."""
    forms = site.catalogues.profile.interpretation.forms.value
    for record in site.records:
        if not isinstance(record, Interpretation):
            continue
        yield from _forms(record, forms)
        sources = [
            document
            for citation in site.acts.get(record.path, ())
            if citation.relation == "interprets"
            and isinstance(document := site.by_path.get(citation.target), Document)
        ]
        yield from _dates(record, sources)
        if record.reprint_of is None:
            yield from _authors(record, sources)
            yield from _likeness(record, sources, site)


def words_only(site: Site) -> Iterator[Diagnostic]:
    """Yield SG525 for columns of interpretations, where the place has a limit."""
    rule = site.catalogues.profile.interpretation.text_only
    if rule is None or not rule.holds_for(None):
        return
    since = site.as_of - YEAR
    counts: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for record in site.records:
        if isinstance(record, Interpretation) and published_on(record) > since:
            counts[record.column] += 1
            plain[record.column] += set(record.forms) <= {WORDS}
    for path, count in counts.items():
        if plain[path] > rule.value * count and path in site.columns:
            share = round(plain[path] / count * 100)
            limit = round(rule.value * 100)
            problem = WORDS_ONLY.found(count=count, share=share, limit=limit, origin=origin_of(rule))
            yield problem.at(site.columns[path].source)


def _missing(found: Explanation, site: Site) -> Diagnostic:
    document, rule = found.document, site.catalogues.profile.interpretation.missing
    kind = msgspec.structs.replace(NOT_EXPLAINED, severity=SEVERITIES[rule.value])
    problem = kind.found(
        document.place("title"),
        title=quoted(document.title),
        published=chinese_date(found.published_on),
        due=chinese_date(found.due.on),
        document=document.document_number or document.path,
        origin=origin_of(rule),
    )
    return problem.at(document.source)


def _late(first: Interpretation, document: Document, site: Site) -> Diagnostic:
    rule = site.catalogues.profile.interpretation.working_days
    problem = EXPLAINED_LATE.found(
        first.place("published_at"),
        published=chinese_date(published_on(document)),
        explained=chinese_date(published_on(first)),
        days=rule.value,
        origin=origin_of(rule),
    )
    return problem.at(first.source, _published(document))


def _forms(record: Interpretation, forms: tuple[str, ...]) -> Iterator[Diagnostic]:
    for number, form in enumerate(record.forms):
        if form not in forms:
            place = record.place(f"forms/{number}") or record.place("forms")
            suggestion = did_you_mean(form, forms)
            problem = UNKNOWN_FORM.found(place, form=form, suggestion=suggestion, forms="、".join(forms))
            yield problem.at(record.source)


def _dates(record: Interpretation, sources: list[Document]) -> Iterator[Diagnostic]:
    explained = published_on(record)
    for document in sources:
        if date.min < explained < published_on(document) and not document.backfilled:
            early = TOO_EARLY.found(
                record.place("published_at"),
                explained=chinese_date(explained),
                title=quoted(document.title),
                published=chinese_date(published_on(document)),
            )
            yield early.at(record.source, _published(document))


def _authors(record: Interpretation, sources: list[Document]) -> Iterator[Diagnostic]:
    """Yield SG522 where none of those behind the interpretation drafted any of the documents."""
    ours = {name for name in bodies_of(record) if name}
    drafted = [document for document in sources if document.reprint_of is None and document.drafting_bodies]
    if not drafted or any(ours & {*each.drafting_bodies, each.responsible_body} for each in drafted):
        return
    document = drafted[0]
    problem = NOT_BY_DRAFTER.found(
        record.place("publisher"),
        publisher=record.publisher,
        title=quoted(document.title),
        drafters="、".join(document.drafting_bodies),
        drafter=document.drafting_bodies[0],
    )
    related = Place(path=document.source, span=document.place("drafting_bodies/0"), note="起草部门")
    yield problem.at(record.source, (related,))


def _likeness(record: Interpretation, sources: list[Document], site: Site) -> Iterator[Diagnostic]:
    """Yield SG523, else SG524, for the document that the interpretation is most like."""
    rules = site.catalogues.profile.interpretation
    for kind, rule, shares in (
        (COPIED, rules.similarity, [(copied_share(record.clauses, each.clauses), each) for each in sources]),
        (
            COPIED_HEADINGS,
            rules.copied_headings,
            [(copied_headings(record.anchors, each.anchors), each) for each in sources],
        ),
    ):
        share, document = max(shares, key=lambda pair: pair[0] or 0, default=(None, None))
        if document is not None and share is not None and share > rule.value and rule.holds_for(None):
            problem = kind.found(
                record.place("interprets/0") or record.place("interprets"),
                share=round(share * 100),
                title=quoted(document.title),
                limit=round(rule.value * 100),
                origin=origin_of(rule),
            )
            yield problem.at(record.source, (Place(path=document.source, note="原文"),))
            return


def _published(document: Document) -> tuple[Place, ...]:
    return (Place(path=document.source, span=document.place("published_at"), note="文件的发布日期"),)
