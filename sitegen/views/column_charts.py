"""Which charts stand on which page: columns whose records carry figures, and the reports themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from sitegen.model.records import AnyRecord, Periodical
from sitegen.site import Site
from sitegen.views.chart import Chart
from sitegen.views.make_figure_charts import fiscal_charts, request_charts


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The records that carry figures: by column, those of its sub-columns among them, and by body."""

    by_column: Mapping[str, Sequence[Periodical]]
    by_body: Mapping[str, Sequence[Periodical]]


def figures_of(site: Site) -> Figures:
    """Return the records of a site that carry figures."""
    by_column: defaultdict[str, list[Periodical]] = defaultdict(list)
    by_body: defaultdict[str, list[Periodical]] = defaultdict(list)
    for record in site.records:
        if isinstance(record, Periodical) and (record.requests is not None or record.fiscal is not None):
            by_column[record.column].append(record)
            by_column[record.column.rpartition("/")[0]].append(record)
            by_body[record.publisher].append(record)
    return Figures(by_column=dict(by_column), by_body=dict(by_body))


def column_charts(path: str, government: str, figures: Figures) -> tuple[Chart, ...]:
    """Return the charts of a column: of the government's reports, or of its only body's; of the largest budget."""
    found = figures.by_column.get(path, ())
    reports = _by_body([record for record in found if record.requests is not None])
    mine = next(iter(reports.values())) if len(reports) == 1 else reports.get(government, [])
    budgets = _by_body([record for record in found if record.fiscal is not None])
    largest = max(budgets.values(), key=_expenditure, default=[])
    return (*request_charts(mine), *fiscal_charts(largest))


def record_charts(record: AnyRecord, figures: Figures) -> tuple[Chart, ...]:
    """Return the charts of an annual report: its body's applications over the years."""
    return request_charts(reports_beside(record, figures))


def reports_beside(record: AnyRecord, figures: Figures) -> Sequence[Periodical]:
    """Return the records of figures that the page of an annual report is made of; nothing for other records."""
    if not isinstance(record, Periodical) or record.requests is None:
        return ()
    return figures.by_body.get(record.publisher, ())


def _by_body(records: Sequence[Periodical]) -> dict[str, list[Periodical]]:
    found: defaultdict[str, list[Periodical]] = defaultdict(list)
    for record in records:
        found[record.publisher].append(record)
    return dict(found)


def _expenditure(records: Sequence[Periodical]) -> Decimal:
    """Return the largest expenditure that records tell of: that of a government is above its departments'."""
    known = (record.fiscal.general_expenditure for record in records if record.fiscal is not None)
    return max((value for value in known if value is not None), default=Decimal(0))
