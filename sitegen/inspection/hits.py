"""What detectors give back: a sort of finding, where it stands, and how it may be shown."""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Fault, Kind, Span

_FIRST, _LAST = 4, 4
_MORE = "同样的问题还有 {count} 处，没有逐一列出。"
_FEWEST = 12
"""Signs of a number below which less of it is shown."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may not be published, from the offset `start` of a text to before `end`.

    `shown` is what a message may say of it; never the whole. Hits with the same `key` are the same number. `where`
    says in Chinese where the text is that holds it.
    """

    kind: Kind
    start: int
    end: int
    shown: str
    key: str
    where: str = "这里"

    def fault(self, span: Span | None, more: int) -> Fault:
        """Return the finding; `more` says how many others like it are not told."""
        fault = self.kind.found(span, where=self.where, shown=self.shown)
        if not more:
            return fault
        return msgspec.structs.replace(fault, message=fault.message + _MORE.format(count=more))


def masked(number: str) -> str:
    """Return a number with its middle hidden: 3301**********1234. Shorter ones show less (138******78)."""
    first, last = (_FIRST, _LAST) if len(number) >= _FEWEST else (3, 2)
    if len(number) <= first + last:
        first, last = 1, 1
    return number[:first] + "*" * (len(number) - first - last) + number[-last:]
