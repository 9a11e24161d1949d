"""`sitegen init`: a new project checks and builds without a finding, whoever it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.formats import fields, yaml_nodes
from sitegen.model.site_fields import BODY, COLUMN, SITE
from tests.cli.conftest import NOW
from tests.world import AS_OF, World, lines_of

GOVERNMENTS = [
    (),
    ("--title", "海川市人民政府", "--level", "市级"),
    ("--title", "云溪镇人民政府", "--level", "乡级"),
    ("--title", "青岚区教育局"),
]
LEAP_DAY = "1835402400"
"""29 February 2028, 10:00 in China."""


def begun(run, tmp_path: Path, *more: str, now: str = NOW) -> World:
    folder = tmp_path / "my-column"
    result = run("init", str(folder), *more, now=now)
    assert result.exit_code == 0, result.output
    return World(folder, {})


@pytest.mark.parametrize("more", GOVERNMENTS, ids=lambda more: more[1] if more else "default")
def test_a_new_project_builds_without_a_finding(run, tmp_path, more):
    place = begun(run, tmp_path, *more)
    assert lines_of(place.build().diagnostics) == []
    assert "政府信息公开审查办法" in place.page("zhengce/xzgfxwj/index.html")
    assert [path for path, text in place.tree().items() if b"<<" in text and path.endswith(".html")] == []


def test_a_project_begun_on_a_leap_day_is_right_as_well(run, tmp_path):
    place = begun(run, tmp_path, now=LEAP_DAY)
    assert lines_of(place.check(AS_OF.replace(year=2028)).diagnostics) == []


def test_all_fixed_parts_and_statutory_items_are_there(run, tmp_path):
    site = begun(run, tmp_path).check().site
    assert site is not None
    layout = site.catalogues.layout
    assert {part.folder for part in layout.parts_of("2021")} <= site.columns.keys()
    served = {code for column in site.columns.values() for code in column.statutory_items}
    assert {item.code for item in layout.items_for("县级")} == served


def test_a_town_has_the_items_of_towns_and_no_department(run, tmp_path):
    site = begun(run, tmp_path, *GOVERNMENTS[2]).check().site
    assert "fdzdgknr/xiangzhen-chouzi-choulao" in site.columns
    assert [body.title for body in site.bodies.values()] == ["云溪镇人民政府办公室", "云溪镇人民政府"]


def test_settings_name_every_key_that_is_explained(run, tmp_path):
    place = begun(run, tmp_path)
    tables = {"site.yaml": SITE, "_column.yaml": COLUMN}
    for file in place.folder.joinpath("content").rglob("*.yaml"):
        node, faults = yaml_nodes.compose(file.read_text(encoding="utf-8"))
        assert faults == (), file
        assert fields.convert(node, tables.get(file.name, BODY), subject="").faults == (), file
    for line in (place.folder / "content/site.yaml").read_text(encoding="utf-8").splitlines():
        key = line.removeprefix("# ").partition(": ")[0]
        assert key in SITE.by_name or line.startswith("#") or not line


def test_every_kind_of_the_new_columns_can_be_begun(run, tmp_path):
    place = begun(run, tmp_path)
    result = run("new", "公文", "--title", "关于供暖的通知", "--body", "区政府", "--column", "zhengce/qita-wenjian",
                 "--project", str(place.folder))  # fmt: skip
    assert result.stdout == "content/zhengce/qita-wenjian/gongnuan.md\n"
    text = (place.folder / result.stdout.strip()).read_text(encoding="utf-8")
    assert "索引号: QL0001000/2026-00002\n" in text


def test_git_knows_what_is_made_and_how_lines_end(run, tmp_path):
    folder = begun(run, tmp_path).folder
    assert "build/" in (folder / ".gitignore").read_text("utf-8")
    assert "eol=lf" in (folder / ".gitattributes").read_text("utf-8")


def test_a_folder_in_use_is_left_alone(run, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = run("init", str(tmp_path))
    assert result.exit_code == 2
    assert "notes.txt" in result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]
    assert run("init", str(tmp_path / "notes.txt")).exit_code == 2


def test_an_empty_repository_may_be_filled(run, tmp_path):
    (tmp_path / ".git").mkdir()
    assert run("init", str(tmp_path)).exit_code == 0


@pytest.mark.parametrize(
    "more", [("--title", "区: 政府"), ("--title", "x"), ("--level", "村级"), ("--address", "www.example.com")]
)
def test_what_would_break_the_files_is_refused(run, tmp_path, more):
    assert run("init", str(tmp_path / "x"), *more).exit_code == 2
    assert not (tmp_path / "x").exists()
