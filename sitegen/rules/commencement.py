"""施行日期: not before publication, and long enough after it for people to prepare (R62)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.diagnostics import Diagnostic, Kind, Place, Severity
from sitegen.disclosure.phrases import chinese_date
from sitegen.model.profile import Profile
from sitegen.model.records import Document
from sitegen.rules.scope import NORMATIVE, REGULATORY, by_trust, has_ended, origin_of, own_documents
from sitegen.site import Site

EFFECT_BEFORE_PUBLICATION = Kind(
    id="SG463",
    name="施行早于公布",
    message="{start}就施行，到{published}才公开，晚了{days}天。",
    why="没有公布的文件不能作为行政管理的依据，公布以后才能施行（R61、R62）。",
    help="核对“施行日期”和“发布日期”。以前已经公布、现在补录的，加一行“补录: 是”；"
    "确实溯及既往的，加一行“溯及既往: ……”写明理由。",
    severity=Severity.WARNING,
)
TOO_SOON = Kind(
    id="SG464",
    name="公布后太快施行",
    message="{published}公开，{start}就施行，中间只有{days}天，不满{least}天。",
    why="规章、规范性文件要给大家留出准备的时间，急需施行的要说明理由（R62）。",
    help="核对日期；确实急需的，加一行“立即施行理由: ……”。可以立即施行的情形：{exceptions}。{origin}",
    severity=Severity.WARNING,
)
KINDS = (EFFECT_BEFORE_PUBLICATION, TOO_SOON)


def commencement(site: Site) -> Iterator[Diagnostic]:
    """Yield SG463 and SG464 for 规章 and 行政规范性文件 that have not ended."""
    profile = site.catalogues.profile
    for record in own_documents(site, NORMATIVE, REGULATORY):
        start, published = record.effective_on, record.published_at
        if start is None or published is None or record.backfilled:
            continue
        days = (start - published.date()).days
        if days < 0:
            yield from _before_publication(record, start, published.date(), site)
        elif days < _least_days(record, profile) and not _may_be_soon(record, profile, site):
            yield _too_soon(record, start, published.date(), profile)


def _before_publication(record: Document, start: date, published: date, site: Site) -> Iterator[Diagnostic]:
    """A date before the text was even written has been told by SG248."""
    told = record.written_on is not None and start < record.written_on
    if record.retroactive or told or has_ended(record, site):
        return
    early = EFFECT_BEFORE_PUBLICATION.found(
        record.place("effective_on"),
        start=chinese_date(start),
        published=chinese_date(published),
        days=(published - start).days,
    )
    yield early.at(record.source, _published(record))


def _too_soon(record: Document, start: date, published: date, profile: Profile) -> Diagnostic:
    rules = profile.commencement
    rule = rules.regulatory_rules if record.kind == REGULATORY else rules.normative_documents
    soon = by_trust(TOO_SOON, rule).found(
        record.place("effective_on"),
        start=chinese_date(start),
        published=chinese_date(published),
        days=(start - published).days,
        least=rule.value,
        exceptions="；".join(rules.exceptions.value),
        origin=origin_of(rule),
    )
    return soon.at(record.source, _published(record))


def _least_days(record: Document, profile: Profile) -> int:
    rules = profile.commencement
    rule = rules.regulatory_rules if record.kind == REGULATORY else rules.normative_documents
    return rule.value if rule.holds_for(record.dated_on) else 0


def _may_be_soon(record: Document, profile: Profile, site: Site) -> bool:
    """Tell whether nobody has to prepare: a reason is given, or the paper only ends or prolongs others."""
    only_acts = any(word in record.title for word in profile.term.acting_words.value) and not record.amends
    return bool(record.immediate_reason) or only_acts or has_ended(record, site)


def _published(record: Document) -> tuple[Place, ...]:
    return (Place(path=record.source, span=record.place("published_at"), note="发布日期"),)
