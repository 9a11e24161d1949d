"""Files that are cut off or changed by chance are told, never stumbled over."""

from __future__ import annotations

import random

import pytest

from sitegen.extraction.reading import extract
from sitegen.model.privacy import Unpacking
from tests.extraction import files
from tests.extraction.test_attachments import FOUND

LIMITS = Unpacking(levels=3, files=100, megabytes=10, ratio=400, pages=50)


@pytest.mark.parametrize(("name", "data", "_message"), FOUND.values(), ids=FOUND)
def test_damage_is_told(name, data, _message):
    chance = random.Random(name + _message)
    for _ in range(12):
        damaged = bytearray(data[: chance.randrange(1, len(data) + 1)])
        for _ in range(chance.randrange(4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        found = extract(name, bytes(damaged), LIMITS)
        assert all(trouble.kind.id.startswith("SG7") for trouble in found.troubles)


def test_archive_that_unpacks_to_too_much_is_left():
    chance = random.Random("bytes")
    packed = files.zipped({f"{number}.txt": chance.randbytes(2_000_000) for number in range(6)})
    found = extract("a.zip", packed, LIMITS)
    assert [trouble.kind.id for trouble in found.troubles] == ["SG724"]


def test_archive_of_many_files_is_left():
    found = extract("a.zip", files.zipped({f"{n}.txt": "a" for n in range(101)}), LIMITS)
    assert [trouble.kind.id for trouble in found.troubles] == ["SG724"]


def test_long_pdf_is_read_in_part():
    found = extract("a.pdf", files.pdf(*["one"] * 51), LIMITS)
    assert [(trouble.kind.id, trouble.detail) for trouble in found.troubles] == [("SG724", "共 51 页，只查了前 50 页")]
