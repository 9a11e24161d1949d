"""How large a picture is: told by the beginning of its file, or not at all."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sitegen.formats.pictures import LARGEST_SIDE, size_of

TURNED = 6
"""The orientation of a picture whose camera was held upright (EXIF)."""


def drawn(form: str, **saved: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "white").save(stream, form, **saved)
    return stream.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = TURNED
    return drawn("JPEG", exif=exif)


def svg(attributes: str, before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}><rect width="7" height="5"/></svg>'.encode()


SIZES = {
    "png": (drawn("PNG"), (64, 48)),
    "jpeg": (drawn("JPEG"), (64, 48)),
    "progressive jpeg": (drawn("JPEG", progressive=True), (64, 48)),
    "jpeg, camera held upright": (turned(), (48, 64)),
    "jpeg behind a long comment": (drawn("JPEG", comment=b"x" * 60_000), (64, 48)),
    "gif": (drawn("GIF"), (64, 48)),
    "webp": (drawn("WEBP"), (64, 48)),
    "webp without loss": (drawn("WEBP", lossless=True), (64, 48)),
    "svg": (svg('width="64" height="48"'), (64, 48)),
    "svg in px": (svg("height='48.4px' width='64px'"), (64, 48)),
    "svg with a head": (svg('width="64" height="48"', '\ufeff<?xml version="1.0"?>\n<!-- <svg> -->\n'), (64, 48)),
    "svg as wide as its place": (svg('width="100%" height="48"'), None),
    "svg in centimetres": (svg('width="6cm" height="4cm"'), None),
    "svg with proportions only": (svg('viewBox="0 0 64 48"'), None),
    "svg whose line has a width": (svg('stroke-width="2" height="48"'), None),
    "no picture": ("这不是图片".encode(), None),
    "nothing": (b"", None),
    "a page": (b"<html><body width='3' height='4'></body></html>", None),
    "a png that ends too soon": (drawn("PNG")[:20], None),
    "a jpeg that ends too soon": (drawn("JPEG")[:40], None),
    "a side of no length": (drawn("PNG").replace(b"\0\0\0\x40\0\0\0\x30", b"\0\0\0\0\0\0\0\x30", 1), None),
    "a side beyond measure": (drawn("PNG").replace(b"\0\0\0\x40\0\0\0\x30", b"\xff\xff\xff\xff\0\0\0\x30", 1), None),
}


@pytest.mark.parametrize("name", SIZES)
def test_size(name):
    data, size = SIZES[name]
    assert size_of(io.BytesIO(data)) == size


@given(st.sampled_from([data for data, _ in SIZES.values()]), st.binary(max_size=60), st.integers(0, 80))
def test_damage_never_stops_anything(data, damage, at):
    size = size_of(io.BytesIO(data[:at] + damage + data[at + len(damage) :]))
    assert size is None or all(0 < side <= LARGEST_SIDE for side in size)
