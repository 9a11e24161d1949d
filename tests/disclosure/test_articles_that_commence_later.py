"""分条施行: articles that commence on a day of their own, from front matter to page."""

from __future__ import annotations

from datetime import date

from tests.world import BASE, World, document

PATH = "zhengce/xzgfxwj/banfa"
TEXT = document(分条施行="[{条款: 第十二条, 日期: 2027-01-01}]")


def page(tmp_path, as_of: date) -> str:
    world = World(tmp_path, {**BASE, f"content/{PATH}.md": TEXT})
    built = world.build(as_of)
    assert not [each for each in built.diagnostics if each.severity == "error"]
    return world.page(f"{PATH}.html")


def test_page_tells_which_article_waits(tmp_path):
    shown = page(tmp_path, date(2026, 12, 1))
    assert "其中第十二条自2027年1月1日起施行，尚未施行" in shown
    assert "现行有效" in shown


def test_page_tells_that_the_article_is_in_force(tmp_path):
    assert "其中第十二条自2027年1月1日起施行，已经施行" in page(tmp_path, date(2027, 1, 1))


def test_a_faulty_entry_is_told(tmp_path):
    world = World(tmp_path, {**BASE, f"content/{PATH}.md": document(分条施行="[{条款: 第十二条}]")})
    assert [each.id for each in world.check().diagnostics if each.severity == "error"]
