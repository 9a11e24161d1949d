"""What git is asked, on small repositories."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.cli import git
from sitegen.cli.git import FileChange, FileStatus, GitError
from tests.cli import repository

LONG = "一段足够长的文字，移动以后还认得出来。\n" * 8


@pytest.fixture
def folder(tmp_path):
    """Return a project in a folder of a repository, with three commits."""
    project = tmp_path / "site"
    (project / "content" / "a").mkdir(parents=True)
    (project / "content" / "a" / "x.md").write_text("一\n", encoding="utf-8")
    (project / "content" / "a" / "y.md").write_text(LONG, encoding="utf-8")
    (project / "README.md").write_text("说明\n", encoding="utf-8")
    repository.commit_all(tmp_path, "第一次", on="2026-11-18")
    (project / "content" / "a" / "x.md").write_text("二\n", encoding="utf-8")
    repository.commit_all(tmp_path, "第二次", on="2026-11-19")
    (project / "content" / "a" / "y.md").rename(project / "content" / "a" / "文件 z.md")
    repository.commit_all(tmp_path, "第三次", on="2026-11-20")
    return project


def test_history_names_the_files_of_content_newest_first(folder):
    found = git.revisions(git.open_repository(folder), None)
    assert [(revision.commit.on, revision.subject, revision.files) for revision in found] == [
        (
            date(2026, 11, 20),
            "第三次",
            (FileChange(status=FileStatus.MOVED, path="content/a/文件 z.md", former="content/a/y.md"),),
        ),
        (date(2026, 11, 19), "第二次", (FileChange(status=FileStatus.CHANGED, path="content/a/x.md"),)),
        (
            date(2026, 11, 18),
            "第一次",
            (
                FileChange(status=FileStatus.ADDED, path="content/a/x.md"),
                FileChange(status=FileStatus.ADDED, path="content/a/y.md"),
            ),
        ),
    ]


def test_history_since_a_commit_leaves_out_older_ones(folder):
    opened = git.open_repository(folder)
    found = git.revisions(opened, git.commit_of(opened, "HEAD~1"))
    assert [revision.subject for revision in found] == ["第三次"]


def test_merge_is_one_change_of_the_day_it_was_made(folder):
    repository.git(folder, "checkout", "-q", "-b", "draft", "HEAD~1")
    (folder / "content" / "a" / "w.md").write_text("三\n", encoding="utf-8")
    repository.commit_all(folder.parent, "起草", on="2026-11-19")
    repository.git(folder, "checkout", "-q", "main")
    repository.git(folder, "merge", "-q", "--no-ff", "-m", "合并", "draft", on="2026-11-21")
    found = git.revisions(git.open_repository(folder), None)[0]
    assert (found.commit.on, found.subject) == (date(2026, 11, 21), "合并")
    assert found.files == (FileChange(status=FileStatus.ADDED, path="content/a/w.md"),)


def test_changes_since_a_commit_hold_what_git_does_not_know_yet(folder):
    (folder / "content" / "a" / "new.md").write_text("新\n", encoding="utf-8")
    (folder / "README.md").write_text("不在 content 里\n", encoding="utf-8")
    opened = git.open_repository(folder)
    found = git.changes_since(opened, git.commit_of(opened, "HEAD~1"))
    assert {(change.status, change.path) for change in found} == {
        (FileStatus.REMOVED, "content/a/y.md"),
        (FileStatus.ADDED, "content/a/文件 z.md"),
        (FileStatus.ADDED, "content/a/new.md"),
    }


def test_files_come_as_they_were(folder):
    opened = git.open_repository(folder)
    first = git.commit_of(opened, "HEAD~2")
    assert first.on == date(2026, 11, 18)
    wanted = ("content/a/x.md", "content/a/y.md", "content/a/none.md")
    assert git.files_at(opened, first, wanted) == {
        "content/a/x.md": "一\n".encode(),
        "content/a/y.md": LONG.encode(),
    }
    assert git.files_at(opened, first, ()) == {}


@pytest.mark.parametrize("ref", ["", "--output=x", "nope", "HEAD:README.md"])
def test_what_is_no_commit_is_said_in_words(folder, ref):
    with pytest.raises(GitError, match=r"没有|不是"):
        git.commit_of(git.open_repository(folder), ref)


def test_folder_outside_a_repository_is_said_in_words(tmp_path):
    with pytest.raises(GitError, match="不在 git 仓库里"):
        git.open_repository(tmp_path)


def test_missing_git_is_said_in_words(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="没有 git"):
        git.open_repository(tmp_path)
