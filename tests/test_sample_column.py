"""The sample column: it has no finding, and shows every state, every relation and every sort of event."""

from __future__ import annotations

from sitegen.disclosure.courses import state_at
from sitegen.disclosure.events import EventKind
from sitegen.disclosure.states import State
from sitegen.views.make_relations import GROUPS
from tests.column import AS_OF


def test_nothing_is_wrong_with_it(sample):
    assert [f"{found.path}: {found.id} {found.message}" for found in sample.diagnostics] == []


def test_every_state_is_shown(sample):
    records = sample.site.by_path
    shown = {state_at(course, AS_OF) for path, course in sample.site.courses.items() if path in records}
    assert shown == set(State)


def test_every_relation_is_shown(sample):
    shown = {citation.relation for citations in sample.site.acts.values() for citation in citations}
    assert {relation for relation, *_ in GROUPS} <= shown


def test_every_sort_of_event_happened(sample):
    """A term that ends without its document takes a place that rules so: see tests/rules/test_local_terms.py."""
    events = [event for course in sample.site.courses.values() for event in course.events]
    assert {event.kind for event in events} >= set(EventKind) - {EventKind.LIFT, EventKind.TERM_END}
    assert any(event.kind is EventKind.COMMENCE and event.provision for event in events)


def test_something_was_withdrawn_and_something_waits(sample):
    assert sample.site.tombstones
    assert any(state_at(course, AS_OF) is State.NOT_YET_IN_FORCE for course in sample.site.courses.values())
