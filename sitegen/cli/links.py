"""`sitegen links`: whether the addresses on other sites still answer. A command of its own: no build waits for it."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

import click

from sitegen.cli.lychee import ask_lychee, find_lychee
from sitegen.cli.project import as_of_option, open_project, project_option, today
from sitegen.cli.reading import read_site
from sitegen.linkcheck.answers import Answer, Answers, read_answers, still_good, write_answers
from sitegen.linkcheck.fetch import Manners, ask_all
from sitegen.linkcheck.gather import addresses_in
from sitegen.linkcheck.report import as_json, as_text

MEMORY = Path(".cache") / "sitegen" / "links.json"
HELP = """查外部链接：信息里写的别的网站的网址还能不能打开，写在哪个文件的哪一行。

要能上网；和生成网站无关，什么时候查都可以，例如每周一次。装了 lychee 就用它，没有就自己查：同一个网站一次只问一个网址，
中间停一停。能打开的几天之内不再问（--days）。结果记在 .cache/ 里，删掉也没关系。
"""


@click.command(help=HELP)
@project_option
@as_of_option
@click.option("--days", type=click.IntRange(min=0), default=7, show_default=True, help="能打开的，几天之内不再问")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=15, show_default=True, help="等几秒钟")
@click.option("--pause", type=click.FloatRange(min=0), default=1, show_default=True, help="同一个网站两次之间停几秒")
@click.option("--lychee/--no-lychee", "allowed", default=True, help="装了 lychee 是不是用它")
@click.option("--private", is_flag=True, help="内部网络的地址也问（默认不问，直接当作打不开）")
@click.option("--offline", is_flag=True, help="不上网，只看上次的结果")
@click.option("--fail", is_flag=True, help="有打不开的，以 1 退出")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的形式")
def links(
    project: Path | None,
    as_of: date | None,
    days: int,
    timeout: float,
    pause: float,
    allowed: bool,
    private: bool,
    offline: bool,
    fail: bool,
    form: str,
) -> None:
    """Ask what was not asked lately, remember it and print the report."""
    opened = open_project(project, as_of)
    site = read_site(opened)
    places = addresses_in(site)
    memory = opened.folder / MEMORY
    known = read_answers(memory)
    if not offline:
        now = as_of or today()
        good = still_good(known, now, days)
        wanted = [address for address in places if address not in good]
        program = find_lychee() if allowed and not private else None
        manners = Manners(timeout=timeout, pause=pause, site=site.config.address, private=private)
        asked = ask_lychee(program, wanted, now, timeout) if program and wanted else _ask(wanted, now, manners)
        known = {address: answer for address, answer in (known | asked).items() if address in places}
        write_answers(memory, known)
    click.echo(as_text(places, known) if form == "text" else as_json(places, known), nl=False)
    sys.exit(1 if fail and _broken(places, known) else 0)


def _ask(addresses: Collection[str], now: date, manners: Manners) -> dict[str, Answer]:
    if addresses:
        click.echo(f"要问 {len(addresses)} 个网址……", err=True)
    return dict(ask_all(addresses, now, manners, lambda host: click.echo(f"  {host} 问完了", err=True)))


def _broken(places: Collection[str], known: Answers) -> bool:
    return any(known[address].problem for address in places if address in known)
