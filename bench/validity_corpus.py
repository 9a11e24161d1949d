"""Measure reader, suggestions and state machine against a corpus whose truth was read by eye.

    python bench/validity_corpus.py FOLDER [--show] [--keep DIR]
    python bench/validity_corpus.py FOLDER --direct [--show] [--half even|odd]

FOLDER holds `raw/<column>/<id>.txt` (a head of “key: value” lines, a line with 正文, the text as one run) and
`validity-truth.yaml`. The pages are made into a project, `sitegen suggest --apply` writes what their texts say into
the front matter, and what `sitegen index` then says is held against the truth: precision and recall of relations
(acting document → document acted on), of commencement dates and of terms, and the share of right states at the
truth's reference date. Leaves with 1 where a figure is below 0.97. `--direct` measures the reader alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from corpus_project import write_project
from validity_truth import Figures, Truth, commencements, terms

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.disclosure.courses import Course
from sitegen.disclosure.events import EventKind
from sitegen.disclosure.statements import Act, ActKind, Statements, TermEnding, read_statements
from sitegen.disclosure.states import State
from sitegen.project import Project
from sitegen.site import Site
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from sitegen.suggesting.pages import read_page

LEAST = 0.97
CHANGING = (ActKind.REPEAL, ActKind.REPLACE, ActKind.DECLARE_INVALID, ActKind.AMEND)
ENDING = (ActKind.REPEAL, ActKind.REPLACE, ActKind.DECLARE_INVALID)
RELATIONS = {
    "repeals": ("repeal",),
    "replaces": ("replace",),
    "amends": ("amend", "partly_repeal"),
    "declares_invalid": ("declare_invalid", "lapse"),
}


BADGES = {
    State.NOT_YET_IN_FORCE: "尚未施行",
    State.IN_FORCE: "现行有效",
    State.AMENDED: "已修改",
    State.PARTLY_REPEALED: "已修改",
    State.SUSPENDED: "暂停",
    State.REPEALED: "废止",
    State.LAPSED: "失效",
}


def main() -> None:
    options = arguments()
    truth = Truth(yaml.safe_load((options.folder / "validity-truth.yaml").read_text(encoding="utf-8")))
    pages = sorted(options.folder.glob("raw/*/*.txt"))
    if options.half:
        parity = 0 if options.half == "even" else 1
        pages = [page for page in pages if int(page.stem) % 2 == parity]
    figures = Figures()
    if options.direct:
        measure_reader(truth, pages, figures, complete=options.half is None)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            measure_site(truth, pages, options.keep or Path(temporary), figures)
    if options.show:
        print("\n".join(figures.faults))
    sys.exit(1 if min(figures.shares.values()) < LEAST else 0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every wrong answer")
    parser.add_argument("--keep", type=Path, help="make the project in this folder and leave it there")
    parser.add_argument("--direct", action="store_true", help="measure the reader alone")
    parser.add_argument(
        "--half", choices=("even", "odd"), help="only pages with even or odd numbers (--direct)"
    )
    return parser.parse_args()


# Through the command line


def measure_site(truth: Truth, pages: list[Path], folder: Path, figures: Figures) -> None:
    paths = write_project(pages, folder)
    started = time.perf_counter()
    sitegen(folder, "suggest", "content", "--apply", "--format", "json")
    print(f"{len(pages)} pages, suggestions written in {time.perf_counter() - started:.1f} s")
    index = sitegen(folder, "index", "--format", "json", "--as-of", truth.reference_date.isoformat())
    by_path = {path: page for page, path in paths.items()}
    own = {by_path[entry["path"]]: entry for entry in index if entry["path"] in by_path}
    site_relations(truth, site_of(folder, truth.reference_date), by_path, figures)
    commencements(truth, {page: day(entry["effective_on"]) for page, entry in own.items()}, figures)
    terms(truth, {page: day(entry["valid_until"]) for page, entry in own.items()}, figures)
    site_states(truth, index, own, figures)


def sitegen(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """Run a command in the project and return what it printed as JSON."""
    command = [sys.executable, "-m", "sitegen", *arguments, "--project", "."]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return json.loads(done.stdout)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def site_of(folder: Path, as_of: date) -> Site:
    memory, workers = Memory(None, "bench"), Workers(1)
    try:
        project = Project(folder=folder, as_of=as_of)
        checked = pipeline.check(project, memory, workers, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        memory.close()
    if checked.site is None:
        sys.exit("validity_corpus: the project cannot be read")
    found: defaultdict[str, int] = defaultdict(int)
    for each in checked.diagnostics:
        found[each.id] += 1
    print("findings", ", ".join(f"{count}× {id}" for id, count in sorted(found.items())) or "none")
    return checked.site


def site_relations(truth: Truth, site: Site, by_path: dict[str, str], figures: Figures) -> None:
    wanted = truth.relations(by_path.values())
    given: dict[tuple[Any, Any], set[str]] = defaultdict(set)
    elsewhere = 0
    for act in site.legal_acts:
        if act.kind in (EventKind.CONTINUE, EventKind.RENEW):
            continue
        page = by_path.get(act.actor, "")
        acting = truth.by_page.get(page)
        target = truth_of(truth, site.courses[act.target], by_path, acting)
        if acting is None and target is None:
            elsewhere += 1
            continue
        given[page if acting is None else acting, act.target if target is None else target].add(
            act.kind.value
        )
    right = wanted.keys() & given.keys()
    figures.counted("relations", len(right), len(given), len(wanted))
    same = sum(bool({*RELATIONS[wanted[key]["relation"]]} & given[key]) for key in right)
    print(f"  of the same kind     {same}/{len(right)}; acts outside the truth's documents: {elsewhere}")
    figures.faults += [
        f"relation missed: {wanted[key]['id']} → {truth.documents[key[1]]['title']}"
        for key in wanted.keys() - right
    ]
    figures.faults += [f"relation wrong: {key} {given[key]}" for key in given.keys() - right]


def truth_of(truth: Truth, course: Course, by_path: dict[str, str], acting: int | None) -> int | None:
    """Return the document of the truth that a course belongs to."""
    found = truth.by_page.get(by_path.get(course.key, ""))
    if found is not None and found != acting:
        return found
    return truth.find(course.paper.number, course.paper.title, acting)


def site_states(
    truth: Truth, index: list[dict[str, Any]], own: dict[str, dict[str, Any]], figures: Figures
) -> None:
    pages = {entry["path"] for entry in own.values()}
    cited: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for entry in index:
        found = truth.find(entry["number"], entry["title"], None) if entry["path"] not in pages else None
        if found is not None:
            cited[found].append(entry)
    right = marked = 0
    for place, document in enumerate(truth.documents):
        page = str(document["id"])
        entries = [own[page]] if page in own else cited[place]
        expected = document["status_on_2026_09"]
        unknown = expected == "unknown" and all(entry["effective_on"] is None for entry in entries)
        said, badges = {status(entry) for entry in entries}, {BADGES[entry["state"]] for entry in entries}
        right += said == {expected} or (bool(entries) and unknown)
        marked += badges == {document["badge"]} or (bool(entries) and unknown)
        if said != {expected} and not unknown:
            figures.faults.append(f"state: {page} {document['title']} said {said}, is {expected}")
        if badges != {document["badge"]} and not unknown:
            figures.faults.append(f"badge: {page} {document['title']} said {badges}, is {document['badge']}")
    figures.share("states", right, len(truth.documents))
    print(f"  with the same badge  {marked}/{len(truth.documents)}")


def status(entry: dict[str, Any]) -> str:
    """Return a state in the truth's words: what was declared invalid is repealed there, what ran out expired."""
    if entry["state"] == State.LAPSED:
        return "repealed" if entry["by"] else "expired"
    if entry["state"] in (State.AMENDED, State.PARTLY_REPEALED):
        return "amended"
    return "repealed" if entry["state"] == State.REPEALED else "in_force"


