"""XML as a row of events, for files from outside: definitions of a document's own (DTD) are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from sitegen.extraction.kinds import DAMAGED
from sitegen.extraction.records import UnreadableError

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], object]
Words = Callable[[str], None]


def walk(data: bytes, start: Start, end: End, words: Words) -> None:
    """Tell the elements of an XML text by their names without prefixes, and its words.

    Attributes keep their names without prefixes as well. Raises `UnreadableError` for what is no sound XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(_bare(name), {_bare(k): v for k, v in given.items()})
    parser.EndElementHandler = lambda name: end(_bare(name))
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, UnicodeDecodeError, ValueError, LookupError) as error:
        raise UnreadableError(DAMAGED, "里面的 XML 不完整") from error


def words_of(data: bytes, elements: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the words of each element that holds some; with `elements`, only of those."""
    found: list[str] = []
    open_elements: list[str] = []

    def words(text: str) -> None:
        if text.strip() and (not elements or (open_elements and open_elements[-1] in elements)):
            found.append(text.strip())

    walk(data, lambda name, _: open_elements.append(name), lambda _: open_elements.pop(), words)
    yield from found


def _refuse(*_: object) -> None:
    raise UnreadableError(DAMAGED, "里面的 XML 带有自定义的实体")


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
