"""Both READMEs: the same commands in the same order, commands and links that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.cli import COMMANDS

ROOT = Path(__file__).parent.parent
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")
CALL = re.compile(r"(?:^|[/\\])sitegen (\w+)", re.MULTILINE)
TARGET = re.compile(r"^make (\w+)$", re.MULTILINE)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_both_give_the_same_commands_in_the_same_order():
    assert FENCED.findall(text(ENGLISH)) == FENCED.findall(text(CHINESE))


def test_both_have_the_same_outline():
    def outline(name: str) -> list[str]:
        return [line.split()[0] for line in text(name).splitlines() if line.startswith(("#", "| ", "- "))]

    assert outline(ENGLISH) == outline(CHINESE)
    assert LINK.findall(text(ENGLISH))[1:] == LINK.findall(text(CHINESE))[1:]


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_what_they_name_exists(name):
    blocks = "\n".join(block for _, block in FENCED.findall(text(name)))
    assert set(CALL.findall(blocks)) <= set(COMMANDS)
    for target in TARGET.findall(blocks):
        assert re.search(rf"^{target}:", text("Makefile"), re.MULTILINE)
    for link in LINK.findall(text(name)):
        assert (ROOT / link).is_file(), link


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_without_make_the_same_is_run(name):
    """What `make test` runs is what the lines for Windows and others say."""
    made = set(
        re.findall(r"\$\(BIN\)/(ruff check \.|mypy|lint-imports .*|python -m pytest)", text("Makefile"))
    )
    assert len(made) == 4
    for shell, prefix in (("sh", ".venv/bin/"), ("powershell", ".venv\\Scripts\\")):
        blocks = "\n".join(block for kind, block in FENCED.findall(text(name)) if kind == shell)
        assert made <= {line.removeprefix(prefix) for line in blocks.splitlines()}


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_all_exit_codes_are_told(name):
    assert re.findall(r"^\| (\d) \|", text(name), re.MULTILINE) == ["0", "1", "2", "3"]
