"""HTML that the portal gives for the head and the foot of every page (S1): cleaned, without script and style."""

from __future__ import annotations

TAGS = {"a", "b", "br", "div", "em", "h2", "img", "li", "nav", "ol", "p", "small", "span", "strong", "ul"}
ATTRIBUTES = {
    "*": {"class", "id", "lang", "title", "aria-label"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
}


def clean_slot(html: str) -> str:
    """Return `html` with everything but plain text, links, lists and pictures taken out."""
    if not html:
        return ""
    import nh3  # here, as few portals give any

    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"})
