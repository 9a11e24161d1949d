"""The words that a project's files may use: from its catalogues and from its own bodies and columns."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sitegen.disclosure.local_words import names_under
from sitegen.disclosure.states import State
from sitegen.model.catalogues import Catalogues
from sitegen.model.kinds import KINDS
from sitegen.model.site_config import Body
from sitegen.schemas.values import Schema
from sitegen.stages.settings import LAYOUTS, LEVELS
from sitegen.stages.validate import Lists

FORMS = ("文字", "图解", "视频", "音频", "问答", "发布会", "专家", "动漫", "H5")
SORTS = ("政府", "政府办公室", "政府部门", "乡镇人民政府", "街道办事处", "其他")


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Lists of words by name. What is in `closed` may only be one of them; `open_` lists are proposals."""

    closed: dict[str, tuple[str | int, ...]]
    open_: dict[str, tuple[str, ...]]


def names_of(
    catalogues: Catalogues, checked: Lists, bodies: Iterable[Body], profiles: Iterable[str]
) -> Names:
    """Return the lists of a project; `checked` are those that its files are checked against."""
    items = [item for domain in catalogues.domains for item in domain.items if not item.retired]
    layout = catalogues.layout
    statutory = [*layout.article_20, *(item for more in layout.article_21 for item in more.items)]
    states = names_under(catalogues.profile.state_words)
    return Names(
        closed={
            "kind": tuple(name for kind in KINDS for name in (kind.title, kind.id)),
            "theme": tuple(sorted(checked.themes)),
            "genre": tuple(sorted(checked.genres)),
            "level": LEVELS,
            "layout": (*LAYOUTS, *(int(layout) for layout in LAYOUTS)),
        },
        open_={
            "body": tuple(body.title for body in bodies),
            "state": tuple(name for state, name in states.items() if state is not State.SUSPENDED),
            "form": FORMS,
            "sort": SORTS,
            "profile": tuple(profiles),
            "column_type": tuple(term.title for term in catalogues.column_types.types),
            "statutory_item": tuple(item.code for item in statutory),
            "catalogue_item": tuple(item.code for item in items),
            "domain": ("全部", *(domain.facts.title for domain in catalogues.domains)),
        },
    )


LISTS = "lists.schema.json"
RECORD_LISTS = {
    "kind": "kind",
    "theme": "theme",
    "genre": "genre",
    "publisher": "body",
    "issuing_bodies": "body",
    "responsible_body": "body",
    "drafting_bodies": "body",
    "statutory_items": "statutory_item",
    "catalogue_items": "catalogue_item",
    "asserted_state": "state",
    "forms": "form",
}
SITE_LISTS = {"level": "level", "layout": "layout", "profile": "profile", "domains": "domain"}
BODY_LISTS = {"sort": "sort", "superior": "body"}
COLUMN_LISTS = {
    "column_types": "column_type",
    "accepts": "kind",
    "statutory_items": "statutory_item",
    "domains": "domain",
    "responsible_body": "body",
}
"""Which list a field takes its words from, by its attribute."""


def reference(list_name: str) -> Schema:
    """Return what refers to a list; nothing where there is no name."""
    return {"allOf": [{"$ref": f"{LISTS}#/definitions/{list_name}"}]} if list_name else {}


def list_schema(names: Names) -> Schema:
    """Return the schema that holds the lists, for the others to refer to."""
    closed = {name: {"enum": list(words)} for name, words in names.closed.items()}
    proposed = {name: {"examples": list(words)} for name, words in names.open_.items()}
    return {"title": "名单", "definitions": closed | proposed}
