"""Which items of the standard catalogues a column serves: those of its records, and those that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sitegen.disclosure.demands import is_retired
from sitegen.site import Site
from sitegen.views.common import Link
from sitegen.views.item_places import item_path


def column_items(site: Site) -> Mapping[str, tuple[Link, ...]]:
    """Return the links to the items of each column, by its path, in the order of the catalogues (R92)."""
    served: defaultdict[str, set[str]] = defaultdict(set)
    for path, code in _pairs(site):
        served[path].add(code)
    used = set().union(*served.values())
    links = {
        item.code: Link(title=item.code.replace("/", "／"), path=item_path(item, domain))
        for domain in site.catalogues.domains
        for item in domain.items
        if item.code in used and not is_retired(item, site.as_of)
    }
    return {path: tuple(link for code, link in links.items() if code in codes) for path, codes in served.items()}


def _pairs(site: Site) -> Iterator[tuple[str, str]]:
    """Give columns with the codes of items that they serve."""
    for record in site.records:
        for code in record.catalogue_items:
            yield record.column, code
    for code, item in site.items.items():
        for path in item.columns:
            yield path, code
