"""Sorts of finding by what editors call them: an id (SG215, sg215, 215), or the name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.diagnostics import Fault, Kind
from sitegen.formats.field_types import Reference
from sitegen.formats.suggestions import nearest
from sitegen.grading.kinds import UNKNOWN_RULE

Kinds = Mapping[str, Kind]
"""Every sort of finding by its id."""
_NUMBER = re.compile(r"(?:SG)?([0-9]{3})\Z")


def rule_of(written: Reference, kinds: Kinds) -> tuple[Kind | None, tuple[Fault, ...]]:
    """Return the sort of finding that is meant; SG750 where there is none."""
    name = written.text.strip()
    number = _NUMBER.match(name.upper())
    found = kinds.get(f"SG{number[1]}") if number else None
    found = found or next((kind for kind in kinds.values() if kind.name == name), None)
    if found is not None:
        return found, ()
    suggestion = "" if number else _suggestion(name, kinds)
    return None, (UNKNOWN_RULE.found(written.span, rule=name, suggestion=suggestion),)


def _suggestion(name: str, kinds: Kinds) -> str:
    by_name = {kind.name: kind.id for kind in kinds.values()}
    close = nearest(name.upper(), kinds) or tuple(by_name[found] for found in nearest(name, by_name))
    return f"您是不是想写“{close[0]}”（{kinds[close[0]].name}）？" if close else ""
