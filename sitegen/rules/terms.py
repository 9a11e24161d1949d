"""有效期: a term where the place demands one, and none that is longer than the place allows (R57, R58)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.local_terms import limit_of, only_acts, trial_word
from sitegen.disclosure.phrases import chinese_date
from sitegen.disclosure.statements.records import TermEnding
from sitegen.disclosure.statements.term import last_day
from sitegen.model.local_rules import Answer, Years
from sitegen.model.profile import TermRules
from sitegen.model.records import Document
from sitegen.rules.scope import NORMATIVE, by_trust, has_ended, origin_of, own_documents
from sitegen.site import Site

TERM_MISSING = Kind(
    id="SG460",
    name="没有写有效期",
    message="行政规范性文件要写明有效期，这里没有“有效期至”。",
    why="本地规定规范性文件必须载明有效期（R57、R58）。",
    help="加一行“有效期至: {example}”一类的日期{allowed}；确实没有期限的，请先核对本地规定。{origin}",
    severity=Severity.WARNING,
)
TRIAL_TOO_LONG = Kind(
    id="SG461",
    name="试行文件的有效期太长",
    message="标题写明“{word}”，有效期从{start}到{until}，超过{years}年。",
    why="试行、暂行的文件有效期更短（R58）。",
    help="核对“有效期至”：满{years}年是{limit}；不再试行的，去掉标题里的“{word}”。{origin}",
    severity=Severity.WARNING,
)
TERM_TOO_LONG = Kind(
    id="SG462",
    name="有效期太长",
    message="有效期从{start}到{until}，超过{years}年。",
    why="规范性文件的有效期有最长年限（R57、R58）。",
    help="核对“有效期至”：满{years}年是{limit}。{origin}",
    severity=Severity.WARNING,
)
KINDS = (TERM_MISSING, TRIAL_TOO_LONG, TERM_TOO_LONG)


def terms(site: Site) -> Iterator[Diagnostic]:
    """Yield SG460–SG462 for 行政规范性文件; what has ended can no longer be mended."""
    rules = site.catalogues.profile.term
    for record in own_documents(site, NORMATIVE):
        until, start = record.valid_until, record.effective_on
        wanted = rules.required.value is Answer.YES if until is None else start is not None
        if not wanted or has_ended(record, site) or only_acts(record, rules):
            continue
        if until is None:
            yield from _missing(record, rules)
        elif start is not None:
            yield from _too_long(record, start, until, rules)


def _missing(record: Document, rules: TermRules) -> Iterator[Diagnostic]:
    if not rules.required.holds_for(record.dated_on):
        return
    longest = rules.trial if trial_word(record, rules) else rules.longest
    example = limit_of(record.effective_on or record.written_on, longest, rules)
    missing = by_trust(TERM_MISSING, rules.required).found(
        record.place("effective_on") or record.place("title"),
        example=example.isoformat() if example else "……",
        allowed=_allowed(longest),
        origin=origin_of(rules.required),
    )
    yield missing.at(record.source)


def _too_long(record: Document, start: date, until: date, rules: TermRules) -> Iterator[Diagnostic]:
    word = trial_word(record, rules)
    rule, kind = (rules.trial, TRIAL_TOO_LONG) if word else (rules.longest, TERM_TOO_LONG)
    latest = last_day(start, rule.value, 0, TermEnding.SAME_DAY)
    if latest is None or until <= latest or not rule.holds_for(record.dated_on):
        return
    limit = limit_of(start, rule, rules)
    too_long = by_trust(kind, rule).found(
        record.place("valid_until"),
        word=word,
        start=chinese_date(start),
        until=chinese_date(until),
        years=rule.value,
        limit=chinese_date(limit) if limit else "",
        origin=origin_of(rule),
    )
    yield too_long.at(record.source)


def _allowed(rule: Years) -> str:
    return f"（有效期{'年或者'.join(map(str, rule.allowed))}年）" if rule.allowed else ""
