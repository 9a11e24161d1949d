"""`sitegen next-change`: the days on which pages change by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from sitegen.cli.project import as_of_option, open_project, project_option
from sitegen.cli.reading import read_days
from sitegen.reporting.coming import Cause, Coming, coming, on_the_day
from sitegen.reporting.coming_forms import FORMS, Calendar, as_ics, as_json, as_text
from sitegen.site import Site

BRINGS_RECORDS = frozenset({Cause.PUBLICATION, Cause.WITHDRAWAL})
HELP = """列出网页会自己变化的日期：文件开始施行、期满、被废止，页面提前90天、30天的提示，征求意见的开始和结束，
定好日期的信息公开。到这些日期要重新生成网页；ics 可以导入日历，也可以给自动生成的任务用。
"""


@click.command(help=HELP)
@project_option
@as_of_option
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="输出的形式")
@click.option("--days", type=click.IntRange(min=1), default=365, show_default=True, help="看多少天以内的")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="写到这个文件")
def next_change(project: Path | None, as_of: date | None, form: str, days: int, output: Path | None) -> None:
    """Print the coming changes of the next days, and the very next one."""
    opened = open_project(project, as_of)
    site, on = read_days(opened)
    calendar = calendar_of(site, on, days)
    match form:
        case "json":
            shown = as_json(calendar)
        case "ics":
            shown = as_ics(calendar, site.config)
        case _:
            shown = as_text(calendar)
    if output is None:
        click.echo(shown, nl=False)
    else:
        output.write_bytes(shown.encode())


def calendar_of(site: Site, on: Callable[[date], Site], days: int) -> Calendar:
    """Return the changes of the next `days` days; `on` gives the site as of another day.

    What a record that waits for its day does to others shows from that day on, so the site is linked anew for
    each such day.
    """
    end = date.fromordinal(min(date.max.toordinal(), site.as_of.toordinal() + days))
    known = coming(site)
    changes: list[Coming] = []
    current = site
    for day in sorted({change.on for change in known if change.cause in BRINGS_RECORDS and change.on <= end}):
        following = on(day)
        changes += [change for change in coming(current) if change.on < day]
        changes += on_the_day(current, following)
        current = following
    changes += [change for change in coming(current) if change.on <= end]
    return Calendar(
        as_of=site.as_of,
        days=days,
        next=min((change.on for change in (*changes, *known)), default=None),
        changes=tuple(changes),
    )
