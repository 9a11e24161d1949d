"""What `sitegen init` writes for GitHub, GitLab and Gitee: sound by their schemas, and their steps do what they say.

The steps run here, in a project with a repository and a bare one to push to; only the installation is left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.cli.conftest import NOW
from tests.cli.repository import commit_all, git
from tests.world import World

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "tests" / "schemas_of_others"
DOCUMENT = "content/zhengce/xzgfxwj/zhengfu-xinxi-gongkai-shencha-banfa.md"
INSTALL = "python -m pip install wheels/sitegen-*.whl"
LATER = str(int(NOW) + 3 * 24 * 3600)


@pytest.fixture
def place(run, tmp_path) -> World:
    """Give a new project in a repository, with a bare one as its origin."""
    folder = tmp_path / "column"
    assert run("init", str(folder)).exit_code == 0
    commit_all(folder, "begin")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin.git")
    git(folder, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(folder, "push", "-q", "origin", "main")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, more in (("sitegen", "-m sitegen"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {more} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return World(folder, {})


def shell(place: World, script: str, now: str = NOW, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a platform does, in the project; the clock stands at `now`."""
    given = {
        "PATH": f"{place.folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(place.folder.parent),
        "SOURCE_DATE_EPOCH": now,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
        **environment,
    }
    return subprocess.run(
        ["sh", "-e", "-c", script], cwd=place.folder, env=given, capture_output=True, text=True, check=False
    )


