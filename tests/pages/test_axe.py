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
RULES_OF_COLOURS = ["color-contrast", "link-in-text-block"]
QUERIES = {"search.html": "临时救助", "search_translated.html": "district"}
"""What search pages are asked for, by template."""
LAYOUTS = {
    "desktop": ({"viewport": DESKTOP}, tuple(COLOURS)),
    "elder": ({"viewport": DESKTOP, "elder": True}, ("dark",)),
    "phone": ({"viewport": PHONE}, ()),
}
HALVES = (KINDS[::2], KINDS[1::2])


def expect_rest(window: Visits, settled: str = "true") -> None:
    """Expect that the open page does not jump; what a busy machine alone brings about does not come three times.

    `settled` is true of the page once all has come.
    """
    shifts: list[float] = []
    while not shifts or (shifts[-1] > LARGEST_SHIFT and len(shifts) < 3):
        if shifts:
            window.page.reload()
        wait_until(window.page, settled)
        shifts.append(window.shift())
    window.expect(min(shifts) <= LARGEST_SHIFT, f"shifts by {min(shifts):.3f}")


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_axe_finds_nothing(visits, layout, half):
    settings, colours = LAYOUTS[layout]
    window = visits(**settings)
    for kind, page in window.through(HALVES[half]):
        page.emulate_media(**LIGHT)
        expect_rest(window)
        if kind.template in QUERIES:
            page.goto(f"{page.url}?q={QUERIES[kind.template]}&s=all")
            expect_rest(window, FOUND)
        page.evaluate(OPEN)
        page.evaluate(AXE)
        for finding in page.evaluate(FINDINGS, []):
            window.complain(finding)
        for name in (name for name in colours if kind in RARELY or (layout, name) == ("desktop", "dark")):
            page.emulate_media(**{**LIGHT, **COLOURS[name]})
            for finding in page.evaluate(FINDINGS, RULES_OF_COLOURS):
                window.complain(f"{name}: {finding}")
