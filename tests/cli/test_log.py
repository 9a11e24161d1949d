"""`sitegen log` and the change log behind it."""

from __future__ import annotations

import json

from click.testing import CliRunner

from sitegen.cli.log import log
from tests.cli.repository import commit_all
from tests.world import document, record

RULES = "content/zhengce/xzgfxwj/jiuzhu.md"


def test_moved_document_keeps_its_history(world):
    place = world(
        {
            RULES: document("第一条　" + "为了规范管理，制定本办法。" * 20),
            "content/fdzdgknr/tongzhi/a.md": record(),
        }
    )
    commit_all(place.folder, "公开", on="2026-11-18")
    (place.folder / RULES).rename(place.folder / "content/zhengce/xzgfxwj/linshi-jiuzhu.md")
    commit_all(place.folder, "改名", on="2026-11-19")
    shown = CliRunner().invoke(log, ["--project", str(place.folder), "--as-of", "2026-11-20"])
    assert shown.exit_code == 0
    assert shown.output.splitlines() == [
        "2026-11-19　移动　青政规〔2026〕1号《青岚区临时救助办法》（content/zhengce/xzgfxwj/linshi-jiuzhu.md，"
        "原来是 content/zhengce/xzgfxwj/jiuzhu.md）",
        "2026-11-18　新增　青政规〔2026〕1号《青岚区临时救助办法》（content/zhengce/xzgfxwj/jiuzhu.md）",
    ]


def test_removed_document_is_listed_without_its_title(world):
    place = world({RULES: document()})
    commit_all(place.folder, "公开", on="2026-11-18")
    place.remove(RULES)
    commit_all(place.folder, "删除", on="2026-11-19")
    arguments = [
        "--project",
        str(place.folder),
        "--as-of",
        "2026-11-20",
        "--since",
        "HEAD~1",
        "--format",
        "json",
    ]
    shown = CliRunner().invoke(log, arguments)
    (change,) = json.loads(shown.output)
    assert (change["on"], change["status"], change["path"], change["title"]) == (
        "2026-11-19",
        "removed",
        "zhengce/xzgfxwj/jiuzhu",
        "",
    )


def test_project_without_git_is_wrong_use(world):
    shown = CliRunner().invoke(log, ["--project", str(world().folder)])
    assert shown.exit_code == 2
    assert "不在 git 仓库里" in shown.output
