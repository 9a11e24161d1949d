"""The ways to narrow the index of regulations: body, year, theme, state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from sitegen.disclosure.states import APPLYING, ENDED, Names, State
from sitegen.model.records import Document
from sitegen.views.rows import Row
from sitegen.views.shelf import Shelf, published_on

DOCUMENTS = "规章和行政规范性文件"
YEARS = "nianfen"
"""The folder of the lists by year."""
OTHER_BODIES = "qita"
"""Stands for bodies that are not registered: makers of reprinted texts."""


class Tab(StrEnum):
    """The lists that every choice has; the value is the folder below it."""

    IN_FORCE = ""
    ENDED = "/ended"
    ALL = "/all"


class Value(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One choice: its folder's name, the word for it, the title of its pages, its documents by tab, newest first."""

    slug: str
    name: str
    title: str
    lists: Mapping[Tab, Sequence[Row]]


class Way(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """One way of narrowing. `single`: a choice has one list only, not one for each of in force, ended, all."""

    label: str
    folder: str
    values: tuple[Value, ...]
    single: bool = False


def value_of(slug: str, name: str, title: str, rows: Sequence[Row]) -> Value:
    """Return a choice with its documents sorted into the tabs."""
    in_force, ended = [], []
    for row in rows:
        if row.state is not None and row.state.code in APPLYING:
            in_force.append(row)
        elif row.state is not None and row.state.code in ENDED:
            ended.append(row)
    return Value(
        slug=slug, name=name, title=title, lists={Tab.IN_FORCE: in_force, Tab.ENDED: ended, Tab.ALL: rows}
    )


def ways_of(records: Sequence[Document], shelf: Shelf) -> tuple[tuple[Way, ...], Way]:
    """Return the ways by body, year and theme, and the one by state."""
    return (_bodies(records, shelf), _years(records, shelf), _themes(records, shelf)), _states(records, shelf)


def _bodies(records: Sequence[Document], shelf: Shelf) -> Way:
    """A document made by several bodies is found with each of them."""
    known = shelf.site.bodies_by_name
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in records:
        makers = record.issuing_bodies or (record.publisher,)
        for path in dict.fromkeys(known[name].path if name in known else OTHER_BODIES for name in makers):
            found[path].append(shelf.rows[record.path])
    bodies = sorted(shelf.site.bodies.values(), key=lambda body: (body.order, body.path))
    values = [
        value_of(
            body.path.removeprefix("jigou/"),
            body.short_title or body.title,
            f"{body.title}的{DOCUMENTS}",
            found[body.path],
        )
        for body in bodies
        if found[body.path]
    ]
    if found[OTHER_BODIES]:
        values.append(value_of(OTHER_BODIES, "其他机关", f"其他机关的{DOCUMENTS}", found[OTHER_BODIES]))
    return Way(label="制定机关", folder="jiguan", values=tuple(values))


def _years(records: Sequence[Document], shelf: Shelf) -> Way:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for record in records:
        found[(record.written_on or published_on(record)).year].append(shelf.rows[record.path])
    values = (
        value_of(str(year), f"{year}年", f"{year}年的{DOCUMENTS}", found[year])
        for year in sorted(found, reverse=True)
    )
    return Way(label="年份", folder=YEARS, values=tuple(values))


def _themes(records: Sequence[Document], shelf: Shelf) -> Way:
    titles = _theme_titles(shelf)
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in records:
        title = titles.get(record.theme.replace("\\", "-").split("-", 1)[0])
        if title is not None:
            found[title].append(shelf.rows[record.path])
    themes = [theme for theme in shelf.site.catalogues.themes.themes if found[theme.title]]
    values = (
        value_of(theme.code, theme.title, f"{DOCUMENTS}：{theme.title}", found[theme.title])
        for theme in sorted(themes, key=lambda theme: -len(found[theme.title]))
    )
    return Way(label="主题", folder="zhuti", values=tuple(values))


def _theme_titles(shelf: Shelf) -> Mapping[str, str]:
    """Return the first-level themes by their present and former names."""
    themes = shelf.site.catalogues.themes.themes
    return {name: theme.title for theme in themes for name in (theme.title, *theme.former_titles)}


def _states(records: Sequence[Document], shelf: Shelf) -> Way:
    """现行有效 is no choice here: it is the first of the three lists, and takes in what was amended."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in records:
        row = shelf.rows[record.path]
        if row.state is not None:
            found[row.state.code].append(row)
    values = tuple(_state_values(found, shelf.site.state_names))
    return Way(label=shelf.site.state_label, folder="zhuangtai", values=values, single=True)


def _state_values(found: Mapping[str, list[Row]], names: Names) -> Iterator[Value]:
    for state, name in names.items():
        rows = found.get(state)
        if rows and state is not State.IN_FORCE:
            slug = state.replace("_", "-")
            yield value_of(slug, name, f"{name}的{DOCUMENTS}", rows)
