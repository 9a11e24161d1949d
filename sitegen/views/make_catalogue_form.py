"""Making the official table of a domain for its workbook."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sitegen.disclosure.demands import is_retired
from sitegen.model.catalogues import Domain, Item
from sitegen.views.catalogue import Tick
from sitegen.views.catalogue_form import CatalogueForm, FormRow
from sitegen.views.make_catalogue import domain_facts, form_path, spans_of
from sitegen.views.make_items import levels_of, official_row, other_boxes, ticks_of
from sitegen.views.shelf import Shelf


def catalogue_forms(shelf: Shelf) -> Iterator[tuple[str, CatalogueForm]]:
    """Give the official table of every domain with its site path. What was published is not part of it."""
    for domain in shelf.site.catalogues.domains:
        yield form_path(domain), _form(domain, shelf)


def _form(domain: Domain, shelf: Shelf) -> CatalogueForm:
    current = [item for item in domain.items if not is_retired(item, shelf.site.as_of)]
    levels = levels_of(current)
    return CatalogueForm(
        title=domain.facts.full_title or domain.facts.title,
        dated=domain.effective_on,
        levels=levels,
        rows=tuple(
            FormRow(
                **msgspec.structs.asdict(official_row(item, span)),
                boxes=_boxes(item, shelf),
                ticks=tuple(tick.on for tick in ticks_of(item, levels)),
                code=item.code,
            )
            for item, span in zip(current, spans_of(current), strict=True)
        ),
        notes=tuple((fact.label, fact.value) for fact in domain_facts(domain)),
    )


def _boxes(item: Item, shelf: Shelf) -> tuple[Tick, ...]:
    """Return the boxes of the form, ticked ones first; none where the channels are not known."""
    ticked = tuple(Tick(label=channel, on=True) for channel in item.channels)
    return ticked + tuple(Tick(label=name, on=False) for name in other_boxes(item, shelf))
