"""Reading the whole project for a command that answers a question and writes no pages."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date

import click

from sitegen import pipeline
from sitegen.cli.project import open_memory, report
from sitegen.diagnostics import Severity
from sitegen.pipeline import Checked, Project
from sitegen.site import Site
from sitegen.stages.workers import Workers, processors
from sitegen.stopwatch import Stopwatch


def read_site(project: Project) -> Site:
    """Return the site of `project` at its as-of date.

    Errors in some files make the answer incomplete: that is said on standard error. Where there is no site at
    all, the findings are printed and the program ends with 1.
    """
    return read_checked(project)[1]


def read_days(project: Project) -> tuple[Site, Callable[[date], Site]]:
    """Return the site of `project`, as `read_site` does, and what gives it as of other days without reading again."""
    checked, site = read_checked(project)
    content = checked.content
    return site, (lambda day: site if content is None or day == site.as_of else pipeline.site_on(content, day))


def check_all(project: Project) -> Checked:
    """Return what a check of `project` found, and print nothing."""
    memory, team = open_memory(project), Workers(processors())
    try:
        return pipeline.check(project, memory, team, Stopwatch(time.perf_counter, lambda _: None))
    finally:
        team.close()
        memory.close()


def read_checked(project: Project) -> tuple[Checked, Site]:
    """Return what a check of `project` found, and the site, as `read_site` does."""
    checked = check_all(project)
    if checked.site is None:
        click.echo(report(project, checked.diagnostics), nl=False, err=True)
        sys.exit(1)
    errors = sum(found.severity is Severity.ERROR for found in checked.diagnostics)
    if errors:
        click.echo(f"注意：项目里有 {errors} 个错误，下面的结果可能不完整。用 sitegen check 查看。", err=True)
    return checked, checked.site
