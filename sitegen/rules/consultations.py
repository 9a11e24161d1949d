"""征求意见: long enough, with all that people need to answer, and answered in turn (R137–R139)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Place, Severity
from sitegen.disclosure.phrases import chinese_date, quoted
from sitegen.model.local_rules import Answer
from sitegen.model.records import Consultation, Document
from sitegen.monitoring.consulting import Consulted, Phase, consultations, subject_of
from sitegen.rules.scope import origin_of
from sitegen.site import Site

TOO_SHORT = Kind(
    id="SG528",
    name="征求意见时间太短",
    message="从{start}到{end}只有{days}天，不满{least}天。",
    why="重大决策征求意见一般不少于三十天，缩短的要说明理由（R137）。",
    help="延长“截止日期”；确实要缩短的，加一行“短于三十日理由: ……”。{origin}",
    severity=Severity.WARNING,
)
INCOMPLETE_CALL = Kind(
    id="SG529",
    name="征求意见内容不全",
    message="征求意见的公告缺少：{missing}。",
    why="要公布草案、说明和反馈的方式，别人才能提意见（R137）。",
    help="{remedy}",
    severity=Severity.WARNING,
)
UNANSWERED = Kind(
    id="SG530",
    name="征求意见没有反馈",
    message="征求意见{end}结束，{late}，还没有公布意见的收集、采纳情况。",
    why="意见的收集、采纳情况和不采纳的理由要向社会公开（R138）。",
    help="在正文里加一节“意见收集和采纳情况”，写明收到多少、采纳多少、为什么不采纳，"
    "并加一行“反馈日期: ……”。{origin}",
    severity=Severity.WARNING,
)
RESULT_NOT_LINKED = Kind(
    id="SG531",
    name="没有关联印发的文件",
    message="{title}已经公开，征求意见的公告没有写“形成文件”。",
    why="草案和印发的文件要互相链接，读者才知道结果（R139）。",
    help="在公告里加一行“形成文件: [{document}]”；不是同一件事的，不用理会。",
    severity=Severity.WARNING,
)
NOT_CONSULTED = Kind(
    id="SG793",
    name="没有公开征求意见",
    message="这里写明要向社会公开征求意见，可是没有一份征求意见的公告写着形成了这个文件。",
    why="不能以征求行政机关的意见代替向社会征求意见（S84、R139）。",
    help="在征求意见的公告里加一行“形成文件: [{document}]”；还没有公开征求过意见的，先征求意见。",
    severity=Severity.WARNING,
)
KINDS = (TOO_SHORT, INCOMPLETE_CALL, UNANSWERED, RESULT_NOT_LINKED, NOT_CONSULTED)


def consultation_rules(site: Site) -> Iterator[Diagnostic]:
    """Yield SG528–SG531. A place that sets no day for the answer is held to one only when the text is issued."""
    found = tuple(consultations(site))
    issued = _issued(site) if found else {}
    for each in found:
        yield from _length(each, site)
        yield from _content(each)
        if each.phase is Phase.UNANSWERED:
            yield from _answer(each, site)
        document = issued.get(subject_of(each.record))
        if document is not None and not each.record.result_of and _is_later(document, each.record):
            place = each.record.place("title")
            problem = RESULT_NOT_LINKED.found(
                place, title=quoted(document.title), document=document.document_number or document.path
            )
            yield problem.at(each.record.source, (Place(path=document.source, note="印发的文件"),))


def consulted_documents(site: Site) -> Iterator[Diagnostic]:
    """Yield SG793 for documents that had to be put to the public (须征求意见) and that no consultation led to."""
    for record in site.records:
        if isinstance(record, Document) and record.needs_consultation:
            acts = site.cited_by.get(record.path, ())
            if not any(citation.relation == "result_of" for citation in acts):
                problem = NOT_CONSULTED.found(
                    record.place("needs_consultation"), document=record.document_number or record.path
                )
                yield problem.at(record.source)


def _issued(site: Site) -> dict[str, Document]:
    return {record.title: record for record in site.records if isinstance(record, Document)}


def _is_later(document: Document, call: Consultation) -> bool:
    written = document.written_on
    return written is not None and call.ends_on is not None and written >= call.ends_on


def _length(found: Consulted, site: Site) -> Iterator[Diagnostic]:
    """Yield SG528. The law asks for thirty days of important decisions only, so this is never an error."""
    rules, record = site.catalogues.profile.consultation, found.record
    rule, start = rules.least_days, record.starts_on
    excused = bool(record.short_reason) and rules.reason_if_shorter.value is Answer.YES
    if start is None or excused or record.reprint_of is not None or not rule.holds_for(record.dated_on):
        return
    days = (found.ends_on - start).days + 1
    if days < rule.value:
        problem = TOO_SHORT.found(
            record.place("ends_on"),
            start=chinese_date(start),
            end=chinese_date(found.ends_on),
            days=days,
            least=rule.value,
            origin=origin_of(rule),
        )
        yield problem.at(record.source)


def _content(found: Consulted) -> Iterator[Diagnostic]:
    record = found.record
    missing, remedies = [], []
    if not record.channels:
        missing.append("反馈渠道")
        remedies.append("加上“反馈渠道”，写明邮箱、地址、电话")
    if not record.attachments and not any(link.form in ("file", "number") for link in record.links):
        missing.append("草案")
        remedies.append("把征求意见稿和起草说明写进“附件”")
    if missing:
        problem = INCOMPLETE_CALL.found(
            record.place("title"), missing="、".join(missing), remedy="；".join(remedies) + "。"
        )
        yield problem.at(record.source)


def _answer(found: Consulted, site: Site) -> Iterator[Diagnostic]:
    rule, record = site.catalogues.profile.consultation.feedback_days, found.record
    if found.results:
        late = "文件已经印发"
    elif found.answer_due is not None and site.as_of > found.answer_due:
        late = f"应当在{chinese_date(found.answer_due)}以前反馈"
    else:
        return
    problem = UNANSWERED.found(
        record.place("ends_on"),
        end=chinese_date(found.ends_on),
        late=late,
        origin=origin_of(rule) if rule is not None else "",
    )
    yield problem.at(record.source)
