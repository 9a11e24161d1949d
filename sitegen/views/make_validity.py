"""Views of a document's validity: notice, derivation, note below the title, timeline."""

from __future__ import annotations

from sitegen.model.records import AnyRecord
from sitegen.views.common import Event
from sitegen.views.document import Notice, Step
from sitegen.views.shelf import Shelf


def notice(record: AnyRecord, shelf: Shelf) -> Notice | None:
    """Return the framed notice above the title."""
    return None


def steps(record: AnyRecord, shelf: Shelf) -> tuple[Step, ...]:
    """Return the derivation of the state."""
    return ()


def enactment_note(record: AnyRecord, shelf: Shelf) -> tuple[str, ...]:
    """Return the 题注 in pieces."""
    return ()


def timeline(record: AnyRecord, shelf: Shelf) -> tuple[Event, ...]:
    """Return the points of the document's history."""
    return ()
