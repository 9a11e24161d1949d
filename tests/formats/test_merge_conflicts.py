"""Text that git could not merge: one finding for each place, nothing else told of it, every line at its number."""

import pytest

from sitegen.formats.merge_conflicts import chosen, is_unmerged
from tests.formats.text_tables import faults_as_text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("甲\n<<<<<<< HEAD\n乙\n=======\n丙\n>>>>>>> other\n丁\n", "甲\n\n乙\n\n\n\n丁\n"),
        ("<<<<<<< HEAD\n乙\n||||||| base\n旧\n=======\n丙\n>>>>>>> other", "\n乙\n\n\n\n\n"),
        ("<<<<<<< HEAD\n=======\n丙\n>>>>>>> other\n", "\n\n\n\n"),
        ("甲\n>>>>>>> other\n乙\n", "甲\n\n乙\n"),
        ("甲\n<<<<<<< HEAD\n乙\n", "甲\n\n乙\n"),
    ],
)
def test_the_first_version_is_read_on(text: str, left: str) -> None:
    found, faults = chosen(text)
    assert (found, [fault.id for fault in faults]) == (left, ["SG111"])
    assert is_unmerged(text)


def test_each_place_is_told() -> None:
    place = "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> other\n"
    _, faults = chosen(place + place)
    assert faults_as_text(faults).count("SG111") == 2


@pytest.mark.parametrize(
    "text", ["标题\n=======\n", "a <<<<<<< b\n", "<<<<<<<<\n", ">>>>>> 引文\n", "<<<<<<<b>>>>>>>\n", ""]
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert chosen(text) == (text, ())
    assert not is_unmerged(text)
