"""The data of `catalogs/`: layouts, controlled lists and domains, with Chinese keys in the files."""

from __future__ import annotations

import msgspec

from sitegen.model.profile import Profile


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A fixed part of the column, or a usual sub-column of one (61号, R4)."""

    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")
    short_title: str = msgspec.field(name="简称", default="")
    folder: str = msgspec.field(name="文件夹")
    column_type: str = msgspec.field(name="栏目类型", default="信息公开目录")
    order: int = msgspec.field(name="次序", default=0)
    layouts: tuple[str, ...] = msgspec.field(name="版式", default=())
    required: str = msgspec.field(name="必设", default="否")
    description: str = msgspec.field(name="说明", default="")


class StatutoryItem(msgspec.Struct, frozen=True, kw_only=True):
    """One item of art. 20 (`a20-01`) or art. 21 (`a21-county-01`) of the Regulation (R21–R23)."""

    code: str = msgspec.field(name="代码")
    text: str = msgspec.field(name="内容")
    title: str = msgspec.field(name="简称")
    folder: str = msgspec.field(name="文件夹")
    column_type: str = msgspec.field(name="栏目类型", default="信息公开目录")


class Addition(msgspec.Struct, frozen=True, kw_only=True):
    """What art. 21 adds for bodies of some levels."""

    levels: tuple[str, ...] = msgspec.field(name="适用层级")
    items: tuple[StatutoryItem, ...] = msgspec.field(name="事项")


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/layout.yaml`: the fixed parts of 61号 and the statutory items."""

    column_name: str = msgspec.field(name="专栏名称")
    default_layout: str = msgspec.field(name="默认版式")
    parts: tuple[Section, ...] = msgspec.field(name="部分")
    article_20: tuple[StatutoryItem, ...] = msgspec.field(name="第二十条")
    article_21: tuple[Addition, ...] = msgspec.field(name="第二十一条")

    def parts_of(self, layout: str) -> tuple[Section, ...]:
        """Return the parts that `layout` (`2019`, `2021`) has, in order."""
        return tuple(sorted((p for p in self.parts if layout in p.layouts), key=lambda part: part.order))

    def items_for(self, level: str) -> tuple[StatutoryItem, ...]:
        """Return the statutory items of a government of `level` (县级 …): art. 20, then art. 21."""
        added = [item for addition in self.article_21 if level in addition.levels for item in addition.items]
        return self.article_20 + tuple(added)


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a controlled list."""

    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")
    aliases: tuple[str, ...] = msgspec.field(name="别名", default=())


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """A first-level 主题分类 with its second level (R76)."""

    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")
    former_titles: tuple[str, ...] = msgspec.field(name="曾用名", default=())
    children: tuple[Term, ...] = msgspec.field(name="二级", default=())


class Themes(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/themes.yaml`."""

    separators: tuple[str, ...] = msgspec.field(name="分隔符")
    themes: tuple[Theme, ...] = msgspec.field(name="主题")


class Genres(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/genres.yaml`: 体裁分类 (R77)."""

    genres: tuple[Term, ...] = msgspec.field(name="体裁")


class ColumnTypes(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/column-types.yaml`: values of the page tag ColumnType (R96)."""

    types: tuple[Term, ...] = msgspec.field(name="栏目类型")


class TimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    """公开时限 as the catalogue prints it, and parsed where it can be (R91)."""

    text: str = msgspec.field(name="原文", default="")
    working_days: int | None = msgspec.field(name="工作日", default=None)
    sort: str = msgspec.field(name="类型", default="")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """二级事项 of a standard catalogue; its code (领域/一级/二级) is stable and never reused."""

    code: str = msgspec.field(name="代码")
    category: str = msgspec.field(name="一级事项", default="")
    title: str = msgspec.field(name="二级事项")
    elements: tuple[str, ...] = msgspec.field(name="公开内容", default=())
    legal_basis: tuple[str, ...] = msgspec.field(name="公开依据", default=())
    time_limit: TimeLimit | None = msgspec.field(name="公开时限", default=None)
    publisher: str = msgspec.field(name="公开主体", default="")
    channels: tuple[str, ...] = msgspec.field(name="公开渠道", default=())
    audience: str = msgspec.field(name="公开对象", default="")
    method: str = msgspec.field(name="公开方式", default="")
    levels: tuple[str, ...] = msgspec.field(name="公开层级", default=())
    retired: str = msgspec.field(name="停用", default="")


class DomainFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a domain's file."""

    number: int = msgspec.field(name="编号")
    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")
    full_title: str = msgspec.field(name="标题", default="")


class Domain(msgspec.Struct, frozen=True, kw_only=True):
    """One file of `catalogs/domains/`: a 基层政务公开标准目录 (R88)."""

    facts: DomainFacts = msgspec.field(name="领域")
    version: str = msgspec.field(name="版本", default="")
    completeness: str = msgspec.field(name="完整性", default="")
    completeness_note: str = msgspec.field(name="完整性说明", default="")
    items: tuple[Item, ...] = msgspec.field(name="事项", default=())


class Catalogues(msgspec.Struct, frozen=True, kw_only=True):
    """All that `catalogs/` holds. `digest` covers the lists that checking one file depends on."""

    layout: Layout
    themes: Themes
    genres: Genres
    column_types: ColumnTypes
    domains: tuple[Domain, ...] = ()
    profile: Profile
    digest: bytes = b""
