"""The extension of VS Code, run by Playwright's Node.js with what it needs of VS Code put in its place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright._impl._driver import compute_driver_executable

from sitegen.schemas.workspace import EXTENSION, EXTENSION_SOURCE
from tests.cli.conftest import NOW
from tests.world import BASE, World

PLACE = "content/zhengce/xzgfxwj/xin.md"
TEXT = "---\n标题: 甲\n\n文件号: 一\n---\n\n正文。\n"
FAKE = Path(__file__).parent / "fake_vscode.js"


@pytest.fixture
def column(tmp_path) -> Path:
    modules = {f"{EXTENSION}/{file.name}": file.read_text(encoding="utf-8") for file in EXTENSION_SOURCE.glob("*.js")}
    World(tmp_path, {**BASE, PLACE: TEXT, **modules})
    return tmp_path


def run(column: Path, command: str) -> dict[str, Any]:
    """Return what came of each thing asked, by its name."""
    node = str(compute_driver_executable()[0])
    here = str(Path(__file__).parents[2])
    done = subprocess.run(
        [node, str(FAKE), str(column), PLACE, command],
        env={**os.environ, "SOURCE_DATE_EPOCH": NOW, "PYTHONPATH": here},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return dict(json.loads(line) for line in done.stdout.splitlines())


def program(folder: Path) -> Path:
    """Return a program that starts this checkout's `sitegen`, as a virtual environment holds one."""
    file = folder / ".venv/bin/sitegen"
    file.parent.mkdir(parents=True)
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sitegen "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return file


def test_what_the_server_says_reaches_the_editor(column):
    file = program(column)
    said = run(column, "")
    assert said["variables"] == [["PATH", f"{file.parent}{os.pathsep}"]]
    wrong = next(each for each in said["found"] if each["code"] == "SG170")
    assert wrong["source"] == "sitegen"
    assert wrong["severity"] == 0
    assert wrong["range"]["start"] == {"line": 3, "character": 0}
    assert "怎么改：您是不是想写“文号”？" in wrong["message"]
    labels = [each["label"]["label"] for each in said["completion"]["items"]]
    assert {"文号", "施行日期"} <= set(labels)
    number = said["completion"]["items"][labels.index("文号")]
    assert number["insertText"] == {"parts": ["文号: ${1:青政规〔2023〕4号}"]}
    assert number["kind"] == 9  # CompletionItemKind.Property, which counts from 0 here
    assert "完整标题" in said["hover"]["parts"][0]["parts"][0]
    assert said["action"][0]["edit"]["made"][0][1] == "文号"
    assert "SG170" not in [each["code"] for each in said["changed"]]
    assert said["again"] == len(said["changed"])
    assert said["taken"] == [["file:///a/1.md", "file:///a/b/2.md"], ["file:///ab/1.md"]]
    assert said["warned"] == []


def test_a_program_that_is_not_there_is_told_in_chinese(column):
    (warning,) = run(column, str(column / "missing" / "sitegen"))["warned"]
    assert warning.startswith("没有找到 sitegen 程序")
