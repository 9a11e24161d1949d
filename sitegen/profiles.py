"""Profiles: several YAML files that build on one another → one complete `Profile`.

A rule is taken whole: where a place gives its own value, it also gives its own source and trust. A place that
writes only `采用` or another part keeps the rest of the rule that it builds on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from types import UnionType
from typing import Any, TypeGuard, Union, cast, get_args, get_origin

import msgspec

from sitegen.diagnostics import Diagnostic, Fault, Kind, has_errors
from sitegen.formats import nodes
from sitegen.formats.nodes import Node, Scalar, node_at, plain
from sitegen.formats.shapes import problem_of
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.local_rules import LocalRule
from sitegen.model.profile import Profile

UNKNOWN_RULE = Kind(
    id="SG612",
    name="没有这条口径",
    message="地方口径里没有“{key}”这一项。",
    why="写错名称的口径不会起作用。",
    help="{suggestion}可以写：{choices}。",
)
WRONG_RULE = Kind(
    id="SG613",
    name="口径的写法不对",
    message="“{rule}”的写法不对：{problem}。",
    why="检查和页面都按地方口径来做，写法不对就没法用。",
    help="{remedy}",
)
WITHOUT_SOURCE = Kind(
    id="SG614",
    name="口径没有来源",
    message="“{rule}”没有写{parts}。",
    why="各地的规定不一样，写明来源和可信度，才知道能不能当作错误来报。",
    help="在“{rule}”里加上“来源: ……”和“可信度: ✔”（✔ 直接读到原文，◐ 经转载读到，✎ 自己定的）。",
)
WRONG_PARENT = Kind(
    id="SG615",
    name="沿用的口径不能用",
    message="沿用的口径“{name}”{problem}。",
    why="没有写的口径都从沿用的文件里取。",
    help="改为 catalogs/profiles/ 里有的名称，例如“沿用: default”。",
)
INCOMPLETE = Kind(
    id="SG616",
    name="口径不完整",
    message="地方口径不完整：{problem}。",
    why="少了一条，就有检查做不了。",
    help="加一行“沿用: default”，没有写的就用通用口径。",
)
KINDS = (UNKNOWN_RULE, WRONG_RULE, WITHOUT_SOURCE, WRONG_PARENT, INCOMPLETE)

PARENT = "沿用"
FACTS = ("目录", "代码", "名称", PARENT, "版本")
VALUE, CHOICES = "值", "可选值"
LIKE_SHIPPED = "对照 catalogs/profiles/default.yaml 里的写法。"
ORIGIN = ("来源", "可信度")

Plain = dict[str, Any]
RuleType = type[LocalRule[object]]


class Layer(msgspec.Struct, frozen=True):
    """One profile file: the profile's name and what the file says."""

    name: str
    node: Node

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return f"catalogs/{file_of(self.name)}"


def file_of(name: str) -> str:
    """Return the name of a profile's file below `catalogs/`."""
    return f"profiles/{name}.yaml"


def read_profile(
    name: str, known: Collection[str], read: Callable[[str], tuple[Node | None, tuple[Diagnostic, ...]]]
) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """Return the profile `name`; SG612–SG616 and what `read` finds; None where one of them is an error.

    `known` are the names of all catalogue files, `read` gives one of them by its name.
    """
    layers, found = _layers(name, known, read)
    merged: Plain = {}
    for layer in reversed(layers):
        found += [fault.at(layer.path) for fault in _check(layer.node, Profile, (), merged)]
        merged = _merged(merged, plain(layer.node))
    if has_errors(found):
        return None, tuple(found)
    try:
        values = {**merged, PARENT: [layer.name for layer in layers]}
        return msgspec.convert(values, type=Profile, strict=False), tuple(found)
    except msgspec.ValidationError as error:
        problem, steps = problem_of(error)
        where = f"“{'.'.join(map(str, steps))}”" if steps else ""
        fault = INCOMPLETE.found(
            node_at(layers[0].node, steps).span, problem=where + problem.removeprefix("这里")
        )
        return None, (*found, fault.at(layers[0].path))


