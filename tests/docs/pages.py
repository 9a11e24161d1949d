"""The pages of docs/: reading them, and the parts of them that are made from the program's own tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
MADE = re.compile(
    r"(?<=<!-- made from the code: )(?P<name>[\w-]+) -->\n(?P<text>.*?)(?=<!-- end -->)", re.DOTALL
)
SIGNS = re.compile(r"([\\`*\[<|])")


def read(name: str) -> str:
    """Return a page of docs/."""
    return (DOCS / name).read_text(encoding="utf-8")


def write(name: str, text: str) -> None:
    """Replace a page of docs/."""
    (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


def made_parts(page: str) -> dict[str, str]:
    """Return the parts of a page that are made from the code, by name."""
    return {found["name"]: found["text"] for found in MADE.finditer(page)}


def with_parts(page: str, parts: dict[str, str]) -> str:
    """Return the page with its made parts replaced."""
    return MADE.sub(lambda found: f"{found['name']} -->\n{parts[found['name']]}", page)


def escaped(text: str) -> str:
    """Return plain text as Markdown that shows it."""
    return SIGNS.sub(r"\\\1", text)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table; cells are Markdown already."""
    heads = [*headings]
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def check_made_parts(name: str, parts: dict[str, str], *, accept: bool) -> None:
    """Compare the made parts of a page with what the code makes now, or write them where that is accepted."""
    page = read(name)
    assert sorted(made_parts(page)) == sorted(parts), f"docs/{name} needs a place for each of these parts"
    if accept:
        write(name, with_parts(page, {part: f"\n{text}\n" for part, text in parts.items()}))
    else:
        found = {part: text.strip("\n") for part, text in made_parts(page).items()}
        assert found == {part: text.strip("\n") for part, text in parts.items()}, "see docs/contributing.md"
