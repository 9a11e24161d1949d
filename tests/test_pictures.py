"""Pictures of texts: a page reserves the room of each before it arrives."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from sitegen.formats.pictures import size_of
from tests.world import BASE, World, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan"
TEXT = "工作流程如下：\n\n![供暖工作流程图](gongnuan/liu%20cheng.png)\n"


def picture(width: int, height: int, form: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("1", (width, height)).save(stream, form)
    return stream.getvalue()


@pytest.fixture
def place(tmp_path) -> World:
    files = {f"{NOTICE}.md": record(TEXT), f"{NOTICE}/liu cheng.png": picture(320, 200)}
    return World(tmp_path, {**BASE, **files})


def room(place: World, tree: str = "") -> tuple[str | None, str | None]:
    """Return the width and height of the picture in the page."""
    image = LexborHTMLParser(place.page(f"{tree}fdzdgknr/tongzhi/gongnuan.html")).css_first("main img")
    assert (image.attributes["src"] or "").endswith("fdzdgknr/tongzhi/gongnuan/liu%20cheng.png")
    return image.attributes.get("width"), image.attributes.get("height")


@pytest.mark.parametrize("tree", ["", "zh-hant/"])
def test_a_page_has_the_sizes_of_its_pictures(place, tree):
    place.write({"content/site.yaml": f"{BASE['content/site.yaml']}繁体版: true\n"})
    assert place.build().diagnostics == ()
    assert room(place, tree) == ("320", "200")


def test_a_page_is_made_again_when_its_picture_is_another(place):
    place.build()
    place.write({f"{NOTICE}/liu cheng.png": picture(640, 360)})
    built = place.build()
    assert room(place) == ("640", "360")
    assert "fdzdgknr/tongzhi/gongnuan.html" in built.changed
    assert built.counts.rendered < 8, "the page and its picture, and what tells their digests"
    assert place.build().counts.rendered == 0


def test_another_picture_of_the_same_size_changes_no_page(place):
    place.build()
    inverted = picture(320, 200, "GIF")
    place.write({f"{NOTICE}/liu cheng.png": inverted})
    assert size_of(io.BytesIO(inverted)) == (320, 200)
    assert "fdzdgknr/tongzhi/gongnuan.html" not in place.build().changed


def test_a_broken_picture_has_no_size_and_stops_nothing(place):
    place.write({f"{NOTICE}/liu cheng.png": b"\x89PNG\r\n\x1a\n" + b"\xff" * 30})
    assert place.build().diagnostics == ()
    assert room(place) == (None, None)
