"""A catalogue file as plain YAML values: read as it stands, with what nobody knows, and written in the usual form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.formats import encoding, yaml_nodes
from sitegen.formats.nodes import plain

Plain = Mapping[str, object]
ONE_LINE_LISTS = frozenset(("公开渠道", "公开层级", "责任机构", "栏目", "必备要素", "佐证"))
NUMBERS = frozenset(("编号", "工作日", "自然日", "应有事项数"))
_RISKY = re.compile(
    r".*[,\[\]{}]|(?:[+-]?[0-9][0-9._:eE+-]*|true|false|null|yes|no|on|off|y|n|~)\Z", re.IGNORECASE
)
_HEAD = """\
# {title}
#
# 由 sitegen catalog import 从表格读出。事项的代码永远不变；不用了的事项写“停用: 日期”，不删除。
# 可以自己加“责任机构”“栏目”“必备要素”“备注”：再次导入时保留；表里有的各栏，再次导入时照新的表写。
"""


def read_catalogue(data: bytes) -> Plain | None:
    """Return what a catalogue file says; None where it is no sound YAML mapping."""
    text, _ = encoding.decode(data)
    node, faults = yaml_nodes.compose(text)
    value = plain(node) if node is not None and not faults else None
    return value if isinstance(value, dict) else None


def mappings_of(catalogue: Plain, key: str) -> tuple[Plain, ...]:
    """Return the entries of a list of a catalogue file as they are written."""
    entries = catalogue.get(key)
    return tuple(each for each in entries if isinstance(each, dict)) if isinstance(entries, list) else ()


def items_of(catalogue: Plain) -> tuple[Plain, ...]:
    """Return the items of a catalogue file as they are written."""
    return mappings_of(catalogue, "事项")


def text_of(item: Plain, key: str) -> str:
    """Return a text of an item, nothing where it has none."""
    value = item.get(key)
    return value if isinstance(value, str) else ""


def catalogue_text(catalogue: Plain, title: str) -> str:
    """Return the text of a catalogue file."""
    return _HEAD.format(title=title) + "".join(f"{line}\n" for line in _mapping(catalogue, ""))


def _mapping(values: Plain, indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(key, value, indent)


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    name = f"{indent}{_scalar(key)}:"
    if isinstance(value, Mapping):
        yield name
        yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, list | tuple):
        if key in ONE_LINE_LISTS and all(isinstance(each, str) for each in value):
            yield f"{name} [{', '.join(_scalar(str(each)) for each in value)}]"
        else:
            yield name
            yield from _list(value, f"{indent}  ")
    else:
        text = "" if value is None else str(value)
        yield f"{name} {text if key in NUMBERS and text.isdigit() else _scalar(text)}"


def _list(values: list[object] | tuple[object, ...], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            lines = list(_mapping(value, f"{indent}  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{indent}- {_scalar(str(value))}"


def _scalar(text: str) -> str:
    """Return a text as YAML that every reader takes for this text: bare where that is so, else in quotes."""
    if "\n" in text:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if text and (not _RISKY.match(text) or _is_date(text)):
        node, faults = yaml_nodes.compose(f"a: [{text}]\nb: {text}\nc:\n  - {text}\n")
        if node is not None and not faults and plain(node) == {"a": [text], "b": text, "c": [text]}:
            return text
    return "'" + text.replace("'", "''") + "'"


def _is_date(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None
