"""Searching in the preview: the index is made when it is asked for, follows each build, and delays none."""

from __future__ import annotations

import json
from functools import partial

import pytest

from sitegen import pipeline
from sitegen.searching import ELSEWHERE
from tests.browser import wait_until
from tests.serve.preview import Preview
from tests.world import record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
ICON = "Failed to load resource"
READY = "document.getElementById('search-status').textContent.startsWith({!r})"


def text(words: str) -> str:
    return record(f"{words}\n", 索引号="QL0001000/2026-00001")


@pytest.fixture
def searched(preview) -> Preview:
    return preview({NOTICE: text("锅炉房在检修。")}, build=partial(pipeline.preview, indexing=ELSEWHERE))


def test_nothing_is_indexed_before_somebody_searches(searched):
    folder = searched.world.folder / ".cache" / "sitegen" / "full-text"
    searched.save(NOTICE, text("锅炉房修好了。"))
    assert not folder.exists()
    answer = searched.get("/zfxxgk/pagefind/pages.json")
    assert (answer.status, len(json.loads(answer.text))) == (200, 1)
    assert len(list(folder.iterdir())) == 1
    assert searched.get("/zfxxgk/pagefind/index/none.pf_index").status == 404


def test_search_page_finds_what_was_just_saved(searched, open_page):
    page = open_page(f"{searched.address}sousuo.html?q=锅炉房在检修", allowed=(ICON,))
    wait_until(page, READY.format("找到1件"))
    searched.save(NOTICE, text("锅炉房修好了。"))
    page.goto(f"{searched.address}sousuo.html?q=锅炉房修好")
    wait_until(page, READY.format("找到1件"))
    page.goto(f"{searched.address}sousuo.html?q=锅炉房在检修")
    wait_until(page, READY.format("没有找到"))


def test_translations_are_searched_too(preview):
    translation = record("Open all day.\n", 标题="The Government", 索引号="", 发布机构="", 成文日期="")
    files = {"content/jigou/qu-zhengfu.en.md": translation, NOTICE: text("锅炉房在检修。")}
    searched = preview(files, build=partial(pipeline.preview, indexing=ELSEWHERE))
    answer = searched.get("/zfxxgk/en/pagefind/pages.json")
    assert (answer.status, len(json.loads(answer.text))) == (200, 1)
