"""What click says around our own words is Chinese, and every exit code stays what it was."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner

from sitegen.cli import COMMANDS, commands
from sitegen.cli.frame import said

ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Error|Try|Show|Invalid|Missing|No such|Got|default|required|RANGE)\b"
)
WRONG = [
    (["bild"], "错误：没有“bild”这个命令。您是不是想写“build”？"),
    (["chekc"], "错误：没有“chekc”这个命令。您是不是想写“check”？"),
    (["check", "--formt", "json"], "错误：没有“--formt”这个选项。是不是“--format”？"),
    (["check", "--xyz"], "错误：没有“--xyz”这个选项。"),
    (["check", "--format", "x"], "错误：“--format”写得不对：“x”不在可选的范围里。可以写：text、json"),
    (["build", "--workers", "0"], "错误：“--workers”写得不对：0 超出了范围（x>=1）。"),
    (["build", "--workers", "many"], "错误：“--workers”写得不对：“many”不是数字。"),
    (["build", "--workers"], "错误：“--workers”后面要写内容。"),
    (["review"], "错误：还要写明 --since。"),
    (["status"], "错误：还要写明 DOC。"),
    (["explain", "a", "b"], "错误：多写了“b”。"),
    (["check", "--as-of", "x"], "错误：“--as-of”写得不对：“x”不是日期，请写成 2026-11-21 的样子"),
    (["suggest", "nowhere.md"], "错误：没有“nowhere.md”。"),
    (["check", "nowhere.md"], "错误：没有“nowhere.md”。"),
    (["catalog", "import", "nowhere.xlsx"], "错误：没有“nowhere.xlsx”。"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_wrong_use_is_told_in_chinese(run, arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert ENGLISH.search(result.stderr) is None
    assert "--help 看说明" in result.stderr or len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["", *COMMANDS, "catalog import", "catalog diff", "catalog upgrade"])
def test_help_is_chinese(run, command):
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("用法：")
    assert "选项：\n" in result.stdout
    assert ENGLISH.search(result.stdout) is None


def test_a_group_without_a_command_shows_its_help_once(run):
    result = run("catalog")
    assert result.exit_code == 2
    assert result.stderr == run("catalog", "--help").stdout


def test_messages_of_our_own_stay_as_they_are():
    assert said("“x”不是日期") == "“x”不是日期"
    assert said("something that click never said before") == "something that click never said before"


def test_an_interrupt_and_a_return_value_leave_as_they_did():
    @click.command("stop")
    def stop() -> None:
        raise KeyboardInterrupt

    assert CliRunner().invoke(commands, ["--version"]).exit_code == 0
    assert commands.main(["--version"], standalone_mode=False) == 0
    group = type(commands)("group", commands={})
    group.get_command = lambda _context, _name: stop
    result = CliRunner().invoke(group, ["stop"])
    assert (result.exit_code, result.stderr.strip()) == (1, "已经停下。")
