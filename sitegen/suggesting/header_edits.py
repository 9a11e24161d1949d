"""Writing into front matter by inserting only: what is there stays byte for byte, comments and order included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from sitegen.formats import encoding, front_matter, yaml_nodes
from sitegen.formats.fields import FieldTable
from sitegen.formats.nodes import Entry, Node, Scalar, Sequence, node_at, plain
from sitegen.formats.nodes import Mapping as Header

_BLOCK_ITEM = re.compile(r"(\s*)-\s")


class Addition(msgspec.Struct, frozen=True, kw_only=True):
    """What to write under one key: one value, or items that join those of a list. All are YAML texts."""

    key: str
    value: str = ""
    items: tuple[str, ...] = ()


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file after writing, and the keys of what could not be written."""

    text: str
    refused: tuple[str, ...] = ()


class _Insertion(msgspec.Struct, frozen=True, kw_only=True):
    """Text that goes before a column of a line, both counted from 1."""

    line: int
    column: int
    text: str


def scalar(value: str) -> str:
    """Return a value as YAML text that is read as the value, also between brackets: bare, else in quotes."""
    header, faults = yaml_nodes.compose(f"k: {{v: {value}}}\n")
    if not faults and isinstance(header, Header) and plain(header) == {"k": {"v": value}}:
        return value
    return "'" + value.replace("'", "''") + "'"


def mapping(values: Mapping[str, str]) -> str:
    """Return values by key as one line of YAML: {文件: …, 标题: …}."""
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in values.items()) + "}"


def write_into(text: str, additions: Iterable[Addition], fields: FieldTable) -> Edited:
    """Return a Markdown file's text with the additions in its front matter.

    Lists grow, new keys stand above the closing `---`; a key that has a value keeps it. What would not be read
    as it was meant is refused, one addition at a time, and so is everything where the file itself is faulty.
    """
    refused: list[str] = []
    for addition in additions:
        written = _with(text, addition, fields)
        if written is None:
            refused.append(addition.key)
        else:
            text = written
    return Edited(text=text, refused=tuple(refused))


def _with(text: str, addition: Addition, fields: FieldTable) -> str | None:
    parts = _header(text)
    if parts is None:
        return None
    header, closing = parts
    entry = _entry(header, addition.key, fields)
    if entry is None:
        insertions = [_Insertion(line=closing, column=1, text=_lines(addition))]
    elif addition.items:
        insertions = _into_list(entry.value, addition.items, text.split("\n"))
    else:
        return None
    written = _insert(text, insertions)
    return written if _reads_as(written, header, addition, fields) else None


def _header(text: str) -> tuple[Header, int] | None:
    """Return the front matter and the line of the `---` that closes it; None where anything is wrong with them."""
    normal, _ = encoding.decode(text.encode())
    parts, faults = front_matter.split(normal)
    node, more = yaml_nodes.compose(parts.header, first_line=parts.header_line)
    if faults or more or not isinstance(node, Header) or normal.count("\n") != text.count("\n"):
        return None
    return node, parts.body_line - 1


def _entry(header: Header, key: str, fields: FieldTable) -> Entry | None:
    field = fields.by_name[key]
    return next((entry for entry in header.entries if fields.by_name.get(entry.key.text) is field), None)


def _lines(addition: Addition) -> str:
    if addition.value:
        return f"{addition.key}: {addition.value}\n"
    return "".join([f"{addition.key}:\n", *(f"  - {item}\n" for item in addition.items)])


def _into_list(value: Node, items: tuple[str, ...], lines: list[str]) -> list[_Insertion]:
    """Return what makes a list longer; a single value becomes a list."""
    first = lines[value.span.line - 1][value.span.column - 1 : value.span.column]
    if isinstance(value, Sequence) and first != "[":
        item = _BLOCK_ITEM.match(lines[value.items[0].span.line - 1])
        indent = item[1] if item else ""
        text = "".join(f"{indent}- {item}\n" for item in items)
        return [_Insertion(line=value.items[-1].span.end_line + 1, column=1, text=text)]
    if isinstance(value, Sequence):
        after = value.items[-1].span if value.items else None
        if after is None:
            return [_Insertion(line=value.span.line, column=value.span.column + 1, text=", ".join(items))]
        return [
            _Insertion(line=after.end_line, column=after.end_column, text="".join(f", {i}" for i in items))
        ]
    if isinstance(value, Scalar) and value.block:
        return []
    span = value.span
    return [
        _Insertion(line=span.end_line, column=span.end_column, text="".join(f", {i}" for i in items) + "]"),
        _Insertion(line=span.line, column=span.column, text="["),
    ]


def _insert(text: str, insertions: list[_Insertion]) -> str:
    """Put insertions into a text, the last first; whole lines end as the file's lines do."""
    lines = text.split("\n")
    end = "\r\n" if lines[0].endswith("\r") else "\n"
    for each in insertions:
        line = lines[each.line - 1]
        lines[each.line - 1] = (
            line[: each.column - 1] + each.text.replace("\n", end) + line[each.column - 1 :]
        )
    return "\n".join(lines)


def _reads_as(text: str, before: Header, addition: Addition, fields: FieldTable) -> bool:
    """Tell whether a text's front matter holds what it held before, and the addition."""
    parts = _header(text)
    if parts is None:
        return False
    expected = _values(before)
    entry = _entry(before, addition.key, fields)
    items = [_value(item) for item in addition.items]
    if entry is None:
        expected[addition.key] = items if items else _value(addition.value)
    else:
        old = plain(entry.value)
        expected[entry.key.text] = [*(old if isinstance(old, list) else [old]), *items]
    return _values(parts[0]) == expected


def _values(header: Header) -> dict[str, object]:
    return {entry.key.text: plain(entry.value) for entry in header.entries}


def _value(text: str) -> object:
    header, _ = yaml_nodes.compose(f"k: {text}\n")
    return plain(node_at(header, ("k",))) if header is not None else None
