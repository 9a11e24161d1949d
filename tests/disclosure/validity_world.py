"""Small worlds of papers and acts, written as lines of text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from sitegen.diagnostics import Place, Span
from sitegen.disclosure.courses import Course
from sitegen.disclosure.events import ACTS, Act, Citation, Commencement, EventKind, Paper
from sitegen.disclosure.validity import validity_of

CASES = Path(__file__).with_name("validity_cases.txt")
DATES = {
    "effective": "effective_on",
    "written": "written_on",
    "published": "published_on",
    "until": "valid_until",
}
WORDS = {"asserted": "asserted_state", "retroactive": "retroactive"}
FLAGS = {"backfilled": "backfilled", "lasting": "outlives_term"}
KINDS = {kind.value for kind in ACTS}


class World(NamedTuple):
    papers: tuple[Paper, ...]
    acts: tuple[Act, ...]
    citations: tuple[Citation, ...]
    expected: tuple[tuple[str, str], ...]

    def courses(self) -> dict[str, Course]:
        return validity_of(self.papers, self.acts)


def day(text: str) -> date:
    return date.fromisoformat(text)


def world(text: str) -> World:
    """Read papers, acts and expectations; a paper's title is its key in a made-up sentence."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    papers, acts, citations, expected = [], [], [], []
    for number, line in enumerate(lines, start=1):
        words = line.split()
        if len(words) > 1 and words[1] in ("=", "ignores"):
            expected.append((f"{words[0]} {words[1]}", " ".join(words[2:])))
        elif len(words) > 2 and words[1] in KINDS:
            acts.append(_act(words, number))
        elif len(words) > 2 and words[1] == "cites":
            citations.append(Citation(actor=words[0], target=words[2], place=_place(words[0], number)))
        else:
            papers.append(_paper(words))
    return World(tuple(papers), tuple(acts), tuple(citations), tuple(expected))


def cases() -> dict[str, World]:
    blocks = CASES.read_text(encoding="utf-8").split("\n== ")[1:]
    return {title: world(body) for title, _, body in (block.partition("\n") for block in blocks)}


def _paper(words: list[str]) -> Paper:
    key, rest = words[0], iter(words[1:])
    values: dict[str, object] = {}
    articles = []
    for word in rest:
        if word == "article":
            articles.append(Commencement(provision=next(rest), on=day(next(rest))))
        elif word in FLAGS:
            values[FLAGS[word]] = True
        elif word == "presumed":
            values["presumed_years"] = int(next(rest))
        elif word in WORDS:
            values[WORDS[word]] = next(rest)
        else:
            values[DATES[word]] = day(next(rest))
    return Paper(
        key=key,
        title=f"{key}办法",
        number=f"青政规〔2000〕{ord(key)}号",
        source=f"content/{key}.md",
        commencements=tuple(articles),
        **values,
    )


def _act(words: list[str], line: int) -> Act:
    options = dict(zip(words[3::2], words[4::2], strict=True))
    return Act(
        kind=EventKind(words[1]),
        actor=words[0],
        target=words[2],
        on=day(options["on"]) if "on" in options else None,
        provision=options.get("part", ""),
        by_provision=options.get("by", ""),
        place=_place(words[0], line),
    )


def _place(key: str, line: int) -> Place:
    return Place(path=f"content/{key}.md", span=Span(line, 1, line, 5))
