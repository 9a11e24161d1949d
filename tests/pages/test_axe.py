"""axe-core on every kind of page, in every way in which one may read it; and nothing jumps while it is opened."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser import wait_until
from tests.pages.kinds import KINDS
from tests.pages.test_every_kind import DESKTOP, PHONE
from tests.pages.visits import Visits

AXE = (Path(find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text(encoding="utf-8")
FINDINGS = """async rules => (await axe.run(document, {
  iframes: false,
  preload: false,
  resultTypes: ["violations"],
  ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}),
  rules: { "target-size": { enabled: true } },
})).violations.map(
  found => `${found.id}: ${found.nodes.map(one => one.target + " " + one.failureSummary).join("; ")}`)"""
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
FOUND = "!document.querySelector('[aria-busy]') && document.querySelectorAll('.cut mark').length > 3"

LIGHT = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
COLOURS = {
    "dark": {"color_scheme": "dark"},
    "contrast": {"contrast": "more"},
    "dark contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced colours": {"forced_colors": "active"},
}
"""Ways of reading that change colours and nothing else: only rules about colours can find anything new."""
SHOWN = {kind.template: kind for kind in reversed(KINDS)}.values()
STATES = ("not-yet-in-force", "amended", "partly-repealed", "suspended", "repealed", "lapsed", "annual-report")
RARELY = {*SHOWN, *(kind for kind in KINDS if kind.name in STATES)}
"""Pages that are looked at in the rarer colours too: one of each template, each state, a chart."""
LARGEST_SHIFT = 0.02
LARGER_SHIFTS = {"catalogue.html": 0.1}
"""The official table is laid out anew while its rows come in: it misses the limit, and may not get worse."""
PICTURES = "main img:not([width])"
"""Pictures of texts come without their size: what is below them moves when they arrive."""
RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"]
QUERIES = {"search.html": "临时救助", "search_translated.html": "district"}
"""What search pages are asked for, by template."""
LAYOUTS = {
    "desktop": ({"viewport": DESKTOP}, tuple(COLOURS)),
    "elder": ({"viewport": DESKTOP, "elder": True}, ("dark",)),
    "phone": ({"viewport": PHONE}, ()),
}
HALVES = (KINDS[::2], KINDS[1::2])


def least_shift(window: Visits, enough: float) -> float:
    """Return by how much the open page shifts; what a busy machine alone brings about does not come three times."""
    shifts = [window.shift()]
    while shifts[-1] > enough and len(shifts) < 3:
        window.page.reload()
        shifts.append(window.shift())
    return min(shifts)


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_axe_finds_nothing(visits, layout, half):
    settings, colours = LAYOUTS[layout]
    window = visits(**settings)
    for kind, page in window.through(HALVES[half]):
        page.emulate_media(**LIGHT)
        if not page.locator(PICTURES).count():
            shift = least_shift(window, LARGER_SHIFTS.get(kind.template, LARGEST_SHIFT))
            window.expect(shift <= LARGER_SHIFTS.get(kind.template, LARGEST_SHIFT), f"shifts by {shift:.3f}")
        if kind.template in QUERIES:
            page.goto(f"{page.url}?q={QUERIES[kind.template]}&s=all")
            wait_until(page, FOUND)
        page.evaluate(OPEN)
        page.evaluate(AXE)
        for finding in page.evaluate(FINDINGS, []):
            window.complain(finding)
        for name in (name for name in colours if kind in RARELY or (layout, name) == ("desktop", "dark")):
            page.emulate_media(**{**LIGHT, **COLOURS[name]})
            for finding in page.evaluate(FINDINGS, RULES_OF_COLOURS):
                window.complain(f"{name}: {finding}")
