"""Measure what the checks cost: their share of a cold build, and a check by itself beside that build.

    python bench/check_share.py [--docs 10000] [--rounds 3] [--work FOLDER]

Builds the synthetic column (`make_corpus.py`) cold in one process, so that all work is in one place, and counts the
processor seconds spent in each family of checks: the rules of texts and what holds texts against their front matter
(both run where files are parsed), the reading of attachments, the rules over the whole site, and the weighing of what
was found. Parsing, validating of fields and linking are no checks: without them there is nothing to build from. The
index for searching is made, as in every build that is not told otherwise; the share is given without it too. Then
`sitegen check` is timed after the build (everything remembered) and without memory. Prints medians; leaves with 1 where
the checks cost 15 % of the build or more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from compare import prepare, run

from sitegen import judging, pipeline, reading
from sitegen.cli import commands

MOST = 0.15
FAMILIES: tuple[tuple[str, Any, str], ...] = (
    ("texts against front matter", reading, "compare"),
    ("rules of texts", reading, "inspect"),
    ("attachments", pipeline, "examine"),
    ("rules over the site", judging, "check_rules"),
    ("weighing", judging, "grade"),
)
"""What counts as a check: its name, the module that calls it, and the name by which it does."""
SEARCH = ("index for searching", pipeline, "_index")


def main() -> None:
    given = arguments()
    if given.inside:
        inside(given.inside)
    site = prepare(given.work, given.docs, "sitegen", None)
    rounds = [one_round(site) for _ in range(given.rounds)]
    table(rounds, given.docs)
    share = statistics.median(each["share"] for each in rounds)
    sys.exit(1 if share >= MOST else 0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path("bench-work"))
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


# One cold build, measured from inside


def inside(report: Path) -> None:
    """Build the project in this folder with every check on a watch, write what each took, and leave."""
    spent = {name: 0.0 for name, _, _ in (*FAMILIES, SEARCH)}
    for name, module, attribute in (*FAMILIES, SEARCH):
        setattr(module, attribute, watched(getattr(module, attribute), name, spent))
    started = spent_so_far()
    try:
        commands.main(["build", "--workers", "1"], prog_name="sitegen")
    finally:
        total = spent_so_far() - started
        report.write_text(json.dumps({"total": total, **spent}), encoding="utf-8")


def spent_so_far() -> float:
    """Return the processor seconds of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def watched(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return `function` with its processor time added up; what it would give one by one it gives at once."""
    clock = spent_so_far if name == SEARCH[0] else time.process_time

    @wraps(function)
    def timed(*values: Any, **named: Any) -> Any:
        started = clock()
        found = function(*values, **named)
        found = list(found) if hasattr(found, "__next__") else found
        spent[name] += clock() - started
        return found

    return timed


# Rounds


def one_round(site: Path) -> dict[str, float]:
    """Build cold and check twice; return seconds of the processor by name, and the share of the checks."""
    forget(site)
    report = (site / "checks.json").resolve()
    script = Path(__file__).resolve()
    done = subprocess.run([sys.executable, script, "--inside", report], cwd=site, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"check_share: the build left with {done.returncode}\n{done.stderr.decode()}")
    taken: dict[str, float] = json.loads(report.read_text(encoding="utf-8"))
    checks = sum(taken[name] for name, _, _ in FAMILIES)
    check = [sys.executable, "-m", "sitegen", "check", "--workers", "1"]
    after = run(check, site)
    forget(site)
    alone = run(check, site)
    return {**taken, "checks": checks, "share": checks / taken["total"], "after": after["cpu"], "alone": alone["cpu"]}


def forget(site: Path) -> None:
    for name in ("build", ".cache"):
        shutil.rmtree(site / name, ignore_errors=True)


def table(rounds: list[dict[str, float]], docs: int) -> None:
    total = statistics.median(each["total"] for each in rounds)
    print(f"{docs} documents, {len(rounds)} rounds, medians of processor seconds")
    rows = [(name, name) for name, _, _ in FAMILIES]
    rows += [("all checks", "checks"), (SEARCH[0], SEARCH[0]), ("cold build", "total")]
    rows += [("check after it", "after"), ("check alone", "alone")]
    for label, key in rows:
        seconds = statistics.median(each[key] for each in rounds)
        print(f"  {label:28} {seconds:8.2f}   {seconds / total:6.1%} of a cold build")
    bare = statistics.median(each["checks"] / (each["total"] - each[SEARCH[0]]) for each in rounds)
    print(f"  without the index the checks are {bare:.1%} of a cold build")


if __name__ == "__main__":
    main()
