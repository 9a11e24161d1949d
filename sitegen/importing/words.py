"""`catalogs/importing/words.yaml` and the ticks of `catalogs/channels.yaml`: what tables say, and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from sitegen.formats import encoding, yaml_nodes
from sitegen.formats.nodes import plain
from sitegen.importing.texts import key_of
from sitegen.model.catalogues import Term

Record = TypeVar("Record")
WORDS, CHANNELS = "importing/words.yaml", "channels.yaml"


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A field of the catalogue and the headings under which tables have it."""

    field: str = msgspec.field(name="项目")
    written: tuple[str, ...] = msgspec.field(name="写法")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What may be chosen in a field: its values in the catalogue, its names in tables."""

    field: str = msgspec.field(name="项目")
    values: tuple[str, ...] = msgspec.field(name="值")
    written: tuple[str, ...] = msgspec.field(name="写法")


class OtherNames(msgspec.Struct, frozen=True, kw_only=True):
    """A domain's other names."""

    domain: str = msgspec.field(name="领域")
    names: tuple[str, ...] = msgspec.field(name="别名")


class _File(msgspec.Struct, frozen=True, kw_only=True):
    headings: tuple[Heading, ...] = msgspec.field(name="表头")
    not_read: tuple[str, ...] = msgspec.field(name="不读的列")
    choices: tuple[Choice, ...] = msgspec.field(name="选项")
    ticked: tuple[str, ...] = msgspec.field(name="勾选的字")
    unticked: tuple[str, ...] = msgspec.field(name="没选的字")
    blanks: tuple[str, ...] = msgspec.field(name="空白的写法")
    ditto: tuple[str, ...] = msgspec.field(name="同上的写法")
    notes: tuple[str, ...] = msgspec.field(name="附注的开头")
    other_names: tuple[OtherNames, ...] = msgspec.field(name="领域别名")


class _Marks(msgspec.Struct, frozen=True, kw_only=True):
    ticked: tuple[str, ...] = msgspec.field(name="勾选符号")
    unticked: tuple[str, ...] = msgspec.field(name="未选符号")
    channels: tuple[Term, ...] = msgspec.field(name="渠道")


class Words(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All of it, ready to be asked. Keys are names without spaces and punctuation (`key_of`)."""

    fields: Mapping[str, str]
    not_read: frozenset[str]
    choices: Mapping[str, tuple[Choice, ...]]
    ticked: frozenset[str]
    unticked: frozenset[str]
    tick_words: frozenset[str]
    no_tick_words: frozenset[str]
    blanks: frozenset[str]
    ditto: frozenset[str]
    notes: tuple[str, ...]
    channels: Mapping[str, str]
    other_names: Mapping[str, tuple[str, ...]]

    @cached_property
    def channel_titles(self) -> tuple[str, ...]:
        """The channels of the list, in its order."""
        return tuple(dict.fromkeys(self.channels.values()))


def read_words(files: Mapping[str, bytes]) -> Words:
    """Return the words of the catalogue files in use (`CatalogueFiles.files`); a fault in them raises `ValueError`."""
    words, marks = _read(files, WORDS, _File), _read(files, CHANNELS, _Marks)
    return Words(
        fields={key_of(name): each.field for each in words.headings for name in each.written},
        not_read=frozenset(map(key_of, words.not_read)),
        choices=_by_name(words.choices),
        ticked=frozenset(marks.ticked),
        unticked=frozenset(marks.unticked),
        tick_words=frozenset(words.ticked),
        no_tick_words=frozenset(words.unticked),
        blanks=frozenset(words.blanks),
        ditto=frozenset(words.ditto),
        notes=words.notes,
        channels={name: term.title for term in marks.channels for name in (term.title, *term.aliases)},
        other_names={each.domain: each.names for each in words.other_names},
    )


def _read(files: Mapping[str, bytes], name: str, record: type[Record]) -> Record:
    text, _ = encoding.decode(files.get(name, b""))
    node, faults = yaml_nodes.compose(text)
    if node is None or faults:
        raise ValueError(f"catalogs/{name}")
    try:
        return msgspec.convert(plain(node), type=record, strict=False)
    except msgspec.ValidationError as error:
        raise ValueError(f"catalogs/{name}: {error}") from error


def _by_name(choices: Iterable[Choice]) -> Mapping[str, tuple[Choice, ...]]:
    found: dict[str, tuple[Choice, ...]] = {}
    for choice in choices:
        for name in choice.written:
            found[key_of(name)] = (*found.get(key_of(name), ()), choice)
    return found
