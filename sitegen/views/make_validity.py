"""Views of a document's validity: notice, derivation, note below the title, timeline, coming changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sitegen import urls
from sitegen.disclosure import changes, derivation, headline, timeline
from sitegen.disclosure import enactment_note as note
from sitegen.disclosure.phrases import Phrase, full_name
from sitegen.model.records import AnyRecord
from sitegen.site import Site
from sitegen.views.common import Event, Run
from sitegen.views.document import Notice, Step
from sitegen.views.shelf import Shelf


def notice_of(record: AnyRecord, shelf: Shelf) -> Notice | None:
    """Return the framed notice above the title of a document that has a state."""
    site = shelf.site
    if record.path not in shelf.states:
        return None
    found = headline.headline(
        site.courses[record.path], site.as_of, site.courses, site.notice_days, site.state_names
    )
    if found is None:
        return None
    return Notice(tone=found.tone, title=found.title, runs=_runs(found.phrases, site))


def steps_of(record: AnyRecord, shelf: Shelf) -> tuple[Step, ...]:
    """Return the derivation of the state, its conclusion last."""
    site = shelf.site
    if record.path not in shelf.states:
        return ()
    found = derivation.derivation(site.courses[record.path], site.as_of, site.courses, site.state_names)
    return tuple(Step(runs=_runs(step.phrases, site)) for step in found)


def note_of(record: AnyRecord, shelf: Shelf) -> tuple[str, ...]:
    """Return the 题注 in pieces, for documents that have a state."""
    site = shelf.site
    if record.path not in shelf.states:
        return ()
    return note.enactment_note(site.courses[record.path], site.as_of, site.courses)


def timeline_of(record: AnyRecord, shelf: Shelf) -> tuple[Event, ...]:
    """Return the points of the document's history and future; amendments lead to both texts side by side."""
    site = shelf.site
    if record.path not in shelf.states:
        return ()
    points = timeline.timeline(
        site.courses[record.path], site.as_of, site.courses, shelf.effects, site.state_names
    )
    return tuple(
        Event(
            on=point.on,
            mark=point.mark,
            runs=(*_runs(point.phrases, site), *_side_by_side(point.phrases, record, shelf)),
        )
        for point in points
    )


def _side_by_side(phrases: Iterable[Phrase], record: AnyRecord, shelf: Shelf) -> Iterator[Run]:
    """Give the link to the page that lays the text before and after an event side by side, where there is one."""
    for actor in dict.fromkeys(phrase.key for phrase in phrases if phrase.key):
        found = shelf.comparisons.get((actor, record.path))
        if found is not None:
            yield Run(text="（")
            yield Run(text="逐条对照", path=found.path)
            yield Run(text="）")


def coming_changes(shelf: Shelf, days: int, most: int) -> tuple[Event, ...]:
    """Return what happens to the documents of the column in the next `days` days, at most `most` events."""
    site = shelf.site
    courses = [course for path, course in site.courses.items() if path in shelf.states]
    first, last = site.as_of + timedelta(days=1), site.as_of + timedelta(days=days)
    found: list[Event] = []
    for change in changes.changes_between(courses, first, last):
        words = changes.change_sentence(change, site.courses, shelf.effects)
        named = full_name(site.courses[change.key].paper)
        runs = (*_runs((named,), site), *_runs(words, site))
        found.append(Event(on=change.on, mark="next", runs=runs))
    return tuple(found[:most])


def _runs(phrases: Iterable[Phrase], site: Site) -> tuple[Run, ...]:
    """Turn a sentence into runs; the names of published documents become links."""
    return tuple(
        Run(text=phrase.text, path=urls.page_of(phrase.key) if phrase.key in site.by_path else "")
        for phrase in phrases
    )
