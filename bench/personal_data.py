"""Measure the search for personal data: numbers planted in every way, and alarms over pages that hold none.

    python bench/personal_data.py planted [--count 3000] [--seed 1]
    python bench/personal_data.py pages FOLDER [--show]
    python bench/personal_data.py figures [--pages 2000] [--seed 1]

`planted` writes invented numbers (with counties that do not exist) into texts and attachments, split as people and
programs split them, and counts how many are found: recall by sort of number and by sort of file. Leaves with 1 where
an ID number is missed. `pages` reads a folder of real pages and files and counts alarms; with `--show` each is shown
with what stands around it, its digits hidden. `figures` does the same over pages of random figures in rows.
Of numbers of 15 digits and of passports only those count that stand behind a word, for only they are looked for.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from stdnum import luhn
from stdnum.cn import ric

sys.path.insert(0, str(Path(__file__).parent.parent))

from sitegen.config import find_catalogues, read_catalogues, shipped
from sitegen.diagnostics import Fault, Severity
from sitegen.inspection.attachments import in_attachment
from sitegen.inspection.privacy import in_text
from sitegen.model.privacy import Privacy
from tests.extraction import files

FIRST_BIRTH = date(1921, 1, 1)
WEAK_GAPS = ("", "", "", " ", "  ", "\u3000", "\u00a0", "-", "－", "·", "\u200b", "\u00ad")
MARKDOWN_GAPS = (*WEAK_GAPS, "*", "**", "\\", "`", "&nbsp;", "&#8203;", "<b>", "</b>", "<wbr>", "](http://a.example/20)[")
NATURAL = ((6, 14), (6, 10, 12, 14), (4, 8, 12, 16), (3, 6, 9, 12, 15), tuple(range(1, 18)), (2, 4, 6, 10, 12, 14, 17))
SIGN_GAPS = (",", "，", ":", "：", "/", ")(", "）（", "，　")
SCRIPTS = ("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "⓪①②③④⑤⑥⑦⑧⑨", "⁰¹²³⁴⁵⁶⁷⁸⁹", "٠١٢٣٤٥٦٧٨٩", "᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙")
ESCAPES = tuple(f"%3{digit}" for digit in range(10))
ZEROS = ("0", "0", "0", "〇", "○", "O", "o", "０")


def main() -> int:
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    planted = commands.add_parser("planted")
    planted.add_argument("--count", type=int, default=3000)
    planted.add_argument("--seed", type=int, default=1)
    pages = commands.add_parser("pages")
    pages.add_argument("folder", type=Path)
    pages.add_argument("--show", action="store_true")
    figures = commands.add_parser("figures")
    figures.add_argument("--pages", type=int, default=2000)
    figures.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    catalogues, _ = read_catalogues(find_catalogues(shipped("catalogs").parent), "default")
    assert catalogues is not None
    privacy = catalogues.standards.privacy
    if given.command == "planted":
        return measure_recall(given.count, random.Random(given.seed), privacy)
    if given.command == "pages":
        return count_alarms(read_pages(given.folder, privacy), given.show)
    rows = random.Random(given.seed)
    found = ((f"page {n}", text := page_of_figures(rows), [*in_text(text, 0, privacy)]) for n in range(given.pages))
    return count_alarms(found, True)


# numbers


def identity_number(rng: random.Random) -> str:
    birth = FIRST_BIRTH + timedelta(days=rng.randrange(38_000))
    number = f"{rng.choice(PROVINCES)}99{rng.randrange(100):02}{birth:%Y%m%d}{rng.randrange(1000):03}"
    return number + ric.calc_check_digit(f"{number}0")


def old_number(rng: random.Random) -> str:
    birth = FIRST_BIRTH + timedelta(days=rng.randrange(28_000))
    return f"{rng.choice(PROVINCES)}99{rng.randrange(100):02}{birth:%y%m%d}{rng.randrange(1000):03}"


def card_number(rng: random.Random) -> str:
    prefix, length = rng.choice((("622848", 19), ("621700", 19), ("622588", 16), ("622260", 19)))
    number = prefix + "".join(rng.choices("0123456789", k=length - 7))
    return number + luhn.calc_check_digit(number)


def mobile_number(rng: random.Random) -> str:
    return f"1{rng.choice('3456789')}{rng.randrange(10**9):09}"[:-1] + rng.choice("123456789")


PROVINCES = ("11", "31", "32", "33", "35", "37", "44", "51", "61", "65", "81", "83")
SORTS: dict[str, tuple[str, Callable[[random.Random], str], str]] = {
    "ID number, 18 digits": ("SG701", identity_number, ""),
    "ID number, 15 digits": ("SG701", old_number, "身份证号"),
    "bank card": ("SG703", card_number, ""),
    "mobile number": ("SG704", mobile_number, ""),
    "passport": ("SG705", lambda rng: f"E{rng.randrange(10**8):08}", "护照号码"),
}


# how numbers are split


def split(number: str, rng: random.Random, gaps: tuple[str, ...]) -> str:
    """Return a number as somebody might write it."""
    how = rng.randrange(10)
    if how == 6:
        return rng.choice(SIGN_GAPS).join(pieces(number, rng.choice(NATURAL)))
    if how == 7:
        digits = rng.choice((*SCRIPTS, ESCAPES))
        return "".join(digits[int(sign)] if sign.isdigit() else sign for sign in number)
    if how == 8:
        digits = rng.choice(SCRIPTS)
        written = (digits[int(sign)] if sign.isdigit() else sign for sign in number)
        return rng.choice((" ", "", ",", "\u3000", "**")).join(pieces("".join(written), rng.choice(NATURAL)))
    if how == 9:
        ones = [at for at, sign in enumerate(number) if sign == "1"]
        letters = rng.sample(ones, min(len(ones), rng.randrange(1, 4)))
        return "".join(rng.choice("lI") if at in letters else sign for at, sign in enumerate(number))
    if how == 0:
        return number
    if how == 1:
        return number.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    if how == 2:
        return number[0] + "".join(rng.choice(ZEROS) if sign == "0" else sign for sign in number[1:])
    if how == 3:
        cuts = rng.choice(NATURAL)
        return rng.choice((" ", "\u3000", "-", "**", "\t")).join(pieces(number, cuts))
    if how == 4:
        return "".join(sign + rng.choice(gaps) for sign in number[:-1]) + number[-1]
    at = rng.randrange(1, len(number))
    return number[:at] + rng.choice(("\n", "<br>", " ", "** **", "\\\n")) + number[at:]


def pieces(number: str, cuts: tuple[int, ...]) -> list[str]:
    places = (0, *(cut for cut in cuts if cut < len(number)), len(number))
    return [number[start:end] for start, end in pairwise(places)]


# where they are put


def in_body(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    written = split(number, rng, MARKDOWN_GAPS) if len(number) == 18 else number
    return "a.md", f"经审核，王某（{word}{written}）符合条件。\n".encode()


def in_cells(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    cells = pieces(number, rng.choice(NATURAL)) if len(number) == 18 else [number]
    head = f"| 姓名 | {word or '身份证号'} |\n| --- | --- |\n"
    return "a.md", f"{head}| 王某 | {word}{' | '.join(cells)} | 500 |\n".encode()


def in_word(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    written = split(number, rng, WEAK_GAPS) if len(number) == 18 else number
    text = f"王某{word}{written}"
    return "a.docx", rng.choice(
        (
            lambda: files.docx("名单", text),
            lambda: files.docx("名单", header=text),
            lambda: files.docx("名单", hidden=text),
            lambda: files.docx("名单", cells=f"王某|{word}{number}"),
            lambda: files.docx_with_change("名单", text),
            lambda: files.docx_with_comment("名单", text),
        )
    )()


def in_sheet(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    hidden, spread = rng.random() < 0.5, rng.random() < 0.3 and len(number) == 18

    def build(book) -> None:
        book.add_worksheet("封面")
        sheet = book.add_worksheet("名单")
        sheet.write_row(0, 0, ["姓名", word or "号码"])
        sheet.write_row(1, 0, ["王某", *(number if spread else [number])])
        if hidden:
            rng.choice((sheet.hide, sheet.very_hidden))()

    return "a.xlsx", files.xlsx(build)


def in_old_sheet(number: str, word: str, _: random.Random) -> tuple[str, bytes]:
    return "a.xls", files.xls([["姓名", word or "号码"], ["王某", number]])


def in_old_word(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    written = split(number, rng, WEAK_GAPS) if len(number) == 18 else number
    return rng.choice(("a.doc", "a.wps")), files.doc(f"名单\r王某{word}{written}\r")


def in_pdf(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    if word:
        return "a.txt", f"王某{word}{number}".encode("gb18030")
    written = " ".join(pieces(number, rng.choice(NATURAL))) if len(number) == 18 else number
    return "a.pdf", files.pdf("one", f"No. {written}")


def in_csv(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    return "a.csv", f"姓名,{word or '号码'}\n王某,{number}\n".encode(rng.choice(("utf-8", "gb18030", "utf-16")))


def in_archive(number: str, word: str, rng: random.Random) -> tuple[str, bytes]:
    name, data = rng.choice((in_sheet, in_word, in_csv, in_old_word))(number, word, rng)
    inner = files.zipped({f"名单/{name}": data})
    return "a.zip", files.zipped({"内.zip": inner}) if rng.random() < 0.3 else inner


PLACES = (in_body, in_cells, in_word, in_sheet, in_old_sheet, in_old_word, in_pdf, in_csv, in_archive)


# measuring


def faults_in(name: str, data: bytes, privacy: Privacy) -> list[Fault]:
    return [*in_text(data.decode(), 0, privacy)] if name.endswith(".md") else [*in_attachment(name, data, privacy)]


def measure_recall(count: int, rng: random.Random, privacy: Privacy) -> int:
    """Plant numbers and print recall; 1 where an ID number was missed."""
    tried: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    missed: list[str] = []
    for _ in range(count):
        sort = rng.choice((*SORTS, *("ID number, 18 digits",) * 4))
        number_kind, make, word = SORTS[sort]
        number, put = make(rng), rng.choice(PLACES)
        name, data = put(number, word, rng)
        key = (sort, put.__name__.removeprefix("in_"))
        tried[key] += 1
        if any(fault.id == number_kind for fault in faults_in(name, data, privacy)):
            found[key] += 1
        else:
            missed.append(f"{sort} in {name}: {data.decode() if name.endswith('.md') else number!r}")
    for sort in SORTS:
        total = sum(n for (each, _), n in tried.items() if each == sort)
        right = sum(n for (each, _), n in found.items() if each == sort)
        places = ", ".join(f"{put} {found[each, put]}/{n}" for (each, put), n in sorted(tried.items()) if each == sort)
        print(f"{sort}: {right}/{total} = {right / total:.4f} ({places})")
    print("\n".join(missed[:20]))
    return int(any(each.startswith("ID") for each in missed))


Read = tuple[str, str, list[Fault]]


def read_pages(folder: Path, privacy: Privacy) -> Iterator[Read]:
    """Yield what is found in each file of a folder."""
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        data = file.read_bytes()
        if file.suffix in (".txt", ".md", ".html", ".yaml"):
            text = data.decode("utf-8", "replace")
            yield file.name, text, [*in_text(text, 0, privacy)]
        else:
            yield file.name, "", [*in_attachment(file.name, data, privacy)]


def count_alarms(read: Iterator[Read], show: bool) -> int:
    """Print how many alarms there are in how many pages, errors and warnings apart."""
    pages = 0
    counts: Counter[tuple[str, str]] = Counter()
    with_errors = with_any = 0
    for name, text, found in read:
        pages += 1
        with_any += bool(found)
        with_errors += any(fault.severity is Severity.ERROR for fault in found)
        for fault in found:
            counts[fault.id, fault.severity.value] += 1
            if show:
                line = text.split("\n")[fault.span.line - 1] if fault.span else ""
                start = max(0, (fault.span.column if fault.span else 1) - 40)
                around = re.sub(r"\d", "#", line[start : start + 90])
                print(f"{name}: {fault.id} {fault.message} {around}")
    print(f"{pages} pages; with an error {with_errors}, with anything {with_any}; {dict(counts)}")
    print(f"per 1,000 pages: errors {1000 * with_errors / pages:.2f}, anything {1000 * with_any / pages:.2f}")
    return 0


def page_of_figures(rng: random.Random) -> str:
    """Return a page of a statistical table: rows of whole and broken figures, years and codes."""
    lines = []
    for _ in range(40):
        figures = [
            rng.choice(
                (
                    lambda: str(rng.randrange(10 ** rng.randrange(1, 9))),
                    lambda: f"{rng.randrange(10**5)}.{rng.randrange(100):02}",
                    lambda: str(rng.randrange(1995, 2027)),
                    lambda: f"{rng.randrange(1995, 2027)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}",
                    lambda: f"{rng.choice(PROVINCES)}{rng.randrange(10**4):04}",
                )
            )()
            for _ in range(8)
        ]
        lines.append(rng.choice((" ", " | ", "\t", ", ", "，", "（")).join(figures))
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
