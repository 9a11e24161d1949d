"""Measure `sitegen suggest --catalog` against pages whose domain was read by eye.

    python bench/catalog_corpus.py FOLDER [--markdown] [--show]

FOLDER holds `raw/<column>/<id>.txt`, as for validity_corpus.py; `catalog-labels.yaml` beside this script has the
domains by page id. Printed for each half of the labels: how often the first suggestion is of a right domain, how often
one of the three is, and how often nothing is suggested where no domain fits. `--markdown` makes the pages into a
project first, where their columns are lost. Leaves with 1 where the first falls below 0.80 or the second below 0.95.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml
from corpus_project import write_project

LEAST_FIRST, LEAST_AMONG_THREE = 0.80, 0.95
NONE = "无"
LABELS = Path(__file__).with_name("catalog-labels.yaml")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--markdown", action="store_true", help="make the pages into a project first")
    parser.add_argument("--show", action="store_true", help="print every wrong answer")
    options = parser.parse_args()
    pages = sorted(options.folder.glob("raw/*/*.txt"))
    if options.markdown:
        with tempfile.TemporaryDirectory() as temporary:
            paths = write_project(pages, Path(temporary))
            given = suggestions([Path(temporary) / "content"])
            answers = {page: given[Path(path).name] for page, path in paths.items()}
    else:
        answers = suggestions(pages)
    halves = yaml.safe_load(LABELS.read_text(encoding="utf-8"))
    passed = [measure(name, labels, answers, options.show) for name, labels in halves.items()]
    sys.exit(0 if all(passed) else 1)


def suggestions(paths: list[Path]) -> dict[str, dict[str, Any]]:
    """Return what the command answers, by the names of files."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "sitegen", "suggest", "--catalog", "--format", "json", *map(str, paths)]
    answers = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    print(f"{len(answers)} files in {time.perf_counter() - started:.1f} s")
    return {Path(answer["path"]).stem: answer for answer in answers}


def measure(name: str, labels: dict[int, list[str]], answers: dict[str, Any], show: bool) -> bool:
    """Print the figures of one half; tell whether they are good enough."""
    first = among = belonging = silent = without = 0
    for page, right in labels.items():
        answer = answers[str(page)]
        domains = [each["domain"] for each in answer["suggestions"]] or [NONE]
        if right == [NONE]:
            without += 1
            silent += domains == [NONE]
        else:
            belonging += 1
            first += domains[0] in right
            among += any(domain in right for domain in domains)
        if show and domains[0] not in right:
            print(f"  {page} {answer['title']}: {'、'.join(domains)}, is {'、'.join(right)}")
    print(
        f"{name:<7} first right {first}/{belonging} = {first / belonging:.2f}, "
        f"among three {among}/{belonging} = {among / belonging:.2f}, nothing suggested {silent}/{without}"
    )
    return first >= LEAST_FIRST * belonging and among >= LEAST_AMONG_THREE * belonging


if __name__ == "__main__":
    main()
