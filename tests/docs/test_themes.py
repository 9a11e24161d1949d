"""docs/themes.md has every template, view and filter as the program has them."""

from __future__ import annotations

from tests.docs.pages import check_made_parts
from tests.docs.view_tables import made_parts


def test_views_templates_and_filters_are_those_of_the_program(request):
    check_made_parts("themes.md", made_parts(), accept=request.config.getoption("update_snapshots"))
