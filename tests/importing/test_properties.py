"""Whatever tables say, the import does not fail, and what it writes is read back as it was meant."""

from __future__ import annotations

import contextlib

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.importing import headings as h
from sitegen.importing.catalogue_file import read_catalogue
from sitegen.importing.files import read_tables
from sitegen.importing.imported import Given, Known, Wishes, import_tables
from sitegen.importing.sheet import UnreadableError
from sitegen.model.catalogues import Domain
from tests.importing.cases import DAY, KNOWN, WORDS
from tests.importing.make_files import FORMATS

SIGNS = "■□R£t口√：、；①《》〔'\"#:[]{}-&*!>%@`,—0a\n\u3000\ufffd\uf0fe"
WORDS_OF_CELLS = """政府网站 其他 同上 20 个工作日 二十日 自 之日起 长期 1. （一） 号 全社会 特定群体 主动 依申请
县级 村 社会救助 就业领域 事项 公开内容 序号 注："""
PIECES = st.sampled_from([*SIGNS, *WORDS_OF_CELLS.split()])
CELLS = (
    st.lists(PIECES, max_size=6).map("".join).map(lambda text: text.replace("|", "/").replace("\n", "\\n"))
)
HEADINGS = [h.NUMBER, h.CATEGORY, h.TITLE, *h.EXPECTED]


def table(rows: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in [HEADINGS, *rows]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.lists(CELLS, min_size=11, max_size=11), min_size=1, max_size=6),
    form=st.sampled_from(["csv", "html", "xls", "docx"]),
)
def test_what_is_written_is_a_catalogue_and_is_written_again_the_same(rows, form):
    data = FORMATS[form](table(rows))
    wishes = Wishes(domain="社会救助")
    written, found = import_tables([Given(name="f", data=data)], KNOWN, WORDS, wishes, frozenset(), DAY)
    assert all(
        each.message and "{" not in each.message.replace("{", "", sum(map(len, rows))) for each in found
    )
    for each in written:
        catalogue = read_catalogue(each.text.encode())
        domain = msgspec.convert(catalogue, type=Domain, strict=False)
        assert len({item.code for item in domain.items}) == len(domain.items) == each.items
        facts = domain.facts
        own = Known(
            number=facts.number,
            code=facts.code,
            title=facts.title,
            full_title=facts.full_title,
            file=each.file,
            catalogue=catalogue,
            own=True,
        )
        again, _ = import_tables([Given(name="f", data=data)], [own], WORDS, wishes, frozenset(), DAY)
        assert again[0].text == each.text


@settings(max_examples=150, deadline=None)
@given(
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<table>", b"\xff\xfe"]),
    rest=st.binary(max_size=2000),
)
def test_any_bytes_are_tables_or_refused(start, rest):
    with contextlib.suppress(UnreadableError):
        assert isinstance(read_tables(start + rest), tuple)
