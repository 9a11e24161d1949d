"""The options of `sitegen new`: one for each value that some kind requires, and `--set` for all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import click

from sitegen.formats.suggestions import did_you_mean
from sitegen.model.kinds import BY_NAME, KINDS, RecordKind, titles
from sitegen.scaffolding.interview import GROUPS, asked_of, field_of
from sitegen.scaffolding.questions import Texts, option_of, takes_several

Command = TypeVar("Command", bound=Callable[..., object])
BESIDE = "translation"
"""The kind whose place and name are those of another file."""
ALWAYS = ("title", "publisher", "written_on", "published_at", "valid_until")


def value_attributes() -> tuple[str, ...]:
    """Return the attributes that have an option of their own: what is asked for some kind, and the usual dates."""
    return tuple(dict.fromkeys([*ALWAYS, *(name for kind in KINDS for name in asked_of(kind))]))


def add_value_options(command: Command) -> Command:
    """Add an option for each of `value_attributes`."""
    for name in reversed(value_attributes()):
        owner = next(kind for kind in KINDS if any(each.attribute == name for each in kind.fields.fields))
        field = field_of(owner, name)
        several = takes_several(field)
        text = f"{field.key}：{field.help}" + ("；可以写几次" if several else "")
        option = click.option(option_of(name), name, multiple=several, default=None, help=text)
        command = option(command)
    return command


def named_kind(name: str) -> RecordKind:
    """Return the kind called `name` in Chinese or by its code; wrong use for anything else, and for translations."""
    if name in BY_NAME and BY_NAME[name].id == BESIDE:
        raise click.UsageError("译文和原文放在一起：在 x.md 旁边新建 x.en.md，写法见 docs/content.md 的“英文译文”。")
    if name in BY_NAME:
        return BY_NAME[name]
    listed = "、".join(titles())
    if not name:
        raise click.UsageError(f"要写新建哪一种信息，例如：sitegen new 公文。有这几种：{listed}。")
    raise click.UsageError(f"没有“{name}”这种信息。{did_you_mean(name, BY_NAME)}有这几种：{listed}。")


def given_values(
    kind: RecordKind, values: Mapping[str, str | Texts | None], others: Texts
) -> Mapping[str, Texts]:
    """Return what was said on the command line, by attribute; wrong use where the kind has no such field."""
    known = {field.attribute for field in kind.fields.fields}
    given = {name: texts for name, value in values.items() if (texts := _texts(value))}
    for name in given:
        if name not in known:
            raise click.UsageError(f"“{kind.title}”没有 {option_of(name)} 这一项。")
    for text in others:
        attribute, value = _pair(kind, text)
        given[attribute] = (*given.get(attribute, ()), value)
    return given


def _pair(kind: RecordKind, text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    key, value = key.strip(), _clean(value)
    if not equals or not value:
        raise click.UsageError(f"--set 要写成“名称=内容”，例如 --set 关键词=临时救助；这里写的是“{text}”。")
    field = kind.fields.by_name.get(key)
    if field is None:
        names = [name for name in kind.fields.by_name if not name.isascii()]
        raise click.UsageError(f"“{kind.title}”没有“{key}”这一项。{did_you_mean(key, names)}")
    if field.attribute in ("kind", "stage", *GROUPS):
        raise click.UsageError(f"“{field.key}”不能用 --set 写，请在文件里填。")
    return field.attribute, value


def _texts(value: str | Texts | None) -> Texts:
    values = (value,) if isinstance(value, str) else value or ()
    return tuple(text for each in values if (text := _clean(each)))


def _clean(text: str) -> str:
    """Return `text` on one line; wrong use where the terminal passed on what is no text."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise click.UsageError("命令行里有认不出的字符，请检查终端的编码（应当是 UTF-8）。") from error
    return " ".join(text.split())
