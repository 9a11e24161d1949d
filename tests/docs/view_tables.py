"""The tables of docs/themes.md: what templates see, which there are, and the filters."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import get_args, get_type_hints

import msgspec

from sitegen.filters import FILTERS
from sitegen.stages.render import PAGES
from sitegen.views.chrome import Chrome
from sitegen.views.common import View
from sitegen.views.page import Body, Page
from tests.docs.pages import ROOT, table

TEMPLATES = ROOT / "themes" / "default" / "templates"
EXTENDS = re.compile(r'{%-? extends "([^"]+)"')
BLOCK = re.compile(r"{%-? block (\w+)")
MACRO = re.compile(r"{%-? macro (\w+)\(([^)]*)\)")


def made_parts() -> dict[str, str]:
    """Return every part of docs/themes.md that is made from the code."""
    pages = "".join(f"### `{name}`: {view_section(PAGES[name])}" for name in sorted(PAGES))
    return {
        "pages": pages,
        "page": view_section(Page, heading=False),
        "chrome": view_section(Chrome, heading=False),
        "body": view_section(Body, heading=False),
        "parts": "".join(f"### {view_section(view)}" for view in part_views()),
        "templates": template_table(),
        "macros": macro_table(),
        "filters": table(
            ("filter", "gives"), ((f"`{name}`", meaning(made)) for name, made in FILTERS.items())
        ),
    }


def part_views() -> list[type[View]]:
    """Return the views that page views are made of, by name."""
    reached: dict[str, type[View]] = {}
    waiting: list[type[View]] = [Page, Chrome, Body, *PAGES.values()]
    tops = set(waiting)
    while waiting:
        for view in _inside(waiting.pop()):
            if view.__name__ not in reached and view not in tops:
                reached[view.__name__] = view
                waiting.append(view)
    return [reached[name] for name in sorted(reached)]


def _inside(view: type[View]) -> Iterator[type[View]]:
    for hint in get_type_hints(view).values():
        yield from _views(hint)


def _views(hint: object) -> Iterator[type[View]]:
    if isinstance(hint, type) and issubclass(hint, View):
        yield hint
    for part in get_args(hint):
        yield from _views(part)


def view_section(view: type[View], *, heading: bool = True) -> str:
    """Return what a view means and its fields; those of `Page` are not repeated for each page."""
    name = f"{view.__name__}\n\n" if heading else ""
    types = {field: said for each in reversed(view.__mro__) for field, said in _annotations(each).items()}
    above = Page if issubclass(view, Page) and view is not Page else View
    own = [field for field in msgspec.structs.fields(view) if field.name not in above.__struct_fields__]
    lines = "\n".join(f"{field.name}: {types[field.name]}{_default(field)}" for field in own)
    return f"{name}{inspect.cleandoc(view.__doc__ or '')}\n\n```python\n{lines}\n```\n\n"


def _annotations(view: type) -> dict[str, str]:
    return vars(view).get("__annotations__", {})


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return ""
    value = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
    return " = ()" if value in ((), []) else f' = "{value}"' if isinstance(value, str) else f" = {value!r}"


def template_table() -> str:
    """Return the templates that are no components, what each extends and which blocks it begins."""
    rows = []
    for path in sorted(TEMPLATES.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        found = EXTENDS.search(text)
        blocks = ", ".join(f"`{block}`" for block in dict.fromkeys(BLOCK.findall(text)))
        rows.append((f"`{path.name}`", f"`{found[1]}`" if found else "", blocks))
    return table(("template", "extends", "blocks that it fills or opens"), rows)


def macro_table() -> str:
    """Return the components with the macros that they offer."""
    rows = []
    for path in sorted((TEMPLATES / "components").glob("*.html")):
        macros = MACRO.findall(path.read_text(encoding="utf-8"))
        rows.append(
            (f"`components/{path.name}`", ", ".join(f"`{name}({values})`" for name, values in macros))
        )
    return table(("component", "macros"), rows)


def meaning(made: object) -> str:
    """Return the first sentence of a filter's docstring."""
    return (inspect.getdoc(made) or "").split("\n\n")[0]
