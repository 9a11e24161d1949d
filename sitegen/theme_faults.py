"""The findings in templates: SG810–SG829, and the words that tell a theme's author what is there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

import msgspec

from sitegen import theme_words
from sitegen.diagnostics import Diagnostic, Kind, Span

_WHY: Final = "模板有错就做不出网页；出错的网页一个也不会写出（docs/themes.md）"

SYNTAX: Final = Kind(
    id="SG810",
    name="模板语法错误",
    message="模板写法有错：{reason}。这一行是：{line}",
    why=_WHY,
    help="检查这一行和它上面的 {{% … %}}、{{{{ … }}}} 是否成对、拼写是否正确",
)
UNKNOWN_NAME: Final = Kind(
    id="SG811",
    name="模板用了没有的名字",
    message="模板里没有“{name}”这个名字。这一行是：{line}",
    why=_WHY,
    help="模板里能用的名字：{names}{guess}",
)
UNKNOWN_ATTRIBUTE: Final = Kind(
    id="SG812",
    name="视图没有这个字段",
    message="{view} 没有“{name}”这个字段。这一行是：{line}",
    why=_WHY,
    help="{view} 有这些字段：{names}{guess}",
)
EMPTY_VALUE: Final = Kind(
    id="SG813",
    name="对空值取字段",
    message="取“{name}”时，它前面的值是空的（None）。这一行是：{line}",
    why=_WHY,
    help="先用 {{% if … %}} 判断有没有这个值，再取它的字段",
)
MISSING_TEMPLATE: Final = Kind(
    id="SG814",
    name="找不到模板",
    message="找不到模板“{name}”。这一行是：{line}",
    why=_WHY,
    help="检查名字；主题里有这些模板：{names}{guess}",
)
NAME_NOT_LITERAL: Final = Kind(
    id="SG815",
    name="模板名不是写死的",
    message="extends、include、import 后面要直接写出模板名，不能用变量。这一行是：{line}",
    why="增量生成要事先知道一个模板用到哪些模板（docs/themes.md）",
    help="把变量换成引号里的模板名；要分情况时，用 {{% if %}} 分开写几个 include",
)
UNKNOWN_FILTER: Final = Kind(
    id="SG816",
    name="没有这个过滤器",
    message="没有“{name}”这个过滤器或者测试。这一行是：{line}",
    why=_WHY,
    help="本程序的过滤器：{names}{guess}",
)
CIRCLE: Final = Kind(
    id="SG817",
    name="模板互相引用成环",
    message="模板互相引用，成了一个环。这一行是：{line}",
    why=_WHY,
    help="顺着这一行的模板名看下去，去掉绕回来的那一处 extends 或者 include",
)
NOT_UTF8: Final = Kind(
    id="SG818",
    name="模板不是UTF-8",
    message="模板文件不是UTF-8编码，读不出来",
    why="所有文本文件都用UTF-8（docs/themes.md）",
    help="用编辑器打开，另存为UTF-8",
)
FAILED: Final = Kind(
    id="SG819",
    name="模板运行出错",
    message="模板运行到这里出错：{reason}。这一行是：{line}",
    why=_WHY,
    help="检查这一行里的值能不能这样用；{view} 有这些字段：{names}",
)

KINDS: Final = (
    SYNTAX,
    UNKNOWN_NAME,
    UNKNOWN_ATTRIBUTE,
    EMPTY_VALUE,
    MISSING_TEMPLATE,
    NAME_NOT_LITERAL,
    UNKNOWN_FILTER,
    CIRCLE,
    NOT_UTF8,
    FAILED,
)

NAMES_IN_TEMPLATES: Final = MappingProxyType(
    {
        "page": "本页的视图",
        "chrome": "各页相同的内容",
        "body": "正文，可能为空",
        "masthead": "页首",
        "rail": "左侧栏目导航",
        "bar": "横排栏目导航",
        "footer": "页脚",
    }
)


CLOSEST: Final = 6
"""Templates that are named where one is missing; the whole list would be a page."""

_REASONS: Final = (
    (re.compile(r"Encountered unknown tag '(\w+)'.*", re.DOTALL), "不认识“{0}”，可能是拼错了"),
    (re.compile(r"Unexpected end of template.*?'(\w+)'.*", re.DOTALL), "到文件末尾还缺“{0}”"),
    (re.compile(r"unexpected end of template.*", re.DOTALL), "到文件末尾还没有写完"),
    (re.compile(r"expected token '(.+?)', got '(.+?)'"), "这里应当是“{0}”，写的是“{1}”"),
    (re.compile(r"unexpected '(.+?)'"), "多了“{0}”"),
    (re.compile(r"block '(\w+)' defined twice"), "block“{0}”写了两次"),
    (re.compile(r"Missing end of (\w+).*"), "{0} 没有结束"),
)
"""Jinja's sentences that authors meet, in Chinese; any other is quoted as it is."""


