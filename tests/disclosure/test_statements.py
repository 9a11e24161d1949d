"""The reader of texts, by tables of invented sentences in the language of normative documents."""

from datetime import date

import pytest
from statement_tables import Case, cases, read, render

from sitegen.disclosure.statements import Statements, TermEnding, read_statements

CASES = cases(
    "commencement",
    "term",
    "endings",
    "lists",
    "dirty",
    "amendments",
    "titles",
    "identity",
    "notes",
    "false_friends",
    "zones",
    "decisions",
    "elsewhere",
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_what_is_read_out_of_a_text(case: Case):
    assert render(read(case)) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_quotes_are_the_exact_words(case: Case):
    statements = read(case)
    for found in (statements.commencement, statements.term, statements.enactment_note, *statements.acts):
        if found is not None and found.end:
            assert found.quote == case.text[found.start : found.end]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_a_text_run_together_says_the_same(case: Case):
    """Pages are often saved without their line breaks; spaces take their place."""
    if "|" in case.text or "\n" not in case.text or "lines" in case.known:
        return
    run_together = case._replace(text=case.text.replace("\n", " "))
    assert _meaning(read(run_together)) == _meaning(read(case))


def _meaning(statements: Statements) -> list[object]:
    acts = [(act.kind, act.number, act.title, act.date, act.affects) for act in statements.acts]
    commencement, term = statements.commencement, statements.term
    return [commencement and commencement.date, term and term.until, statements.written_on, *acts]


@pytest.mark.parametrize(
    ("ending", "until"),
    [(TermEnding.DAY_BEFORE, date(2028, 6, 30)), (TermEnding.SAME_DAY, date(2028, 7, 1))],
)
def test_a_term_in_years_ends_as_the_province_counts(ending: TermEnding, until: date):
    statements = read_statements("本办法自2023年7月1日起施行，有效期五年。", term_ending=ending)
    assert statements.term is not None
    assert statements.term.until == until


def test_what_is_known_from_elsewhere_is_preferred_for_counting():
    text = "本办法自印发之日起施行。\n\n青岚区人民政府\n2024年3月1日"
    statements = read_statements(text, written_on=date(2024, 2, 28))
    assert statements.commencement is not None
    assert statements.commencement.date == date(2024, 2, 28)
    assert statements.written_on == date(2024, 3, 1)


def test_a_document_does_not_act_on_itself():
    text = "本办法自公布之日起施行。《青岚区养老办法》（青政规〔2024〕3号）同时废止。"
    assert read_statements(text, document_number="青政规[2024]3号").acts == ()


def test_a_long_list_is_read_whole():
    rows = "".join(f"{i}.关于第{i}批补助的通知（青政发〔2012〕{i}号）" for i in range(1, 301))
    statements = read_statements(
        f"附件：废止的规范性文件目录{rows}", title="青岚区人民政府关于废止部分文件的决定"
    )
    assert [act.number for act in statements.acts] == [f"青政发〔2012〕{i}号" for i in range(1, 301)]


@pytest.mark.parametrize(
    "piece",
    ["废止", "《", "》", "（", "自", "“", "1", "青政发〔2012〕3号、", "《甲》", "本办法自", "之日起", "\n|"],
)
def test_hostile_repetition_is_harmless(piece: str):
    """The text is untrusted: no pattern may take more than its length's worth of time."""
    read_statements(piece * (20000 // len(piece)), title="关于废止部分文件的决定")
