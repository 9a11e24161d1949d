"""Small worlds begin with a memory of the shipped catalogues and templates: it says what the files say."""

from __future__ import annotations

from sitegen import config
from sitegen.cache import Memory
from sitegen.stages.render import digests_of
from sitegen.theme import Theme
from sitegen.theme_words import CHINESE
from tests.world import VERSION, memory_in


def test_catalogues_are_those_of_the_files(tmp_path):
    memory = memory_in(tmp_path)
    remembered, found = config.remembered_catalogues(tmp_path, "default", memory)
    memory.close()
    assert found == ()
    assert remembered == config.read_catalogues(config.find_catalogues(tmp_path), "default")[0]


def test_digests_of_templates_are_those_of_the_files(tmp_path):
    theme = Theme.load(config.theme_folders(tmp_path))
    known, empty = memory_in(tmp_path), Memory(None, VERSION)
    digests = [digests_of(theme, CHINESE, theme.texts_digest(), memory) for memory in (known, empty)]
    known.close()
    empty.close()
    assert digests[0] == digests[1]


def test_nothing_else_is_remembered(tmp_path):
    memory = memory_in(tmp_path)
    assert memory.files() == {}
    assert memory.written(str(tmp_path / "build")) == {}
    assert memory.started == 0
    memory.close()
