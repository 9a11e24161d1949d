"""`sitegen fix`: a diff first, then the files, and only those that git knows or that were given."""

from __future__ import annotations

import pytest

from tests.cli.repository import commit_all
from tests.world import BASE, document, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
RULE = "content/zhengce/xzgfxwj/jiuzhu.md"
SOUND = record(索引号="QL0001000/2026-00001")
BROKEN = document(索引号="QL0001000/2026-00002", 文号="青政规[2026]1号", 施行日期="2026/2/10")
DIFFERENCE = """\
--- a/content/zhengce/xzgfxwj/jiuzhu.md
+++ b/content/zhengce/xzgfxwj/jiuzhu.md
@@ -6,8 +6,8 @@
 成文日期: 2026-01-05
 发布日期: 2026-01-06 09:00
 审核: {拟稿: 办公室, 审核: 办公室, 发布: 办公室}
-文号: 青政规[2026]1号
-施行日期: 2026/2/10
+文号: 青政规〔2026〕1号
+施行日期: 2026-02-10
 ---
\x20
 第一条　为了规范管理，制定本办法。
"""


@pytest.fixture
def place(world):
    made = world({**BASE, NOTICE: SOUND, RULE: BROKEN})
    commit_all(made.folder, "Begin")
    return made


def test_repairs_are_shown_and_nothing_is_written(run, place):
    result = run("fix", "--project", str(place.folder))
    assert result.exit_code == 0
    assert result.stdout == DIFFERENCE
    assert "有 1 个文件可以修" in result.stderr
    assert (place.folder / RULE).read_text(encoding="utf-8") == BROKEN


def test_repairs_are_written_once(run, place):
    result = run("fix", "--apply", "--project", str(place.folder))
    assert result.stdout == DIFFERENCE
    assert "施行日期: 2026-02-10\n" in (place.folder / RULE).read_text(encoding="utf-8")
    assert (place.folder / NOTICE).read_text(encoding="utf-8") == SOUND
    again = run("fix", "--apply", "--project", str(place.folder))
    assert (again.stdout, again.stderr) == ("", "没有要修的。\n")
    assert place.check().diagnostics == ()
    assert [file.name for file in (place.folder / RULE).parent.iterdir() if file.suffix == ".fix"] == []


def test_what_git_does_not_know_is_only_mended_when_it_is_named(run, place):
    new = "content/zhengce/xzgfxwj/xin.md"
    place.write({new: BROKEN.replace("1号", "2号").replace("00002", "00003")})
    project = ("--project", str(place.folder))
    assert new not in run("fix", *project).stdout
    assert new in run("fix", str(place.folder / new), *project).stdout
    assert new in run("fix", str(place.folder / "content/zhengce"), *project).stdout


def test_without_git_files_must_be_named(run, world):
    place = world({**BASE, RULE: BROKEN})
    result = run("fix", "--project", str(place.folder))
    assert result.exit_code == 2
    assert "不在 git 仓库里" in result.stderr
    assert "例如：sitegen fix content" in result.stderr
    assert "fatal" not in result.stderr
    assert run("fix", str(place.folder / RULE), "--project", str(place.folder)).stdout == DIFFERENCE


def test_bytes_that_no_line_shows_are_told(run, place):
    (place.folder / RULE).write_bytes(BROKEN.replace("\n", "\r\n").encode("gbk"))
    result = run("fix", "--apply", "--project", str(place.folder))
    assert result.stdout.startswith(f"# {RULE}：编码由 GBK 改为 UTF-8\n# {RULE}：换行由 CRLF 改为 LF\n--- a/")
    assert place.check().diagnostics == ()


def test_files_of_others_are_refused(run, place, tmp_path):
    outside = tmp_path / "a.md"
    outside.write_text(BROKEN, encoding="utf-8")
    for file in (outside, place.folder / ".gitignore"):
        file.touch()
        assert run("fix", "--apply", str(file), "--project", str(place.folder)).exit_code == 2
    assert outside.read_text(encoding="utf-8") == BROKEN


def test_links_are_not_followed(run, place, tmp_path):
    outside = tmp_path / "a.md"
    outside.write_text(BROKEN, encoding="utf-8")
    (place.folder / "content/zhengce/xzgfxwj/lian.md").symlink_to(outside)
    run("fix", "--apply", str(place.folder / "content"), "--project", str(place.folder))
    assert outside.read_text(encoding="utf-8") == BROKEN
