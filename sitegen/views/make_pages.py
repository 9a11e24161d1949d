"""The views of columns, lists, bodies and service pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sitegen import urls
from sitegen.disclosure.states import State
from sitegen.model.kinds import BY_NAME
from sitegen.model.site_config import Column
from sitegen.views.column_charts import column_charts
from sitegen.views.common import Fact, Figure, File, Link
from sitegen.views.lists import Choice, Group, ListPage, SectionPage
from sitegen.views.make_lists import cut
from sitegen.views.page import ColumnTags
from sitegen.views.rows import Row
from sitegen.views.shelf import HOME, Shelf, site_tags

NEWEST = 5
"""Rows of each sub-column on its parent's page."""
WORTH_CONTENTS = 4
"""Sub-columns from which on a table of contents stands above them."""
STATE_FOLDERS: Mapping[str, str] = {
    "": "all",
    State.NOT_YET_IN_FORCE: "not-yet-in-force",
    State.AMENDED: "amended",
    State.PARTLY_REPEALED: "partly-repealed",
    State.SUSPENDED: "suspended",
    State.REPEALED: "repealed",
    State.LAPSED: "lapsed",
}
"""Folders of the lists by state, below a column of governed documents; 现行有效 is the column's own page."""
WHOLE_INDEX = (Fact(label="全部目录", value="各机关的规章和行政规范性文件", path=urls.INDEX),)
"""Leads from one column to the index over all columns and bodies."""


def column_pages(column: Column, shelf: Shelf) -> Iterator[ListPage | SectionPage]:
    """Give the pages of one column: a section where it has sub-columns, else its list."""
    children = children_of(column.path, shelf)
    rows = rows_of(column.path, shelf)
    if children:
        yield _section(column, children, shelf)
        if rows:
            yield from list_pages(
                f"{column.path}/all",
                rows,
                shelf,
                title=column.title,
                crumbs=shelf.crumbs[column.path],
                tags=shelf.tags[column.path],
                lede=column.description,
            )
        return
    if any(BY_NAME[kind].governed for kind in column.accepts):
        yield from _serving(column, _governed(column, rows, shelf), shelf)
        return
    pages = list_pages(
        column.path,
        rows,
        shelf,
        title=column.title,
        crumbs=shelf.crumbs[column.path][:-1],
        tags=shelf.tags[column.path],
        lede=column.description,
        feed=Link(title=column.title, path=f"{column.path}/atom.xml"),
    )
    yield from _serving(column, pages, shelf)


def _serving(column: Column, pages: Iterable[ListPage], shelf: Shelf) -> Iterator[ListPage]:
    """Give `pages`, the newest with the standard catalogues and items that the column serves and with its charts."""
    domains, items = domains_of(column, shelf), shelf.column_items.get(column.path, ())
    charts = column_charts(column.path, shelf.site.config.title, shelf.figures)
    for page in pages:
        newest = (domains or items or charts) and page.path.endswith("/index.html")
        yield msgspec.structs.replace(page, domains=domains, items=items, charts=charts) if newest else page


def domains_of(column: Column, shelf: Shelf) -> tuple[Link, ...]:
    """Return the links to the standard catalogues that a column serves."""
    return tuple(shelf.domains[name] for name in column.domains if name in shelf.domains)


def children_of(path: str, shelf: Shelf) -> tuple[Column, ...]:
    """Return the sub-columns of a column in their order."""
    found = [column for column in shelf.site.columns.values() if column.path.rpartition("/")[0] == path]
    return tuple(sorted(found, key=lambda column: (column.order, column.path)))


def rows_of(path: str, shelf: Shelf) -> tuple[Row, ...]:
    """Return the rows of the records that lie in the column itself, newest first."""
    return tuple(shelf.rows[record.path] for record in shelf.site.members.get(path, ()))


def list_pages(
    folder: str,
    rows: Sequence[Row],
    shelf: Shelf,
    *,
    title: str,
    crumbs: tuple[Link, ...],
    tags: ColumnTags,
    lede: str = "",
    table: str = "records",
    subject: str = "",
    order: str = "按发布日期从新到旧",
    tabs: tuple[Choice, ...] = (),
    feed: Link | None = None,
    downloads: tuple[File, ...] = (),
) -> Iterator[ListPage]:
    """Give the pages of one list in `folder`."""
    for page in cut(folder, rows):
        yield ListPage(
            path=page.path,
            root=urls.root_of(page.path),
            title=title,
            column_tags=tags,
            part=shelf.parts.get(page.path.split("/", 1)[0], ""),
            column=urls.index_of(folder),
            crumbs=crumbs,
            canonical=shelf.base + page.path,
            feed=feed,
            lede=lede if page.path.endswith("/index.html") else "",
            table=table,
            subject=subject,
            count=len(rows),
            first=page.first,
            last=page.last,
            order=order,
            tabs=tabs,
            rows=page.rows,
            pager=page.pager,
            absent=page.absent,
            downloads=downloads,
        )


