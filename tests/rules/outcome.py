"""What `check` says of a small world with some settings of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.diagnostics import Diagnostic
from tests.world import AS_OF, BASE

FILE = "content/zhengce/xzgfxwj/jiuzhu.md"
SITE = "content/site.yaml"


def findings(
    world, files: Mapping[str, str], settings: str = "", *, as_of: date = AS_OF, folder: str = "project"
) -> tuple[Diagnostic, ...]:
    """Return the findings of the smallest site with `files` and the lines `settings` in its site.yaml."""
    return world({**files, SITE: BASE[SITE] + settings}, folder).check(as_of).diagnostics
