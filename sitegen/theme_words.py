"""The words of the interface: `strings.yaml` of a theme, one text for each key and language.

A site's own `themes/default/strings.yaml` replaces single texts of the shipped file. Templates ask for a text with
`t("key")`; it becomes part of the template when that is read, so pages pay nothing for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from sitegen import languages
from sitegen.diagnostics import Diagnostic, Kind, Severity, Span, in_order
from sitegen.formats import encoding, nodes, yaml_nodes

FILE: Final = "strings.yaml"
CHINESE: Final = "zh-CN"
TRADITIONAL: Final = "zh-Hant"
ENGLISH: Final = languages.ENGLISH.code
MONGOLIAN: Final = languages.MONGOLIAN.code
NEEDED: Final = (CHINESE, ENGLISH)
"""Languages in which every key has a text; in traditional script Chinese is converted, in Mongolian it stands in."""
LANGUAGES: Final = (CHINESE, TRADITIONAL, ENGLISH, MONGOLIAN)
SHOWN: Final = 12
"""Keys that a message names."""
PLACE: Final = re.compile(r"\{(\w+)\}")

_WHY: Final = "界面用语都在主题的 strings.yaml 里，网页上的按钮、标题、说明从那里取（docs/themes.md）"

WRONG_FORM: Final = Kind(
    id="SG660",
    name="界面用语的写法不对",
    message="“{key}”的写法不对：{problem}",
    why=_WHY,
    help="一行一条，例如：search.button: {{zh-CN: 搜索, en: Search}}",
)
UNKNOWN_KEY: Final = Kind(
    id="SG661",
    name="没有这条界面用语",
    message="主题里没有“{key}”这条界面用语，写了也用不上",
    why=_WHY,
    help="对照自带主题的 strings.yaml 改正名称；要新加一条，zh-CN 和 en 都要写{guess}",
)
UNKNOWN_WORD: Final = Kind(
    id="SG662",
    name="模板用了没有的界面用语",
    message="界面用语里没有“{key}”。这一行是：{line}",
    why=_WHY,
    help="改正名称，或者在 themes/default/strings.yaml 里加上这一条{guess}",
)
WRONG_PLACES: Final = Kind(
    id="SG663",
    name="界面用语的空位不一致",
    message="“{key}”这里有空位{has}，应当有{wanted}",
    why=_WHY,
    help="花括号里的名字要和自带的用语、模板里给出的值一样，一个不能多也不能少",
)
UNTRANSLATED: Final = Kind(
    id="SG669",
    name="界面用语没有译文",
    message="{language}网页上有{count}条界面用语还没有{language}，先用中文：{keys}",
    why=_WHY,
    help="请懂{language}的人在 themes/default/strings.yaml 里补上，例如“frame.skip: {{{code}: ……}}”；"
    "全部补上以后，再写“frame.lang: {{{code}: {code}}}”",
    severity=Severity.NOTE,
)
KINDS: Final = (WRONG_FORM, UNKNOWN_KEY, UNKNOWN_WORD, WRONG_PLACES, UNTRANSLATED)


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Texts by language and key, and what is wrong in the files they come from (SG660, SG661, SG663).

    `written` holds the keys for which a language has a text of its own.
    """

    texts: Mapping[str, Mapping[str, str]]
    written: Mapping[str, frozenset[str]] = MappingProxyType({})
    faults: tuple[Diagnostic, ...] = ()


class _Text(msgspec.Struct, frozen=True):
    text: str
    span: Span


_Entries = dict[str, dict[str, _Text]]


