"""The cases beside this file: a bad table in words, the formats it comes in, what the import must make of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sitegen.config import find_catalogues
from sitegen.importing.imported import Given, Known, Wishes, import_tables
from sitegen.importing.words import read_words
from sitegen.reporting import text
from tests.importing.make_files import FORMATS

FOLDER = Path(__file__).parent / "tables"
DAY = date(2026, 11, 20)
PARTS = re.compile(r"^#### (?P<name>.+)\n", re.MULTILINE)
FILES = find_catalogues(Path(__file__).parent).files
WORDS = read_words(FILES)
TITLES = [
    re.search(r"^  名称: (\S+)$", FILES[name].decode(), re.MULTILINE)[1]
    for name in sorted(FILES)
    if name.startswith("domains/")
]
KNOWN = [
    Known(
        number=number,
        code=f"d{number}",
        title=title,
        file=f"domains/{number:02}-d{number}.yaml",
        catalogue={"版本": "1"},
    )
    for number, title in enumerate(TITLES, 1)
]


class Case(NamedTuple):
    """A case: the first format is the one whose findings are kept, the others must give the same file."""

    path: Path
    about: str
    formats: list[str]
    wishes: Wishes
    table: str
    written: str
    report: str


def cases() -> list[Case]:
    return [read_case(path) for path in sorted(FOLDER.glob("*.txt"))]


def read_case(path: Path) -> Case:
    parts = PARTS.split(path.read_text(encoding="utf-8"))
    head = parts[0].splitlines()
    values = dict(line.split(": ", 1) for line in head[1:] if ": " in line)
    wishes = Wishes(
        domain=values.get("domain", ""),
        new_domains=tuple(values["new-domain"].split()) if "new-domain" in values else (),
        fill_down=values.get("fill-down", "") == "yes",
    )
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    return Case(
        path,
        head[0],
        values["formats"].split(),
        wishes,
        named["table"],
        named.get("written", ""),
        named.get("report", ""),
    )


def run(case: Case, form: str) -> tuple[str, str]:
    """Return what an import of the case in one format writes (without the comments on top), and what it says."""
    data = FORMATS[form](case.table.strip("\n").split("\n"))
    given = Given(name=f"mulu.{form.rpartition('.')[2]}", data=data)
    written, found = import_tables([given], KNOWN, WORDS, case.wishes, frozenset(), DAY)
    texts = [f"--- {each.file}\n" + re.sub(r"^#.*\n", "", each.text, flags=re.MULTILINE) for each in written]
    return "".join(texts), text.render(found, lambda _: None)


def accept(case: Case, written: str, report: str) -> None:
    """Put what an import makes of a case into its file."""
    head = case.path.read_text(encoding="utf-8").partition("#### table\n")[0]
    table = case.table.strip("\n")
    content = f"{head}#### table\n{table}\n\n#### written\n{written}\n#### report\n{report}"
    case.path.write_text(content, encoding="utf-8")
