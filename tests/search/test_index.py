"""The files of the full-text index: made only when needed, the same bytes everywhere, gone when nobody wants them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from sitegen import pipeline, searching
from sitegen.cli import commands
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Built
from sitegen.searching import CACHE_FOLDER, NO_INDEX, PagefindError
from sitegen.stages import full_text
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.town import town
from tests.world import AS_OF, BASE, World, record

Make = Callable[..., Built]
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
OTHER = "content/fdzdgknr/tongzhi/gongshui.md"
ADDED = "content/fdzdgknr/tongzhi/xin.md"
SEARCHES_TEXTS = 'data-full-text="pagefind/"'


def text(words: str = "锅炉房在检修。", **fields: str) -> str:
    return record(f"{words}\n", **({"索引号": "QL0001000/2026-00001"} | fields))


def build(
    place: World, workers: int = 1, indexing: searching.Indexing | None = None, make: Make = pipeline.build
) -> Built:
    memory, team = place.memory(), Workers(workers)
    watch = Stopwatch(time.perf_counter, lambda _: None)
    try:
        wanted = indexing or searching.in_folder(place.folder / CACHE_FOLDER)
        built = make(place.project(AS_OF), place.folder / "build", memory, team, watch, wanted)
    finally:
        team.close()
        memory.close()
    assert not has_errors(built.diagnostics)
    return built


def index_of(place: World) -> dict[str, bytes]:
    return {path: data for path, data in place.tree().items() if path.startswith("pagefind/")}


def test_index_is_published_with_the_pages(world):
    place = world({NOTICE: text()})
    build(place)
    index = index_of(place)
    assert {"pagefind/pagefind.js", "pagefind/pages.json", "pagefind/pagefind-entry.json"} <= index.keys()
    assert any(path.endswith(".pf_meta") for path in index)
    assert any(path.startswith("pagefind/index/") for path in index)
    assert not any("fragment" in path or "ui" in path for path in index)
    manifest = json.loads(place.page("manifest.json"))["files"]
    assert index.keys() <= manifest.keys()
    assert SEARCHES_TEXTS in place.page("sousuo.html")


def test_second_build_has_nothing_to_do(world):
    place = world({NOTICE: text()})
    build(place)
    again = build(place)
    assert (again.counts.written, again.counts.removed, again.site) == (0, 0, None)


def test_index_is_made_anew_only_for_other_words(world, monkeypatch):
    place = world({NOTICE: text()})
    build(place)
    before = index_of(place)
    monkeypatch.setattr(full_text.pagefind_bin, "get_executable", lambda: place.folder / "nothing")
    place.write({NOTICE: text(发布日期="2026-02-01 09:00", 主题分类="民政、扶贫、救灾")})
    changed = build(place).changed
    assert "fdzdgknr/tongzhi/gongnuan.html" in changed
    assert not any(path.startswith("pagefind/") for path in changed)
    assert index_of(place) == before


def test_an_edit_leaves_nothing_stale(world):
    place = world({NOTICE: text(), OTHER: text("水厂在检修。", 索引号="QL0001000/2026-00002")})
    build(place, make=pipeline.preview)
    before = index_of(place)
    files = {NOTICE: text("锅炉房修好了。"), ADDED: text("新的一件。", 索引号="QL0001000/2026-00003")}
    place.write(files)
    place.remove(OTHER)
    build(place, make=pipeline.preview)
    after = index_of(place)
    assert after.keys() != before.keys()
    clean = world(files, folder="clean")
    build(clean)
    assert index_of(clean) == after


def test_workers_and_folders_do_not_matter(tmp_path):
    one, other = World(tmp_path / "a", town()), World(tmp_path / "longer" / "name", town())
    build(one)
    build(other, workers=2)
    assert index_of(one)
    assert index_of(one) == index_of(other)


def test_without_index_its_files_go_and_the_page_says_so(world):
    place = world({NOTICE: text()})
    build(place)
    build(place, indexing=NO_INDEX)
    assert index_of(place) == {}
    assert not (place.folder / "build" / "pagefind").exists()
    assert SEARCHES_TEXTS not in place.page("sousuo.html")
    build(place)
    assert index_of(place)


ENGLISH_SITE = f"{BASE['content/site.yaml']}英文名称: Qinglan District\n"
TRANSLATION = "content/jigou/qu-zhengfu.en.md"


def translation(words: str) -> str:
    return record(f"{words}\n", 标题="The Government", 索引号="", 发布机构="", 成文日期="")


def test_translations_have_an_index_of_their_own(world):
    place = world({NOTICE: text(), "content/site.yaml": ENGLISH_SITE, TRANSLATION: translation("Open all day.")})
    build(place)
    pages = {path: json.loads(data) for path, data in place.tree().items() if path.endswith("pagefind/pages.json")}
    assert sorted((path, len(names)) for path, names in pages.items()) == [
        ("en/pagefind/pages.json", 1),
        ("pagefind/pages.json", 1),
    ]
    before = place.tree()
    place.write({TRANSLATION: translation("Closed.")})
    changed = build(place).changed
    assert any(path.startswith("en/pagefind/") for path in changed)
    assert not any(path.startswith("pagefind/") for path in changed)
    place.remove(TRANSLATION)
    build(place, make=pipeline.preview)
    assert not any(path.startswith("en/") for path in place.tree())
    assert index_of(place) == {path: data for path, data in before.items() if path.startswith("pagefind/")}


@pytest.mark.parametrize("damage", ["removed", "changed"])
def test_damaged_files_of_the_cache_are_made_again(world, damage):
    place = world({NOTICE: text()})
    build(place)
    before = place.tree()
    for file in (place.folder / CACHE_FOLDER).rglob("*.pf_index"):
        file.unlink() if damage == "removed" else file.write_bytes(b"x")
    for file in (place.folder / "build" / "pagefind" / "index").iterdir():
        file.unlink()
    build(place)
    assert place.tree() == before


def test_old_indexes_do_not_pile_up(world):
    place = world({NOTICE: text()})
    for number in range(6):
        place.write({NOTICE: text(f"第{number}次检修。")})
        build(place)
    assert len(list((place.folder / CACHE_FOLDER).iterdir())) == searching.KEPT


def test_a_column_without_records_has_no_index(world):
    place = world()
    build(place)
    assert index_of(place) == {}


@pytest.fixture
def broken_pagefind(monkeypatch, tmp_path) -> None:
    """Put a program that only fails in Pagefind's place."""
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(full_text.pagefind_bin, "get_executable", lambda: broken)


def test_trouble_of_pagefind_leaves_the_column_as_it_was(world, request):
    place = world({NOTICE: text()})
    build(place)
    before = place.tree()
    request.getfixturevalue("broken_pagefind")
    place.write({NOTICE: text("锅炉房修好了。")})
    with pytest.raises(PagefindError):
        build(place)
    assert place.tree() == before


def run(place: World, *options: str) -> Result:
    asked = [
        "build",
        "--project",
        str(place.folder),
        "--as-of",
        AS_OF.isoformat(),
        "--workers",
        "1",
        *options,
    ]
    return CliRunner().invoke(commands, asked)


def test_the_command_makes_the_index_unless_told_not_to(world):
    place = world({NOTICE: text()})
    assert run(place).exit_code == 0
    assert index_of(place)
    assert run(place, "--no-search").exit_code == 0
    assert index_of(place) == {}


@pytest.mark.usefixtures("broken_pagefind")
def test_the_command_says_what_to_do_without_an_index(world):
    place = world({NOTICE: text()})
    result = run(place)
    assert result.exit_code == 3
    assert "全文索引没有做成" in result.stderr
    assert "--no-search" in result.stderr
    assert "Traceback" not in result.stderr
