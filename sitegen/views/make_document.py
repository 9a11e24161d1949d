"""The view of one record's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from sitegen import urls
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord, Consultation, Document, Interpretation, Meeting, Periodical
from sitegen.site import Citation
from sitegen.views.common import Fact, File, Link
from sitegen.views.document import Consultation as ConsultationView
from sitegen.views.document import Credits, DocumentPage, Proof, Related, Relation, Reprint
from sitegen.views.document import Meeting as MeetingView
from sitegen.views.make_validity import note_of, notice_of, steps_of, timeline_of
from sitegen.views.page import ArticleTags
from sitegen.views.shelf import Shelf, part_of, published_on, record_tags

GROUPS = (
    ("interprets", "解读", "本文解读的文件", "解读", "对本文件的解读"),
    ("based_on", "依据", "本文件的依据", "引用", "谁以本文件为依据"),
    ("amends", "修改", "本文件改了什么", "修改", "谁修改了本文件"),
    ("partly_repeals", "部分废止", "本文件废止了哪些条款", "部分废止", "谁废止了本文件的条款"),
    ("repeals", "废止", "本文件废止了什么", "废止", "谁废止了本文件"),
    ("replaces", "替代", "本文件取代了什么", "替代", "谁取代了本文件"),
    ("renews", "延续", "本文件延长了谁的有效期", "延续", "谁延长了本文件的有效期"),
    ("lapses", "宣布失效", "本文件宣布失效的文件", "清理", "对本文件的结论：宣布失效"),
    ("continues", "继续有效", "本文件确认继续有效的文件", "清理", "对本文件的结论：继续有效"),
    ("suspends", "暂停", "本文件暂停执行的文件", "暂停", "谁暂停了本文件"),
    ("resumes", "恢复", "本文件恢复执行的文件", "恢复", "谁恢复了本文件"),
    ("result_of", "形成文件", "征求意见以后印发的文件", "征求意见", "本文件征求意见的情况"),
    ("related", "相关", "相关文件", "相关", "提到本文件的信息"),
)
"""Relation, then word and direction as the acting record shows them, then as the target does."""


def document_page(record: AnyRecord, shelf: Shelf) -> DocumentPage:
    """Return the page of `record`."""
    path = urls.page_of(record.path)
    state = shelf.states.get(record.path)
    relations = _relations(record, shelf)
    return DocumentPage(
        path=path,
        root=urls.root_of(path),
        title=record.title,
        part=part_of(path, shelf.site),
        column=urls.index_of(record.column),
        crumbs=shelf.crumbs.get(record.column, ()),
        column_tags=record_tags(record, shelf),
        article_tags=_article_tags(record, shelf, path),
        canonical=shelf.base + path,
        feed=_feed(record, shelf),
        lang=record.language or "zh-CN",
        kind=BY_NAME[record.kind].title,
        number=record.document_number if isinstance(record, Document) else "",
        issuer=_issuer(record),
        state=state,
        notice=notice_of(record, shelf),
        card=tuple(_card(record, shelf)),
        steps=steps_of(record, shelf),
        note=note_of(record, shelf),
        interprets=_interprets(record, shelf),
        meeting=_meeting(record),
        consultation=_consultation(record, shelf, relations),
        attachments=_attachments(record, shelf),
        json_path=f"{record.path}.json",
        relations=relations,
        explained_by=_explained_by(record, shelf),
        timeline=timeline_of(record, shelf),
        catalogue=tuple(_catalogue(record, shelf)),
        credits=_credits(record, shelf),
        reprint=_reprint(record),
        proof=Proof(address=shelf.base + path, sha256=record.body_digest.hex()),
    )


def _issuer(record: AnyRecord) -> str:
    return "、".join(record.issuing_bodies) or record.publisher


def _article_tags(record: AnyRecord, shelf: Shelf, path: str) -> ArticleTags:
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


def _card(record: AnyRecord, shelf: Shelf) -> Iterator[Fact]:
    """Give the header card in the order of gov.cn (R67); what is not known is left out."""
    body = shelf.site.bodies_by_name.get(record.publisher)
    body_path = urls.page_of(body.path) if body is not None else ""
    values = {
        "索引号": record.index_number,
        "主题分类": record.theme,
        "发文机关": "、".join(record.issuing_bodies),
        "发布机构": record.publisher,
        "责任部门": record.responsible_body if record.responsible_body != record.publisher else "",
        "体裁": record.genre,
        "年度": str(record.year) if isinstance(record, Periodical) and record.year else "",
        "时期": record.period if isinstance(record, Periodical) else "",
        "关键词": "；".join(record.keywords),
    }
    days: dict[str, object] = {"成文日期": record.written_on, "发布日期": record.published_at}
    if isinstance(record, Document):
        values |= {"文号": record.document_number, "统一登记号": record.registry_number}
        days |= {"施行日期": record.effective_on, "有效期至": record.valid_until}
    for label in CARD_ORDER:
        if values.get(label):
            path = body_path if label == "发布机构" else ""
            yield Fact(label=label, value=values[label], path=path)
        elif days.get(label):
            yield Fact(label=label, value=_day(days[label]))


CARD_ORDER = (
    "索引号",
    "主题分类",
    "发文机关",
    "发布机构",
    "文号",
    "统一登记号",
    "成文日期",
    "发布日期",
    "施行日期",
    "有效期至",
    "体裁",
    "年度",
    "时期",
    "责任部门",
    "关键词",
)


def _day(value: object) -> str:
    """Return a date as cards show it (R79): 2023年5月10日, with the time where it is known."""
    if isinstance(value, datetime):
        time = f" {value.hour:02}:{value.minute:02}" if (value.hour, value.minute) != (0, 0) else ""
        return f"{value.year}年{value.month}月{value.day}日{time}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return ""


def _relations(record: AnyRecord, shelf: Shelf) -> tuple[Relation, ...]:
    acts = shelf.site.acts.get(record.path, ())
    cited = shelf.site.cited_by.get(record.path, ())
    if not acts and not cited:
        return ()
    found: list[Relation] = []
    for relation, word, direction, back_word, back_direction in GROUPS:
        mine = [item for item in acts if item.relation == relation]
        theirs = [item for item in cited if item.relation == relation]
        if mine and relation != "interprets":
            found.append(Relation(word=word, direction=direction, items=_each(mine, shelf, _target)))
        if theirs:
            found.append(
                Relation(word=back_word, direction=back_direction, items=_each(theirs, shelf, _actor))
            )
    return tuple(found)


def _each(
    citations: list[Citation], shelf: Shelf, make: Callable[[Citation, Shelf], Related]
) -> tuple[Related, ...]:
    return tuple(make(citation, shelf) for citation in citations)


def _target(citation: Citation, shelf: Shelf) -> Related:
    detail = "，".join(filter(None, (citation.number, citation.provision)))
    return Related(
        title=citation.title or citation.number,
        path=urls.page_of(citation.target) if citation.target else "",
        detail=detail if citation.title else citation.provision,
        state=shelf.states.get(citation.target),
    )


def _actor(citation: Citation, shelf: Shelf) -> Related:
    actor = shelf.site.by_path[citation.actor]
    number = actor.document_number if isinstance(actor, Document) else ""
    if isinstance(actor, Interpretation):
        day = published_on(actor)
        number = "、".join((*actor.forms, f"{day.year}年{day.month}月{day.day}日"))
    provision = f"涉及{citation.provision}" if citation.provision else ""
    return Related(
        title=actor.title,
        path=urls.page_of(actor.path),
        detail="，".join(filter(None, (number, provision))),
        state=shelf.states.get(actor.path),
    )


def _interprets(record: AnyRecord, shelf: Shelf) -> tuple[Related, ...]:
    if not isinstance(record, Interpretation):
        return ()
    acts = shelf.site.acts.get(record.path, ())
    return tuple(_target(citation, shelf) for citation in acts if citation.relation == "interprets")


def _explained_by(record: AnyRecord, shelf: Shelf) -> tuple[Link, ...]:
    return tuple(
        Link(title=shelf.site.by_path[citation.actor].title, path=urls.page_of(citation.actor))
        for citation in shelf.site.cited_by.get(record.path, ())
        if citation.relation == "interprets"
    )


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
        Fact(label="召开日期", value=_day(record.held_on)),
        Fact(label="列席", value="\n".join(record.attendees)),
    )
    agenda = tuple(Related(title=topic) for topic in record.agenda)
    return MeetingView(facts=tuple(fact for fact in facts if fact.value), agenda=agenda)


def _consultation(
    record: AnyRecord, shelf: Shelf, relations: tuple[Relation, ...]
) -> ConsultationView | None:
    if not isinstance(record, Consultation) or record.starts_on is None or record.ends_on is None:
        return None
    today = shelf.site.as_of
    phase = "未开始" if today < record.starts_on else "已结束" if today > record.ends_on else "进行中"
    outcome = next((group.items for group in relations if group.word == "形成文件"), ())
    ways = tuple(Fact(label=f"方式{number}", value=way) for number, way in enumerate(record.channels, 1))
    return ConsultationView(
        phase=phase, opens_on=record.starts_on, closes_on=record.ends_on, ways=ways, outcome=outcome
    )


def _catalogue(record: AnyRecord, shelf: Shelf) -> Iterator[Relation]:
    site = shelf.site
    if record.catalogue_items:
        items = tuple(
            Related(title=code.replace("/", "／"), path=_domain_path(code, shelf))
            for code in record.catalogue_items
            if code in site.items
        )
        yield Relation(word="标准目录", direction="对应的基层政务公开事项", items=items)
    column = site.columns.get(record.column)
    codes = record.statutory_items or (column.statutory_items if column is not None else ())
    texts = {item.code: item.text for item in site.catalogues.layout.items_for(site.config.level)}
    found = tuple(Related(title=texts[code], detail=_article(code)) for code in codes if code in texts)
    if found:
        yield Relation(word="法定依据", direction="应当公开的依据", items=found)


def _article(code: str) -> str:
    """Return the article of the Regulation that a statutory item stands in (R21–R23)."""
    number = int(code.rpartition("-")[2])
    if code.startswith("a20-"):
        return f"《中华人民共和国政府信息公开条例》第二十条第{NUMERALS[number]}项"
    return "《中华人民共和国政府信息公开条例》第二十一条"


NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")


def _domain_path(code: str, shelf: Shelf) -> str:
    name = code.split("/", 1)[0]
    domain = next((d for d in shelf.site.catalogues.domains if d.facts.title == name), None)
    return f"lingyu/{domain.facts.code}/index.html" if domain is not None else ""


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
