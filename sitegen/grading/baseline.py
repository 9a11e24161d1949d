"""存量清单: the findings that an old column had when checking began, so that only new ones count.

`baseline.json` lies in the project and is read by people who review changes: one finding a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Leeway
from sitegen.formats.shapes import problem_of
from sitegen.grading.fingerprints import fingerprints
from sitegen.grading.kinds import CANNOT_FREEZE, WRONG_BASELINE
from sitegen.grading.passed import Passed, Passing
from sitegen.grading.rule_names import Kinds

PATH = "baseline.json"


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many findings were frozen on a day."""

    on: date
    count: int


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """One frozen finding; `message` is for readers, the fingerprint is what counts."""

    id: str
    path: str
    fingerprint: str
    message: str


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """The frozen findings, and how many they were each time that the list was made or pruned."""

    history: tuple[Count, ...]
    findings: tuple[Frozen, ...]


class Stock(msgspec.Struct, frozen=True, kw_only=True):
    """存量: what is left of the frozen findings. `before` is how many the list holds, `since` the day it was made."""

    left: int
    before: int
    since: date | None
    gone: tuple[Frozen, ...] = ()


class Thawed(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of the findings, what passed because it is old, and how the list stands."""

    left: tuple[Diagnostic, ...]
    passed: tuple[Passed, ...]
    stock: Stock


def decode(data: bytes) -> tuple[Baseline | None, tuple[Diagnostic, ...]]:
    """Return the list that a file holds; SG758 where it holds none."""
    try:
        return msgspec.json.decode(data, type=Baseline), ()
    except msgspec.ValidationError as error:
        return None, (WRONG_BASELINE.found(problem=problem_of(error)[0]).at(PATH),)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None, (WRONG_BASELINE.found(problem="不是完整的 JSON").at(PATH),)


def encode(baseline: Baseline) -> bytes:
    """Return the file: JSON with one finding a line, in the order of files, so that differences are easy to read."""
    history = [{"on": each.on.isoformat(), "count": each.count} for each in baseline.history]
    lines = [_line(msgspec.structs.asdict(each)) for each in baseline.findings]
    listed = ",\n".join(lines)
    text = f'{{"history": {_line(history)},\n"findings": [\n{listed}{chr(10) if lines else ""}]}}\n'
    return text.encode("utf-8", "replace")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def freeze(found: Iterable[Diagnostic], kinds: Kinds) -> tuple[Frozen, ...]:
    """Return those of `found` that may be frozen."""
    return tuple(
        Frozen(id=each.id, path=each.path, fingerprint=fingerprint, message=each.message)
        for each, fingerprint in fingerprints(found, kinds)
        if may_be_frozen(each.id, kinds)
    )


def may_be_frozen(number: str, kinds: Kinds) -> bool:
    """Tell whether old findings of that sort may be left as they are."""
    return number in kinds and kinds[number].allows in (Leeway.FREE, Leeway.OLD)


def thaw(found: Iterable[Diagnostic], baseline: Baseline, kinds: Kinds) -> Thawed:
    """Take what is frozen out of `found`, which is in the order of reports. SG759 is among what is left."""
    known = {each.fingerprint for each in baseline.findings if may_be_frozen(each.id, kinds)}
    left: list[Diagnostic] = []
    passed: list[Passed] = []
    for each, fingerprint in fingerprints(found, kinds):
        if fingerprint in known and may_be_frozen(each.id, kinds):
            known.remove(fingerprint)
            passed.append(Passed(found=each, by=Passing.FROZEN))
        else:
            left.append(each)
    gone = tuple(each for each in baseline.findings if each.fingerprint in known)
    left += _not_to_be_frozen(baseline, kinds)
    since = baseline.history[-1].on if baseline.history else None
    stock = Stock(left=len(passed), before=len(baseline.findings), since=since, gone=gone)
    return Thawed(left=tuple(left), passed=tuple(passed), stock=stock)


def _not_to_be_frozen(baseline: Baseline, kinds: Kinds) -> Iterable[Diagnostic]:
    numbers = {each.id for each in baseline.findings}
    for number in sorted(numbers & kinds.keys()):
        if not may_be_frozen(number, kinds):
            yield CANNOT_FREEZE.found(id=number, name=kinds[number].name).at(PATH)
