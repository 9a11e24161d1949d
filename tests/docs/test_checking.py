"""docs/checking.md lists what may pass, and its examples are sound."""

from __future__ import annotations

import time

import pytest

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.diagnostics import Leeway, Severity
from sitegen.findings import FINDINGS
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.docs.entries import pieces
from tests.docs.example_worlds import files_of, is_tried
from tests.docs.pages import check_made_parts, escaped, read, table
from tests.world import AS_OF, BASE, World

PAGE = "checking.md"
WORDS = {
    Leeway.FREE: "可以放宽、冻结、放行",
    Leeway.OLD: "可以冻结、放行",
    Leeway.WAIVER: "只能放行",
}


def test_errors_that_may_pass_are_listed(request):
    rows = [
        (words, "、".join(f"{kind.id} {escaped(kind.name)}" for kind in FINDINGS if _is(kind, leeway)))
        for leeway, words in WORDS.items()
    ]
    made = {"leeway": table(("", "错误"), rows)}
    check_made_parts(PAGE, made, accept=request.config.getoption("update_snapshots"))


def _is(kind, leeway: Leeway) -> bool:
    return kind.severity is Severity.ERROR and kind.allows is leeway


def worlds() -> list[dict[str, bytes]]:
    """Return the files of each example; front matter and the text that follows it make one."""
    tried = [piece for piece in pieces(read(PAGE)) if is_tried(piece)]
    settings, jump, text, signed = tried
    assert text.label == "markdown"
    return [
        {name: data for name, data in {**BASE, **files_of(example)}.items() if data is not None}
        for example in ([settings], [jump, text], [signed])
    ]


@pytest.mark.parametrize("files", worlds(), ids=["settings", "waiver", "waiver-of-an-error"])
def test_examples_have_no_finding(files, tmp_path):
    memory = Memory(None, "test")
    project = World(tmp_path, files).project(AS_OF)
    checked = pipeline.check(project, memory, Workers(1), Stopwatch(time.perf_counter, lambda _: None))
    memory.close()
    assert checked.diagnostics == ()
