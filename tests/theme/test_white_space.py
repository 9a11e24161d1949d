"""White space that only lays a template out goes; what readers see as a space stays."""

from __future__ import annotations

import pytest

from sitegen.theme_white_space import squeezed
from tests.world import World, record

CASES = {
    "indentation beside blocks": ("<ul>\n    <li>甲</li>\n    <li>乙</li>\n</ul>\n", "<ul><li>甲</li><li>乙</li></ul>"),
    "a block after text": ("甲\n  <p>乙</p>", "甲<p>乙</p>"),
    "text after a block": ("</p>\n  甲", "</p>甲"),
    "inline neighbours keep a space": ("<a>甲</a>\n    <b>乙</b>", "<a>甲</a>\n<b>乙</b>"),
    "words keep a space": ("one\n   two", "one\ntwo"),
    "an attribute on a line of its own": ('<a href="x"\n     class="y">', '<a href="x"\nclass="y">'),
    "after a value": ("\n  甲", "\n甲"),
    "after a statement the line break is gone": ("    <li>甲</li>", "<li>甲</li>"),
    "several spaces are one": ("甲    乙", "甲 乙"),
    "one space stays": ("</span> <span>", "</span> <span>"),
    "a sign for greater is no tag": ("1 >\n  2", "1 >\n2"),
    "an element of our own is inline": ("</my-tag>\n<li>", "</my-tag><li>"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_squeezed(name: str) -> None:
    text, expected = CASES[name]
    assert squeezed(text) == expected
    assert squeezed(expected) == expected


def test_pages_are_minified_where_the_site_asks_for_it(world) -> None:
    files = {"content/fdzdgknr/tongzhi/gongnuan.md": record("甲  乙\n")}
    plain: World = world(files)
    plain.build()
    before = plain.page("fdzdgknr/tongzhi/gongnuan.html")
    assert '<html lang="zh-CN">' in before
    site = (plain.folder / "content" / "site.yaml").read_text(encoding="utf-8")
    plain.write({"content/site.yaml": f"{site}压缩网页: 是\n"})
    built = plain.build()
    after = plain.page("fdzdgknr/tongzhi/gongnuan.html")
    assert "<html lang=zh-CN>" in after
    assert len(after) < len(before)
    assert "fdzdgknr/tongzhi/gongnuan.html" in built.changed
