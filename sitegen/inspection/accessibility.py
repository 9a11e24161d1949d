"""What readers who cannot see get of a text: names of pictures and links, heads of tables, words beside pictures."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Fault
from sitegen.formats.markdown import LinkForm
from sitegen.inspection.manuscript import Manuscript, lines_of
from sitegen.inspection.style_kinds import EMPTY_LINK_TEXT, EMPTY_PICTURE_TEXT, NO_TABLE_HEADER, ONLY_PICTURES
from sitegen.model.records import Document
from sitegen.model.standards import Standards
from sitegen.patterns import expression

NAME_OF_A_FILE = expression(
    r"(?i)(?:[\w-]+\.(?:png|jpe?g|gif|bmp|webp|svg)|[0-9a-f]{8,}|(?:img|dsc|微信图片)?[_-]?\d+)\Z"
)
AROUND = frozenset(" \u3000【】[]（）()<>《》:：.。…>")
NUMBERED = expression(r"[ _-]*[（(]?(?:\d+|[一二三四五六七八九十]+)[）)]?\Z")
EMPTY_HEAD = expression(r"(?m)^ {0,3}\|[ \t|]*\|[ \t]*\n {0,3}\|? *:?-+:? *(?=[|\n])")
MOST_WORDS = 30
"""Characters of text up to which a page of pictures says nothing in words."""


def pictures_and_links(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG575 and SG576 for pictures and links whose words say nothing (R144)."""
    for link in manuscript.body.links:
        words = _bare(link.text)
        if link.form == LinkForm.IMAGE:
            if _names_nothing(words, standards.style.empty_picture_texts):
                yield EMPTY_PICTURE_TEXT.found(link.span, text=link.text)
        elif words.lower() in standards.style.empty_link_texts:
            yield EMPTY_LINK_TEXT.found(link.span, text=link.text)


def _bare(text: str) -> str:
    """Return a text without brackets and signs around it."""
    start, end = 0, len(text)
    while start < end and text[start] in AROUND:
        start += 1
    while end > start and text[end - 1] in AROUND:
        end -= 1
    return text[start:end]


def _names_nothing(words: str, known: tuple[str, ...]) -> bool:
    if not words:
        return False  # SG215
    bare = NUMBERED.sub("", words.lower()).strip()
    return bare in known or NAME_OF_A_FILE.match(words) is not None


def heads_of_tables(manuscript: Manuscript, _: Standards) -> Iterator[Fault]:
    """Yield SG577 for tables whose first row is empty (R144)."""
    if "|" not in manuscript.source:
        return
    for found in EMPTY_HEAD.finditer(manuscript.source):
        end = manuscript.source.index("\n", found.start())
        yield NO_TABLE_HEADER.found(lines_of(manuscript.source, manuscript.first_line).span(found.start(), end))


def words_beside_pictures(manuscript: Manuscript, _: Standards) -> Iterator[Fault]:
    """Yield SG578 where the text of a document is pictures and hardly a word (R147)."""
    if not isinstance(manuscript.record, Document):
        return
    pictures = [link for link in manuscript.body.links if link.form == LinkForm.IMAGE]
    if not pictures:
        return
    named = sum(len(link.text) for link in pictures)
    if len("".join(manuscript.body.plain.split())) - named <= MOST_WORDS:
        yield ONLY_PICTURES.found(pictures[0].span)
