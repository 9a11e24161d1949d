"""What a search over translated pages should find, said in the plainest way, from built pages. No code of the program.

Every word of a query must begin a word of the page; case, accents and signs do not count.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

SHOWN = "h1, .lede, .notice a[hreflang], dl.facts dd, .text"
"""What a page shows of itself; dates among the facts are the program's."""
MADE = re.compile(r"\d+ [A-Z][a-z]+ \d{4}.*|.*\(as of .*")
BLOCKS = "p, li, td, th, h1, h2, h3, h4, blockquote, pre, dd"


def words(text: str) -> list[str]:
    """Return the words of a text; a Chinese character is one."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", re.sub("['’]", "", plain).lower())


def read_pages(column: Path, folder: str) -> dict[str, list[list[str]]]:
    """Return the lines of every translated page below a folder, each as its words, by the page's path."""
    pages = {}
    for file in sorted((column / folder).rglob("*.html")):
        path = file.relative_to(column).as_posix()
        if path != f"{folder}/sousuo.html":
            lines = _lines(LexborHTMLParser(file.read_text("utf-8")))
            pages[path.removesuffix(".html")] = [words(line) for line in lines]
    return pages


def _lines(page: LexborHTMLParser) -> list[str]:
    for unread in page.css("sup, .anchor, script"):
        unread.decompose()
    found = [node for shown in page.css(SHOWN) for node in (shown.css(BLOCKS) if shown.css(BLOCKS) else [shown])]
    return [text for node in found if not MADE.fullmatch(text := node.text(deep=True).strip())]


def find(query: str, pages: dict[str, list[list[str]]]) -> tuple[str, ...]:
    """Return the pages that have all words of a query; what is written together must stand together."""
    wanted = [words(part) for part in query.split()]
    if not any(wanted):
        return ()
    return tuple(
        path for path, lines in pages.items() if all(any(_holds(line, part) for line in lines) for part in wanted)
    )


def _holds(line: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return any(
        line[at : at + size - 1] == wanted[:-1] and line[at + size - 1].startswith(wanted[-1])
        for at in range(len(line) - size + 1)
    )


def fits(path: str, filters: dict[str, str], column: Path) -> bool:
    """Tell whether a page fits the filters k, s and y; ended documents are left out where no state is asked for."""
    page = LexborHTMLParser((column / f"{path}.html").read_text("utf-8"))
    badge = page.css_first("dl.facts .vs")
    state = (badge.attributes["class"] or "").removeprefix("vs vs-") if badge is not None else ""
    published = page.css_first("main > .wrap > article > .quiet")
    year = published.text().split()[-1] if published is not None else "2026"
    kind = "documents" if badge is not None else "bodies" if "/jigou/" in path else "pages"
    has = {"k": kind, "s": state, "y": year}
    alive = filters.get("s") or state not in ("repealed", "lapsed")
    return bool(alive) and all(has[name] == value for name, value in filters.items())
