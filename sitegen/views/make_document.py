"""The view of one record's page."""

from __future__ import annotations

from sitegen import urls
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Consultation, Document, Meeting
from sitegen.monitoring.consulting import Phase, phase_of
from sitegen.views.column_charts import record_charts
from sitegen.views.common import Fact, File, Link
from sitegen.views.document import Consultation as ConsultationView
from sitegen.views.document import Credits, DocumentPage, Proof, Related, Relation, Reprint
from sitegen.views.document import Meeting as MeetingView
from sitegen.views.make_card import card_of, shown
from sitegen.views.make_life import life_of
from sitegen.views.make_relations import duties_of, explained_by, interprets_of, issue_of, relations_of
from sitegen.views.make_structured_data import legislation_json
from sitegen.views.make_text_files import text_files
from sitegen.views.make_validity import note_of, notice_of, steps_of, timeline_of
from sitegen.views.page import ArticleTags
from sitegen.views.shelf import Shelf, published_on, record_tags

PHASES = {
    Phase.COMING: "未开始",
    Phase.OPEN: "进行中",
    Phase.UNANSWERED: "已结束",
    Phase.ANSWERED: "已反馈",
}


def document_page(record: AnyRecord, shelf: Shelf) -> DocumentPage:
    """Return the page of `record`."""
    path, relations = urls.page_of(record.path), relations_of(record, shelf)
    return DocumentPage(
        path=path,
        root=urls.root_of(path),
        title=record.title,
        part=shelf.parts.get(path.split("/", 1)[0], ""),
        column=urls.index_of(record.column),
        crumbs=shelf.crumbs.get(record.column, ()),
        column_tags=record_tags(record, shelf),
        article_tags=article_tags(record, shelf, path),
        canonical=shelf.base + path,
        feed=_feed(record, shelf),
        lang=record.language or "zh-CN",
        linked_data=legislation_json(record, shelf),
        kind=BY_NAME[record.kind].title,
        number=record.document_number if isinstance(record, Document) else "",
        issuer=_issuer(record),
        state=shelf.states.get(record.path),
        notice=notice_of(record, shelf),
        card=card_of(record, shelf),
        steps=steps_of(record, shelf),
        note=note_of(record, shelf),
        interprets=interprets_of(record, shelf),
        issue=issue_of(record, shelf),
        meeting=_meeting(record),
        consultation=_consultation(record, shelf, relations),
        attachments=_attachments(record, shelf),
        downloads=text_files(record, shelf),
        json_path=f"{record.path}.json",
        relations=relations,
        explained_by=explained_by(record, shelf),
        timeline=timeline_of(record, shelf),
        life=life_of(record, shelf),
        charts=record_charts(record, shelf.figures),
        catalogue=tuple(duties_of(record, shelf)),
        credits=_credits(record, shelf),
        reprint=_reprint(record),
        proof=Proof(address=shelf.base + path, sha256=record.body_digest.hex()),
    )


def _issuer(record: AnyRecord) -> str:
    return "、".join(record.issuing_bodies) or record.publisher


def article_tags(record: AnyRecord, shelf: Shelf, path: str) -> ArticleTags:
    """Return the page tags of R97 and R98 for the page of a record at `path`."""
    source = record.reprint_of.source if record.reprint_of else record.source_name or record.publisher
    return ArticleTags(
        title=record.title,
        published=published_on(record),
        source=source or shelf.site.config.title,
        keywords=",".join(record.keywords),
        author=record.publisher,
        description=record.summary or record.excerpt,
        url=shelf.base + path,
    )


def _feed(record: AnyRecord, shelf: Shelf) -> Link | None:
    column = shelf.site.columns.get(record.column)
    return Link(title=column.title, path=f"{column.path}/atom.xml") if column is not None else None


def _attachments(record: AnyRecord, shelf: Shelf) -> tuple[File, ...]:
    found: list[File] = []
    for number, attachment in enumerate(record.attachments, 1):
        path = f"{record.path}/{attachment.file}"
        facts = shelf.site.files.get(path)
        if facts is None:
            continue
        stem, _, suffix = attachment.file.rpartition(".")
        title = attachment.name or (stem or attachment.file).rpartition("/")[2]
        label = f"附件{number}　" if len(record.attachments) > 1 else "附件　"
        title = title if title.startswith("附件") else label + title
        found.append(File(title=title, path=urls.encoded(path), type=suffix.upper(), size=facts.size))
    return tuple(found)


def _meeting(record: AnyRecord) -> MeetingView | None:
    if not isinstance(record, Meeting):
        return None
    facts = (
        Fact(label="会次", value=record.session),
        Fact(label="召开日期", value=shown(record.held_on)),
        Fact(label="列席", value="\n".join(record.attendees)),
    )
    agenda = tuple(Related(title=topic) for topic in record.agenda)
    return MeetingView(facts=tuple(fact for fact in facts if fact.value), agenda=agenda)


def _consultation(
    record: AnyRecord, shelf: Shelf, relations: tuple[Relation, ...]
) -> ConsultationView | None:
    if not isinstance(record, Consultation) or record.starts_on is None or record.ends_on is None:
        return None
    outcome = next((group.items for group in relations if group.word == "形成文件"), ())
    ways = tuple(Fact(label=f"方式{number}", value=way) for number, way in enumerate(record.channels, 1))
    return ConsultationView(
        phase=PHASES[phase_of(record, shelf.site.as_of)],
        opens_on=record.starts_on,
        closes_on=record.ends_on,
        ways=ways,
        answered_on=record.feedback_on,
        outcome=outcome,
    )


def _credits(record: AnyRecord, shelf: Shelf) -> Credits | None:
    review = record.review
    if review is None or not shelf.site.config.show_review:
        return None
    return Credits(
        drafted_by=review.drafted_by,
        reviewed_by=review.reviewed_by,
        released_by=review.released_by,
        released_on=published_on(record).date(),
    )


def _reprint(record: AnyRecord) -> Reprint | None:
    origin = record.reprint_of
    if origin is None:
        return None
    return Reprint(source=origin.source, href=origin.address, published=origin.published_on)
