"""The command line: one command a file. Only here is anything printed, a clock read, or an exit code chosen.

Exit codes: 0 clean, 1 findings of severity error, 2 wrong use, 3 a fault of the program.
"""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import click

from sitegen import __version__
from sitegen.cli.frame import in_chinese, run
from sitegen.cli.leaving import OneCommand, leave
from sitegen.cli.machine_faults import told_of_machine

FAULT_OF_THE_PROGRAM = 3
COMMANDS: Mapping[str, str] = {
    "build": "sitegen.cli.build",
    "check": "sitegen.cli.check",
    "baseline": "sitegen.cli.baseline",
    "serve": "sitegen.cli.serve",
    "log": "sitegen.cli.log",
    "init": "sitegen.cli.init",
    "new": "sitegen.cli.new",
    "suggest": "sitegen.cli.suggest",
    "fix": "sitegen.cli.fix",
    "explain": "sitegen.cli.explain",
    "help": "sitegen.cli.help",
    "schema": "sitegen.cli.schema",
    "language-server": "sitegen.cli.language_server",
    "status": "sitegen.cli.status",
    "next-change": "sitegen.cli.next_change",
    "index": "sitegen.cli.index",
    "coverage": "sitegen.cli.coverage",
    "review": "sitegen.cli.review",
    "links": "sitegen.cli.links",
    "report": "sitegen.cli.report",
    "catalog": "sitegen.cli.catalog",
    "bundle": "sitegen.cli.bundle",
}
"""Each command and the module that holds it under its own name."""


class Commands(click.Group):
    """Loads the module of the command that is called and no other, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name.replace("-", "_"))
        return in_chinese(command) if isinstance(command, click.Command) else None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> Any:  # noqa: ANN401 - click's signature
        """Run the command line, as click does, and say what is wrong in Chinese."""
        invoke = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        return run(invoke) if standalone_mode else invoke()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="政府信息公开专栏生成器：像编译器一样检查，生成静态网站。",
)
@click.version_option(__version__, message="sitegen %(version)s")
def commands() -> None:
    """Hold all commands together."""


in_chinese(commands)


def main() -> None:
    """Run the command line and leave with its exit code; a fault of the program is told as one."""
    try:
        commands.main(standalone_mode=True, prog_name="sitegen", obj=OneCommand())
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        leave(end.code)
    except Exception as error:  # the machine's, or else ours: say so, and how to report it
        told = told_of_machine(error)
        if not told:
            traceback.print_exc()
            told = "sitegen 自己出了错，这不是您的文件的问题。请把上面的文字发给维护人员。"
        click.echo(told, err=True)
        leave(FAULT_OF_THE_PROGRAM)
