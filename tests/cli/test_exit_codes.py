"""Exit codes: 0 clean, 1 findings of severity error, 2 wrong use, 3 a fault of the program."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from sitegen.cli import COMMANDS, commands
from tests.world import record

FAULTY = {"content/fdzdgknr/tongzhi/t.md": record(发布日期="2026/1/6")}
WARNED = {"content/fdzdgknr/tongzhi/stray.txt": "something"}


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(
    ("files", "code"), [({}, 0), (WARNED, 0), (FAULTY, 1)], ids=["clean", "warned", "faulty"]
)
def test_only_errors_count(run, world, command, files, code):
    place = world(files)
    result = run(command, "--project", str(place.folder))
    assert result.exit_code == code, result.output
    assert (place.folder / "build" / "index.html").is_file() == (command == "build" and not code)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_chinese(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "。" in result.stdout
    assert commands.get_command(None, command).name == command


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_option_is_wrong_use(run, command):
    assert run(command, "--no-such-option").exit_code == 2


def in_a_project() -> list[str]:
    """Return the commands that need a project, with something for every argument that they need."""
    known = [(name, commands.get_command(None, name).params) for name in COMMANDS]
    needy = [(name, params) for name, params in known if any(each.name == "project" for each in params)]
    return [
        " ".join([name, *(word for each in params for word in _needed(each))])
        for name, params in needy
    ]


def _needed(parameter: click.Parameter) -> tuple[str, ...]:
    if isinstance(parameter, click.Argument):
        return ("公文",)
    return (parameter.opts[0], "HEAD") if parameter.required else ()


@pytest.mark.parametrize("command", in_a_project())
def test_outside_a_project_is_wrong_use(run, tmp_path, command):
    result = run(*command.split(), "--project", str(tmp_path))
    assert result.exit_code == 2
    assert "sitegen init" in result.stderr or " " in command, (
        "what is wrong with the argument may be said first"
    )


def test_an_unknown_command_is_wrong_use(run):
    assert run("bild").exit_code == 2


@pytest.mark.parametrize("written", ["2026/11/20", "2026-02-30", "tomorrow"])
def test_a_wrong_date_is_wrong_use(run, world, written):
    assert run("check", "--project", str(world().folder), "--as-of", written).exit_code == 2


def test_a_clock_that_names_no_moment_is_wrong_use(run, world):
    assert run("check", "--project", str(world().folder), now="9" * 30).exit_code == 2


def test_a_fault_of_the_program_says_whose_fault_it_is():
    """A command that divides by zero stands for whatever may be wrong with the program."""
    program = (
        "import sys, click, sitegen.cli as cli\n"
        "cli.commands.add_command(click.Command('fail', callback=lambda: 1 / 0))\n"
        "cli.Commands.get_command = click.Group.get_command\n"
        "sys.argv[1:] = ['fail']\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "这不是您的文件的问题" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--version"], 0), (["explain", "301"], 0), (["explain", "x"], 2)]
)
def test_the_process_leaves_with_the_code(arguments, code):
    done = subprocess.run([sys.executable, "-m", "sitegen", *arguments], capture_output=True)
    assert done.returncode == code
