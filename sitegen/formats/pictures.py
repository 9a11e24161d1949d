"""How large a picture is on a page, read from the beginning of its file: pages reserve its room before it arrives."""

from __future__ import annotations

import re
from typing import BinaryIO, NamedTuple

LARGEST_SIDE = 65_535
"""Pixels: no browser draws a longer side; a header that claims one is damaged."""
_HEAD_OF_SVG = 4096
_ROOT_OF_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*>|\s)*<svg\s([^>]*)>", re.DOTALL)
_LENGTH = r"""(?:^|\s)%s\s*=\s*["']\s*([0-9]{1,5}(?:\.[0-9]+)?)(?:px)?\s*["']"""
_WIDTH, _HEIGHT = (re.compile((_LENGTH % name).encode()) for name in ("width", "height"))


class Size(NamedTuple):
    """Width and height in CSS pixels, as a browser shows the picture: turned as its camera was held."""

    width: int
    height: int


def size_of(stream: BinaryIO) -> Size | None:
    """Return the size of the picture in a file; None where its beginning does not tell, damaged files among them.

    Of an SVG only a width and height in pixels count: without them its size is a matter of the place it stands in.
    """
    import imagesize  # here, as it loads what fetches pictures from elsewhere, and most builds read none

    head = stream.read(_HEAD_OF_SVG).removeprefix(b"\xef\xbb\xbf")
    width, height = _of_svg(head) if head.lstrip().startswith(b"<") else imagesize.get(stream)
    if 0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE:
        return Size(round(width) or 1, round(height) or 1)
    return None


def _of_svg(head: bytes) -> tuple[float, float]:
    root = _ROOT_OF_SVG.match(head)
    width, height = (found.search(root[1]) for found in (_WIDTH, _HEIGHT)) if root else (None, None)
    return (float(width[1]), float(height[1])) if width and height else (0, 0)
