"""What the files of one record are made of: where none of it has changed, neither have the files.

Making the views of all records takes most of a build that changes one of them. What is gathered here is found
sooner, and covers all that the makers of a record's views see of other records. Settings, columns, bodies and
catalogues are the same for all records and are not gathered: whoever compares ingredients compares these as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from sitegen.disclosure.courses import Course
from sitegen.model.records import AnyRecord, Interpretation
from sitegen.site import Citation
from sitegen.views.column_charts import reports_beside
from sitegen.views.shelf import Shelf

_ENCODER = msgspec.msgpack.Encoder()


def ingredients(record: AnyRecord, shelf: Shelf) -> bytes:
    """Return, encoded, all that differs from record to record and that the files of `record` are made of."""
    site, path = shelf.site, record.path
    course = site.courses.get(path)
    return _ENCODER.encode(
        (
            record,
            site.targets.get(path),
            path in site.translations,
            bool(site.translations),
            [site.files.get(f"{path}/{item.file}") for item in record.attachments],
            shelf.cases.get(record.case) if record.case else None,
            [_target(citation, shelf) for citation in site.acts.get(path, ())],
            [_actor(citation, shelf) for citation in site.cited_by.get(path, ())],
            list(_history(course, shelf)) if course is not None else None,
            [(each.path, each.year, each.requests) for each in reports_beside(record, shelf.figures)],
        )
    )


def _target(citation: Citation, shelf: Shelf) -> object:
    """Return a document that the record names, as far as the record's page shows it."""
    return citation, shelf.states.get(citation.target), _compared(citation.actor, citation.target, shelf)


def _actor(citation: Citation, shelf: Shelf) -> object:
    """Return a document that names the record, as far as the record's page shows it."""
    actor = shelf.site.by_path[citation.actor]
    forms = actor.forms if isinstance(actor, Interpretation) else ()
    compared = _compared(citation.actor, citation.target, shelf)
    return citation, shelf.rows[citation.actor], forms, compared


def _history(course: Course, shelf: Shelf) -> Iterator[object]:
    """Give the course of a paper, those of all that acted on it or on these, and the papers that it acts on."""
    site = shelf.site
    for key, found in _acting(course, site.courses).items():
        yield key, found, key in site.by_path, _compared(key, course.key, shelf)
    for target, event in shelf.effects.get(course.key, ()):
        other = site.courses.get(target)
        yield event, target, other.paper if other is not None else None, target in site.by_path


def _acting(course: Course, courses: Mapping[str, Course]) -> dict[str, Course | None]:
    """Return the courses behind one course, itself first: a successor has a successor, and pages name the last."""
    found: dict[str, Course | None] = {course.key: course}
    waiting = [course]
    while waiting:
        each = waiting.pop()
        for key in _actors(each):
            if key not in found:
                other = found[key] = courses.get(key)
                if other is not None:
                    waiting.append(other)
    return found


def _actors(course: Course) -> Iterator[str]:
    for event in course.events:
        yield event.actor
    for phase in course.phases:
        if phase.cause is not None:
            yield phase.cause.actor
    for idle in course.idle:
        yield idle.act.actor


def _compared(actor: str, target: str, shelf: Shelf) -> str:
    """Return the page that lays two texts side by side."""
    found = shelf.comparisons.get((actor, target))
    return found.path if found is not None else ""
