"""What msgspec finds wrong with the shape of a value, in a clerk's words and with the way to the place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

PROBLEMS = (
    (re.compile(r"Expected `(.+?)`, got `(.+?)`"), "这里应当是{0}，写的是{1}"),
    (re.compile(r"Expected `(.+?)` >= (\d+)"), "这里应当是不小于{1}的{0}"),
    (re.compile(r"Expected `(.+?)` <= (\d+)"), "这里应当是不大于{1}的{0}"),
    (re.compile(r"Expected `(.+?)` matching regex .+"), "不合要求的格式"),
    (re.compile(r"Object missing required field `(.+?)`"), "这里缺少“{0}”"),
    (re.compile(r"Object contains unknown field `(.+?)`"), "没有“{0}”这一项"),
    (re.compile(r"Invalid enum value '?(.+?)'?"), "不能写“{0}”"),
    (re.compile(r"Invalid RFC3339 encoded date"), "这里应当是日期，写成 2024-01-05 的样子"),
)
SHAPES = {
    "str": "文字",
    "int": "整数",
    "float": "数",
    "bool": "true 或 false",
    "array": "列表",
    "object": "几个小项",
    "date": "日期",
    "null": "空白",
}
"""What msgspec calls the shapes of values, in Chinese."""
STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def problem_of(error: msgspec.ValidationError) -> tuple[str, tuple[str | int, ...]]:
    """Return what is wrong, and the keys and positions that lead to the place (`$.部分[0].名称`)."""
    problem, _, where = str(error).partition(" - at ")
    return _in_chinese(problem), tuple(_steps(where.strip("`")))


def _in_chinese(problem: str) -> str:
    for pattern, words in PROBLEMS:
        found = pattern.fullmatch(problem)
        if found is not None:
            return words.format(*(SHAPES.get(name.split(" | ")[0], name) for name in found.groups()))
    return problem


def _steps(where: str) -> Iterator[str | int]:
    for match in STEP.finditer(where):
        yield match.group(1) if match.group(1) is not None else int(match.group(2))
