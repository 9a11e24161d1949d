"""`sitegen baseline`: freeze what an old column has wrong today, so that only what is new fails; count it down."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from sitegen.cli.project import as_of_option, open_project, project_option
from sitegen.cli.reading import check_all
from sitegen.diagnostics import Diagnostic, has_errors, in_order
from sitegen.findings import BY_ID
from sitegen.grading.baseline import PATH, Baseline, Count, Frozen, encode, freeze, may_be_frozen
from sitegen.grading.passed import Passing
from sitegen.pipeline import Checked, Project
from sitegen.project import read_baseline
from sitegen.reporting import text
from sitegen.reporting.aside_text import stock_line

HELP = f"""冻结老栏目今天已有的问题，以后只有新出现的才算数。

第一次运行，把今天的问题写进项目里的 {PATH}，和内容一起提交。再运行，看还剩多少条、哪些已经改好。
个人信息、公开过的网页不见了、文件读不出来一类的问题不能冻结，必须改好。
"""
MOST_LISTED = 20


class Action(StrEnum):
    """What to do with a list that is there already."""

    TELL = "tell"
    PRUNE = "prune"
    ADD = "add"


@click.command(help=HELP)
@project_option
@as_of_option
@click.option("--prune", "action", flag_value="prune", help="把已经改好的从清单里划去")
@click.option("--add", "action", flag_value="add", help="新出现的也冻结，例如程序更新后多了规则的时候")
def baseline(project: Path | None, as_of: date | None, action: str | None) -> None:
    """Make the list, change it, or say how it stands; leave with 1 where errors are left that it does not hold."""
    opened = open_project(project, as_of)
    known, faults = read_baseline(opened)
    if faults:
        raise click.UsageError(f"{faults[0].message}{faults[0].help}")
    checked = check_all(opened)
    if checked.site is None:
        raise click.UsageError("站点设置或者目录数据有错误，先用 sitegen check 看怎样改。")
    match Action(action or Action.TELL):
        case Action.PRUNE if known is not None:
            left = _prune(opened, known, checked)
        case Action.TELL if known is not None:
            left = _stand(checked)
        case Action.PRUNE:
            raise click.UsageError(f"还没有 {PATH}。先运行 sitegen baseline 做一份。")
        case _:
            left = _freeze(opened, known, checked)
    if left:
        click.echo(f"没有冻结的：{text.summary(left)}用 sitegen check 看怎样改。", err=True)
    sys.exit(1 if has_errors(left) else 0)


def _freeze(project: Project, known: Baseline | None, checked: Checked) -> tuple[Diagnostic, ...]:
    """Write everything that may be frozen today, old and new; return what may not."""
    frozen = [passed.found for passed in checked.aside.passed if passed.by is Passing.FROZEN]
    found = in_order((*checked.diagnostics, *frozen))
    findings = freeze(found, BY_ID)
    if findings or known is not None:
        _write(project, known, findings)
        click.echo(f"冻结了 {len(findings)} 条，写在 {PATH}，请和内容一起提交。")
    else:
        click.echo("没有要冻结的问题。")
    return tuple(each for each in found if not may_be_frozen(each.id, BY_ID))


def _prune(project: Project, known: Baseline, checked: Checked) -> tuple[Diagnostic, ...]:
    """Strike what has been mended off the list; return what counts."""
    gone = {each.fingerprint for each in _gone(checked)}
    kept = [
        each for each in known.findings if each.fingerprint not in gone and may_be_frozen(each.id, BY_ID)
    ]
    _write(project, known, kept)
    click.echo(f"划去 {len(known.findings) - len(kept)} 条，存量还有 {len(kept)} 条。")
    return tuple(each for each in checked.diagnostics if each.path != PATH)


def _stand(checked: Checked) -> tuple[Diagnostic, ...]:
    """Say how the list stands; return what counts."""
    if checked.aside.stock is not None:
        click.echo(stock_line(checked.aside.stock))
    gone = _gone(checked)
    for each in gone[:MOST_LISTED]:
        click.echo(f"  已经改好：{each.path} {each.id} {each.message}")
    if len(gone) > MOST_LISTED:
        click.echo(f"  还有 {len(gone) - MOST_LISTED} 条也已经改好。")
    return checked.diagnostics


def _gone(checked: Checked) -> tuple[Frozen, ...]:
    return checked.aside.stock.gone if checked.aside.stock is not None else ()


def _write(project: Project, known: Baseline | None, findings: Iterable[Frozen]) -> None:
    """Write the list with one more line of its history."""
    listed = tuple(findings)
    before = known.history if known is not None else ()
    history = (
        *(each for each in before if each.on != project.as_of),
        Count(on=project.as_of, count=len(listed)),
    )
    data = encode(Baseline(history=history, findings=listed))
    (project.folder / PATH).write_bytes(data)
