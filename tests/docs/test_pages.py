"""The pages of docs/ hang together: links lead somewhere, the index leads everywhere, facts are the program's."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.entries import FENCED
from tests.docs.pages import DOCS, ROOT, check_made_parts, read

PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
PUBLISHED = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*") if path.is_file())
LINK = re.compile(r"(?<![!\\\]])\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
CODE = re.compile(rf"^ *{FENCED}|`[^`\n]*`", re.MULTILINE)


def prose(page: str) -> str:
    """Return a page without what it only shows."""
    return re.sub(rf"^ *{FENCED}", "", read(page), flags=re.MULTILINE)


def links(page: str) -> list[str]:
    """Return where the links of a page lead, apart from other sites."""
    found = LINK.findall(CODE.sub("", read(page)))
    return [unquote(target) for target in found if "://" not in target]


def anchors(page: str) -> set[str]:
    """Return the anchors that a page's headings get where Markdown is shown."""
    titles = [title.replace("`", "").lower() for title in HEADING.findall(prose(page))]
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def target_of(page: str, link: str) -> tuple[str, str]:
    """Return the file below docs/ and the anchor that a link of a page means."""
    path, _, anchor = link.partition("#")
    parts = Path(page).parent.joinpath(path).as_posix() if path else page
    return re.sub(r"[^/]+/\.\./", "", parts), anchor


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    for link in links(page):
        path, anchor = target_of(page, link)
        assert path in PUBLISHED, link
        assert not anchor or anchor in anchors(path), link


def test_index_leads_to_every_page():
    reached, waiting = {"index.md"}, ["index.md"]
    while waiting:
        page = waiting.pop()
        found = {target_of(page, link)[0] for link in links(page)} if page.endswith(".md") else set()
        waiting += found - reached
        reached |= found
    assert set(PUBLISHED) - reached == set()


def test_index_begins_with_what_clerks_read():
    assert [target_of("index.md", link)[0] for link in links("index.md")][:2] == [
        "content.md",
        "diagnostics.md",
    ]


def test_layers_are_those_that_are_checked(request):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    lines = "".join(f"{number:>2}  {line.replace('sitegen.', '')}\n" for number, line in enumerate(layers, 1))
    made = {"layers": f"```text\n{lines}```\n"}
    check_made_parts("architecture.md", made, accept=request.config.getoption("update_snapshots"))


def test_architecture_names_every_module_and_package():
    page = prose("architecture.md")
    found = [
        path for path in (ROOT / "sitegen").iterdir() if not path.name.startswith(("__init__", "__pycache__"))
    ]
    names = {f"{path.name}/" if path.is_dir() else path.name for path in found if path.suffix in ("", ".py")}
    assert {name for name in names if not re.search(rf"(?<![\w-]){name}", page)} == set()
