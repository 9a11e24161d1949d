"""Several places of one kind of fault in a file → one finding: the first place, and remarks on some of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sitegen.diagnostics import Fault, Remark, Span

MOST_REMARKS = 4


def first_of_each(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the first fault of each kind; the next ones become its remarks, the rest a number."""
    groups: dict[str, list[Fault]] = {}
    for fault in faults:
        groups.setdefault(fault.id, []).append(fault)
    for first, *others in groups.values():
        places = [fault.span for fault in others if fault.span is not None]
        yield msgspec.structs.replace(first, remarks=tuple(_remarks(places))) if places else first


def _remarks(places: list[Span]) -> Iterator[Remark]:
    for number, span in enumerate(places[:MOST_REMARKS], 1):
        rest = len(places) - MOST_REMARKS
        note = f"同样的问题，这里以后还有 {rest} 处" if number == MOST_REMARKS and rest > 0 else "同样的问题"
        yield Remark(span, note)
