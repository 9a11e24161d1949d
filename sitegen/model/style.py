"""`catalogs/inspection/style.yaml`: how official texts are written (R80, R110, R144)."""

from __future__ import annotations

import msgspec


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A wrong word and the right one; `except_in` are right sayings that happen to hold the same characters."""

    wrong: str = msgspec.field(name="错")
    right: str = msgspec.field(name="对")
    except_in: tuple[str, ...] = msgspec.field(name="例外", default=())
    source: str = msgspec.field(name="来源", default="")


class Style(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """Word lists, and what the place decides for itself.

    `demands_note`: whether it prints 此件公开发布 below what it publishes (R81); `linked_domains`: the pattern
    of the hosts to which texts may link (R107), all where it is empty.
    """

    misspelt: tuple[Wording, ...] = msgspec.field(name="错别字", default=())
    unsuitable: tuple[Wording, ...] = msgspec.field(name="不规范用语", default=())
    placeholders: tuple[str, ...] = msgspec.field(name="占位词", default=())
    empty_link_texts: tuple[str, ...] = msgspec.field(name="没有意思的链接文字", default=())
    empty_picture_texts: tuple[str, ...] = msgspec.field(name="没有意思的图片说明", default=())
    demands_note: bool = False
    linked_domains: str = ""
