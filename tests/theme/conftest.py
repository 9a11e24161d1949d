"""What the theme's tests share: the shipped theme, and themes made of a few files."""

from pathlib import Path

import pytest

from sitegen.theme import Theme

SHIPPED = Path(__file__).parents[2] / "themes" / "default"


@pytest.fixture(scope="session")
def theme():
    return Theme.load([SHIPPED])


@pytest.fixture
def own_theme(tmp_path):
    """Return a maker: templates by name → the shipped theme with these before its own."""

    def make(templates, **static):
        folder = tmp_path / "themes" / "own"
        for place, files in (("templates", templates), ("static", static)):
            for name, text in files.items():
                path = folder / place / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode() if isinstance(text, str) else text)
        return Theme.load([folder, SHIPPED])

    return make
