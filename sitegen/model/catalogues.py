"""The data of `catalogs/`: layouts, controlled lists and domains, with Chinese keys in the files."""

from __future__ import annotations

from datetime import date

import msgspec

from sitegen.diagnostics import Span
from sitegen.model.profile import Profile
from sitegen.model.standards import Standards


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


class Genre(Term, frozen=True, kw_only=True):
    """A 体裁. `endings` are last words of titles that name it; `caution` says why such a paper is seldom public."""

    endings: tuple[str, ...] = msgspec.field(name="标题词尾", default=())
    caution: str = msgspec.field(name="公开提示", default="")


class Genres(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/genres.yaml`: 体裁分类 (R77)."""

    genres: tuple[Genre, ...] = msgspec.field(name="体裁")


class ColumnTypes(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/column-types.yaml`: values of the page tag ColumnType (R96); the column must not have some."""

    types: tuple[Term, ...] = msgspec.field(name="栏目类型")
    forbidden: tuple[str, ...] = msgspec.field(name="不得用于专栏", default=())


class Channels(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/channels.yaml`: 公开渠道和载体, the boxes that a catalogue may tick (R89)."""

    channels: tuple[Term, ...] = msgspec.field(name="渠道")


class LimitPart(msgspec.Struct, frozen=True, kw_only=True):
    """One of several limits of an item, and for what it stands."""

    content: str = msgspec.field(name="内容", default="")
    working_days: int | None = msgspec.field(name="工作日", default=None)
    calendar_days: int | None = msgspec.field(name="自然日", default=None)
    sort: str = msgspec.field(name="类型", default="")
    counted_from: str = msgspec.field(name="起算", default="")


class TimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    """公开时限 as the catalogue prints it, and parsed where it can be (R91).

    `sort` is 实时, 及时 or 长期. Days count from the day the information was formed or changed; where they count
    from something else, `counted_from` names it. `parts` are set where the item has several limits.
    """

    text: str = msgspec.field(name="原文", default="")
    working_days: int | None = msgspec.field(name="工作日", default=None)
    calendar_days: int | None = msgspec.field(name="自然日", default=None)
    sort: str = msgspec.field(name="类型", default="")
    counted_from: str = msgspec.field(name="起算", default="")
    parts: tuple[LimitPart, ...] = msgspec.field(name="分项", default=())


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """二级事项 of a standard catalogue; its code (领域/一级/二级) is stable and never reused.

    A place may say more of an item than the national catalogue does: `bodies` are those that must publish it
    (names, short names, or a sort of bodies such as 乡镇人民政府), `columns` the paths of the columns that hold
    it, `required_elements` what a page of its own must contain. A retired item names the day in `retired` and
    the code that took its place in `replaced_by`.
    """

    code: str = msgspec.field(name="代码")
    number: str = msgspec.field(name="序号", default="")
    category: str = msgspec.field(name="一级事项", default="")
    title: str = msgspec.field(name="二级事项")
    elements: tuple[str, ...] = msgspec.field(name="公开内容", default=())
    required_elements: tuple[str, ...] = msgspec.field(name="必备要素", default=())
    legal_basis: tuple[str, ...] = msgspec.field(name="公开依据", default=())
    time_limit: TimeLimit | None = msgspec.field(name="公开时限", default=None)
    publisher: str = msgspec.field(name="公开主体", default="")
    channels: tuple[str, ...] = msgspec.field(name="公开渠道", default=())
    audience: str = msgspec.field(name="公开对象", default="")
    audience_note: str = msgspec.field(name="对象说明", default="")
    method: str = msgspec.field(name="公开方式", default="")
    levels: tuple[str, ...] = msgspec.field(name="公开层级", default=())
    bodies: tuple[str, ...] = msgspec.field(name="责任机构", default=())
    columns: tuple[str, ...] = msgspec.field(name="栏目", default=())
    retired: str = msgspec.field(name="停用", default="")
    replaced_by: str = msgspec.field(name="改为", default="")


class DomainFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a domain's file."""

    number: int = msgspec.field(name="编号")
    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")
    full_title: str = msgspec.field(name="标题", default="")


class Process(msgspec.Struct, frozen=True, kw_only=True):
    """A matter that is published in stages (征收土地): the codes of its items, in the order in which they follow."""

    title: str = msgspec.field(name="名称")
    stages: tuple[str, ...] = msgspec.field(name="环节")


class CatalogueSource(msgspec.Struct, frozen=True, kw_only=True):
    """A published catalogue in which items of the domain were seen."""

    code: str = msgspec.field(name="编号")
    title: str = msgspec.field(name="名称")


class Domain(msgspec.Struct, frozen=True, kw_only=True):
    """One file of `catalogs/domains/`: a 基层政务公开标准目录 (R88).

    `file` is its name below `catalogs/`, `spans` the encoded places of its texts; ask `place()`. `bodies` are those
    responsible for every item that names none itself; `expected` is how many items the complete catalogue has,
    where that is known.
    """

    file: str = ""
    spans: bytes = b""
    facts: DomainFacts = msgspec.field(name="领域")
    version: str = msgspec.field(name="版本", default="")
    effective_on: date | None = msgspec.field(name="生效日期", default=None)
    issuer: str = msgspec.field(name="发文机关", default="")
    document_number: str = msgspec.field(name="发文字号", default="")
    completeness: str = msgspec.field(name="完整性", default="")
    completeness_note: str = msgspec.field(name="完整性说明", default="")
    expected: int | None = msgspec.field(name="应有事项数", default=None)
    bodies: tuple[str, ...] = msgspec.field(name="责任机构", default=())
    sources: tuple[CatalogueSource, ...] = msgspec.field(name="来源", default=())
    items: tuple[Item, ...] = msgspec.field(name="事项", default=())
    processes: tuple[Process, ...] = msgspec.field(name="流程", default=())

    @property
    def source(self) -> str:
        """The file this domain was read from, relative to the project or to the shipped data."""
        return f"catalogs/{self.file}"

    def place(self, *steps: str | int) -> Span | None:
        """Return where the text stands to which `steps` lead (`"事项", 0, "代码"`)."""
        known = msgspec.msgpack.decode(self.spans, type=dict[str, Span]) if self.spans else {}
        return known.get("/".join(map(str, steps)))


class Traditional(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/traditional.yaml`: what the converter to traditional script writes, and what it should write."""

    note: str = msgspec.field(name="说明", default="")
    corrections: dict[str, str] = msgspec.field(name="改字", default_factory=dict)


class Catalogues(msgspec.Struct, frozen=True, kw_only=True):
    """All that `catalogs/` holds. `digest` covers the lists that checking one file depends on.

    `title_words` are those of `words.txt`: the words of which titles are made.
    """

    layout: Layout
    themes: Themes
    genres: Genres
    column_types: ColumnTypes
    channels: Channels
    domains: tuple[Domain, ...] = ()
    profile: Profile
    standards: Standards = Standards()
    traditional: Traditional = Traditional()
    title_words: tuple[str, ...] = ()
    digest: bytes = b""