def _layers(
    name: str, known: Collection[str], read: Callable[[str], tuple[Node | None, tuple[Diagnostic, ...]]]
) -> tuple[list[Layer], list[Diagnostic]]:
    """Return the profile and those it builds on, the nearest first."""
    node, faults = read(file_of(name))
    layers, found = [Layer(name, node)] if node is not None else [], [*faults]
    while node is not None:
        parent = _parent(node)
        if parent is None:
            break
        ring = parent.text in (layer.name for layer in layers)
        if ring or file_of(parent.text) not in known:
            problem = "绕了一圈又回到自己" if ring else "不存在"
            found.append(
                WRONG_PARENT.found(parent.span, name=parent.text, problem=problem).at(layers[-1].path)
            )
            break
        node, faults = read(file_of(parent.text))
        found += faults
        layers += [Layer(parent.text, node)] if node is not None else []
    return layers, found


def _parent(node: Node) -> Scalar | None:
    entries = node.entries if isinstance(node, nodes.Mapping) else ()
    value = next((entry.value for entry in entries if entry.key.text == PARENT), None)
    return value if isinstance(value, Scalar) else None


def _merged(base: Plain, own: object) -> Plain:
    """Return `base` with what `own` says instead; a rule with a value of its own is taken whole."""
    if not isinstance(own, Mapping):
        return base
    if VALUE in own:
        return {**{key: value for key, value in base.items() if key == CHOICES}, **own}
    merged = dict(base)
    for key, value in own.items():
        nested = isinstance(value, Mapping)
        merged[key] = _merged(_part(base, key), value) if nested else value
    return merged


def _part(base: Plain, key: str) -> Plain:
    part = base.get(key)
    return part if isinstance(part, dict) else {}


def _check(node: Node, group: type, way: tuple[str, ...], base: Plain) -> list[Fault]:
    """Return what is wrong with a file's part at `way`; `base` is the same part of what the file builds on."""
    name = ".".join(way)
    if not isinstance(node, nodes.Mapping):
        return [WRONG_RULE.found(node.span, rule=name, problem="这里应当是几个小项", remedy=LIKE_SHIPPED)]
    parts = {field.encode_name: _bare(field.type) for field in msgspec.structs.fields(group)}
    found: list[Fault] = []
    for entry in node.entries:
        key = entry.key.text
        part = parts.get(key)
        if not way and key in FACTS:
            continue
        if part is None:
            choices = "、".join(name for name in parts if name not in FACTS)
            suggestion = did_you_mean(key, parts)
            found.append(UNKNOWN_RULE.found(entry.key.span, key=key, suggestion=suggestion, choices=choices))
        elif _is_rule(part):
            found += _check_rule(entry.value, part, ".".join((*way, key)), _part(base, key))
        else:
            found += _check(entry.value, part, (*way, key), _part(base, key))
    return found


def _check_rule(node: Node, kind: RuleType, name: str, base: Plain) -> list[Fault]:
    own = plain(node)
    if not isinstance(own, dict):
        remedy = f"写成“{name.rpartition('.')[2]}: {{值: ……, 来源: ……, 可信度: ✔}}”。"
        return [WRONG_RULE.found(node.span, rule=name, problem="这里应当写值、来源和可信度", remedy=remedy)]
    missing = [part for part in ORIGIN if part not in own] if VALUE in own or not base else []
    if missing:
        parts = "、".join(f"“{part}”" for part in missing)
        return [WITHOUT_SOURCE.found(node.span, rule=name, parts=parts)]
    try:
        rule = msgspec.convert(_merged(base, own), type=kind, strict=False)
    except msgspec.ValidationError as error:
        problem, steps = problem_of(error)
        span = node_at(node, steps).span
        return [WRONG_RULE.found(span, rule=name, problem=problem, remedy=_remedy(kind, steps))]
    if rule.choices and rule.value not in rule.choices:
        span, remedy = node_at(node, (VALUE,)).span, f"可以写：{'、'.join(rule.choices)}。"
        return [WRONG_RULE.found(span, rule=name, problem=f"不能写“{rule.value}”", remedy=remedy)]
    return []


def _remedy(kind: RuleType, steps: Sequence[str | int]) -> str:
    """Return what may be written at a place of a rule, where the values can be counted."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    members = getattr(fields.get(str(steps[0])) if steps else None, "__members__", None)
    if not members:
        return LIKE_SHIPPED
    return f"可以写：{'、'.join(member.value for member in members.values())}。"


def _bare(kind: object) -> type:
    """Return a type without `| None`."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    return cast(type, kind)


def _is_rule(kind: type) -> TypeGuard[RuleType]:
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, LocalRule)
