"""Front matter as text: values written so that they are read as they were meant, and nothing quoted without need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from sitegen.formats import yaml_nodes
from sitegen.formats.nodes import Mapping, Scalar
from sitegen.formats.nodes import Sequence as Items

Value = str | tuple[str, ...]
_LONGEST_LIST = 40
"""Characters of a list that is written on one line."""
_IN_LISTS = re.compile(r"[,\[\]{}]")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One key of a header with its value, or with smaller keys below it.

    Without either it is written as a comment: `hint` shows how the value would be written.
    """

    key: str
    value: Value = ""
    parts: tuple[Line, ...] = ()
    hint: str = ""


def header_text(lines: Iterable[Line]) -> str:
    """Return the front matter of a new file with its two `---`."""
    return f"---\n{yaml_text(lines)}---\n"


def yaml_text(lines: Iterable[Line]) -> str:
    """Return the text of one of the site's YAML files."""
    return "".join(f"{text}\n" for line in lines for text in _written(line))


def scalar_text(value: str) -> str:
    """Return `value` as YAML text that is read as `value`: bare where that is understood, else in quotes."""
    return value if _reads_as(f"k: {value}\n", value) else _quoted(value)


def _written(line: Line) -> Iterator[str]:
    if line.parts:
        yield f"{line.key}:"
        for part in line.parts:
            yield from (f"  {text}" for text in _written(part))
    elif not line.value:
        yield f"# {line.key}: {line.hint}".rstrip()
    elif isinstance(line.value, str):
        yield f"{line.key}: {scalar_text(line.value)}"
    elif sum(map(len, line.value)) <= _LONGEST_LIST:
        yield f"{line.key}: [{', '.join(_item_text(item) for item in line.value)}]"
    else:
        yield f"{line.key}:"
        yield from (f"  - {scalar_text(item)}" for item in line.value)


def _item_text(value: str) -> str:
    bare = not _IN_LISTS.search(value) and _reads_as(f"k: [{value}]\n", value)
    return value if bare else _quoted(value)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _reads_as(text: str, value: str) -> bool:
    """Tell whether the header `text` holds `value` as its only value, and nobody complains."""
    node, faults = yaml_nodes.compose(text)
    if faults or not isinstance(node, Mapping) or len(node.entries) != 1:
        return False
    read = node.entries[0].value
    if isinstance(read, Items) and len(read.items) == 1:
        read = read.items[0]
    return isinstance(read, Scalar) and read.text == value and not read.quoted
