"""`sitegen schema`, and what `sitegen init` writes for VS Code."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

from sitegen import __version__
from sitegen.cli import COMMANDS
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


def test_the_extension_of_the_project_starts_what_is_there(run, tmp_path):
    folder = tmp_path / "column"
    run("init", str(folder))
    extension = folder / ".vscode/extensions/sitegen"
    about = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    modules = {file.name: file.read_text(encoding="utf-8") for file in extension.glob("*.js")}
    code = "\n".join(modules.values())
    assert about["main"] == "./extension.js"
    assert {f"./{name}" for name in modules} == {about["main"], *re.findall(r'require\("(\./.+?)"\)', code)}
    assert all(text.count("\n") < 150 for text in modules.values())
    assert about["version"] == __version__
    assert about["capabilities"]["untrustedWorkspaces"]["supported"] is False
    assert not about.keys() & {"dependencies", "devDependencies", "scripts"}
    assert set(re.findall(r'require\("([^.].*?)"\)', code)) <= {
        "node:child_process", "node:fs", "node:path", "vscode"
    }  # fmt: skip
    assert '["language-server"]' in code
    assert "language-server" in COMMANDS
    for name in re.findall(r'registerCommand\("(.+?)"', code):
        assert name in [each["command"] for each in about["contributes"]["commands"]]
    tasks = json.loads((folder / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    owners = {matcher["owner"] for matcher in tasks[0]["problemMatcher"]}
    assert owners == {re.search(r'const NAME = "(.+?)"', code)[1]}


def test_what_an_older_version_wrote_is_taken_away(run, tmp_path):
    World(tmp_path, BASE | {".vscode/front-matter.code-snippets": "{}", ".vscode/mine.code-snippets": "{}"})
    assert run("schema", "--project", str(tmp_path)).exit_code == 0
    assert not (tmp_path / ".vscode/front-matter.code-snippets").exists()
    assert (tmp_path / ".vscode/mine.code-snippets").exists()
