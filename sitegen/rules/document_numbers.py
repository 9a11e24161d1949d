"""文号: written in the one form (R78), and of the year in which the text was written (R79)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Leeway, Place, Severity
from sitegen.disclosure.clean_numbers import WELL_WRITTEN, number_of
from sitegen.disclosure.document_numbers import parse_document_number
from sitegen.model.records import Document
from sitegen.rules.scope import documents
from sitegen.site import Site

WRONG_FORM = Kind(
    id="SG324",
    name="文号写法不规范",
    message="文号“{number}”的写法不规范。",
    why="年份写全四位，用六角括号〔〕；序号不写“第”，前面不加0；最后写“号”（R78，GB/T 9704）。",
    help="改为“{right}”。",
    leeway=Leeway.FREE,
)
NO_NUMBER = Kind(
    id="SG325",
    name="看不出是文号",
    message="“{number}”看不出是文号。",
    why="文号由机关代字、年份和序号组成，别的文件要靠它找到这一件（R78）。",
    help="写成“青政规〔2023〕4号”的样子；不是文号的编号，不要写在“文号”里。",
    severity=Severity.WARNING,
)
OTHER_YEAR = Kind(
    id="SG326",
    name="文号的年份与成文日期不一致",
    message="文号“{number}”是{year}年的，成文日期却在{written}年。",
    why="文号的年份就是成文的年份（R78、R79）。",
    help="核对文号和成文日期，改正写错的一个。",
    severity=Severity.WARNING,
)
KINDS = (WRONG_FORM, NO_NUMBER, OTHER_YEAR)

SHORT_YEAR = re.compile(
    r"(?P<prefix>[一-鿿]+)[〔\[［【(（](?P<year>\d\d)[〕\]］】)）]第?0*(?P<serial>[1-9]\d*)号?\Z"
)
CENTURY = 100


def document_numbers(site: Site) -> Iterator[Diagnostic]:
    """Yield SG324–SG326 for every 文号 that is or will be public."""
    for record in documents(site):
        number = record.document_number
        if not number:
            continue
        if WELL_WRITTEN.match(number):
            year = int(number[number.index("〔") + 1 :][:4])
        else:
            parsed = parse_document_number(number)
            if parsed is None:
                yield _unreadable(record)
                continue
            if number_of(number) != number:
                yield _wrong_form(record, number_of(number))
            year = parsed.year
        if year and record.written_on is not None and year != record.written_on.year:
            yield _other_year(record, year)


def _wrong_form(record: Document, right: str) -> Diagnostic:
    problem = WRONG_FORM.found(record.place("document_number"), number=record.document_number, right=right)
    return problem.at(record.source)


def _unreadable(record: Document) -> Diagnostic:
    """Return what to say of a text that no number can be read from; a year of two digits is completed."""
    number, written = record.document_number, record.written_on
    short = SHORT_YEAR.match(number)
    if short is not None and written is not None and int(short["year"]) == written.year % CENTURY:
        return _wrong_form(record, f"{short['prefix']}〔{written.year}〕{short['serial']}号")
    return NO_NUMBER.found(record.place("document_number"), number=number).at(record.source)


def _other_year(record: Document, year: int) -> Diagnostic:
    written = record.written_on
    problem = OTHER_YEAR.found(
        record.place("document_number"),
        number=record.document_number,
        year=year,
        written=written.year if written else "",
    )
    date_place = Place(path=record.source, span=record.place("written_on"), note="成文日期")
    return problem.at(record.source, (date_place,))
