"""Measure the reader of statements against a corpus whose truth was read by eye.

    python bench/validity_corpus.py FOLDER [--show] [--half even|odd]

FOLDER holds `raw/<column>/<id>.txt` (a header of “key: value” lines, a line with 正文, the text as one run) and
`validity-truth.yaml`. Printed are precision and recall of relations (acting document → document acted on),
of commencement dates and of terms, and the share of right states at the truth's reference date.

How answers are matched: an act belongs to the document whose number it gives; where no document has that number,
to the one whose title it gives. An act that belongs to no document of the truth counts as wrong. A date counts
as right when it is the same day; the last day of a term may differ by one day, because two ways of counting
are in use. Texts with omissions lose the lines that say so.
"""

import argparse
import re
import time
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from sitegen.disclosure.document_numbers import normalise_document_number
from sitegen.disclosure.statements import (
    Act,
    ActKind,
    Statements,
    TermEnding,
    read_statements,
    title_core,
    title_stem,
)

CHANGING = (ActKind.REPEAL, ActKind.REPLACE, ActKind.DECLARE_INVALID, ActKind.AMEND)
ENDING = (ActKind.REPEAL, ActKind.REPLACE, ActKind.DECLARE_INVALID)
RELATIONS = {
    "repeals": "repeal",
    "replaces": "replace",
    "amends": "amend",
    "declares_invalid": "declare_invalid",
}


def read_page(path: Path) -> Statements:
    header, _, body = path.read_text(encoding="utf-8").partition("正文 ====================\n")
    fields = dict(line.split(": ", 1) for line in header.splitlines() if ": " in line)
    body = re.sub(r"\n?〔采集节选[^〕]*〕\n?", "\n", body)
    published = fields.get("发布时间", "")[:10]
    return read_statements(
        body,
        title=fields.get("标题", ""),
        document_number=fields.get("文号", ""),
        published_on=datetime.strptime(published, "%Y-%m-%d").date() if published else None,
        term_ending=TermEnding.SAME_DAY,
    )


