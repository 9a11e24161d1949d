"""The working notes of the validity computation: what has taken effect for one paper so far.

While the days are gone through in order, a track holds only what is earlier than the day in hand, so the
questions here have one answer whatever the order in which acts were given.
"""

from __future__ import annotations

from datetime import date

import msgspec

from sitegen.disclosure.courses import Idle, Reason
from sitegen.disclosure.events import REPEALS, Act, Event, EventKind, Paper, day_after

EARLIEST = date.min
"""Stands for a day that nobody knows: what happened then has been in effect ever since."""


class Suspension(msgspec.Struct, frozen=True):
    """A suspension from `since` on, for as long as the suspending paper lasts and nothing resumes it."""

    since: date
    by: Track


class Track(msgspec.Struct, eq=False):
    """What has taken effect for `paper` so far. Compared by identity."""

    paper: Paper
    term: date | None
    repealed_on: date | None = None
    lapsed_on: date | None = None
    suspensions: list[Suspension] = []
    resumptions: list[date] = []
    events: list[Event] = []
    idle: list[Idle] = []

    def end(self) -> date | None:
        """Return the first day on which the paper is ended, as known so far."""
        expiry = None if self.paper.outlives_term else day_after(self.term)
        ends = [on for on in (self.repealed_on, self.lapsed_on, expiry) if on is not None]
        return min(ends, default=None)

    def ended_before(self, on: date) -> bool:
        """Tell whether the paper was ended before the day `on`."""
        end = self.end()
        return end is not None and end < on

    def suspended_on(self, day: date) -> bool:
        """Tell whether a suspension noted so far runs on `day`."""
        return any(each.since <= day and not self.lifted(each, day) for each in self.suspensions)

    def lifted(self, suspension: Suspension, on: date) -> bool:
        """Tell whether a suspension is over on the day `on`."""
        lift = self.lift(suspension)
        return lift is not None and lift <= on

    def lift(self, suspension: Suspension) -> date | None:
        """Return the day from which a suspension is over: resumed, or the suspending paper ended."""
        lifts = [on for on in self.resumptions if on >= suspension.since]
        end = suspension.by.end()
        if end is not None:
            lifts.append(max(end, suspension.since))
        return min(lifts, default=None)

    def apply(self, act: Act, actor: Track, on: date) -> None:
        """Note that `act` takes effect on the day `on`."""
        match act.kind:
            case EventKind.REPEAL | EventKind.REPLACE:
                self.repealed_on = on if self.repealed_on is None else min(self.repealed_on, on)
            case EventKind.LAPSE:
                self.lapsed_on = on if self.lapsed_on is None else min(self.lapsed_on, on)
            case EventKind.RENEW if actor.paper.valid_until is not None:
                self.term = max(self.term or EARLIEST, actor.paper.valid_until)
            case EventKind.SUSPEND if not act.provision:
                self.suspensions.append(Suspension(on, actor))
            case EventKind.RESUME if not act.provision:
                self.resumptions.append(on)
            case _:
                pass
        self.events.append(event_of(act, actor, on))


def event_of(act: Act, actor: Track, on: date) -> Event:
    """Return the event that `act` is for its target."""
    return Event(
        on=None if on == EARLIEST else on,
        kind=act.kind,
        actor=act.actor,
        provision=act.provision,
        by_provision=act.by_provision,
        until=actor.paper.valid_until if act.kind is EventKind.RENEW else None,
        place=act.place,
    )


def obstacle(act: Act, actor: Track, target: Track, on: date) -> Reason | None:
    """Return why `act` cannot take effect on the day `on`, None where it can."""
    if actor is target:
        return Reason.SELF
    if actor.ended_before(on):
        return Reason.ACTOR_ENDED
    if actor.suspended_on(on):
        return Reason.ACTOR_SUSPENDED
    if act.kind in REPEALS:
        return Reason.EARLIER_REPEAL if target.repealed_on is not None and target.repealed_on < on else None
    if target.ended_before(on):
        only_expired = target.repealed_on is None and target.lapsed_on is None
        late = act.kind is EventKind.RENEW and only_expired
        return Reason.LATE_RENEWAL if late else Reason.TARGET_ENDED
    return _pointless(act, actor, target, on)


def _pointless(act: Act, actor: Track, target: Track, on: date) -> Reason | None:
    if act.kind is EventKind.RENEW:
        until = actor.paper.valid_until
        return Reason.NO_NEW_TERM if until is None or (target.term and until <= target.term) else None
    if act.kind is EventKind.RESUME and not act.provision and not target.suspended_on(on):
        return Reason.NOT_SUSPENDED
    return None