def read_words(folders: Sequence[Path]) -> Words:
    """Read `strings.yaml` of all folders; a text of an earlier folder replaces that of a later one."""
    faults: list[Diagnostic] = []
    entries: _Entries = {}
    for folder in reversed(folders):
        file = folder / FILE
        if file.is_file():
            shown = "/".join((*folder.parts[-2:], FILE))
            read, found = _read(file.read_bytes(), shown)
            faults += (*found, *_compared(read, entries, shown))
            for key, texts in read.items():
                entries[key] = {**entries.get(key, {}), **texts}
    by_language = {
        language: MappingProxyType({key: _text_in(texts, language) for key, texts in entries.items()})
        for language in LANGUAGES
    }
    written = {
        language: frozenset(key for key, texts in entries.items() if language in texts) for language in LANGUAGES
    }
    return Words(
        texts=MappingProxyType(by_language), written=MappingProxyType(written), faults=in_order(faults)
    )


def places_of(text: str) -> frozenset[str]:
    """Return the names in braces."""
    return frozenset(PLACE.findall(text))


def shown_places(names: frozenset[str]) -> str:
    """Return names of places as findings show them."""
    return "、".join(f"{{{name}}}" for name in sorted(names)) or "（没有空位）"


def guess(key: str, known: Mapping[str, object]) -> str:
    """Return a suggestion for a key that does not exist."""
    near = get_close_matches(key, list(known), n=1)
    return f"；是不是想写“{near[0]}”？" if near else ""


def untranslated(keys: Sequence[str], language: languages.Language) -> Iterator[Diagnostic]:
    """Yield SG669 where `keys` have no text in a language."""
    if keys:
        shown = "、".join(keys[:SHOWN]) + ("等" if len(keys) > SHOWN else "")
        found = UNTRANSLATED.found(
            language=language.chinese, code=language.code, count=len(keys), keys=shown
        )
        yield found.at(f"themes/default/{FILE}")


def _text_in(texts: Mapping[str, _Text], language: str) -> str:
    found = texts.get(language) or texts.get(CHINESE)
    return found.text if found is not None else ""


@lru_cache(maxsize=4)
def _read(data: bytes, shown: str) -> tuple[_Entries, tuple[Diagnostic, ...]]:
    """Return what a file of words says; a preview reads the same ones at every build."""
    text, more = encoding.decode(data)
    node, others = yaml_nodes.compose(text)
    faults = [fault.at(shown) for fault in more + others]
    if not isinstance(node, nodes.Mapping):
        return {}, tuple(faults)
    entries: _Entries = {}
    for entry in node.entries:
        key, value = entry.key.text, entry.value
        if isinstance(value, nodes.Broken):
            continue
        if not isinstance(value, nodes.Mapping):
            fault = WRONG_FORM.found(entry.key.span, key=key, problem="要按语言写")
            faults.append(fault.at(shown))
            continue
        entries[key] = {}
        for each in value.entries:
            problem = _problem(each)
            if problem:
                faults.append(WRONG_FORM.found(each.key.span, key=key, problem=problem).at(shown))
            elif isinstance(each.value, nodes.Scalar):
                entries[key][each.key.text] = _Text(each.value.text, each.value.span)
    return entries, tuple(faults)


def _problem(entry: nodes.Entry) -> str:
    if entry.key.text not in LANGUAGES:
        return f"语言只有{'、'.join(LANGUAGES)}，没有“{entry.key.text}”"
    return "" if isinstance(entry.value, nodes.Scalar | nodes.Broken) else "文字要写成一行"


def _compared(read: _Entries, before: _Entries, shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong in the texts of one file, beside those of the theme that it changes."""
    for key, texts in read.items():
        span = next((text.span for text in texts.values()), None)
        if before and key not in before and any(language not in texts for language in NEEDED):
            yield UNKNOWN_KEY.found(span, key=key, guess=guess(key, before)).at(shown)
            continue
        wanted = places_of(_text_in(before.get(key, texts), CHINESE))
        for text in texts.values():
            if places_of(text.text) != wanted:
                has = shown_places(places_of(text.text))
                found = WRONG_PLACES.found(text.span, key=key, has=has, wanted=shown_places(wanted))
                yield found.at(shown)
