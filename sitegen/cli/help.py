"""`sitegen help 文号`: what a key of the front matter or of the settings means, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
import msgspec

from sitegen.cli.frame import Context
from sitegen.formats.field_types import ListOf
from sitegen.formats.fields import Field, Group
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.group_fields import ATTACHMENT, AttachmentType
from sitegen.model.kinds import KINDS
from sitegen.model.relation_field import FIELDS, RelationType
from sitegen.model.site_fields import BODY, COLUMN, SITE
from sitegen.schemas.field_help import form_of

PLACES = (
    ("站点设置 content/site.yaml", SITE.fields),
    ("机构 content/jigou/*.yaml", BODY.fields),
    ("栏目 _column.yaml", COLUMN.fields),
)


class Entry(msgspec.Struct, frozen=True):
    """A field, and where it is written: by which kinds of record, in which file, or below which key."""

    field: Field
    places: tuple[str, ...]


@click.command("help", help="说明一个项目（如 文号）：什么意思、哪些信息有、怎样写。不写名称就列出全部。")
@click.argument("name", required=False, default="")
@click.pass_context
def help(context: click.Context, name: str) -> None:
    """Print the help of a field or of a command; leave with 2 where there is neither."""
    if not name:
        click.echo("\n".join(_overview()))
        return
    found = [entry for entry in _entries() if name in (entry.field.key, entry.field.english)]
    group = context.parent.command if context.parent else None
    command = group.get_command(context, name) if isinstance(group, click.Group) else None
    if found:
        click.echo("\n\n".join("\n".join(_described(entry)) for entry in found))
    if command is not None:  # review is a field and a command
        shown = command.get_help(Context(command, context.parent, info_name=name))
        click.echo(f"\n{shown}" if found else shown)
    if not found and command is None:
        known = [key for entry in _entries() for key in (entry.field.key, entry.field.english)]
        raise click.UsageError(f"没有“{name}”这一项。{did_you_mean(name, known)}sitegen help 列出全部项目。")


def _entries() -> tuple[Entry, ...]:
    """Return every field that editors may write, each definition once."""
    found: dict[int, Entry] = {}
    for kind in KINDS:
        for field in kind.fields.fields:
            place = f"{kind.title}（必填）" if field.attribute in kind.required else kind.title
            before = found.get(id(field), Entry(field, ())).places
            found[id(field)] = Entry(field, (*before, place))
    settings = [Entry(field, (place,)) for place, fields in PLACES for field in fields]
    entries = [*found.values(), *settings]
    return (*entries, *(part for entry in entries for part in _parts(entry)))


def _parts(entry: Entry) -> Iterator[Entry]:
    """Give the fields that stand below the key of a field."""
    inner = entry.field.type.item if isinstance(entry.field.type, ListOf) else entry.field.type
    fields: Iterable[Field] = ()
    if isinstance(inner, Group):
        fields = inner.fields.fields
    elif isinstance(inner, AttachmentType):
        fields = ATTACHMENT.fields
    elif isinstance(inner, RelationType) and entry.field.attribute == "based_on":
        fields = FIELDS.fields
    names = "依据、修改、废止等文件关系" if isinstance(inner, RelationType) else entry.field.key
    yield from (Entry(field, (f"“{names}”的小项",)) for field in fields)


def _overview() -> Iterator[str]:
    """Give all names by the place where they are written."""
    groups = {
        "各种信息都有的": [entry for entry in _entries() if len(entry.places) == len(KINDS)],
        "有些信息才有的": [
            entry for entry in _entries() if len(entry.places) < len(KINDS) and _of_record(entry)
        ],
    }
    for title, entries in groups.items():
        yield f"{title}：{'、'.join(entry.field.key for entry in entries)}"
    for place, fields in PLACES:
        yield f"{place}：{'、'.join(field.key for field in fields)}"
    yield ""
    yield "想知道一项怎样写，运行 sitegen help 名称，例如：sitegen help 文号"


def _of_record(entry: Entry) -> bool:
    titles = {kind.title for kind in KINDS}
    return entry.places[0].removesuffix("（必填）") in titles


def _described(entry: Entry) -> Iterator[str]:
    field = entry.field
    yield f"{field.key}（英文：{field.english}）"
    yield f"  意思：{field.help}"
    yield f"  哪里写：{_places(entry)}"
    if form := form_of(field):
        yield f"  写法：{form}"
    if field.example:
        yield f"  例如：{field.key}: {field.example}"
    if field.source:
        yield f"  依据：{field.source}"


def _places(entry: Entry) -> str:
    if len(entry.places) < len(KINDS):
        return "、".join(entry.places)
    needed = [place.removesuffix("（必填）") for place in entry.places if place.endswith("（必填）")]
    if len(needed) == len(KINDS):
        return "各种信息都有，都必填"
    if not needed:
        return "各种信息都有，都不是必填"
    free = [place for place in entry.places if not place.endswith("（必填）")]
    if len(free) < len(needed):
        return f"各种信息都有，除了{'、'.join(free)}都必填"
    return f"各种信息都有；必填的：{'、'.join(needed)}"
