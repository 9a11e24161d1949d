"""How many items of each domain are demanded of the site, and how many of them are there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sitegen.disclosure.demands import Demand
from sitegen.disclosure.fulfilment import Obligation
from sitegen.model.catalogues import Domain
from sitegen.views.shelf import Shelf


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Items of a domain: demanded of the site, of these published or declared empty, and the others."""

    demanded: int
    met: int
    elsewhere: int
    unknown: int

    @property
    def figure(self) -> str:
        """Published/demanded, or a dash where nothing is demanded."""
        return f"{self.met}/{self.demanded}" if self.demanded else "—"


def by_item(shelf: Shelf) -> Mapping[str, Sequence[Obligation]]:
    """Return the obligations of each item."""
    found: defaultdict[str, list[Obligation]] = defaultdict(list)
    for obligation in shelf.coverage.obligations:
        found[obligation.item].append(obligation)
    return found


def tally_of(domain: Domain, owed: Mapping[str, Sequence[Obligation]], shelf: Shelf) -> Tally:
    """Return the counts of a domain; an item is met where every body that answers for it has met it."""
    demands = Counter(shelf.coverage.demands[item.code] for item in domain.items)
    mine = [owed[item.code] for item in domain.items if item.code in owed]
    return Tally(
        demanded=len(mine),
        met=sum(all(found.is_met for found in obligations) for obligations in mine),
        elsewhere=demands[Demand.ELSEWHERE] + demands[Demand.GROUP_ONLY] + demands[Demand.ON_REQUEST_ONLY],
        unknown=demands[Demand.UNKNOWN],
    )


def tallies(shelf: Shelf) -> Iterator[tuple[Domain, Tally]]:
    """Give the domains with their counts."""
    owed = by_item(shelf)
    for domain in shelf.site.catalogues.domains:
        yield domain, tally_of(domain, owed, shelf)
