"""All detectors over one text: what in it may not be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.diagnostics import Kind
from sitegen.inspection import accounts, identity, papers, secrecy
from sitegen.inspection.digit_chains import chains
from sitegen.inspection.hits import Hit
from sitegen.model.privacy import Privacy

KINDS = identity.KINDS + accounts.KINDS + papers.KINDS + secrecy.KINDS
SENSITIVE = frozenset(kind.id for kind in identity.KINDS + accounts.KINDS + papers.KINDS)
"""Findings whose place in a file may not be printed as it stands there."""


def hits(text: str, tops: Iterable[int], privacy: Privacy) -> list[Hit]:
    """Return what in a text may not be published, in order; of several readings of one place the first.

    `tops` are the offsets at which bodies or pages begin.
    """
    if not privacy.regions:
        return []
    found: list[Hit] = []
    for hit in (
        *_numbers(text, privacy),
        *papers.paper_numbers(text, privacy),
        *papers.home_addresses(text, privacy),
        *secrecy.secrecy_marks(text, tops, privacy.secrecy),
    ):
        if not any(hit.start < other.end and other.start < hit.end for other in found):
            found.append(hit)
    return sorted(found, key=lambda hit: hit.start)


def counted(found: Iterable[Hit], most: int) -> Iterator[tuple[Hit, int]]:
    """Yield each hit that is told, at most so many of a kind, with how many more there are behind the last."""
    by_kind: dict[Kind, list[Hit]] = {}
    for hit in found:
        by_kind.setdefault(hit.kind, []).append(hit)
    for group in by_kind.values():
        told = group[:most]
        for hit in told[:-1]:
            yield hit, 0
        yield told[-1], len(group) - len(told)


def _numbers(text: str, privacy: Privacy) -> Iterator[Hit]:
    for chain in chains(text):
        yield from identity.identity_numbers(text, chain, privacy)
        yield from accounts.bank_cards(text, chain, privacy)
        yield from accounts.mobile_numbers(text, chain, privacy)
