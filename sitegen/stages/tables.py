"""Which files of data about all records a column has: its tables for machines, beside the pages of `plan.py`."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.views import make_harvest, register
from sitegen.views.artifact import Artifact
from sitegen.views.harvest import SchemaFile
from sitegen.views.item_places import duties_path
from sitegen.views.make_catalogue_form import catalogue_forms
from sitegen.views.make_data import record_list
from sitegen.views.make_dues import coverage_data, coverage_of_bodies
from sitegen.views.make_ledger import governed_ledger
from sitegen.views.make_register import make_register
from sitegen.views.make_schemas import schemas
from sitegen.views.make_search import CHARACTER_TABLE, TITLES, search_characters, search_index
from sitegen.views.shelf import Shelf


def tables(shelf: Shelf) -> Iterator[Artifact]:
    """Give the files of data about all records, beside the ledger."""
    listed = record_list(shelf)
    yield Artifact(path="data/documents.json", template="documents.json", view=listed)
    yield Artifact(path="data/documents.csv", template="documents.csv", view=listed)
    coverage = coverage_data(shelf)
    yield Artifact(path=urls.COVERAGE_JSON, template="coverage.json", view=coverage)
    yield Artifact(path=urls.COVERAGE_CSV, template="coverage.csv", view=coverage)
    yield Artifact(path=urls.COVERAGE_XLSX, template="coverage.xlsx", view=coverage)
    for body, mine in coverage_of_bodies(shelf, coverage):
        path = duties_path(shelf.site.bodies_by_name[body]).removesuffix(".html")
        for form in urls.OBLIGATION_FORMS:
            yield Artifact(path=f"{path}.{form}", template=f"coverage.{form}", view=mine)
    for path, table in catalogue_forms(shelf):
        yield Artifact(path=path, template="catalogue.xlsx", view=table)
    yield Artifact(path=register.PATH, template="register.json", view=make_register(shelf.site))
    yield Artifact(path=TITLES, template="titles.js", view=search_index(shelf))
    yield Artifact(path=CHARACTER_TABLE, template="characters.js", view=search_characters())
    yield from _harvest(shelf)


def ledger(shelf: Shelf) -> Iterator[Artifact]:
    """Give the ledger of rules and documents, a workbook of which takes as long as many other tables."""
    rows = governed_ledger(shelf.site)
    for suffix in ("xlsx", "csv", "json"):
        yield Artifact(path=f"{urls.LEDGER}.{suffix}", template=f"ledger.{suffix}", view=rows)


def _harvest(shelf: Shelf) -> Iterator[Artifact]:
    made = tuple(make_harvest.months(shelf))
    for month in made:
        yield Artifact(path=make_harvest.month_path(month.month), template="changes.json", view=month)
    view = make_harvest.directory(shelf, made)
    yield Artifact(path=make_harvest.DIRECTORY, template="index.json", view=view)
    for path, text in schemas(shelf.base, shelf.site.state_names).items():
        yield Artifact(path=path, template="schema.json", view=SchemaFile(text=text))
