"""`catalogs/domain-words/`: the words by which a text shows to which domain of the standard catalogues it belongs."""

from __future__ import annotations

import msgspec

OUTSIDE = "领域以外"
"""Stands in place of a domain's code: the words of what belongs to no domain."""


class DomainWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one domain.

    `main` name the matter itself, `usual` are common in its texts, `bodies` are parts of the names of bodies that
    publish them. `decisive` settle a title, whatever else stands in it (部门决算). `foreign` look like words of the
    domain and are none: what they cover is not counted for it.
    """

    domain: str = msgspec.field(name="领域")
    decisive: tuple[str, ...] = msgspec.field(name="定词", default=())
    main: tuple[str, ...] = msgspec.field(name="主词", default=())
    usual: tuple[str, ...] = msgspec.field(name="用词", default=())
    bodies: tuple[str, ...] = msgspec.field(name="机构", default=())
    foreign: tuple[str, ...] = msgspec.field(name="误词", default=())


class GenreWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words of titles, and the words of items that such titles belong to: 办法 → 政策文件."""

    titles: tuple[str, ...] = msgspec.field(name="标题")
    items: tuple[str, ...] = msgspec.field(name="事项")


class ItemWords(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/item-words.yaml`: how titles and items call the same sort of information."""

    genres: tuple[GenreWords, ...] = msgspec.field(name="对应", default=())
