"""`sitegen status`: the state of one document, and the derivation with file and line of each event."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from sitegen.cli.lookup import Found, look_up
from sitegen.cli.project import as_of_option, open_project, project_option
from sitegen.cli.reading import read_site
from sitegen.disclosure.phrases import full_name, quoted
from sitegen.disclosure.publication import why_held
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord
from sitegen.reporting import status_text
from sitegen.site import Site

HELP = """说明一个文件的效力状态是怎样得出的：每一步依据哪个文件的哪一行，下一次什么时候变化。

DOC 是文件、路径、网址、文号或者标题。文号的写法不限：青政规〔2023〕4号、青政规2023 4 都可以。栏目里没有、
只在别的文件里提到的，也能查。
"""


@click.command(help=HELP)
@click.argument("words", metavar="DOC", nargs=-1, required=True)
@project_option
@as_of_option
def status(words: tuple[str, ...], project: Path | None, as_of: date | None) -> None:
    """Print the derivation; wrong use (2) where no document, or more than one, is meant.

    Several words are one question: a number or a title with a space in it need not be quoted.
    """
    document = " ".join(words)
    opened = open_project(project, as_of)
    site = read_site(opened)
    found = look_up(document, site, opened.content)
    if len(found.keys) == 1:
        course = site.courses[found.keys[0]]
        told = status_text.render(course, site.as_of, site.courses, site.notice_days, site.state_names)
        click.echo(told, nl=False)
    elif found.record is not None:
        click.echo(without_state(found.record, site))
    else:
        click.echo(which(document, found, site), err=True)
        sys.exit(2)


def without_state(record: AnyRecord, site: Site) -> str:
    """Return why a record has no state: it is not public, or no document."""
    name = quoted(record.title)
    if record.path in site.held:
        return f"{name}{why_held(record)}，没有公开，所以没有效力状态。\n文件：{record.source}"
    kind = BY_NAME[record.kind].title
    return f"{name}是“{kind}”，不是公文，没有效力状态。\n文件：{record.source}"


def which(document: str, found: Found, site: Site) -> str:
    """Return what to say where a text means several documents, or none."""
    if found.keys:
        names = [f"  {full_name(site.courses[key].paper).text}" for key in found.keys]
        return "\n".join((f"“{document}”可以指好几个文件，请写文号或者路径：", *names))
    close = "".join(f"\n  {name}" for name in found.suggestions)
    return f"没有找到“{document}”。" + (f"是不是：{close}" if close else "请写文件的路径、文号或者标题。")
