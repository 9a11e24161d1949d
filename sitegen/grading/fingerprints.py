"""What tells one finding from another, and stays the same while lines move and messages are worded anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256

from sitegen.diagnostics import Diagnostic
from sitegen.grading.rule_names import Kinds

MOVING = frozenset({"as_of", "line", "lines", "more", "places", "first", "last", "days_left", "days_late"})
"""Values of messages that change by themselves: places in the file, and what depends on the day."""
_PART = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_LENGTH = 16


def fingerprints(found: Iterable[Diagnostic], kinds: Kinds) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each finding with its fingerprint; equal ones in one file are told apart by their order.

    A fingerprint is made of the sort, the file, and the values in the message, not of its words or its place.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for each in found:
        identity = (each.id, each.path, *_values(each, kinds))
        seen[identity] += 1
        text = "\0".join((*identity, str(seen[identity])))
        yield each, sha256(text.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _values(found: Diagnostic, kinds: Kinds) -> tuple[str, ...]:
    kind = kinds.get(found.id)
    match = _pattern(kind.message).fullmatch(found.message) if kind is not None else None
    if match is None:
        return (found.message,)
    return tuple(f"{name}={value}" for name, value in sorted(match.groupdict().items()) if name not in MOVING)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what a message made of `template` looks like."""
    pieces: list[str] = []
    names: set[str] = set()
    end = 0
    for part in _PART.finditer(template):
        pieces.append(re.escape(template[end : part.start()]))
        name = part[1]
        if name is None:
            pieces.append(re.escape(part[0][0]))
        else:
            pieces.append(f"(?P={name})" if name in names else f"(?P<{name}>.*?)")
            names.add(name)
        end = part.end()
    return re.compile("".join((*pieces, re.escape(template[end:]))), re.DOTALL)
