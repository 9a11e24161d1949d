"""The text tables of this folder: a title, a Markdown text, what comes of it.

Each case is a title, a line `.`, the text, a line `.`, the outcome, a line `.`. After a deliberate
change run `python tests/formats/markdown/markdown_tables.py` with the program on the path: it writes
the outcomes anew, and `git diff` shows what to review.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sitegen.formats.markdown import Markdown, Target, convert, fill

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    text: str
    outcome: str


def read(path: Path) -> list[Case]:
    cases = []
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line != ".":
            parts[-1].append(line)
        elif len(parts) < 3:
            parts.append([])
        else:
            title, text, outcome = parts
            cases.append(
                Case("\n".join(title).strip(), *("".join(f"{line}\n" for line in p) for p in (text, outcome)))
            )
            parts = [[]]
    assert parts == [[]] or not "".join(parts[0]).strip(), f"{path.name}: the last case has no end"
    return cases


def html(text: str) -> str:
    """The page, each address that the site would give being `form:target#fragment`."""
    result = convert(text)
    targets = [
        Target(f"{link.form}:{link.target}" + (f"#{link.fragment}" if link.fragment else ""))
        for link in result.links
    ]
    return fill(result.html, targets).strip("\n") + "\n"


def places(text: str) -> str:
    """A line a link: form, target, place and the source found there."""
    result = convert(text, first_line=11)
    lines = text.split("\n")
    out = []
    for link in result.links:
        line, column, end_line, end_column = (
            link.span.line - 11,
            link.span.column - 1,
            link.span.end_line - 11,
            link.span.end_column - 1,
        )
        pieces = lines[line : end_line + 1]
        pieces[-1] = pieces[-1][:end_column]
        pieces[0] = pieces[0][column:]
        target = link.target + (f"#{link.fragment}" if link.fragment else "")
        place = f"{link.span.line}:{link.span.column}-{link.span.end_line}:{link.span.end_column}"
        out.append(f"{link.form} {target} | {link.text} | {place} | {'⏎'.join(pieces)}\n")
    return "".join(out)


def faults(text: str) -> str:
    """A line a finding."""
    out = []
    for fault in convert(text).faults:
        assert fault.span is not None
        place = f"{fault.span.line}:{fault.span.column}-{fault.span.end_line}:{fault.span.end_column}"
        out.append(f"{fault.id} {fault.severity} {place} {fault.message}\n")
    return "".join(out)


def plain(text: str) -> str:
    return convert(text).plain.replace("\t", "→") + "\n"


def headings(text: str) -> str:
    result: Markdown = convert(text)
    out = [f"{found.level} {found.line} {found.anchor} | {found.text}\n" for found in result.headings]
    return "".join(out) + " ".join(result.anchors) + "\n"


OUTCOMES: dict[str, Callable[[str], str]] = {
    "places": places,
    "faults": faults,
    "plain": plain,
    "headings": headings,
}


def outcome(path: Path, text: str) -> str:
    return OUTCOMES.get(path.stem, html)(text)


def accept() -> None:
    for path in sorted(FOLDER.glob("*.txt")):
        cases = [f"{case.title}\n.\n{case.text}.\n{outcome(path, case.text)}.\n" for case in read(path)]
        path.write_text("\n".join(cases), encoding="utf-8")


if __name__ == "__main__":
    accept()