# The reader alone


def measure_reader(truth: Truth, pages: list[Path], figures: Figures, *, complete: bool) -> None:
    started = time.perf_counter()
    read = {page.stem: read_statements_of(page) for page in pages}
    seconds = time.perf_counter() - started
    size = sum(page.stat().st_size for page in pages)
    print(f"{len(pages)} pages, {size / 1024:.0f} KiB, {1000 * seconds / (size / 4096):.2f} ms per 4 KiB")
    relations(truth, read, figures)
    commencements(
        truth, {page: each.commencement and each.commencement.date for page, each in read.items()}, figures
    )
    terms(truth, {page: each.term and each.term.until for page, each in read.items()}, figures)
    states(truth, read, figures, complete=complete)


def read_statements_of(path: Path) -> Statements:
    page = read_page(path.read_text(encoding="utf-8"))
    return read_statements(
        page.text,
        title=page.title,
        document_number=page.number,
        published_on=page.published_on,
        term_ending=TermEnding.SAME_DAY,
    )


def relations(truth: Truth, read: dict[str, Statements], figures: Figures) -> None:
    wanted = truth.relations(read)
    given: dict[tuple[Any, Any], Act] = {}
    kinds: dict[tuple[Any, Any], set[str]] = defaultdict(set)
    elsewhere = []
    for page, statements in read.items():
        acting = truth.by_page.get(page)
        for act in statements.acts:
            if act.kind not in CHANGING:
                continue
            target = truth.find(act.number, act.title, acting)
            if acting is None and target is None:
                elsewhere.append(f"  outside the truth: {page} {act.kind.value} {act.number} {act.title}")
                continue
            key = (page if acting is None else acting, act.number + act.title if target is None else target)
            given.setdefault(key, act)
            kinds[key].add(act.kind.value)
    right = wanted.keys() & given.keys()
    figures.counted("relations", len(right), len(given), len(wanted))
    same = sum(bool({*RELATIONS[wanted[key]["relation"]]} & kinds[key]) for key in right)
    print(f"  of the same kind     {same}/{len(right)}; acts outside the truth's documents: {len(elsewhere)}")
    figures.faults += [
        f"relation missed: {wanted[key]['id']} → {truth.documents[key[1]]['title']}"
        for key in wanted.keys() - right
    ]
    figures.faults += [
        f"relation wrong: {key[0]} {given[key].kind.value} {given[key].number} {given[key].title}"
        for key in given.keys() - right
    ]
    figures.faults += elsewhere


def states(truth: Truth, read: dict[str, Statements], figures: Figures, *, complete: bool) -> None:
    as_of = truth.reference_date
    acts: dict[int, list[Act]] = defaultdict(list)
    for page, statements in read.items():
        acting = truth.by_page.get(page)
        for act in statements.acts:
            target = truth.find(act.number, act.title, acting)
            if target is not None:
                acts[target].append(act)
    right, total = 0, 0
    for index, document in enumerate(truth.documents):
        page = str(document["id"])
        if not complete and not acts[index] and page not in read:
            continue
        said, expected = state(acts[index], read.get(page), as_of), document["status_on_2026_09"]
        right, total = right + (said == expected), total + 1
        if said != expected:
            figures.faults.append(f"state: {document['id']} {document['title']} said {said}, is {expected}")
    figures.share("states", right, total)


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
