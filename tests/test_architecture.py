"""Habits that are guarded: owners of dangerous things, sizes, documentation of every finding."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sitegen"
MODULES = sorted(PACKAGE.rglob("*.py"))
OWNERS = {
    "yaml": ("formats/",),
    "markdown_it": ("formats/markdown/",),
    "mdit_py_plugins": ("formats/markdown/",),
    "nh3": ("formats/markdown/", "formats/slots.py"),
    "jinja2": ("theme.py", "theme_code.py"),
    "imagesize": ("formats/pictures.py",),
    "minify_html": ("stages/render.py",),
    "opencc": ("formats/traditional.py",),
    "sqlite3": ("cache.py",),
    "olefile": ("extraction/", "importing/"),
    "zipfile": ("formats/", "importing/archives.py", "extraction/archives.py", "stages/bundle.py"),
    "pypdfium2": ("extraction/",),
    "threading": ("serve/", "stages/copies.py", "stages/workers.py"),
    "socket": ("serve/", "linkcheck/networks.py"),
    "multiprocessing": ("language_server/looking.py", "serve/away.py", "stages/copies.py", "stages/workers.py"),
    "concurrent": ("language_server/looking.py", "linkcheck/", "serve/", "stages/workers.py"),
    "pygls": ("language_server/server.py",),
    "lsprotocol": ("language_server/",),
    "starlette": ("serve/",),
    "uvicorn": ("serve/",),
    "watchdog": ("serve/",),
    "lxml": ("importing/",),
    "python_calamine": ("importing/", "extraction/"),
    "selectolax": ("importing/",),
    "click": ("cli/",),
    "rich": ("cli/",),
    "subprocess": ("cli/", "stages/full_text.py"),
    "pagefind_bin": ("stages/full_text.py",),
}
"""Who may import what: the one owner of each dangerous thing (design §3)."""
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_dangerous_things_have_one_owner(module):
    for imported in set(imports(module)):
        owners = OWNERS.get(imported)
        assert owners is None or name(module).startswith(owners), f"{imported} belongs to {owners}"


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_modules_and_functions_are_small(module):
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            prose = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            assert (node.end_lineno or 0) - node.lineno + 1 - prose <= LONGEST_FUNCTION, node.name


def test_only_the_command_line_prints_and_asks_for_the_date():
    asking = re.compile(r"\bprint\(|sys\.exit\(|os\.environ|date\.today\(|datetime\.now\(")
    for module in MODULES:
        if not name(module).startswith(("cli/", "serve/")):
            found = asking.search(module.read_text(encoding="utf-8"))
            assert found is None, f"{name(module)}: {found and found.group()}"


def test_nothing_names_a_place_outside_the_project():
    outside = re.compile(r"\.\./shared|(?<![\w.$/])/(?:work|tmp|root)/")
    for folder in ("sitegen", "themes", "catalogs", "content", "docs", "bench"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".py", ".md", ".yaml", ".html", ".css", ".js", ".toml", ".txt"):
                found = outside.search(file.read_text(encoding="utf-8"))
                assert found is None, f"{file.relative_to(ROOT)}: {found and found.group()}"
