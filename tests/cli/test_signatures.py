"""提交署名: reviews that commits name, where the front matter does not."""

from __future__ import annotations

import json

import pytest

from sitegen.model.values import REVIEW_TRAILERS
from tests.cli.repository import commit_all, git
from tests.world import BASE, record

SITE = "content/site.yaml"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
WANTED = {SITE: BASE[SITE] + "提交署名: 是\n审核要求: [拟稿, 审核]\n"}
UNSIGNED = {NOTICE: record(审核="")}
SIGNED = "公开通知\n\n拟稿: 沈望川\nReviewed-by: 林知夏 <lin@qinglan.example>"


@pytest.fixture
def told(run):
    def of(place, *options: str) -> list[tuple[str, str]]:
        command = ("check", "--project", str(place.folder), "--as-of", "2026-11-20", "--format", "json", *options)
        return [(each["id"], each["message"]) for each in json.loads(run(*command).stdout)]

    return of


def test_commit_names_the_review(world, told):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, SIGNED)
    assert told(place) == []


def test_review_is_shown_on_the_page(run, world):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, SIGNED)
    assert run("build", "--project", str(place.folder), "--as-of", "2026-11-20", "--no-search").exit_code == 0
    page = place.folder / "build" / NOTICE.removeprefix("content/").replace(".md", ".html")
    assert "林知夏" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("message", "lacking"),
    [
        ("公开通知", "拟稿、审核"),
        ("公开通知\n\n审核: 林知夏", "拟稿"),
        ("公开通知\n\n下面几行：\n审核: 林知夏", "拟稿、审核"),
    ],
    ids=["none", "one", "no trailers"],
)
def test_commit_without_a_review(world, told, message, lacking):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, message)
    assert told(place) == [("SG571", f"信息部分和最近一次改动的提交说明里都没有写“{lacking}”。")]


@pytest.mark.parametrize("name", REVIEW_TRAILERS)
def test_one_table_for_the_check_and_the_review_sheet(run, world, told, name):
    step = REVIEW_TRAILERS[name]
    place = world({SITE: WANTED[SITE].replace("[拟稿, 审核]", f"[{step}]")})
    commit_all(place.folder, "建立栏目")
    place.write(UNSIGNED)
    commit_all(place.folder, f"公开通知\n\n{name.title()}: 林知夏 <lin@qinglan.example>")
    assert told(place) == []
    sheet = run("review", "--project", str(place.folder), "--as-of", "2026-11-20", "--since", "HEAD~1").stdout
    assert f"      {step}：林知夏" in sheet


def test_front_matter_comes_first(world, told):
    place = world({**WANTED, NOTICE: record(审核="{拟稿: 办公室, 审核: 周以宁}")})
    commit_all(place.folder, "公开通知")
    assert told(place) == []


def test_last_change_counts(world, told):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, SIGNED)
    place.write({NOTICE: UNSIGNED[NOTICE] + "\n又改了一句。\n"})
    commit_all(place.folder, "改一句")
    assert [id for id, _ in told(place)] == ["SG571"]


def test_merge_may_name_it(world, told):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, SIGNED)
    git(place.folder, "checkout", "-q", "-b", "gaigao")
    place.write({NOTICE: UNSIGNED[NOTICE] + "\n又改了一句。\n"})
    commit_all(place.folder, "改一句\n\n拟稿: 沈望川")
    git(place.folder, "checkout", "-q", "main")
    git(place.folder, "merge", "-q", "--no-ff", "gaigao", "-m", "合并改稿\n\n审核: 林知夏")
    assert told(place) == []


def test_what_is_not_committed_yet_is_not_asked_for(world, told):
    place = world(WANTED)
    commit_all(place.folder, "建立栏目")
    place.write(UNSIGNED)
    assert told(place) == []


def test_build_sees_a_new_commit(run, world):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, "公开通知")
    command = ("build", "--project", str(place.folder), "--as-of", "2026-11-20", "--no-search")
    assert run(*command).exit_code == 1
    git(place.folder, "commit", "-q", "--amend", "-m", SIGNED)
    assert run(*command).exit_code == 0


def test_part_of_a_history_is_refused(run, world, tmp_path):
    place = world({**WANTED, **UNSIGNED})
    commit_all(place.folder, SIGNED)
    place.write({NOTICE: UNSIGNED[NOTICE] + "\n又改了一句。\n"})
    commit_all(place.folder, "改一句")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{place.folder}", str(shallow))
    result = run("check", "--project", str(shallow))
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr


def test_site_that_does_not_ask_needs_no_git(world, told):
    place = world({SITE: BASE[SITE] + "审核要求: [拟稿, 审核]\n", **UNSIGNED})
    assert [id for id, _ in told(place)] == ["SG251"]
