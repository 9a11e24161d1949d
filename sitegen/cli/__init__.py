"""The command line: one command a file. Only here is anything printed, a clock read, or an exit code chosen.

Exit codes: 0 clean, 1 findings of severity error, 2 wrong use, 3 a fault of the program.
"""

from __future__ import annotations

import sys
import traceback

import click

from sitegen import __version__
from sitegen.cli.build import build
from sitegen.cli.check import check
from sitegen.cli.serve import serve

FAULT_OF_THE_PROGRAM = 3


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    help="政府信息公开专栏生成器：像编译器一样检查，生成静态网站。",
)
@click.version_option(__version__, message="sitegen %(version)s")
def commands() -> None:
    """Hold all commands together."""


for command in (build, check, serve):
    commands.add_command(command)


def main() -> None:
    """Run the command line and leave with its exit code; a fault of the program is told as one."""
    try:
        commands.main(standalone_mode=True, prog_name="sitegen")
    except Exception:  # whatever it is, it is ours: say so, and how to report it
        traceback.print_exc()
        click.echo("sitegen 自己出了错，这不是您的文件的问题。请把上面的文字发给维护人员。", err=True)
        sys.exit(FAULT_OF_THE_PROGRAM)
