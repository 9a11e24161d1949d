"""Every kind of page in a browser: sizes, with and without script, from a server and from disk, elder mode, zoom."""

from __future__ import annotations

import pytest

from tests.pages.kinds import KINDS

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 683, "height": 384}
"""A desktop at 200 %: half as many CSS pixels, twice as many dots for each."""
NARROWEST = {"width": 320, "height": 640}
CARDS_BELOW = 400
"""On phones each row of our own tables is a card; tables in the texts of documents stay as they were written."""
FROM_DISK = tuple(kind for kind in KINDS if kind.template not in ("not_found.html", "moved.html"))
"""Pages that answer for addresses of a server are not looked for on a disk."""

SEEN = """() => {
  const visible = element => element.getClientRects().length > 0
    && getComputedStyle(element).visibility === "visible";
  const cuts = element => ["hidden", "clip"].includes(getComputedStyle(element).overflowX)
    && getComputedStyle(element).textOverflow !== "ellipsis";
  const all = selector => [...document.querySelectorAll(selector)];
  return {
    headings: all("h1").length,
    words: document.querySelector("main").innerText.trim().length,
    switches: all("[data-elder], [data-print], [data-copy]").filter(visible).length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    elder: document.documentElement.classList.contains("elder"),
    size: getComputedStyle(document.documentElement).fontSize,
    broken: all("img").filter(one => one.complete && !one.naturalWidth).map(one => one.src),
    stacked: all(":is(.gw, .text) thead th").filter(one => {
      const style = getComputedStyle(one), room = one.clientWidth - parseFloat(style.paddingLeft) * 2;
      return one.innerText.trim().length > 1 && room < 2 * parseFloat(style.fontSize) - 1;
    }).map(one => one.innerText),
    lists: all("main .scroll").filter(one => !one.closest(".gw, .text") && one.scrollWidth > one.clientWidth + 1)
      .map(one => one.getAttribute("aria-label")),
    clipped: all("main *")
      .filter(one => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && cuts(one) && visible(one))
      .map(one => one.outerHTML.slice(0, 80)),
  };
}"""


def look(window, size, name):
    """Look at the open page in a size, and complain of what does not fit into it."""
    window.page.set_viewport_size(size)
    seen = window.page.evaluate(SEEN)
    window.expect(seen["sideways"] <= 0, f"{name}: {seen['sideways']} px wider than the window")
    window.expect(not seen["clipped"], f"{name}: cut off: {seen['clipped']}")
    window.expect(not seen["stacked"], f"{name}: heads of one character a line: {seen['stacked']}")
    if size["width"] < CARDS_BELOW:
        window.expect(not seen["lists"], f"{name}: lists that one has to scroll sideways: {seen['lists']}")
    return seen


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_is_complete(visits, scheme, scripted):
    window = visits(scheme, viewport=DESKTOP, java_script_enabled=scripted)
    for _, _page in window.through(KINDS if scheme == "http" else FROM_DISK):
        for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
            seen = look(window, size, name)
            window.expect(seen["headings"] == 1, f"{seen['headings']} main headings")
            window.expect(seen["words"] > 20, "no text")
            window.expect(not seen["broken"], f"pictures: {seen['broken']}")
            window.expect(bool(seen["switches"]) == scripted, f"{seen['switches']} buttons for scripts")
        window.page.set_viewport_size(DESKTOP)


def test_fits_in_elder_mode(visits):
    window = visits(elder=True, viewport=DESKTOP)
    for _, _page in window.through(KINDS):
        for name, size in (("desktop", DESKTOP), ("phone", PHONE), ("320 px", NARROWEST)):
            seen = look(window, size, name)
            window.expect(seen["elder"], "the choice was forgotten")
            window.expect(seen["size"] == "22px", f"letters of {seen['size']}")
        window.page.set_viewport_size(DESKTOP)


def test_fits_at_200_percent_and_at_320_px(visits):
    window = visits(viewport=ZOOMED, device_scale_factor=2)
    for _, _page in window.through(KINDS):
        look(window, NARROWEST, "320 px")
        look(window, ZOOMED, "200 %")
