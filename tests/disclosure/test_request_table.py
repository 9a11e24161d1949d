"""The table of applications: read out of a text, and held against its own sums."""

from __future__ import annotations

import pytest

from sitegen.disclosure.request_table import disagreements, request_table

SOUND = """
一、本年新收政府信息公开申请数量	10	2	0	0	0	0	12
二、上年结转政府信息公开申请数量	1	0	0	0	0	0	1
三、本年度办理结果	（一）予以公开	6	1	0	0	0	0	7
（二）部分公开（区分处理的，只计这一情形，不计其他情形）	1	0	0	0	0	0	1
（三）不予公开	1.属于国家秘密	0	0	0	0	0	0	0
2.其他法律行政法规禁止公开	1	0	0	0	0	0	1
3.危及“三安全一稳定”	0	1	0	0	0	0	1
（四）无法提供	1.本机关不掌握相关政府信息	1	0	0	0	0	0	1
（五）不予处理	1.信访举报投诉类申请	0	0	0	0	0	0	0
（六）其他处理	0	0	0	0	0	0	0
（七）总计	9	2	0	0	0	0	11
四、结转下年度继续办理	2	0	0	0	0	0	2
结果维持	结果纠正	其他结果	尚未审结	总计
"""


def test_rows_of_one_sort_are_taken_together():
    table = request_table(SOUND)
    assert table is not None
    totals = table.totals()
    assert (totals.received, totals.carried_in, totals.granted, totals.partly) == (12, 1, 7, 1)
    assert (totals.withheld, totals.unavailable, totals.unprocessed, totals.other) == (2, 1, 0, 0)
    assert (totals.handled, totals.carried_out) == (11, 2)
    assert list(disagreements(table)) == []


WRONG = {
    "what came is not what went": ("总计	9	2	0	0	0	0	11", "总计	8	2	0	0	0	0	10", 4),
    "a kind of applicants": ("申请数量	10	2", "申请数量	11	2", 2),
    "a row's own sum": ("0	1\n（四）", "0	2\n（四）", 2),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_add_up(name):
    before, after, count = WRONG[name]
    assert before in SOUND
    table = request_table(SOUND.replace(before, after, 1))
    assert table is not None
    assert len(list(disagreements(table))) == count


NO_TABLE = {
    "no text": "",
    "only the heading": "三、收到和处理政府信息公开申请情况",
    "a row is missing": SOUND.replace("（五）不予处理	1.信访举报投诉类申请	0	0	0	0	0	0	0\n", ""),
    "a cell is empty": SOUND.replace("（七）总计	9", "（七）总计	"),
    "prose": "本年新收政府信息公开申请12件，上年结转1件。",
}


@pytest.mark.parametrize("name", NO_TABLE)
def test_a_table_that_is_not_whole_is_none(name):
    assert request_table(NO_TABLE[name]) is None


def test_thousands_may_be_parted():
    table = request_table(SOUND.replace("	12\n", "	1,200\n", 1))
    assert table is not None
    assert table.totals().received == 1200
