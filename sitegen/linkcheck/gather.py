"""Every address on the net that the column's files name, with its places."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Place, Span
from sitegen.formats.markdown import LinkForm
from sitegen.model.records import AnyRecord
from sitegen.site import Site

SCHEMES = ("https://", "http://")


def addresses_in(site: Site) -> dict[str, tuple[Place, ...]]:
    """Return the places of each address without its fragment, in the order of files; no mail, no telephone."""
    found: dict[str, list[Place]] = {}
    for address, place in _all(site):
        bare = address.partition("#")[0]
        if bare.lower().startswith(SCHEMES):
            found.setdefault(bare, []).append(place)
    return {address: tuple(places) for address, places in found.items()}


def _all(site: Site) -> Iterator[tuple[str, Place]]:
    portal, settings = site.config.portal, Place(path="content/site.yaml")
    for address in (portal.address, portal.report_errors, portal.accessibility):
        yield address, settings
    for record in sorted((*site.records, *site.held.values()), key=lambda each: each.path):
        yield from _of_record(record)


def _of_record(record: AnyRecord) -> Iterator[tuple[str, Place]]:
    if record.reprint_of is not None:
        span = record.place("reprint_of/address") or record.place("reprint_of")
        yield record.reprint_of.address, _place(record, span)
    for link in record.links:
        if link.form == LinkForm.EXTERNAL:
            yield link.target, _place(record, link.span)


def _place(record: AnyRecord, span: Span | None) -> Place:
    return Place(path=record.source, span=span)
