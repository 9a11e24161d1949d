"""What the program says of the examples of an entry: on a world of its own, with what was published before."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic
from sitegen.pipeline import Checked
from sitegen.rules.vanished import vanished
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from sitegen.views.make_register import make_register
from sitegen.views.register import Register
from tests.docs.entries import Entry, Piece
from tests.docs.example_worlds import files_of
from tests.world import AS_OF, BASE, World

Files = Mapping[str, bytes | None]
BEFORE = "上次"
"""The word behind a fence that shows what the last build had published."""
YESTERDAY = AS_OF - timedelta(days=1)


def wrong_outcome(entry: Entry, folder: Path, memory: Memory) -> tuple[Diagnostic, ...]:
    """Return the findings of the wrong example."""
    return _outcome(files_of(_now(entry.wrong)), entry, folder, memory)


def right_outcome(entry: Entry, folder: Path, memory: Memory) -> tuple[Diagnostic, ...]:
    """Return the findings of the right example: the wrong one's files as far as it does not show them anew."""
    lists_files = any(piece.label.endswith(" 文件") for piece in entry.right)
    kept = () if lists_files else _now(entry.wrong)
    return _outcome({**files_of(kept), **files_of(entry.right)}, entry, folder, memory)


def _now(pieces: Iterable[Piece]) -> list[Piece]:
    return [piece for piece in pieces if BEFORE not in piece.label.split()]


def _outcome(files: Files, entry: Entry, folder: Path, memory: Memory) -> tuple[Diagnostic, ...]:
    if any(name.startswith(("themes/", "build/")) for name in files):
        project, watch = _world(files, folder).project(AS_OF), _watch()
        return pipeline.build(project, folder / "build", memory, Workers(1), watch).diagnostics
    checked = _check(_world(files, folder / "now"), memory)
    last = _last(entry, folder / "before", memory)
    if last is None or checked.site is None:
        return checked.diagnostics
    return (*checked.diagnostics, *vanished(checked.site, last))


def _last(entry: Entry, folder: Path, memory: Memory) -> Register | None:
    """Return the register of what the entry says was published before, if it says so."""
    before = [
        Piece(piece.label.replace(f" {BEFORE}", ""), piece.text)
        for piece in entry.wrong
        if BEFORE in piece.label.split()
    ]
    if not before:
        return None
    site = _check(_world(files_of(before), folder), memory).site
    assert site is not None
    register = make_register(site)
    return Register(base=register.base, as_of=YESTERDAY, entries=register.entries)


def _world(files: Files, folder: Path) -> World:
    everything = {**BASE, **files}
    return World(folder, {name: text for name, text in everything.items() if text is not None})


def _check(world: World, memory: Memory) -> Checked:
    return pipeline.check(world.project(AS_OF), memory, Workers(1), _watch())


def _watch() -> Stopwatch:
    return Stopwatch(time.perf_counter, lambda _: None)
