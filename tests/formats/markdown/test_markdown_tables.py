import pytest
from markdown_tables import FOLDER, Case, outcome, read

TABLES = [(path, case) for path in sorted(FOLDER.glob("*.txt")) for case in read(path)]


@pytest.mark.parametrize(
    ("path", "case"), TABLES, ids=[f"{path.stem}: {case.title}" for path, case in TABLES]
)
def test_table(path, case: Case):
    assert outcome(path, case.text) == case.outcome


def test_tables_were_found():
    assert len(TABLES) > 150


def test_titles_differ_within_a_table():
    for path in FOLDER.glob("*.txt"):
        titles = [case.title for case in read(path)]
        assert len(titles) == len(set(titles)), path.name
