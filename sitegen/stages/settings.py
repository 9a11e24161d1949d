"""settings: the site's YAML files → its configuration, bodies and columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from sitegen.diagnostics import Diagnostic, Fault, Kind, Span
from sitegen.formats import field_kinds, fields
from sitegen.formats.field_types import Reference
from sitegen.formats.fields import FieldTable
from sitegen.formats.nodes import Mapping
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.kinds import BY_NAME, titles
from sitegen.model.site_config import Body, CheckSetting, Column, SiteConfig
from sitegen.model.site_fields import BODY, COLUMN, SITE

NO_SITE = Kind(
    id="SG510",
    name="没有站点设置",
    message="没有找到 content/site.yaml。",
    why="没有站点设置，就不知道栏目的名称、网址和标识码（R94、R100）。",
    help="用 sitegen init 新建一个栏目，或者照文档写一个 content/site.yaml。",
)
WRONG_SITE_CODE = Kind(
    id="SG511",
    name="网站标识码不对",
    message="网站标识码“{code}”不对。",
    why="网站标识码是10位数字，或者 bm 加8位数字（R100）。",
    help="照编制部门发的标识码写，加上引号，例如“网站标识码: '3399990001'”。",
)
UNKNOWN_SETTING = Kind(
    id="SG512",
    name="没有这个取值",
    message="“{key}”不能写“{value}”。",
    why="程序只认固定的几个取值。",
    help="{suggestion}可以写：{choices}。",
)
KINDS = (NO_SITE, WRONG_SITE_CODE, UNKNOWN_SETTING)

LEVELS = ("省级", "市级", "县级", "乡级")
LAYOUTS = ("2019", "2021")
Record = TypeVar("Record", bound=msgspec.Struct)
Parse = Callable[[bytes], tuple[Mapping | None, tuple[Fault, ...]]]
Outcome = tuple[Record | None, tuple[Diagnostic, ...]]


def site_config(parsed: tuple[Mapping | None, tuple[Fault, ...]]) -> Outcome[SiteConfig]:
    """Return what `site.yaml` says; SG511, SG512 and the faults of its fields."""
    config, faults, spans = _record(parsed, SITE, SiteConfig, "site.yaml", {})
    if config is not None:
        config = msgspec.structs.replace(config, checks=_checks(config.checks, spans))
        if not (_is_digits(config.site_id_code, 10) or _is_ministry(config.site_id_code)):
            faults += (WRONG_SITE_CODE.found(spans.get("site_id_code"), code=config.site_id_code),)
        faults += _choice("层级", config.level, LEVELS, spans.get("level"))
        faults += _choice("版式", config.layout, LAYOUTS, spans.get("layout"))
    return config, tuple(fault.at("content/site.yaml") for fault in faults)


def body(path: str, parsed: tuple[Mapping | None, tuple[Fault, ...]]) -> Outcome[Body]:
    """Return the body that `jigou/*.yaml` at `path` (without its suffix) describes."""
    record, faults, _ = _record(parsed, BODY, Body, "机构", {"path": path})
    return record, tuple(fault.at(f"content/{path}.yaml") for fault in faults)


def column(path: str, parsed: tuple[Mapping | None, tuple[Fault, ...]], default: str) -> Outcome[Column]:
    """Return the column that `_column.yaml` in the folder `path` describes; SG512 for unknown kinds.

    `default` is the kind that a column takes where it names none.
    """
    record, faults, spans = _record(parsed, COLUMN, Column, "栏目", {"path": path})
    if record is not None:
        accepts: list[str] = []
        for number, name in enumerate(record.accepts):
            if name in BY_NAME:
                accepts.append(BY_NAME[name].id)
            else:
                faults += _choice("收录", name, titles(), spans.get(f"accepts/{number}"))
        record = msgspec.structs.replace(record, accepts=tuple(accepts) or (default,))
    return record, tuple(fault.at(f"content/{path}/_column.yaml") for fault in faults)


def unread_column(path: str, default: str) -> Column:
    """Return what stands for a column whose file cannot be read, so that its records are no second fault."""
    return Column(path=path, title=path.rpartition("/")[2], accepts=(default,))


def _record(
    parsed: tuple[Mapping | None, tuple[Fault, ...]],
    table: FieldTable,
    record: type[Record],
    subject: str,
    given: dict[str, str],
) -> tuple[Record | None, tuple[Fault, ...], dict[str, Span]]:
    mapping, faults = parsed
    if mapping is None:
        return None, faults, {}
    done = fields.convert(mapping, table, subject=subject)
    values = done.values | given
    required = fields.required_of(record)
    missing = [
        field
        for field in table.fields
        if field.attribute in required and field.attribute not in values and field.attribute not in done.spans
    ]
    faults += done.faults
    if missing:
        keys = "、".join(f"“{field.key}”" for field in missing)
        example = "；".join(f"{field.key}: {field.example or '……'}" for field in missing)
        faults += (field_kinds.MISSING_PART.found(mapping.span, keys=keys, example=example),)
    if any(name not in values for name in required):
        return None, faults, done.spans
    return record(**values), faults, done.spans


def _checks(written: object, spans: dict[str, Span]) -> tuple[CheckSetting, ...]:
    """Return the weights of rules that are written, with the places of their names."""
    if not isinstance(written, dict):
        return ()
    return tuple(
        CheckSetting(rule=Reference(name, spans[f"checks#{name}"]), weight=weight)
        for name, weight in written.items()
    )


def _choice(key: str, value: str, choices: tuple[str, ...], span: Span | None) -> tuple[Fault, ...]:
    if value in choices:
        return ()
    suggestion = did_you_mean(value, choices)
    return (
        UNKNOWN_SETTING.found(span, key=key, value=value, suggestion=suggestion, choices="、".join(choices)),
    )


def _is_digits(code: str, length: int) -> bool:
    return len(code) == length and code.isascii() and code.isdigit()


def _is_ministry(code: str) -> bool:
    return code.startswith("bm") and _is_digits(code[2:], 8)
