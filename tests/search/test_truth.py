"""The search finds exactly what a reading of every text finds: over 300 queries, no miss and nothing else.

`truth.txt` is reviewed data. When content/ changes, accept what has changed as snapshots are accepted
(docs/contributing.md) and look at the difference.
"""

from __future__ import annotations

import json

from tests.browser import wait_until
from tests.search.conftest import NOON
from tests.search.plain import find, narrowed, read_records
from tests.search.table import FILE, read_cases, with_found

ICON = "Failed to load resource"
ASK = """async (cases) => {
  const { finder, narrowed } = window.sitegenSearch.page;
  const found = [];
  for (const { query, filters } of cases) {
    const { hits } = await finder.find(query);
    found.push(narrowed(hits, filters).map(({ row }) => row.path.replace(/[.]html$/, "")).sort());
  }
  return found;
}"""


def test_the_table_is_what_a_reading_of_all_texts_finds(column, request):
    table = FILE.read_text("utf-8")
    records = read_records(column)
    cases = read_cases(table)
    found = [
        tuple(sorted(each.path for each in narrowed(find(case.query, records), case.filters)))
        for case in cases
    ]
    if request.config.getoption("update_snapshots"):
        FILE.write_text(with_found(table, found), "utf-8")
    else:
        assert [case.found for case in cases] == found
    assert len(cases) > 300


def test_the_browser_finds_exactly_the_table(column, address, open_page):
    del column
    page = open_page("about:blank", allowed=(ICON,))
    page.clock.set_fixed_time(NOON)
    page.goto(f"{address}sousuo.html")
    wait_until(page, "Boolean(window.sitegenSearch.page)")
    cases = read_cases(FILE.read_text("utf-8"))
    found = page.evaluate(ASK, [case._asdict() for case in cases])
    wrong = {
        f"{case.query} {json.dumps(case.filters, ensure_ascii=False)}": sorted({*case.found} ^ {*paths})
        for case, paths in zip(cases, found, strict=True)
        if list(case.found) != paths
    }
    assert wrong == {}, wrong
