"""不查: findings that somebody has looked at and lets pass, held against what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Fault, Kind, Leeway
from sitegen.grading.kinds import CANNOT_PASS, DECIDED_TOMORROW, NEEDS_A_NAME, TOO_MANY, UNUSED_WAIVER
from sitegen.grading.passed import Passed, Passing
from sitegen.grading.rule_names import Kinds, rule_of
from sitegen.model.values import Waiver

Waivers = Mapping[str, Sequence[Waiver]]
"""What is let pass, by the file that says so; it holds for that file and for the attachments of its record."""


class Waived(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of the findings, what passed, and what is wrong with the waivers."""

    left: tuple[Diagnostic, ...]
    passed: tuple[Passed, ...]
    faults: tuple[Diagnostic, ...]


def waive(found: Iterable[Diagnostic], waivers: Waivers, kinds: Kinds, as_of: date) -> Waived:
    """Take out of `found` what is let pass. SG750–SG755."""
    rest = tuple(found)
    if not waivers:
        return Waived(left=rest, passed=(), faults=())
    concerned: dict[tuple[str, str], list[Diagnostic]] = {}
    for each in rest:
        if owner := owner_of(each.path, waivers):
            concerned.setdefault((owner, each.id), []).append(each)
    passed: list[Passed] = []
    faults: list[Diagnostic] = []
    for path, written in sorted(waivers.items()):
        for kind, given, problems in _by_kind(written, kinds, as_of):
            faults += (fault.at(path) for fault in problems)
            if kind is not None:
                done, more = _taken(kind, given, concerned.get((path, kind.id), []))
                passed += done
                faults += (fault.at(path) for fault in more)
    gone = {id(each.found) for each in passed}
    left = tuple(each for each in rest if id(each) not in gone)
    return Waived(left=left, passed=tuple(passed), faults=tuple(faults))


def owner_of(path: str, owners: Mapping[str, object]) -> str | None:
    """Return which of `owners` a file belongs to: itself, or the record in whose folder it lies."""
    while path:
        if path in owners:
            return path
        path = path.rpartition("/")[0]
        if f"{path}.md" in owners:
            return f"{path}.md"
    return None


def _by_kind(
    written: Sequence[Waiver], kinds: Kinds, as_of: date
) -> Iterator[tuple[Kind | None, list[Waiver], list[Fault]]]:
    """Give the sound waivers of one file by their sort of finding, and what is wrong with the others."""
    sound: dict[str, list[Waiver]] = {}
    problems: list[Fault] = []
    for waiver in written:
        kind, faults = rule_of(waiver.rule, kinds)
        problems += faults
        if kind is not None:
            faults = tuple(_problems(waiver, kind, as_of))
            problems += faults
            if not faults:
                sound.setdefault(kind.id, []).append(waiver)
    yield None, [], problems
    for number, given in sound.items():
        yield kinds[number], given, []


def _problems(waiver: Waiver, kind: Kind, as_of: date) -> Iterator[Fault]:
    """Yield why a waiver cannot hold."""
    span = waiver.rule.span
    if kind.allows is Leeway.NONE:
        yield CANNOT_PASS.found(span, id=kind.id, name=kind.name)
        return
    missing = [key for key, value in (("姓名", waiver.name), ("日期", waiver.on)) if not value]
    if kind.allows is not Leeway.FREE and missing:
        words = "和".join(f"“{key}”" for key in missing)
        yield NEEDS_A_NAME.found(span, id=kind.id, name=kind.name, missing=words, as_of=as_of)
    if waiver.on is not None and waiver.on > as_of:
        yield DECIDED_TOMORROW.found(span, on=waiver.on)


def _taken(
    kind: Kind, waivers: Sequence[Waiver], found: Sequence[Diagnostic]
) -> tuple[list[Passed], tuple[Fault, ...]]:
    """Return what `waivers` let pass of the findings of one sort in one file: all of them, or none."""
    limits = [_limit(waiver, kind) for waiver in waivers]
    most = None if None in limits else sum(limit or 0 for limit in limits)
    span = waivers[0].rule.span
    if most is not None and len(found) > most:
        fault = TOO_MANY.found(span, id=kind.id, name=kind.name, limit=most, found=len(found))
        return [], (fault,)
    passed: list[Passed] = []
    unused: list[Fault] = []
    for waiver, limit in zip(waivers, limits, strict=True):
        mine = found[len(passed) :] if limit is None else found[len(passed) : len(passed) + limit]
        if not mine:
            unused.append(UNUSED_WAIVER.found(waiver.rule.span, id=kind.id, name=kind.name))
        passed += (_passed(each, waiver, kind) for each in mine)
    return passed, tuple(unused)


def _limit(waiver: Waiver, kind: Kind) -> int | None:
    """Return how many findings a waiver covers at most: of what is not free one, unless it says how many."""
    return 1 if waiver.count is None and kind.allows is not Leeway.FREE else waiver.count


def _passed(found: Diagnostic, waiver: Waiver, kind: Kind) -> Passed:
    return Passed(
        found=found,
        by=Passing.WAIVED,
        reason=waiver.reason,
        name=waiver.name,
        on=waiver.on,
        is_personal=kind.allows is Leeway.WAIVER,
    )