class ThemeError(Exception):
    """A template cannot be used; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class TemplatePlace(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a template: the file's path, the number from 1, and the text of the line."""

    path: str
    line: int
    text: str


def found_in_template(kind: Kind, place: TemplatePlace, **values: object) -> Diagnostic:
    """Return a finding of `kind` at `place`; the line's text fills `{line}`."""
    text = place.text.strip()
    column = place.text.find(text) + 1
    span = Span(place.line, column, place.line, column + max(len(text), 1))
    return kind.found(span, line=text, **values).at(place.path)


def syntax_error(place: TemplatePlace, reason: str) -> Diagnostic:
    """Return what to say when Jinja refuses a template for `reason`, an English sentence of Jinja's."""
    for pattern, words in _REASONS:
        match = pattern.fullmatch(reason)
        if match:
            return found_in_template(SYNTAX, place, reason=words.format(*match.groups()))
    return found_in_template(SYNTAX, place, reason=reason)


def unknown_name(place: TemplatePlace, name: str) -> Diagnostic:
    """Return what to say when a template uses a name that nothing defines."""
    names = "、".join(f"{known}（{meaning}）" for known, meaning in NAMES_IN_TEMPLATES.items())
    return found_in_template(
        UNKNOWN_NAME, place, name=name, names=names, guess=_guess(name, NAMES_IN_TEMPLATES)
    )


def unknown_attribute(place: TemplatePlace, value: msgspec.Struct | None, name: str) -> Diagnostic:
    """Return what to say when `value` has no attribute `name`."""
    if value is None:
        return found_in_template(EMPTY_VALUE, place, name=name)
    fields = value.__struct_fields__
    view = type(value).__name__
    return found_in_template(
        UNKNOWN_ATTRIBUTE, place, view=view, name=name, names="、".join(fields), guess=_guess(name, fields)
    )


def missing_template(place: TemplatePlace | None, name: str, known: Iterable[str]) -> Diagnostic:
    """Return what to say when there is no template `name`; without a place it was the program that asked."""
    where = place or TemplatePlace(path=f"templates/{name}", line=1, text="")
    closest = get_close_matches(name, list(known), n=CLOSEST, cutoff=0.0)
    names = "、".join(closest) + (" 等" if len(closest) == CLOSEST else "")
    return found_in_template(MISSING_TEMPLATE, where, name=name, names=names, guess=_guess(name, known))


def unknown_filter(place: TemplatePlace, name: str, known: Iterable[str]) -> Diagnostic:
    """Return what to say when a template uses a filter or a test that does not exist."""
    guess = _guess(name, known)
    return found_in_template(UNKNOWN_FILTER, place, name=name, names="、".join(known), guess=guess)


def failed(place: TemplatePlace, reason: str, page: object) -> Diagnostic:
    """Return what to say when a template fails in another way while it renders `page`."""
    names = "、".join(page.__struct_fields__) if isinstance(page, msgspec.Struct) else ""
    return found_in_template(FAILED, place, reason=reason, view=type(page).__name__, names=names)


def word_for(place: TemplatePlace, key: str, given: frozenset[str], texts: Mapping[str, str]) -> str:
    """Return the text `key`, whose places are those that the template fills. Raises SG662 and SG663."""
    if key not in texts:
        near = theme_words.guess(key, texts)
        raise ThemeError(found_in_template(theme_words.UNKNOWN_WORD, place, key=key, guess=near))
    wanted = theme_words.places_of(texts[key])
    if wanted != given:
        has, needs = theme_words.shown_places(given), theme_words.shown_places(wanted)
        raise ThemeError(found_in_template(theme_words.WRONG_PLACES, place, key=key, has=has, wanted=needs))
    return texts[key]


def words_below(place: TemplatePlace, prefix: str, texts: Mapping[str, str]) -> str:
    """Return the texts whose keys begin with `prefix` and a dot as JSON, for scripts. Raises SG662."""
    below = {
        key.removeprefix(f"{prefix}."): text for key, text in texts.items() if key.startswith(f"{prefix}.")
    }
    if not below:
        raise ThemeError(found_in_template(theme_words.UNKNOWN_WORD, place, key=f"{prefix}.", guess=""))
    return msgspec.json.encode(below).decode()


def _guess(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"；是不是想写“{near[0]}”？" if near else ""
