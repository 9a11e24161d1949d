"""The Chinese sentences about validity, held against a table of text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from validity_world import World, day, world

from sitegen.disclosure.changes import effects_by_actor
from sitegen.disclosure.derivation import derivation
from sitegen.disclosure.enactment_note import enactment_note
from sitegen.disclosure.events import Paper
from sitegen.disclosure.headline import headline
from sitegen.disclosure.phrases import Phrase, full_name, plain, sentence, short_name
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.disclosure.timeline import timeline

WORDS = Path(__file__).with_name("validity_words.txt")


def cases() -> dict[str, str]:
    blocks = WORDS.read_text(encoding="utf-8").split("\n== ")[1:]
    return {title: body.rstrip("\n") for title, _, body in (block.partition("\n") for block in blocks)}


def told(papers: World, key: str, as_of: date) -> list[str]:
    courses = papers.courses()
    course = courses[key]
    notice = headline(course, as_of, courses)
    return [
        f"  card: {state_sentence(course, as_of, courses)}",
        *(
            f"  {number}. {plain(step.phrases)} [{step.rule}]"
            for number, step in enumerate(derivation(course, as_of, courses), start=1)
        ),
        *([f"  {notice.tone} {notice.days}: {notice.title}｜{plain(notice.phrases)}"] if notice else []),
        f"  note: {'／'.join(enactment_note(course, as_of, courses))}",
        *(
            f"  {point.on} {point.mark}: {plain(point.phrases)}"
            for point in timeline(course, as_of, courses, effects_by_actor(courses.values()))
        ),
    ]


def filled(body: str) -> str:
    """Return a case with the text that the program makes, in the place of the text it has."""
    given = [line for line in body.splitlines() if not line.startswith("  ")]
    papers = world("\n".join(line for line in given if not line.startswith("show ")))
    lines: list[str] = []
    for line in given:
        lines.append(line)
        if line.startswith("show "):
            _, key, as_of = line.split()
            lines.extend(told(papers, key, day(as_of)))
    return "\n".join(lines)


@pytest.mark.parametrize("title", cases().keys())
def test_words(title: str) -> None:
    body = cases()[title]
    assert filled(body) == body


def test_names_of_papers() -> None:
    whole = Paper(key="a", title="关于修改《甲办法》的决定", number="青政发〔2024〕3号")
    assert full_name(whole) == Phrase("《关于修改〈甲办法〉的决定》（青政发〔2024〕3号）", "a")
    assert short_name(whole).text == "青政发〔2024〕3号"
    assert short_name(Paper(key="b", title="乙规定")).text == "《乙规定》"
    assert full_name(Paper(key="number:丙〔2001〕1号", number="丙〔2001〕1号")).text == "丙〔2001〕1号"


def test_neighbouring_texts_are_one_phrase_and_names_stay_apart() -> None:
    name = Phrase("《甲办法》", "a")
    assert sentence("由", "", name, "第九条", "废止") == (Phrase("由"), name, Phrase("第九条废止"))


def test_steps_say_where_it_is_written() -> None:
    courses = world("A effective 2010-01-01 until 2030-01-01\nB effective 2015-01-01\nB amend A").courses()
    steps = derivation(courses["A"], day("2020-01-01"), courses)
    places = [(step.place.path, step.place.span and step.place.span.line) for step in steps if step.place]
    assert places == [("content/A.md", None), ("content/A.md", None), ("content/B.md", 3)]
    assert [step.actor for step in steps] == ["", "", "B", ""]
