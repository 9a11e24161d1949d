"""Which documents of the column can be laid side by side: a text and what amended or replaced it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.courses import Course
from sitegen.model.records import AnyRecord, Document
from sitegen.model.rewrite import Rewrite
from sitegen.site import Site

RELATIONS = ("amends", "replaces")


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The text of the record `target` beside that of the record `actor`, at the site path `path`.

    Where `rewrites` are given, the new text is the old one with these instructions carried out. `earlier` are
    those of amendments before, which the old text is shown with. `on` is the day from which the act works.
    """

    path: str
    relation: str
    actor: str
    target: str
    rewrites: tuple[Rewrite, ...] = ()
    earlier: tuple[Rewrite, ...] = ()
    on: date | None = None


def comparisons_of(site: Site) -> dict[tuple[str, str], Comparison]:
    """Return every comparison that the column holds both texts for, by the acting record and its target."""
    found: dict[tuple[str, str], Comparison] = {}
    for record in site.records:
        if isinstance(record, Document) and (record.amends or record.replaces):
            taken: set[str] = set()
            for relation, target in _targets(record, site):
                comparison = _comparison(record, relation, target, site, taken)
                if comparison is not None and (record.path, target.path) not in found:
                    found[record.path, target.path] = comparison
                    taken.add(comparison.path)
    return {pair: _with_earlier(each, found) for pair, each in found.items()}


def _targets(record: Document, site: Site) -> Iterator[tuple[str, Document]]:
    seen: set[str] = set()
    for citation in site.acts.get(record.path, ()):
        target = site.by_path.get(citation.target)
        if citation.relation in RELATIONS and isinstance(target, Document) and target.path not in seen:
            seen.add(target.path)
            yield citation.relation, target


def _comparison(
    actor: Document, relation: str, target: Document, site: Site, taken: set[str]
) -> Comparison | None:
    rewrites = _rewrites(actor, target, site) if relation == "amends" else ()
    if not rewrites and not (_has_articles(actor) and _has_articles(target)):
        return None
    return Comparison(
        path=_path(actor, target, taken),
        relation=relation,
        actor=actor.path,
        target=target.path,
        rewrites=rewrites,
        on=_works_on(site.courses.get(target.path), actor.path),
    )


def _rewrites(actor: Document, target: Document, site: Site) -> tuple[Rewrite, ...]:
    """Return the instructions of an amending text that mean `target`: all of them where it amends nothing else."""
    amended = {
        c.target or c.number or c.title for c in site.acts.get(actor.path, ()) if c.relation == "amends"
    }
    if len(amended) == 1:
        return actor.rewrites
    return tuple(each for each in actor.rewrites if _means(each.document, target))


def _means(named: str, target: Document) -> bool:
    if not named:
        return False
    number = number_of(target.document_number) if target.document_number else ""
    return named == number or ("〔" not in named and named in target.title)


def _has_articles(record: AnyRecord) -> bool:
    return any(anchor.startswith("第") and anchor.endswith("条") for anchor in record.anchors)


def _path(actor: Document, target: Document, taken: set[str]) -> str:
    """Return the address of the page: below the acting record, named for the other; namesakes get a number."""
    name = f"{actor.path}/duibi-{target.path.rpartition('/')[2]}"
    path, number = f"{name}.html", 1
    while path in taken:
        number += 1
        path = f"{name}-{number}.html"
    return path


def _works_on(course: Course | None, actor: str) -> date | None:
    events = course.events if course is not None else ()
    return next((event.on for event in events if event.actor == actor), None)


def _with_earlier(comparison: Comparison, all_of_them: dict[tuple[str, str], Comparison]) -> Comparison:
    """Return an amendment with the instructions of those that changed the same text before it."""
    if not comparison.rewrites or comparison.on is None:
        return comparison
    before = sorted(
        (other.on, other.actor, other.rewrites)
        for other in all_of_them.values()
        if other.target == comparison.target and other.on is not None and other.on < comparison.on
    )
    earlier = tuple(rewrite for _, _, rewrites in before for rewrite in rewrites)
    return msgspec.structs.replace(comparison, earlier=earlier)
