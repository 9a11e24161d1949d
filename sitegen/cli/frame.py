"""What click says around our own words, in Chinese: headings of help, wrong use, what is wrong with an option.

click takes its words from gettext by the language of the machine; ours are Chinese everywhere. So the words are put
in where click hands them out: its formatter, and its exceptions, which we show ourselves.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import NoReturn

import click

from sitegen.formats.suggestions import did_you_mean

HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "内容"}
SORTS = {
    "DIRECTORY": "文件夹",
    "FILE": "文件",
    "PATH": "路径",
    "TEXT": "文字",
    "INTEGER": "整数",
    "INTEGER RANGE": "整数",
    "FLOAT": "数",
    "FLOAT RANGE": "数",
}
"""What click calls the values of options."""
ABORTED = 1
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"No such option '(.+?)'\.(?: Did you mean '(.+?)'\?)?.*", "没有“{0}”这个选项。{是不是1}"),
        (r"No such command '(.+?)'\..*", "没有“{0}”这个命令。"),
        (r"Missing command\.", "还要写明做什么。"),
        (r"Missing (?:option|parameter) '?(.+?)'?\.(?: Choose from:\s*(.+))?", "还要写明 {0}。{可以写1}"),
        (r"Missing argument '?(.+?)'?\.(?: Choose from:\s*(.+))?", "还要写明 {0}。{可以写1}"),
        (r"Got unexpected extra arguments? \((.+)\)", "多写了“{0}”。"),
        (r"Option '(.+)' requires an argument\.", "“{0}”后面要写内容。"),
        (r"Option '(.+)' requires (\d+) arguments\.", "“{0}”后面要写 {1} 项内容。"),
        (r"Option '(.+)' does not take a value\.", "“{0}”后面不写内容。"),
        (r"Invalid value for '\[?[A-Z_]+\]?(?:\.{3})?': (.+)", "{说0}"),
        (r"Invalid value for '(.+?)': (.+)", "“{0}”写得不对：{说1}"),
        (r"Invalid value: (.+)", "写得不对：{说0}"),
        (r"'(.*)' is not a valid (?:integer|float)(?: range)?\.", "“{0}”不是数字。"),
        (r"'(.*)' is not a valid boolean.*", "“{0}”应当写 yes 或者 no。"),
        (r"'(.*)' is not (?:one of )?(.+)\.", "“{0}”不在可选的范围里。{可以写1}"),
        (r"(.+) is not in the range (.+)\.", "{0} 超出了范围（{1}）。"),
        (r"\w+ '(.*)' does not exist\.", "没有“{0}”。"),
        (r"\w+ '(.*)' is a directory\.", "“{0}”是文件夹，要写文件。"),
        (r"\w+ '(.*)' is a file\.", "“{0}”是文件，要写文件夹。"),
        (r"\w+ '(.*)' is not (?:readable|writable|executable)\.", "“{0}”没有权限打开。"),
    )
)
"""What click says, and how we say it; {说1} is said in the same way again."""
NO_COMMAND = re.compile(r"No such command '(.+?)'\.")
NAMES = re.compile(r"[^\s,'\"]+")
NOTES = (
    (re.compile(r"\[default: (.+?)\]"), r"[不写就是 \1]"),
    (re.compile(r"\[default: (.+?); (.+?)\]"), r"[不写就是 \1；\2]"),
    (re.compile(r"\[required\]"), "[必须写]"),
    (re.compile(r"Show this message and exit\."), "显示这些说明。"),
    (re.compile(r"Show the version and exit\."), "显示版本。"),
)


class Formatter(click.HelpFormatter):
    """Writes help with Chinese headings and notes."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 - click's
        """Write how the command is called."""
        super().write_usage(prog, args, "用法：")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{'':>{self.current_indent}}{HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands with what they mean."""
        super().write_dl([(_named(name), noted(help)) for name, help in rows], col_max, col_spacing)


class Context(click.Context):
    """A context whose help is written by our formatter."""

    formatter_class = Formatter


def _named(name: str) -> str:
    """Return the name of an option with the sort of its value in Chinese."""
    bare, space, sort = name.partition(" ")
    return f"{bare}{space}{SORTS.get(sort, sort)}"


def noted(help: str) -> str:
    """Return the help of an option with click's notes in Chinese."""
    for pattern, words in NOTES:
        help = pattern.sub(words, help)
    return help


def in_chinese(command: click.Command) -> click.Command:
    """Make a command speak Chinese in its help, and return it."""
    command.context_class = Context
    command.options_metavar = "[选项]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [内容]..."
        for each in command.commands.values():
            in_chinese(each)
    return command


def run(invoke: Callable[[], object]) -> NoReturn:
    """Run a command line and leave with its exit code; what click complains of is said in Chinese."""
    try:
        code = invoke()
    except click.ClickException as error:
        click.echo(told(error), err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("已经停下。", err=True)
        sys.exit(ABORTED)
    sys.exit(code if isinstance(code, int) else 0)


def told(error: click.ClickException) -> str:
    """Return what to say of wrong use, with how to get help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()  # is all of the help
    lines = []
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines = [error.ctx.get_usage(), f"运行 {error.ctx.command_path} --help 看说明。", ""]
    return "\n".join([*lines, f"错误：{said(error.format_message())}{_near(error)}"])


def _near(error: click.ClickException) -> str:
    """Return which command was probably meant where there is none of that name."""
    if not isinstance(error, click.UsageError) or error.ctx is None or not isinstance(error.ctx.command, click.Group):
        return ""
    found = NO_COMMAND.match(error.format_message())
    return did_you_mean(found[1], error.ctx.command.list_commands(error.ctx)) if found else ""


def said(message: str) -> str:
    """Return click's message in Chinese; any other as it is."""
    for pattern, words in PHRASES:
        found = pattern.fullmatch(message)
        if found is not None:
            parts = [part or "" for part in found.groups()]
            return words.format(*parts, **_parts(parts))
    return message


def _parts(parts: list[str]) -> dict[str, str]:
    """Return the parts of a message as they are said within another."""
    known: dict[str, str] = {}
    for number, part in enumerate(parts):
        known[f"说{number}"] = said(part) if part else ""
        known[f"是不是{number}"] = f"是不是“{part}”？" if part else ""
        known[f"可以写{number}"] = f"可以写：{'、'.join(NAMES.findall(part))}。" if part else ""
    return known
