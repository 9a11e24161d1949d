"""办件: what a process demands stage by stage (征地), and which stages of one case were published (S66)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from sitegen.disclosure.demands import closed_to_public, is_retired
from sitegen.model.catalogues import Domain, Item, Process
from sitegen.model.records import AnyRecord


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One stage of a case: its item, and the newest record of it; `record` is None where there is none.

    `open` tells whether the catalogue lets it be published to everyone; others are never missing.
    """

    item: Item
    record: AnyRecord | None
    open: bool


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """All that was published of one case, stage by stage in the order of its process."""

    name: str
    process: str
    stages: tuple[Stage, ...]

    @property
    def latest(self) -> Stage:
        """The last stage that was published; every case has one."""
        return next(stage for stage in reversed(self.stages) if stage.record is not None)

    @property
    def missing(self) -> tuple[Stage, ...]:
        """The open stages before the last published one of which nothing was published."""
        before = self.stages[: self.stages.index(self.latest)]
        return tuple(stage for stage in before if stage.record is None and stage.open)


def cases_of(
    records: Iterable[AnyRecord], domains: Iterable[Domain], items: Mapping[str, Item], as_of: date
) -> Iterator[Case]:
    """Give the cases that records (newest first) name, in the order of domains, processes and names."""
    named: defaultdict[str, dict[str, AnyRecord]] = defaultdict(dict)
    for record in records:
        if record.case:
            for code in record.catalogue_items:
                named[record.case].setdefault(code, record)
    for domain in domains if named else ():
        for process in domain.processes:
            for name, published in sorted(named.items()):
                if not published.keys().isdisjoint(process.stages):
                    stages = _stages(process, published, items, as_of)
                    yield Case(name=name, process=process.title, stages=tuple(stages))


def _stages(
    process: Process, published: Mapping[str, AnyRecord], items: Mapping[str, Item], as_of: date
) -> Iterator[Stage]:
    for code in process.stages:
        item = items.get(code)
        if item is not None:
            for_everyone = closed_to_public(item) is None and not is_retired(item, as_of)
            yield Stage(item=item, record=published.get(code), open=for_everyone)
