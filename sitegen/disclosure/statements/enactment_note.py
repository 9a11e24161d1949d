"""题注: the history in brackets below a rule's title, read step by step."""

import re

from sitegen.disclosure.chinese_dates import DATE, parse_date
from sitegen.disclosure.compact_text import CompactText
from sitegen.disclosure.document_numbers import find_document_numbers
from sitegen.disclosure.statements.records import EnactmentNote, NoteEvent
from sitegen.patterns import expression

_ACTION = "(?:通过|公布|发布|颁布|批准|修订|修正|修改|废止|施行|印发)"
# In brackets below the title: （2012年3月5日…令第12号公布　根据2018年6月1日《…》修订）
_IN_BRACKETS = expression(
    rf"(?<!》)\(\n?(?:(?:该|本)?[一-鿿]{{0,6}}于)?(?=(?:根据)?{DATE})((?:[^()]|\([^()]{{0,80}}\)){{12,2000}}?{_ACTION})\)"
    r"(?=\n|$|第一[章条]|目录|总则|为|根据|一、)"
)
# Or one step a line, without brackets.
_LINES = expression(rf"(?:^|\n)((?:(?:根据)?{DATE}[^\n。]{{2,300}}?{_ACTION}[,、]?(?:\n|$))+)")
# Or in one run with the heading and the first article.
_IN_RUN = expression(
    rf"((?:(?:根据)?{DATE}[^。;]{{2,160}}?{_ACTION}[,、]?)+)(?=$|\n|第一[章条]|目录|总则|一、|〈!)"
)
_STEP = expression(
    rf"(?:根据)?(?P<date>{DATE})(?:以)?(?P<by>.*?)(?:第[一二三四五六七八九十]+次)?(?P<action>{_ACTION})"
    rf"(?=,?自?(?:根据)?{DATE}|[,。;\n]|$)"
)
_PUBLISHED = ("公布", "发布", "颁布")
_TITLE = expression("《(.*?)》(?!的)")
_ZONE = 6000
_HEADING = 160
_MADE = expression("通过|公布|发布|颁布")
_DAY = expression(DATE)


def find_enactment_note(document: CompactText) -> EnactmentNote | None:
    """Find the note near the head of the text: （2012年3月5日…令第12号公布 根据2018年6月1日《…》修订）."""
    text = document.text
    match = _IN_BRACKETS.search(text, 0, _ZONE) or _LINES.search(text, 0, _ZONE) or _in_run(document)
    if match is None:
        return None
    events = tuple(_event(step) for step in _STEP.finditer(match[1]))
    if not events or not any(event.number or event.title or event.action != "印发" for event in events):
        return None
    bounds = match.span() if match.re.pattern == _IN_BRACKETS.pattern else match.span(1)
    start, end = document.span(*bounds)
    return EnactmentNote(events=events, quote=document.quote(*bounds), start=start, end=end)


def _in_run(document: CompactText) -> re.Match[str] | None:
    """Find a note that begins at a gap after the heading."""
    for day in _DAY.finditer(document.text, 0, _HEADING):
        match = _IN_RUN.match(document.text, day.start()) if day.start() in document.boundaries else None
        if match and _MADE.search(match[1]) and "附件" not in document.text[: day.start()]:
            return match
    return None


def first_publication(note: EnactmentNote | None) -> NoteEvent | None:
    """Return the step by which a rule was made public; None where the note tells of none."""
    events = note.events if note else ()
    return next((event for event in events if event.action in _PUBLISHED), None)


def _event(step: re.Match[str]) -> NoteEvent:
    numbers = find_document_numbers(step["by"])
    title = _TITLE.search(step["by"])
    return NoteEvent(
        action=step["action"],
        date=parse_date(step["date"]),
        number=numbers[0].number if numbers else "",
        title=title[1] if title else "",
    )
