"""Relations between records, and between records and the duties to publish, as pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.cases import Stage
from sitegen.model.records import AnyRecord, Document, GazetteIssue, Interpretation
from sitegen.site import Citation
from sitegen.views.common import Link
from sitegen.views.comparisons import RELATIONS
from sitegen.views.document import Related, Relation
from sitegen.views.item_places import ItemPlace, relations_to
from sitegen.views.shelf import Shelf, published_on

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
    ("contents", "目录", "这一期刊登的文件", "公报", "刊登本文件的政府公报"),
    ("related", "相关", "相关文件", "相关", "提到本文件的信息"),
)
"""Relation, then word and direction as the acting record shows them, then as the target does."""
APART = frozenset({"interprets", "contents"})
"""Relations that pages of the acting record show in places of their own, above the text."""


def relations_of(record: AnyRecord, shelf: Shelf) -> tuple[Relation, ...]:
    """Return the related records in groups: what this one does to others, and others to it."""
    acts = shelf.site.acts.get(record.path, ())
    cited = shelf.site.cited_by.get(record.path, ())
    if not acts and not cited:
        return ()
    mine = _grouped(acts)
    theirs = _grouped(cited)
    found: list[Relation] = []
    for relation, word, direction, back_word, back_direction in GROUPS:
        if relation in mine and relation not in APART:
            items = tuple(target_of(item, shelf) for item in mine[relation])
            found.append(Relation(word=word, direction=direction, items=items))
        if relation in theirs:
            items = tuple(_actor(item, shelf) for item in theirs[relation])
            found.append(Relation(word=back_word, direction=back_direction, items=items))
    return tuple(found)


def _grouped(citations: Iterable[Citation]) -> dict[str, list[Citation]]:
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(citation.relation, []).append(citation)
    return groups


def interprets_of(record: AnyRecord, shelf: Shelf) -> tuple[Related, ...]:
    """Return the documents that an interpretation explains."""
    return _targets(record, "interprets", shelf) if isinstance(record, Interpretation) else ()


def issue_of(record: AnyRecord, shelf: Shelf) -> tuple[Related, ...]:
    """Return what an issue of the gazette carries."""
    return _targets(record, "contents", shelf) if isinstance(record, GazetteIssue) else ()


def _targets(record: AnyRecord, relation: str, shelf: Shelf) -> tuple[Related, ...]:
    acts = shelf.site.acts.get(record.path, ())
    return tuple(target_of(citation, shelf) for citation in acts if citation.relation == relation)


def explained_by(record: AnyRecord, shelf: Shelf) -> tuple[Link, ...]:
    """Return the interpretations of a document."""
    return tuple(
        Link(title=shelf.site.by_path[citation.actor].title, path=urls.page_of(citation.actor))
        for citation in shelf.site.cited_by.get(record.path, ())
        if citation.relation == "interprets"
    )


def target_of(citation: Citation, shelf: Shelf) -> Related:
    """Return the other document as the acting one shows it."""
    detail = "，".join(filter(None, (citation.number, citation.provision)))
    return Related(
        title=citation.title or citation.number,
        path=urls.page_of(citation.target) if citation.target else "",
        detail=detail if citation.title else citation.provision,
        state=shelf.states.get(citation.target),
        compared=_compared(citation, shelf),
    )


def _compared(citation: Citation, shelf: Shelf) -> str:
    """Return the page that lays the two texts of an amendment or replacement side by side."""
    if citation.relation not in RELATIONS:
        return ""
    found = shelf.comparisons.get((citation.actor, citation.target))
    return found.path if found is not None else ""


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
        compared=_compared(citation, shelf),
    )


def duties_of(record: AnyRecord, shelf: Shelf) -> Iterator[Relation]:
    """Give the catalogue items that a record serves, and the articles of the Regulation that demand it."""
    places = [shelf.items[code] for code in record.catalogue_items if code in shelf.items]
    if len(places) == 1:
        yield from places[0].relations
    elif places:
        yield from relations_to(tuple(place.own for place in places), _siblings(places))
    yield from _stages(record, shelf)
    codes = record.statutory_items or shelf.duties.get(record.column, ())
    found = tuple(shelf.statutory[code] for code in codes if code in shelf.statutory)
    if found:
        yield Relation(word="法定依据", direction="应当公开的依据", items=found)


def _siblings(places: Sequence[ItemPlace]) -> tuple[Related, ...]:
    """Return what stands beside several items; catalogues repeat names, which are told apart by where they stand."""
    mine = {place.own.path for place in places}
    found = {
        item: place.own.title.rpartition("／")[0]
        for place in places
        for item in place.siblings
        if item.path not in mine
    }
    named = Counter(item.title for item in found)
    return tuple(
        msgspec.structs.replace(item, title=f"{group}／{item.title}") if named[item.title] > 1 else item
        for item, group in found.items()
    )


def _stages(record: AnyRecord, shelf: Shelf) -> Iterator[Relation]:
    """Give the stages of the cases that a record belongs to, with what was published of each."""
    for case in shelf.cases.get(record.case, ()) if record.case else ():
        items = tuple(_stage(stage) for stage in case.stages if stage.open or stage.record is not None)
        yield Relation(word="办理环节", direction=f"{case.name}：{case.process}的各个环节", items=items)


def _stage(stage: Stage) -> Related:
    if stage.record is None:
        return Related(title=stage.item.title, detail="未公开")
    day = published_on(stage.record).date()
    return Related(title=stage.item.title, path=urls.page_of(stage.record.path), detail=day.isoformat())
