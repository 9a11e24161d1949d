"""`--format` and `--also`: one run, several forms, each where it belongs."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from sitegen.cli import commands
from tests.cli.conftest import NOW
from tests.cli.repository import commit_all
from tests.world import World, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
DEAD = "见[供暖方案](fangan.md)。\n"


@pytest.fixture
def place(world) -> World:
    """Give a column with a dead link."""
    return world({NOTICE: record(DEAD)})


@pytest.mark.parametrize("command", ["check", "build"])
def test_one_run_gives_several_forms(run, place, command):
    out = place.folder / "report"
    result = run(command, "--project", str(place.folder), "--format", "json",
                 "--also", f"sarif={out}/a.sarif", "--also", f"html={out}/a.html")  # fmt: skip
    assert result.exit_code == 1
    assert [each["id"] for each in json.loads(result.stdout)] == ["SG304"]
    assert json.loads((out / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "SG304" in (out / "a.html").read_text(encoding="utf-8")


def test_a_sound_column_is_told_in_the_form_that_is_asked_for(run, world):
    place = world({NOTICE: record()})
    assert json.loads(run("build", "--project", str(place.folder), "--format", "gitlab").stdout) == []
    assert run("build", "--project", str(place.folder)).stdout == ""


@pytest.mark.parametrize("wish", ["sarif", "sarif=", "word=a.doc", "=a"])
def test_an_unknown_form_is_wrong_use(run, place, wish):
    assert run("check", "--project", str(place.folder), "--also", wish).exit_code == 2


def test_the_summary_of_a_github_step_grows(place, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    given = {"SOURCE_DATE_EPOCH": NOW, "GITHUB_STEP_SUMMARY": str(summary)}
    result = CliRunner().invoke(
        commands, ["check", "--project", str(place.folder), "--format", "github"], env=given
    )
    assert result.exit_code == 1
    assert result.stdout.startswith(f"::error file={NOTICE},line=")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# before\n## 青岚区人民政府：检查结果（2026-11-20）")
    assert "| SG304 |" in text


def test_paths_begin_at_the_top_of_the_repository(run, world, tmp_path):
    place = world({NOTICE: record(DEAD)}, folder="zhandian/lanmu")
    commit_all(tmp_path / "zhandian", "begin")
    issues = json.loads(run("check", "--project", str(place.folder), "--format", "gitlab").stdout)
    assert [issue["location"]["path"] for issue in issues] == [f"lanmu/{NOTICE}"]
