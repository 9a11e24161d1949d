"""A finding that is known and does not count: who let it pass and why, or since when it is frozen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from sitegen.diagnostics import Diagnostic


class Passing(StrEnum):
    """What made a finding pass: a waiver in its file (不查), or the list of frozen findings (存量清单)."""

    WAIVED = "waived"
    FROZEN = "frozen"


class Passed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding that does not count. `reason`, `name` and `on` are those of the waiver; frozen ones have none.

    `is_personal` ones could be let pass in no other way, so that every report names them.
    """

    found: Diagnostic
    by: Passing
    reason: str = ""
    name: str = ""
    on: date | None = None
    is_personal: bool = False
