"""The QR code that the script draws, held against matrices that another encoder made of the same text."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from .conftest import SHIPPED

BASE = "https://www.qinglan.gov.cn/zwgk/zfxxgk/"
MADE = {
    "https://a.cn/": "934d1c15657ef407",
    "https://www.qinglan.gov": "5bd20fd0656f607e",
    BASE: "3810d8c46ecf41d9",
    f"{BASE}zhinan.html": "55ebab130cac258b",
    f"{BASE}zhengce/xzgfxwj/gongxiang-danche.html": "bb021265c44b2eab",
    f"{BASE}zhengce/xzgfxwj/linshi-jiuzhu-shishi-banfa-2023.html": "b82099153b8bb046",
    f"{BASE}fdzdgknr/yusuan-juesuan/zhengfu-yusuan/{'a' * 36}.html": "728a16ff821af42f",
    f"{BASE}fdzdgknr/yusuan-juesuan/zhengfu-yusuan/{'b' * 62}.html": "7f03feddb4953edc",
    f"{BASE}fdzdgknr/yusuan-juesuan/zhengfu-yusuan/{'c' * 90}.html": "878dc9d170cacffd",
}
"""Digests of matrices (rows of 0 and 1) by text: one of each version from 1 to 9, made with segno 1.6.6 at level M."""


@pytest.fixture
def drawn(open_page):
    """Return a function that has the script draw a text and gives back its rows of 0 and 1."""
    page = open_page("about:blank")

    def draw(text):
        page.set_content(f'<section data-qr="{text}" data-word="二维码"></section>')
        page.add_script_tag(path=SHIPPED / "static" / "qr.js")
        drawing = page.locator("section > svg")
        if not drawing.count():
            return None
        assert drawing.get_attribute("role") == "img"
        assert drawing.get_attribute("aria-label") == "二维码"
        size = int(drawing.get_attribute("viewBox").split()[2]) - 8
        rows = [[0] * size for _ in range(size)]
        path = drawing.locator("path").nth(1).get_attribute("d")
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
            for at in range(int(length)):
                rows[int(y) - 4][int(x) - 4 + at] = 1
        return rows

    return draw


def test_it_draws_what_another_encoder_draws(drawn):
    found = {text: drawn(text) for text in MADE}
    assert [(len(rows) - 17) // 4 for rows in found.values()] == list(range(1, 10))
    texts = {text: "/".join("".join(map(str, row)) for row in rows) for text, rows in found.items()}
    assert {text: sha256(rows.encode()).hexdigest()[:16] for text, rows in texts.items()} == MADE


def test_an_address_that_is_too_long_is_left_in_letters(drawn):
    assert drawn(BASE + "a" * 180) is None
