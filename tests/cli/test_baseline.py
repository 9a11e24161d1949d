"""`sitegen baseline`: made once, counted down, pruned; what must be mended is never in it."""

from __future__ import annotations

import json

import pytest

from tests.world import World, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
DEAD = "见[供暖方案](fangan.md)。\n"
DEAD_TOO = "见[应急预案](yuan.md)。\n"


@pytest.fixture
def place(world) -> World:
    """Give a column with two dead links."""
    return world({NOTICE: record(DEAD + "\n" + DEAD_TOO)})


@pytest.fixture
def baseline(run, place):
    """Return a function that runs the command on that column."""
    return lambda *arguments: run("baseline", "--project", str(place.folder), *arguments)


def listed(place: World) -> list[str]:
    data = json.loads((place.folder / "baseline.json").read_text(encoding="utf-8"))
    return [each["message"] for each in data["findings"]]


def test_freezes_counts_down_and_prunes(run, place, baseline):
    made = baseline()
    assert (made.exit_code, made.stdout) == (0, "冻结了 2 条，写在 baseline.json，请和内容一起提交。\n")
    check = run("check", "--project", str(place.folder))
    assert (check.exit_code, check.stdout) == (0, "没有发现问题。\n存量 2 条，和上次（2026-11-20）一样多。\n")
    place.write({NOTICE: record(DEAD)})
    stands = baseline()
    assert stands.stdout.splitlines() == [
        "存量 1 条，比上次（2026-11-20）少 1 条。运行 sitegen baseline --prune 把改好的划去。",
        f"  已经改好：{NOTICE} SG304 链接“应急预案”指向的“yuan.md”不存在。",
    ]
    assert baseline("--prune").stdout == "划去 1 条，存量还有 1 条。\n"
    assert len(listed(place)) == 1
    place.write({NOTICE: record(DEAD + "\n" + DEAD_TOO)})
    again = run("check", "--project", str(place.folder))
    assert again.exit_code == 1, "what was mended may not come back"
    assert "yuan.md" in again.stdout


def test_new_findings_are_frozen_only_when_asked(place, baseline):
    baseline()
    place.write({NOTICE: record(DEAD + "\n" + DEAD_TOO + "\n见[通知](tongzhi.md)。\n")})
    assert baseline().exit_code == 1
    assert baseline("--prune").exit_code == 1
    assert len(listed(place)) == 2
    assert baseline("--add").exit_code == 0
    assert len(listed(place)) == 3


def test_what_must_be_mended_is_told(place, baseline):
    place.write({NOTICE: record(DEAD + "\n身份证号 339901199904011206。\n")})
    made = baseline()
    assert made.exit_code == 1
    assert made.stdout.startswith("冻结了 1 条")
    assert made.stderr == "没有冻结的：共 1 个错误，涉及 1 个文件。用 sitegen check 看怎样改。\n"
    assert "339901" not in (place.folder / "baseline.json").read_text(encoding="utf-8")


def test_a_history_is_kept(place, baseline):
    baseline()
    place.write({NOTICE: record(DEAD)})
    baseline("--prune", "--as-of", "2026-12-01")
    data = json.loads((place.folder / "baseline.json").read_text(encoding="utf-8"))
    assert data["history"] == [{"on": "2026-11-20", "count": 2}, {"on": "2026-12-01", "count": 1}]


def test_a_clean_column_needs_no_list(run, world):
    place = world({NOTICE: record()})
    assert run("baseline", "--project", str(place.folder)).stdout == "没有要冻结的问题。\n"
    assert not (place.folder / "baseline.json").exists()
    assert run("baseline", "--prune", "--project", str(place.folder)).exit_code == 2


def test_a_damaged_list_is_never_replaced(place, baseline):
    place.write({"baseline.json": "{"})
    result = baseline("--add")
    assert result.exit_code == 2
    assert (place.folder / "baseline.json").read_text(encoding="utf-8") == "{"


def test_an_unreadable_project_is_wrong_use(place, baseline):
    place.write({"content/site.yaml": "名称：错\n"})
    assert baseline().exit_code == 2
    assert not (place.folder / "baseline.json").exists()
