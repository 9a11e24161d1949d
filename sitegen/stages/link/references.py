"""Relations between documents: from the front matter of the acting document to citations seen from both ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from sitegen.diagnostics import Diagnostic, Kind, Leeway, Severity
from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.publication import is_decided, why_held
from sitegen.formats.suggestions import nearest
from sitegen.model.records import AnyRecord, Consultation, Document, GazetteIssue, Interpretation, Tombstone
from sitegen.model.values import Relation
from sitegen.site import Citation
from sitegen.stages.link.targets import Targets, bare_title, find_record, is_path, means_unread

UNKNOWN_REFERENCE = Kind(
    id="SG301",
    name="指向的文件不存在",
    message="“{key}”里的“{target}”在栏目里找不到。",
    why="关系要指向真实的文件，两头才能互相显示（R133）。",
    help="核对文号或路径。{suggestion}栏目里没有的文件，要连同标题一起写：{{文件: {target}, 标题: 《……》}}。",
    leeway=Leeway.OLD,
)
SELF_REFERENCE = Kind(
    id="SG302",
    name="指向自己",
    message="“{key}”里写的是本文件自己。",
    why="一个文件不能废止、修改或者解读自己。",
    help="改成另一个文件的文号。",
    leeway=Leeway.OLD,
)
HELD_REFERENCE = Kind(
    id="SG303",
    name="指向不公开的文件",
    message="“{key}”里的《{title}》{reason}，页面上不能链接它。",
    why="不公开的文件不能出现在栏目里（R29、R82）。",
    help="先公开那个文件；不能公开的，改写为 {{标题: 《……》, 文号: ……}}。",
    severity=Severity.WARNING,
)
KINDS = (UNKNOWN_REFERENCE, SELF_REFERENCE, HELD_REFERENCE)

DOCUMENT_RELATIONS = (
    ("依据", "based_on"),
    ("修改", "amends"),
    ("部分废止", "partly_repeals"),
    ("废止", "repeals"),
    ("替代", "replaces"),
    ("延续", "renews"),
    ("宣布失效", "lapses"),
    ("继续有效", "continues"),
    ("暂停", "suspends"),
    ("恢复", "resumes"),
)


_LISTS = attrgetter(*(attribute for _, attribute in DOCUMENT_RELATIONS))
"""Gives the lists of all relations of a document at once: most are empty, and records are many."""


def relations_of(record: AnyRecord) -> Iterator[tuple[str, str, int, Relation]]:
    """Give each relation of a record: its Chinese key, attribute, position in the list, value."""
    if isinstance(record, Document):
        for (key, attribute), relations in zip(DOCUMENT_RELATIONS, _LISTS(record), strict=True):
            for position, relation in enumerate(relations):
                yield key, attribute, position, relation
    elif isinstance(record, Interpretation):
        for position, relation in enumerate(record.interprets):
            yield "解读", "interprets", position, relation
    elif isinstance(record, Consultation):
        for position, relation in enumerate(record.result_of):
            yield "形成文件", "result_of", position, relation
    elif isinstance(record, GazetteIssue):
        for position, relation in enumerate(record.contents):
            yield "目录", "contents", position, relation
    elif isinstance(record, Tombstone) and record.see_instead is not None:
        yield "改看", "see_instead", 0, record.see_instead
    for position, relation in enumerate(record.related):
        yield "相关文件", "related", position, relation


def citations(
    records: Iterable[AnyRecord], targets: Targets
) -> tuple[tuple[Citation, ...], tuple[Diagnostic, ...]]:
    """Resolve every relation of `records`; SG301–SG303."""
    found: list[Citation] = []
    diagnostics: list[Diagnostic] = []
    for record in records:
        for key, attribute, _, relation in relations_of(record):
            citation, problem = _resolve(record, key, attribute, relation, targets)
            if citation is not None:
                found.append(citation)
            if problem is not None:
                diagnostics.append(problem)
    return tuple(found), tuple(diagnostics)


def _resolve(
    record: AnyRecord, key: str, attribute: str, relation: Relation, targets: Targets
) -> tuple[Citation | None, Diagnostic | None]:
    target = find_record(targets, relation.target, record.column) if relation.target else None
    if target is None and relation.title:
        target = targets.titles.get(bare_title(relation.title)) if not relation.target else None
    if target is None:
        return _outside(record, key, attribute, relation, targets)
    if target.path == record.path:
        return None, SELF_REFERENCE.found(relation.span, key=key).at(record.source)
    public = target.path in targets.published
    own_number = target.document_number if isinstance(target, Document) else ""
    citation = Citation(
        relation=attribute,
        actor=record.path,
        target=target.path if public else "",
        number=own_number if public else _written_number(relation),
        title=target.title if public else relation.title.strip("《》"),
        provision=relation.provision,
        on=relation.on,
    )
    if public or record.path in targets.held or not is_decided(target):
        return citation, None
    problem = HELD_REFERENCE.found(relation.span, key=key, title=target.title, reason=why_held(target))
    return citation, problem.at(record.source)


def _written_number(relation: Relation) -> str:
    """Return the 文号 that a relation itself gives: all that may be said of a document that is not public."""
    return "" if is_path(relation.target) else relation.target


def _outside(
    record: AnyRecord, key: str, attribute: str, relation: Relation, targets: Targets
) -> tuple[Citation | None, Diagnostic | None]:
    """Return the citation of a document that the column does not hold; it has to be named by its title."""
    if relation.title and not is_path(relation.target):
        number = number_of(relation.target) if relation.target else ""
        citation = Citation(
            relation=attribute,
            actor=record.path,
            number=number,
            title=relation.title.strip("《》"),
            provision=relation.provision,
            on=relation.on,
        )
        return citation, None
    if means_unread(targets, relation.target, record.column):
        return None, None
    known = [*targets.published] if is_path(relation.target) else [*targets.numbers]
    own = (record.path, number_of(record.document_number) if isinstance(record, Document) else "")
    close = nearest(relation.target.removesuffix(".md"), [name for name in known if name not in own])
    suggestion = f"是不是“{close[0]}”？" if close else ""
    problem = UNKNOWN_REFERENCE.found(relation.span, key=key, target=relation.target, suggestion=suggestion)
    return None, problem.at(record.source)
