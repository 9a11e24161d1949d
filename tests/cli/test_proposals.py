"""What `sitegen new` proposes and how it is written: names, numbers, times, quotes."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import shipped
from sitegen.disclosure.working_days import is_working_day
from sitegen.formats import front_matter, yaml_nodes
from sitegen.formats.nodes import plain
from sitegen.model.local_rules import Numbering, Trust
from sitegen.scaffolding.header_text import Line, header_text
from sitegen.scaffolding.numbering import next_document_number, next_index_number
from sitegen.scaffolding.office_hours import next_office_time
from sitegen.scaffolding.page_names import LONGEST, propose_name
from sitegen.urls import PAGE_NAME

WORDS = frozenset(
    word
    for line in (shipped("catalogs") / "words.txt").read_text(encoding="utf-8").splitlines()
    for word in line.partition("#")[0].split()
)
DROPPED = ("青岚区人民政府", "青岚区人民政府办公室", "青岚区民政局", "青岚区")
NAMES = """
青岚区人民政府关于印发青岚区临时救助实施办法的通知           linshi-jiuzhu-shishi-banfa
青岚区民政局 青岚区财政局关于印发居家养老服务补贴办法的通知   jujia-yanglao-fuwu-butie-banfa
青岚区人民政府办公室关于做好2026年防汛工作的通知             2026-fangxun
关于修改《青岚区公共租赁住房管理办法》的决定                 gonggong-zulin-zhufang-guanli-xiugai
《青岚区临时救助实施办法》政策解读                           linshi-jiuzhu-shishi-banfa-jiedu
图解《青岚区临时救助实施办法》                               linshi-jiuzhu-shishi-banfa-tujie
关于《青岚区托育服务补助办法（征求意见稿）》征求意见的公告   tuoyu-fuwu-buzhu-banfa-zhengqiu
青岚区“十四五”养老服务发展规划                               shisiwu-yanglao-fuwu-fazhan-guihua
农村宅基地审批管理办法（试行）                               nongcun-zhaijidi-shenpi-guanli-banfa
重新公布行政事业性收费目录清单                               chongxin-gongbu-xingzheng-qingdan
长期护理保险和银行业音乐厅会计                               changqi-huli-baoxian-yinhangye-kuaiji
城市绿化条例                                                 chengshi-lvhua-tiaoli
ＡＢＣ项目2026年第3期                                        abc-xiangmu-2026-di-3
"""


def cases(table: str) -> list[tuple[str, str]]:
    return [tuple(line.rsplit(maxsplit=1)) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("title", "name"), [(title.strip(), name) for title, name in cases(NAMES)])
def test_names_come_from_the_words_of_the_title(title, name):
    assert propose_name(title, 2026, dropped=DROPPED, vocabulary=WORDS, taken=()) == name


@pytest.mark.parametrize(
    ("title", "name"), [("Index", "index-2026"), ("page 3", "page-3-2026"), ("《》——", "")]
)
def test_names_of_generated_pages_are_kept_free(title, name):
    assert propose_name(title, 2026, dropped=(), vocabulary=WORDS, taken=()) == name


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=60),
    st.sets(st.sampled_from(["tongzhi", "a", "0"])),
)
def test_any_title_gives_a_good_name_or_none(title, taken):
    name = propose_name(title, 2026, dropped=DROPPED, vocabulary=WORDS, taken=taken)
    assert not name or (PAGE_NAME.match(name) and len(name) <= LONGEST + 8 and name not in taken)


ONE_LINE = st.text(
    alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1
).map(lambda text: " ".join(text.split()))


@given(st.lists(ONE_LINE.filter(bool), min_size=1, max_size=4, unique=True), ONE_LINE.filter(bool))
def test_values_are_read_as_they_were_written(items, text):
    written = header_text(
        [Line(key="标题", value=text), Line(key="议题", value=tuple(items)), Line(key="空", hint="x")]
    )
    parts, faults = front_matter.split(f"{written}\n正文\n")
    node, more = yaml_nodes.compose(parts.header)
    assert faults + more == ()
    assert plain(node) == {"标题": text, "议题": items}


@given(st.sets(st.integers(1, 120_000), max_size=5), st.sampled_from([5, 7]))
def test_no_serial_is_given_twice(serials, digits):
    numbering = Numbering(
        value="{机构代码}/{年份}-{流水号}", source="", trust=Trust.READ, serial_digits=digits
    )
    texts = [f"索引号: QL0001000/2026-{serial:0{digits}}\n" for serial in serials]
    number = next_index_number(
        "QL0001000", 2026, numbering, ["QL0001000/2025-99999", "XQL0001000/2026-99999", *texts]
    )
    assert int(number.rpartition("-")[2]) == max(serials, default=0) + 1
    assert len(number.rpartition("-")[2]) >= digits


def test_document_numbers_go_on_within_a_prefix_and_a_year():
    known = [
        "青政规〔2026〕4号",
        "青政规[2026]07号",
        "青政规〔2025〕30号",
        "青政〔2026〕9号",
        "青岚区人民政府令第12号",
    ]
    assert next_document_number("青政规", 2026, known) == "青政规〔2026〕8号"
    assert next_document_number("青政发", 2026, known) == "青政发〔2026〕1号"
    assert next_document_number("青岚区人民政府令", 2026, known) == "青岚区人民政府令第13号"


@given(st.datetimes(datetime(2024, 1, 1), datetime(2029, 12, 31)))
def test_publication_is_in_office_hours_and_soon(now):
    time = next_office_time(now)
    assert is_working_day(time.date())
    assert 9 <= time.hour <= 17
    assert time.minute in (0, 30)
    assert 0 < (time - now).total_seconds() < 12 * 86400
