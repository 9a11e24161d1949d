"""Tables of cases for the reader of texts: text in, what is read out of it.

A case is the text, a line with `---`, the expected lines, and a line with `===`. Lines `@title`, `@number`,
`@written` and `@published` before the text give what is known from elsewhere, “-” that nothing is;
`@lines` says that the line breaks of the case tell something. A line with `#` above a case says
what it is about.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from sitegen.disclosure.statements import Act, Statements, read_statements

FOLDER = Path(__file__).parent / "statements"
PUBLISHED = date(2024, 3, 5)


class Case(NamedTuple):
    place: str
    text: str
    known: dict[str, str]
    expected: str


def cases(*names: str) -> list[Case]:
    found = []
    for name in names:
        line = 1
        for block in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n===\n"):
            if "\n---\n" in block:
                found.append(_case(f"{name}.txt:{line}", block))
            line += block.count("\n") + 2
    return found


def _case(place: str, block: str) -> Case:
    given, _, expected = block.partition("\n---\n")
    known, lines = {}, []
    for line in given.split("\n"):
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            known[key] = value
        elif lines or not line.startswith("# "):
            lines.append(line)
    return Case(place, "\n".join(lines).strip("\n"), known, expected.strip("\n"))


def read(case: Case) -> Statements:
    known = case.known
    return read_statements(
        case.text,
        title=known.get("title", ""),
        document_number=known.get("number", ""),
        written_on=date.fromisoformat(known["written"]) if "written" in known else None,
        published_on=PUBLISHED if "published" not in known else _day(known["published"]),
    )


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


def render(statements: Statements) -> str:
    """Write everything that was read, one line each, as the tables have it."""
    lines = []
    if statements.document_number:
        lines.append(f"number {statements.document_number}")
    if statements.written_on:
        lines.append(f"written {statements.written_on}")
    if statements.issued_title:
        lines.append(f"issues 《{statements.issued_title}》")
    if (found := statements.commencement) is not None:
        lines.append(f"commencement {found.date or 'unknown'} {found.rule.value} “{_line(found.quote)}”")
    if (term := statements.term) is not None:
        length = f"{term.years}y" * bool(term.years) + f"{term.months}m" * bool(term.months) or "date"
        lines.append(f"term {term.until or 'unknown'} {length} “{_line(term.quote)}”")
    lines += [_act(act) for act in statements.acts]
    if statements.enactment_note is not None:
        for event in statements.enactment_note.events:
            parts = [
                f"note {event.action}",
                str(event.date),
                event.number,
                event.title and f"《{event.title}》",
            ]
            lines.append(" ".join(filter(None, parts)))
    return "\n".join(lines)


def _act(act: Act) -> str:
    parts = [act.kind.value, act.number, act.title and f"《{act.title}》", str(act.date or "unknown")]
    parts += [act.affects and f"affects {act.affects}", f"until {act.until}" if act.until else ""]
    return " ".join(filter(None, parts))


def _line(quote: str) -> str:
    return quote.replace("\n", "⏎")