def read(place: World, name: str) -> dict[str, object]:
    return yaml.load((place.folder / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def published(place: World) -> list[str]:
    """Return the first lines of the commits that the branch `published` has at the origin, newest first."""
    git(place.folder, "fetch", "-q", "origin")
    names = git(place.folder, "branch", "-r", "--list", "origin/published")
    return git(place.folder, "log", "--format=%s", "origin/published").splitlines() if names else []


SCHEMAS_BY_FILE = {
    ".github/workflows/column.yml": "github-workflow.json",
    ".gitlab-ci.yml": "gitlab-ci.json",
    ".pre-commit-config.yaml": "pre-commit-config.json",
}


@pytest.mark.parametrize(("file", "schema"), SCHEMAS_BY_FILE.items())
def test_files_keep_to_the_schemas_of_their_platforms(place, file, schema):
    data = yaml.safe_load((place.folder / file).read_text(encoding="utf-8"))
    if True in data:
        data["on"] = data.pop(True)  # YAML 1.1 reads `on` as true, GitHub as a word
    rules = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    errors = jsonschema.Draft7Validator(rules).iter_errors(data)
    assert [f"{list(error.absolute_path)}: {error.message[:200]}" for error in errors] == []


def test_gitee_files_have_the_shape_that_gitee_describes(place):
    """Gitee publishes no schema: the keys are those of its manual."""
    names = sorted(file.name for file in (place.folder / ".workflow").iterdir())
    assert names == ["check.yml", "daily.yml", "publish.yml"]
    for name in names:
        data = read(place, f".workflow/{name}")
        assert {"version", "name", "displayName", "triggers", "stages"} == data.keys()
        assert set(data["triggers"]) <= {"trigger", "push", "pr", "schedule"}
        for each in data["triggers"].get("schedule", []):
            minute, hour, day, _, weekday = each["cron"].split()  # no seconds: the manual begins with minutes
            assert (int(minute), int(hour)) == (10, 0)
            assert "?" in {day, weekday} != {"?"}
        assert len(data["triggers"].get("schedule", [])) <= 1  # the manual allows one
        for stage in data["stages"]:
            for step in stage["steps"]:
                assert step["step"] == "build@python"
                assert {"name", "displayName", "pythonVersion", "commands", "artifacts"} <= step.keys()
                assert step["commands"][:2] == ["set -e", INSTALL]


CONTEXT = {"${{ github.base_ref }}": "main"}


def github_steps(place: World, job: str) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield the condition, the script and the environment of each step that runs a script, but for the installation."""
    workflow = read(place, ".github/workflows/column.yml")
    for step in workflow["jobs"][job]["steps"]:
        if "run" in step and step["run"] != INSTALL:
            given = {name: CONTEXT[value] for name, value in step.get("env", {}).items()}
            yield step.get("if", ""), step["run"], given


def github(place: World, job: str, *, event: str, now: str = NOW) -> list[int]:
    """Run the steps of a job of the workflow; return their exit codes, without those that are passed over."""
    output, codes = place.folder.parent / "output", []
    output.write_text("", encoding="utf-8")
    summary = place.folder.parent / "summary.md"
    for condition, script, given in github_steps(place, job):
        outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        failed = any(codes)
        wanted = {
            "": not failed,
            "always()": True,
            "github.event_name != 'schedule' || steps.due.outputs.changes != '0'": not failed
            and (event != "schedule" or outputs.get("changes") != "0"),
        }[condition]
        if wanted:
            done = shell(
                place, script, now, GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary), **given
            )
            codes.append(done.returncode)
    return codes


def test_github_checks_a_merge_request(place):
    git(place.folder, "switch", "-q", "-c", "work")
    assert github(place, "check", event="pull_request") == [0, 0]
    place.write({DOCUMENT: "---\n标题：错\n---\n"})
    commit_all(place.folder, "break")
    assert github(place, "check", event="pull_request") == [1, 1]
    assert json.loads((place.folder / "report/check.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "SG141" in (place.folder / "report/check.html").read_text(encoding="utf-8")
    assert "SG141" in (place.folder.parent / "summary.md").read_text(encoding="utf-8")


def test_github_publishes_the_main_branch_and_nothing_twice(place):
    assert github(place, "publish", event="push") == [0, 0, 0, 0]
    assert len(published(place)) == 1
    assert "zhengce/xzgfxwj/index.html" in git(place.folder, "ls-tree", "-r", "--name-only", "origin/published")
    assert github(place, "publish", event="push") == [0, 0, 0, 0]
    assert len(published(place)) == 1


def test_what_is_public_may_not_vanish_though_the_machine_is_a_new_one(place):
    github(place, "publish", event="push")
    for folder in ("build", ".cache"):
        subprocess.run(["rm", "-r", place.folder / folder], check=True)
    place.remove(DOCUMENT, "content/zhengce/zhengce-jiedu/shencha-banfa-jiedu.md")
    codes = github(place, "publish", event="push")
    assert codes == [0, 0, 1]
    assert len(published(place)) == 1


def test_days_without_a_change_build_nothing(place):
    github(place, "publish", event="push")
    quiet = str(int(NOW) + 40 * 24 * 3600)
    assert shell(place, "sh ci/due.sh", quiet).stdout == "0\n"
    assert github(place, "publish", event="schedule", now=quiet) == [0]
    text = (place.folder / DOCUMENT).read_text(encoding="utf-8")
    place.write({DOCUMENT: text.replace("有效期至: ", "有效期至: 2026-11-21 # ")})
    assert int(shell(place, "sh ci/due.sh", LATER).stdout) > 0
    assert github(place, "publish", event="schedule", now=LATER)[0] == 0


def gitlab(place: World, job: str, now: str = NOW, **environment: str) -> subprocess.CompletedProcess[str]:
    script = read(place, ".gitlab-ci.yml")[job]["script"]
    return shell(place, "\n".join(script), now, **environment)


def test_gitlab_checks_a_merge_request(place):
    base = git(place.folder, "rev-parse", "HEAD")
    place.write({DOCUMENT: "---\n标题：错\n---\n"})
    commit_all(place.folder, "break")
    assert gitlab(place, "check", CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 1
    reports = read(place, ".gitlab-ci.yml")["check"]["artifacts"]["reports"]
    issues = json.loads((place.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert "SG141" in {issue["check_name"] for issue in issues}
    assert "<failure" in (place.folder / reports["junit"]).read_text(encoding="utf-8")
    assert "SG141" in (place.folder / "report/check.html").read_text(encoding="utf-8")


def test_gitlab_publishes_with_a_token_and_only_builds_without(place):
    variables = {"CI_PIPELINE_SOURCE": "push", "CI_SERVER_HOST": "git.invalid", "CI_PROJECT_PATH": "a/b"}
    done = gitlab(place, "publish", **variables)
    assert done.returncode == 0, done.stderr
    assert "只生成，不推送" in done.stdout
    assert published(place) == []
    refused = gitlab(place, "publish", PUBLISH_TOKEN="x", **variables)  # noqa: S106 - no real token
    assert refused.returncode != 0, "there is no such host"
    quiet = str(int(NOW) + 40 * 24 * 3600)
    assert gitlab(place, "publish", quiet, **(variables | {"CI_PIPELINE_SOURCE": "schedule"})).stdout == ""


@pytest.mark.parametrize("file", ["check.yml", "publish.yml"])
def test_gitee_does_the_same(place, file):
    (step,) = read(place, f".workflow/{file}")["stages"][0]["steps"]
    script = "\n".join(command for command in step["commands"] if command != INSTALL)
    done = shell(place, script, PUBLISH_REMOTE=str(place.folder.parent / "origin.git"))
    assert done.returncode == 0, done.stderr
    assert (len(published(place)) == 1) == (file == "publish.yml")
    for artifact in step["artifacts"]:
        assert all((place.folder / path).is_dir() for path in artifact["path"])


def test_gitee_builds_daily_only_what_has_changed(place):
    (step,) = read(place, ".workflow/daily.yml")["stages"][0]["steps"]
    script = "\n".join(command for command in step["commands"] if command != INSTALL)
    remote = str(place.folder.parent / "origin.git")
    assert shell(place, script, str(int(NOW) + 40 * 24 * 3600), PUBLISH_REMOTE=remote).returncode == 0
    assert published(place) == []


@pytest.fixture
def hook(place) -> str:
    """Give the command that runs before each commit, and have git run it."""
    (repository,) = read(place, ".pre-commit-config.yaml")["repos"]
    (entry,) = repository["hooks"]
    (own,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert own["entry"] == entry["entry"], "the same for those who name this repository"
    assert entry["always_run"] == "true", "pre-commit does not count what is deleted as changed"
    return str(entry["entry"])


def test_the_hook_looks_at_what_changed_and_at_what_refers_to_it(place, hook):
    assert shell(place, hook).returncode == 0
    place.remove(DOCUMENT)
    done = shell(place, hook)
    assert done.returncode == 1
    assert {"SG331", "SG301"} <= set(done.stdout.split()), "it was public, and its interpretation names it"


def test_the_hook_leaves_what_others_have_wrong(place, hook):
    place.write({DOCUMENT: "---\n标题：错\n---\n"})
    commit_all(place.folder, "break")
    column = "content/zhinan/_column.yaml"
    place.write({column: (place.folder / column).read_text(encoding="utf-8") + "\n"})
    assert shell(place, hook).returncode == 0


def test_the_hook_lets_a_first_commit_through(place, hook):
    subprocess.run(["rm", "-r", place.folder / ".git"], check=True)
    git(place.folder, "init", "-q")
    assert shell(place, hook).returncode == 0
