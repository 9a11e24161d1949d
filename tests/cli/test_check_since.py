"""`sitegen check --since`: against a commit nothing vanishes, and only what the change concerns is shown."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from sitegen.cli.check import check
from tests.cli.repository import commit_all, git
from tests.test_tombstones import tombstone
from tests.world import record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
MOVED = "content/fdzdgknr/tongzhi/gongnuan-tongzhi.md"
OTHER = "content/fdzdgknr/tongzhi/gongshui.md"
ADDRESS = "/zfxxgk/fdzdgknr/tongzhi/gongnuan.html"
NUMBER = "QL0001000/2026-90001"


def heating(**fields: str) -> str:
    return record("请各单位做好供暖准备。\n", **({"索引号": NUMBER} | fields))


def findings(place, *arguments: str, since: str = "HEAD") -> list[tuple[str, str]]:
    """Return what the command finds, as pairs of path and id."""
    given = [
        "--project",
        str(place.folder),
        "--as-of",
        "2026-11-20",
        "--format",
        "json",
        "--since",
        since,
        *arguments,
    ]
    done = CliRunner().invoke(check, given)
    found = [(each["path"], each["id"]) for each in json.loads(done.output)]
    assert done.exit_code == (1 if found else 0)
    return found


@pytest.fixture
def committed(world):
    """Return a site in a repository, with one notice that is public."""
    place = world({NOTICE: heating(), OTHER: record(稿件状态="草稿", 标题="还没写好")})
    commit_all(place.folder, "公开", on="2026-11-10")
    return place


def test_unchanged_site_has_no_findings(committed):
    assert findings(committed) == []


def test_deleted_record_is_found_before_anything_is_built(committed):
    committed.remove(NOTICE)
    assert findings(committed) == [(NOTICE, "SG331")]
    commit_all(committed.folder, "删除")
    assert findings(committed) == []
    assert findings(committed, since="HEAD~1") == [(NOTICE, "SG331")]


def test_moving_withdrawing_and_drafts_are_no_loss(committed):
    committed.remove(NOTICE, OTHER)
    committed.write({MOVED: heating(旧地址=f"[{ADDRESS}]")})
    assert findings(committed) == []
    committed.remove(MOVED)
    committed.write({NOTICE: tombstone(索引号=NUMBER)})
    assert findings(committed) == []


def test_number_and_date_are_held_against_the_commit(committed):
    committed.write({NOTICE: heating(索引号="QL0001000/2026-90002", 发布日期="2026-01-05")})
    assert findings(committed) == [(NOTICE, "SG335"), (NOTICE, "SG336")]


def test_new_record_dated_before_the_commit_claims_too_much(committed):
    committed.write({MOVED: record(发布日期="2026-11-09")})
    assert findings(committed) == [(MOVED, "SG337")]
    committed.write({MOVED: record(发布日期="2026-11-10")})
    assert findings(committed) == []


def test_day_before_publication_loses_nothing(committed):
    committed.remove(NOTICE)
    assert findings(committed, "--as-of", "2025-12-31") == []


def test_work_on_the_other_branch_is_no_loss(committed):
    git(committed.folder, "checkout", "-q", "-b", "draft")
    git(committed.folder, "checkout", "-q", "main")
    committed.write({MOVED: record(发布日期="2026-11-11")})
    commit_all(committed.folder, "又公开一篇", on="2026-11-11")
    git(committed.folder, "checkout", "-q", "draft")
    assert findings(committed, since="main") == []


def test_column_that_goes_is_found(committed):
    column = "content/fdzdgknr/gonggao/_column.yaml"
    committed.write({column: "标题: 公告\n收录: [政府信息]\n"})
    commit_all(committed.folder, "新栏目", on="2026-11-11")
    committed.remove(column)
    assert findings(committed) == [(column, "SG334")]


def test_findings_elsewhere_are_not_shown(committed):
    links = record("见[供暖](gongnuan.md)。\n", 标题="供水", 体裁="没有的体裁")
    committed.write({OTHER: links, MOVED: record(体裁="没有的体裁")})
    commit_all(committed.folder, "有错的两篇", on="2026-11-12")
    assert findings(committed) == []
    committed.write({NOTICE: heating(内容概述="供暖的准备")})
    assert findings(committed) == [(OTHER, "SG247")]
    assert findings(committed, str(committed.folder / NOTICE)) == []


def test_faulty_site_file_concerns_everything(committed):
    committed.write({OTHER: record(体裁="没有的体裁")})
    commit_all(committed.folder, "有错", on="2026-11-12")
    committed.write(
        {"content/site.yaml": (committed.folder / "content/site.yaml").read_text() + "联系电话: 0000-1\n"}
    )
    assert findings(committed) == [(OTHER, "SG247")]


@pytest.mark.parametrize("since", ["nope", "--help"])
def test_unknown_commit_is_wrong_use(committed, since):
    done = CliRunner().invoke(check, ["--project", str(committed.folder), "--since", since])
    assert done.exit_code == 2
    assert since in done.output


def test_missing_git_is_wrong_use(world, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    done = CliRunner().invoke(check, ["--project", str(world().folder), "--since", "main"])
    assert done.exit_code == 2
    assert "没有 git" in done.output
