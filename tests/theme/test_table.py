"""The whole index in one table: sorted and sifted by a script, complete without it."""

from __future__ import annotations

import pytest

from tests.world import document

RULES = "content/zhengce/xzgfxwj"
TABLE = "suoyin/biao/index.html"
FILES = {
    f"{RULES}/a.md": document(标题="青岚区甲办法", 文号="青政规〔2026〕1号", 成文日期="2026-01-05"),
    f"{RULES}/b.md": document(
        标题="青岚区乙办法", 文号="青政规〔2026〕2号", 成文日期="2026-01-06", 废止="[青政规〔2026〕1号]"
    ),
    f"{RULES}/c.md": document(
        标题="青岚区丙办法", 文号="青民规〔2025〕3号", 成文日期="2025-11-02", 发布日期="2025-11-03 09:00",
        施行日期="2025-12-10", 发布机构="青岚区民政局",
    ),
}  # fmt: skip


@pytest.fixture
def table(world, open_page):
    place = world(FILES)
    assert [found.message for found in place.build().diagnostics if found.severity == "error"] == []
    return open_page(f"file://{place.folder}/build/{TABLE}")


def titles(page) -> list[str]:
    return [text.split("\n")[0] for text in page.locator("tbody tr:visible th").all_inner_texts()]


def test_headings_sort_both_ways(table):
    heading = table.locator("thead th", has_text="成文日期")
    heading.locator("button").click()
    assert titles(table) == ["青岚区丙办法", "青岚区甲办法", "青岚区乙办法"]
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.locator("button").click()
    assert titles(table)[0] == "青岚区乙办法"
    assert heading.get_attribute("aria-sort") == "descending"


def test_words_and_choices_narrow_together(table):
    table.get_by_label("年份").select_option("2026")
    assert len(titles(table)) == 2
    table.get_by_label("效力状态").select_option("现行有效")
    assert titles(table) == ["青岚区乙办法"]
    assert table.get_by_role("status").inner_text() == "符合条件的1件"
    table.get_by_label("在表中查找").fill("甲")
    assert titles(table) == []
    table.get_by_label("效力状态").select_option("")
    assert titles(table) == ["青岚区甲办法"]


def test_without_script_the_table_is_whole(world):
    place = world(FILES)
    place.build()
    page = place.page(TABLE)
    assert all(title in page for title in ("青岚区甲办法", "青岚区乙办法", "青岚区丙办法"))
    assert "biao/index.html" in place.page("suoyin/index.html")
