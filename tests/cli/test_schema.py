"""`sitegen schema`, and what `sitegen init` writes for VS Code."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

from sitegen.model.kinds import KINDS
from tests.world import BASE, World


def test_a_new_project_has_what_vs_code_wants_and_it_is_up_to_date(run, tmp_path):
    folder = tmp_path / "column"
    assert run("init", str(folder)).exit_code == 0
    before = {file: file.read_bytes() for file in (folder / ".vscode").rglob("*")if file.is_file()}
    assert "更新了 0 个" in run("schema", "--project", str(folder)).stderr
    assert {file: file.read_bytes() for file in before} == before
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (folder / schema).is_file()
        assert pattern.startswith(("content/", "catalogs/"))


def test_every_yaml_file_of_a_new_project_names_its_schema(run, tmp_path):
    folder = tmp_path / "column"
    run("init", str(folder))
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for file in (folder / "content").rglob("*.yaml"):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text(encoding="utf-8"))
        assert found, file
        schema = (file.parent / found[1]).resolve()
        assert schema.is_file()
        pattern = settings["./" + schema.relative_to(folder.resolve()).as_posix()]
        assert fnmatch(file.relative_to(folder).as_posix(), pattern.replace("**", "*"))


def test_a_new_body_is_proposed_after_the_next_run(run, tmp_path):
    place = World(tmp_path, BASE)
    project = ("--project", str(tmp_path))
    assert run("schema", *project).exit_code == 0
    place.write({"content/jigou/caizheng.yaml": "名称: 青岚区财政局\n代码: QL0003000\n"})
    assert "更新了 1 个" in run("schema", *project).stderr
    assert "青岚区财政局" in (tmp_path / ".vscode/schemas/lists.schema.json").read_text(encoding="utf-8")


def test_only_the_schemas_go_elsewhere(run, tmp_path):
    World(tmp_path / "a", BASE)
    result = run("schema", "--project", str(tmp_path / "a"), "--out", str(tmp_path / "b"))
    assert result.exit_code == 0
    assert not (tmp_path / "a/.vscode").exists()
    assert all(file.name.endswith(".schema.json") for file in (tmp_path / "b").iterdir())


def test_settings_that_cannot_be_read_are_told(run, tmp_path):
    World(tmp_path, BASE | {"content/site.yaml": "名称: [\n"})
    result = run("schema", "--project", str(tmp_path))
    assert result.exit_code == 1
    assert "sitegen check" in result.stderr


def test_findings_of_a_check_are_matched_line_by_line(run, tmp_path):
    notice = "content/fdzdgknr/tongzhi/gongnuan.md"
    folder = tmp_path / "column"
    run("init", str(folder))
    World(folder, {notice: "---\n标题: 通知\n日期: 1\n---\n\n正文\n"})
    report = run("check", "--project", str(folder)).output
    task = json.loads((folder / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    patterns = {each["severity"]: each["pattern"]["regexp"] for each in task["problemMatcher"]}
    found = [re.match(patterns["error"], line) for line in report.splitlines()]
    assert (notice, "3", "SG170") in [(each[1], each[2], each[4]) for each in found if each]
    assert Path(folder, notice).is_file()


def test_every_key_of_front_matter_can_be_completed(run, tmp_path):
    folder = tmp_path / "column"
    run("init", str(folder))
    made = json.loads((folder / ".vscode/front-matter.code-snippets").read_text(encoding="utf-8"))
    assert set(made) == {field.key for kind in KINDS for field in kind.fields.fields}
    assert made["文号"]["prefix"] == ["文号", "document_number"]
    assert made["文号"]["body"] == ["文号: ${1:青政规〔2023〕4号}"]
    assert made["公开属性"]["body"] == ["公开属性: ${1|主动公开,依申请公开,不予公开|}"]
    assert made["审核"]["body"] == ["审核: {拟稿: ${1}, 审核: ${2}, 发布: ${3}}"]
    assert made["主题分类"]["body"] == [r"主题分类: ${1:民政、扶贫、救灾\\减灾救灾}"]
    assert "必填：行政规范性文件、规章、清理结果" in made["文号"]["description"]
