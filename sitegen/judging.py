"""What is wrong with a linked column: its rules, how much each finding weighs, and what may not have vanished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import msgspec

from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.findings import BY_ID
from sitegen.grading import Aside, grade, terms_of
from sitegen.last_build import last_register
from sitegen.left_behind import MANY
from sitegen.model.site_config import Body, Column
from sitegen.project import Project, read_baseline
from sitegen.reading import Reading
from sitegen.rules import check_rules
from sitegen.rules.vanished import vanished
from sitegen.site import Site
from sitegen.stages.link import Content
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Lap, Stopwatch


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """A column that was read and linked, and what was found on the way, not graded yet.

    `site`, `reading` and `content` are None where there is not even a site to look at. `common` is the digest of what
    all files of the column share.
    """

    found: tuple[Diagnostic, ...]
    site: Site | None = None
    reading: Reading | None = None
    content: Content | None = None
    common: bytes = b""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a column by itself, what of it does not count, and what is wrong beside the last build.

    `laps` say how long finding it took.
    """

    diagnostics: tuple[Diagnostic, ...]
    aside: Aside = Aside()
    against_last: tuple[Diagnostic, ...] = ()
    laps: tuple[Lap, ...] = ()

    @property
    def refuses(self) -> bool:
        """Whether nothing of the column may be published."""
        return has_errors(self.found)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All that counts, in order."""
        return in_order((*self.diagnostics, *self.against_last)) if self.against_last else self.diagnostics


Result = TypeVar("Result")
Compare = Callable[[Linked], Iterable[Diagnostic]]
"""Gives what is wrong with a column beside what was published before."""
Judge = Callable[[Stopwatch], Verdict]
"""Gives the verdict on a column, and tells a stopwatch how long it took."""


def nothing_before(_linked: Linked) -> Iterable[Diagnostic]:
    """Give nothing: nothing was published before."""
    return ()


def against_last(linked: Linked, output: Path) -> Iterator[Diagnostic]:
    """Yield what the last build into `output` published and is not there any more (SG331–SG339)."""
    last, found = last_register(output)
    yield from found
    if last is not None and linked.site is not None:
        yield from _readable(vanished(linked.site, last), linked)


def verdict_on(linked: Linked, project: Project, compare: Compare, watch: Stopwatch) -> Verdict:
    """Return what is wrong with a linked column."""
    if linked.site is None or linked.content is None or linked.reading is None:
        return Verdict(diagnostics=in_order(linked.found))
    content, records = linked.content, linked.reading.records
    with watch.stage("rules"):
        found = [*linked.found, *_readable(check_rules(linked.site), linked)]
    with watch.stage("grade"):
        baseline, more = read_baseline(project)
        others: tuple[Column | Body, ...] = (*content.columns, *content.bodies)
        terms = terms_of(content.config, records, others, baseline, project.as_of)
        graded = grade((*found, *more), terms, BY_ID)
    with watch.stage("compare"):
        beside = tuple(compare(linked))
    return Verdict(diagnostics=graded.diagnostics, aside=graded.aside, against_last=beside)


def judged_meanwhile(
    judge: Judge, make: Callable[[Callable[[], Verdict]], Result], workers: Workers, watch: Stopwatch
) -> tuple[Verdict, Result | None]:
    """Return the verdict on a column and what `make` returns, None where that failed on a column that is refused.

    A copy of this process judges meanwhile, where that is possible. `make` is given what waits for the verdict.
    """
    with workers.ahead(partial(_timed, judge, watch.silent())) as waiting:
        verdict = cache(waiting)
        try:
            made = make(verdict)
        except Exception:  # a column that breaks the rules need not be one that can be made: the rules are told
            if not verdict().refuses:
                raise
            made = None
        watch.laps.extend(verdict().laps)
        return verdict(), made


def worth_a_copy(linked: Linked, files: int) -> bool:
    """Tell whether a column may be made while it is judged; `files` are those of the last build.

    Not where something is wrong already: then nothing may come of it.
    """
    return files >= MANY and linked.site is not None and not has_errors(linked.found)


def _timed(judge: Judge, watch: Stopwatch) -> Verdict:
    return msgspec.structs.replace(judge(watch), laps=tuple(watch.laps))


def _readable(found: Iterable[Diagnostic], linked: Linked) -> Iterator[Diagnostic]:
    """Leave out what is said of files of which nothing could be read: what they say is not known."""
    unread = linked.content.unread if linked.content is not None else frozenset()
    return (each for each in found if each.path.removeprefix("content/") not in unread)