def _section(column: Column, children: Sequence[Column], shelf: Shelf) -> SectionPage:
    path = urls.index_of(column.path)
    groups = [_group(child, shelf) for child in children]
    own = rows_of(column.path, shelf)
    if own:
        everything = f"{column.path}/all/index.html"
        groups.insert(
            0, Group(title=column.title, path=everything, figure=f"{len(own):,}", rows=own[:NEWEST])
        )
    figures = tuple(Figure(title=group.title, path=group.path, figure=group.figure) for group in groups)
    return SectionPage(
        path=path,
        root=urls.root_of(path),
        title=column.title,
        column_tags=shelf.tags[column.path],
        part=shelf.parts.get(path.split("/", 1)[0], ""),
        column=path,
        crumbs=shelf.crumbs[column.path][:-1],
        canonical=shelf.base + path,
        feed=Link(title=column.title, path=f"{column.path}/atom.xml"),
        lede=column.description,
        figures=figures if len(figures) >= WORTH_CONTENTS else (),
        groups=tuple(groups),
        domains=domains_of(column, shelf),
        items=shelf.column_items.get(column.path, ()),
        charts=column_charts(column.path, shelf.site.config.title, shelf.figures),
    )


def _group(child: Column, shelf: Shelf) -> Group:
    rows = shelf.below.get(child.path, ())
    return Group(
        title=child.title,
        path=urls.index_of(child.path),
        figure=f"{len(rows):,}",
        rows=rows[:NEWEST],
        lede=child.description if not rows else "",
    )


def _governed(column: Column, rows: tuple[Row, ...], shelf: Shelf) -> Iterator[ListPage]:
    """Give the lists of a column of documents with validity: in force first, each state, all (R66)."""
    names = shelf.site.state_names
    by_state: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_state[row.state.code if row.state is not None else ""].append(row)
    in_force = [row for row in rows if row.state is not None and State(row.state.code).applies]
    lists: list[tuple[str, str, Sequence[Row]]] = [(column.path, names[State.IN_FORCE], in_force)]
    for state, folder in STATE_FOLDERS.items():
        if state and (by_state[state] or state in (State.REPEALED, State.LAPSED)):
            lists.append((f"{column.path}/{folder}", names[State(state)], by_state[state]))
    lists.append((f"{column.path}/{STATE_FOLDERS['']}", "全部", rows))
    feed = Link(title=column.title, path=f"{column.path}/atom.xml")
    for folder, word, members in lists:
        tabs = tuple(
            Choice(title=name, path=urls.index_of(path), count=len(found), current=path == folder)
            for path, name, found in lists
        )
        pages = list_pages(
            folder,
            members,
            shelf,
            title=column.title,
            crumbs=shelf.crumbs[column.path][:-1],
            tags=shelf.tags[column.path],
            lede=column.description,
            table="documents",
            subject="" if word == "全部" else word,
            tabs=tabs,
            feed=feed,
        )
        yield from (msgspec.structs.replace(page, facts=WHOLE_INDEX) for page in pages)


def theme_pages(shelf: Shelf) -> Iterator[ListPage]:
    """Give the list of each first-level theme that has records (R76)."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in shelf.site.records:
        if record.theme:
            found[record.theme.replace("\\", "-").split("-", 1)[0]].append(shelf.rows[record.path])
    for theme in shelf.site.catalogues.themes.themes:
        if found[theme.title]:
            yield from list_pages(
                f"zhuti/{theme.code}",
                found[theme.title],
                shelf,
                title=theme.title,
                crumbs=(HOME,),
                tags=site_tags(shelf.site),
                lede="按主题分类列出",
            )


def phone_fact(label: str, phone: str) -> Fact:
    """Return a telephone number that a phone can dial."""
    return Fact(label=label, value=phone, href=f"tel:{''.join(c for c in phone if c.isdigit() or c == '+')}")
