"""JSON Schemas of the published data, made from the views that it is written from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from sitegen.disclosure.states import NAMES, Names
from sitegen.views.coverage import CoverageData
from sitegen.views.data import Data, RecordData, RecordList
from sitegen.views.harvest import Directory, Month
from sitegen.views.ledger import DocumentLedger
from sitegen.views.manifest import Manifest
from sitegen.views.register import Register
from sitegen.views.schema_words import DESCRIPTIONS, TITLES, TITLES_OF, Choices, choices_under

SCHEMAS: Final[Mapping[str, tuple[type[Data], str]]] = {
    "record": (RecordData, "一条政府信息"),
    "documents": (RecordList, "全部政府信息的目录"),
    "changes": (Month, "一个月的新增信息和效力变化"),
    "index": (Directory, "数据目录"),
    "taizhang": (DocumentLedger, "规章和行政规范性文件台账"),
    "coverage": (CoverageData, "基层政务公开标准目录的公开情况：全部的，或者一个机关的"),
    "register": (Register, "公开过的全部网址"),
    "manifest": (Manifest, "全部文件和它们的校验值"),
}
"""The schemas by name: what they describe, and in words."""
_Schema = dict[str, Any]


def schemas(base: str, names: Names = NAMES) -> Mapping[str, str]:
    """Return the text of each schema by its site path; `base` is the column's complete address, `names` the states."""
    choices = choices_under(names)
    return {
        schema_path(name): _schema(name, record, title, base, choices)
        for name, (record, title) in SCHEMAS.items()
    }


def schema_path(name: str) -> str:
    """Return the site path of a schema."""
    return f"data/schema/{name}.json"


def _schema(name: str, record: type[Data], title: str, base: str, choices: Choices) -> str:
    made = msgspec.json.schema(record)
    for type_name, definition in made.get("$defs", {}).items():
        definition.pop("description", None)
        definition.pop("title", None)
        for key, value in definition.get("properties", {}).items():
            _explain(value, type_name, key, choices)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": base + schema_path(name),
        "title": title,
    }
    return msgspec.json.format(msgspec.json.encode(head | made), indent=2).decode()


def _explain(value: _Schema, record: str, key: str, choices: Choices) -> None:
    """Say of one name of a record what it is called, what it means, and which values there can be."""
    of_record, name = TITLES_OF.get(record, {}), f"{record}.{key}"
    value["title"] = of_record[key] if key in of_record else TITLES[key]
    if name in DESCRIPTIONS:
        value["description"] = DESCRIPTIONS[name]
    if name in choices:
        words = choices[name]
        value["enum"] = list(words)
        value["description"] = "；".join(f"{code} {word}" for code, word in words.items())
