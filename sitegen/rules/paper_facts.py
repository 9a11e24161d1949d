"""What a paper's title, number and signatures say of one another (R31, R32, R77, R84)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.document_numbers import parse_document_number
from sitegen.model.catalogues import Genre
from sitegen.model.records import AnyRecord, Document
from sitegen.model.values import REVIEW_STEPS, Review
from sitegen.rules.scope import documents
from sitegen.site import Site

OTHER_GENRE = Kind(
    id="SG564",
    name="体裁与标题不一致",
    message="标题像是“{meant}”，体裁写的是“{genre}”。",
    why="体裁和标题一致，按体裁查找才准（R77）。",
    help="核对后把“体裁”改为“{meant}”；体裁没有写错的，不用管。",
    severity=Severity.WARNING,
)
NOT_THE_LEAD = Kind(
    id="SG567",
    name="联合发文没有用牵头机关的文号",
    message="文号“{number}”是{owner}的，牵头的是{lead}。",
    why="联合发文用牵头机关的文号（R84）。",
    help="核对文号，或者在“发文机关”里把{owner}写在最前。",
    severity=Severity.WARNING,
)
PROCESS_PAPER = Kind(
    id="SG568",
    name="可能是过程性信息",
    message="标题像是{genre}，公开属性是“主动公开”。",
    why="内部事务信息、过程性信息可以不予公开（R31，条例第十六条）。",
    help="{reason}。确认可以公开的，不用管；不公开的，改公开属性并写明“不公开依据”。",
    severity=Severity.NOTE,
)
ONE_PERSON = Kind(
    id="SG570",
    name="审核的人不能相同",
    message="“{first}”和“{second}”写的都是“{name}”。",
    why="本站要求拟稿、审核、发布由不同的人负责（R32，site.yaml 的“审核人不同”）。",
    help="写明实际审核和发布的人或者岗位。",
)
KINDS = (OTHER_GENRE, NOT_THE_LEAD, PROCESS_PAPER, ONE_PERSON)

SHELL = re.compile(r"(?:关于)?(?:印发|转发|发布|公布|批转|下发)[《〈]?(?P<inner>.+?)[》〉]?的(?:通知|公告|决定|通告)\Z")
TAIL = re.compile(r"[（(][^（）()]*[）)]\Z|[》〉\s]\Z")
Endings = Sequence[tuple[int, Mapping[str, Genre]]]
"""Genres by the last word of a title, in groups of words of one length."""
PUBLIC_REPORTS = ("政府工作报告", "年度报告", "工作年度报告", "审计", "预算", "决算", "执行情况", "环境状况", "公报")


def paper_facts(site: Site) -> Iterator[Diagnostic]:
    """Yield SG564, SG567 and SG568 for every document that is or will be public."""
    endings = _endings(site.catalogues.genres.genres)
    owners = {prefix: body.title for body in site.bodies.values() for prefix in body.prefixes}
    for record in documents(site):
        if record.reprint_of is None:
            yield from _genre(record, endings)
            yield from _joint_number(record, owners)


def _genre(record: Document, endings: Endings) -> Iterator[Diagnostic]:
    found = _shell(record.title)
    outer, inner = genre_of(record.title, endings), genre_of(found, endings) if found else None
    meant = [genre for genre in (outer, inner) if genre is not None]
    names = {name for genre in meant for name in (genre.title, *genre.aliases)}
    if record.genre and names and record.genre not in names:
        fault = OTHER_GENRE.found(record.place("genre"), genre=record.genre, meant=meant[0].title)
        yield fault.at(record.source)
    if outer is not None and outer.caution and not any(word in record.title for word in PUBLIC_REPORTS):
        fault = PROCESS_PAPER.found(record.place("title"), genre=outer.title, reason=outer.caution)
        yield fault.at(record.source)


def _endings(genres: Iterable[Genre]) -> Endings:
    """Return the genre that each last word of a title means, the longest words first."""
    found: dict[str, Genre] = {}
    for genre in genres:
        for word in genre.endings:
            found.setdefault(word, genre)
    sizes = sorted({len(word) for word in found}, reverse=True)
    return tuple((size, {word: found[word] for word in found if len(word) == size}) for size in sizes)


def genre_of(title: str, endings: Endings) -> Genre | None:
    """Return the genre that the last words of a title name; the longest word decides."""
    bare = title
    while found := TAIL.search(bare):
        bare = bare[: found.start()]
    return next((words[bare[-size:]] for size, words in endings if bare[-size:] in words), None)


def _shell(title: str) -> str:
    found = SHELL.search(title)
    return found["inner"] if found else ""


def _joint_number(record: Document, owners: dict[str, str]) -> Iterator[Diagnostic]:
    """Yield SG567 where the prefix of the number belongs to another of the issuing bodies than the first."""
    if len(record.issuing_bodies) < 2 or not record.document_number:
        return
    number = parse_document_number(record.document_number)
    owner = owners.get(number.prefix, "") if number else ""
    if owner in record.issuing_bodies[1:]:
        fault = NOT_THE_LEAD.found(
            record.place("document_number"),
            number=record.document_number,
            owner=owner,
            lead=record.issuing_bodies[0],
        )
        yield fault.at(record.source)


def different_reviewers(site: Site) -> Iterator[Diagnostic]:
    """Yield SG570 where one person signed twice, if the site wants different ones."""
    if site.config.different_reviewers:
        for record in (*site.records, *site.held.values()):
            yield from _signed_twice(record)


def _signed_twice(record: AnyRecord) -> Iterator[Diagnostic]:
    review = record.review or Review()
    seen: dict[str, str] = {}
    for step, attribute in REVIEW_STEPS.items():
        name = getattr(review, attribute)
        if name and name in seen:
            fault = ONE_PERSON.found(record.place("review"), first=seen[name], second=step, name=name)
            yield fault.at(record.source)
        seen.setdefault(name, step)
