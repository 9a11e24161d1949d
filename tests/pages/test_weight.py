"""What pages weigh."""

from __future__ import annotations

import pytest

from tests.pages.kinds import KINDS
from tests.pages.weight import weigh

HEAVIEST = 60 * 1024
HEAVIEST_FIRST_PAINT_OF_HOME = 14 * 1024


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "search"], ids=lambda kind: kind.name)
def test_a_page_keeps_to_its_weight(column, kind):
    assert weigh(column, kind.path).whole <= HEAVIEST


def test_the_search_page_itself_keeps_to_its_weight(column):
    """Its scripts load the table of titles, which grows with the column, behind the first paint."""
    assert weigh(column, "sousuo.html").first_paint <= HEAVIEST_FIRST_PAINT_OF_HOME + 8 * 1024


@pytest.mark.parametrize("path", ["index.html", "zh-hant/index.html"])
def test_the_home_page_is_painted_from_the_first_packets(column, path):
    assert weigh(column, path).first_paint <= HEAVIEST_FIRST_PAINT_OF_HOME