class Truth:
    """The documents of the truth, found by page, by number and by title."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.reference_date: date = data["reference_date"]
        self.documents: list[dict[str, Any]] = data["documents"]
        self.by_page: dict[str, int] = {}
        self.by_number: dict[str, int] = {}
        self.by_core: dict[str, int] = {}
        self.by_stem: dict[str, int] = {}
        for index, document in enumerate(self.documents):
            for page in (document["id"], *document.get("other_ids", ())):
                if page is not None:
                    self.by_page[str(page)] = index
            for number in (document["doc_number"], document.get("number_in_text")):
                if number:
                    self.by_number[normalise_document_number(number)] = index
            self.by_core.setdefault(title_core(document["title"]), index)
            self.by_stem.setdefault(title_stem(document["title"]), index)

    def find(self, act: Act, acting: int | None) -> int | None:
        """Return the document that an act belongs to; never the acting one itself."""
        for found in (
            self.by_number.get(act.number),
            self.by_core.get(title_core(act.title)),
            self.by_stem.get(title_stem(act.title)),
        ):
            if found is not None and found != acting:
                return found
        return None


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", action="store_true", help="print every wrong answer")
    arguments.add_argument("--half", choices=("even", "odd"), help="only pages with even or odd numbers")
    options = arguments.parse_args()
    truth = Truth(yaml.safe_load((options.folder / "validity-truth.yaml").read_text(encoding="utf-8")))
    pages = {path.stem: path for path in sorted(options.folder.glob("raw/*/*.txt"))}
    if options.half:
        parity = 0 if options.half == "even" else 1
        pages = {page: path for page, path in pages.items() if int(page) % 2 == parity}
    started = time.perf_counter()
    read = {page: read_page(path) for page, path in pages.items()}
    seconds = time.perf_counter() - started
    size = sum(path.stat().st_size for path in pages.values())
    print(f"{len(pages)} pages, {size / 1024:.0f} KiB, {1000 * seconds / (size / 4096):.2f} ms per 4 KiB")
    faults = [
        *relations(truth, read),
        *commencements(truth, read),
        *terms(truth, read),
        *states(truth, read, complete=options.half is None),
    ]
    if options.show:
        print("\n".join(faults))


def report(name: str, right: int, given: int, wanted: int) -> None:
    precision, recall = right / given if given else 1.0, right / wanted if wanted else 1.0
    print(f"{name:<22} precision {precision:.3f} ({right}/{given})  recall {recall:.3f} ({right}/{wanted})")


def relations(truth: Truth, read: dict[str, Statements]) -> list[str]:
    wanted = {
        (truth.by_page[str(cause["id"])], index): cause
        for index, document in enumerate(truth.documents)
        for cause in document["because"]
        if str(cause["id"]) in read
    }
    given: dict[tuple[Any, Any], Act] = {}
    kinds: dict[tuple[Any, Any], set[str]] = defaultdict(set)
    elsewhere = []
    for page, statements in read.items():
        acting = truth.by_page.get(page)
        for act in statements.acts:
            if act.kind not in CHANGING:
                continue
            target = truth.find(act, acting)
            if acting is None and target is None:
                elsewhere.append(f"  outside the truth: {page} {act.kind.value} {act.number} {act.title}")
                continue
            key = (page if acting is None else acting, act.number + act.title if target is None else target)
            given.setdefault(key, act)
            kinds[key].add(act.kind.value)
    right = wanted.keys() & given.keys()
    report("relations", len(right), len(given), len(wanted))
    same = sum(RELATIONS[wanted[key]["relation"]] in kinds[key] for key in right)
    print(
        f"{'  of the same kind':<22} {same}/{len(right)}; acts outside the truth's documents: {len(elsewhere)}"
    )
    return [
        *(
            f"relation missed: {wanted[key]['id']} → {truth.documents[key[1]]['title']}"
            for key in wanted.keys() - right
        ),
        *(
            f"relation wrong: {key[0]} {given[key].kind.value} {given[key].number} {given[key].title}"
            for key in given.keys() - right
        ),
        *(
            f"kind differs: {wanted[key]['id']} {wanted[key]['relation']} {kinds[key]} {key}"
            for key in right
            if RELATIONS[wanted[key]["relation"]] not in kinds[key]
        ),
        *elsewhere,
    ]


def commencements(truth: Truth, read: dict[str, Statements]) -> list[str]:
    faults, right, given, wanted = [], 0, 0, 0
    for index, page in primary_pages(truth, read):
        document, answer = truth.documents[index], read[page].commencement
        said = answer.date if answer else None
        expected = document.get("effective")
        given, wanted, right = (
            given + (said is not None),
            wanted + (expected is not None),
            right + (said is not None and said == expected),
        )
        if said != expected:
            faults.append(
                f"commencement: {page} said {said} “{answer and answer.quote}”, "
                f"is {expected} “{document.get('effective_quote')}”"
            )
    report("commencement dates", right, given, wanted)
    return faults


def terms(truth: Truth, read: dict[str, Statements]) -> list[str]:
    faults, right, given, wanted = [], 0, 0, 0
    for index, page in primary_pages(truth, read):
        document, answer = truth.documents[index], read[page].term
        said, expected = answer.until if answer else None, document.get("expires")
        good = said is not None and expected is not None and abs(said - expected) <= timedelta(days=1)
        given, wanted, right = given + (answer is not None), wanted + (expected is not None), right + good
        if not good and (answer or expected):
            faults.append(
                f"term: {page} said {said} “{answer and answer.quote}”, "
                f"is {expected} “{document.get('expiry_quote')}”"
            )
    report("terms", right, given, wanted)
    return faults


def primary_pages(truth: Truth, read: dict[str, Statements]) -> list[tuple[int, str]]:
    return [
        (index, str(document["id"]))
        for index, document in enumerate(truth.documents)
        if document["id"] is not None and str(document["id"]) in read
    ]


def states(truth: Truth, read: dict[str, Statements], *, complete: bool) -> list[str]:
    as_of = truth.reference_date
    acts: dict[int, list[Act]] = defaultdict(list)
    for page, statements in read.items():
        acting = truth.by_page.get(page)
        for act in statements.acts:
            target = truth.find(act, acting)
            if target is not None:
                acts[target].append(act)
    faults, right, total = [], 0, 0
    for index, document in enumerate(truth.documents):
        page = str(document["id"])
        if not complete and not acts[index] and page not in read:
            continue
        said, expected = state(acts[index], read.get(page), as_of), document["status_on_2026_09"]
        right, total = right + (said == expected), total + 1
        if said != expected:
            faults.append(f"state: {document['id']} {document['title']} said {said}, is {expected}")
    print(f"{'states':<22} {right / total:.3f} ({right}/{total})")
    return faults


def state(acts: list[Act], own: Statements | None, as_of: date) -> str:
    """A plain reckoning: an act counts from its own day, the end comes before the term, the term before changes."""
    working = [act for act in acts if act.date is not None and act.date <= as_of]
    if any(act.kind in ENDING for act in working):
        return "repealed"
    if own is not None and own.term is not None and own.term.until is not None and own.term.until < as_of:
        return "expired"
    if any(act.kind is ActKind.AMEND for act in working):
        return "amended"
    if own is not None and own.commencement is not None and own.commencement.rule.value == "conditional":
        return "unknown"
    return "in_force"


if __name__ == "__main__":
    main()
