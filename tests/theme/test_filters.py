"""Filters: values into words."""

from datetime import date, datetime

import pytest

from sitegen import filters

DAY = date(2023, 5, 1)
MOMENT = datetime(2023, 5, 12, 9, 5)

CASES = [
    (filters.date_long, DAY, "2023年5月1日"),
    (filters.date_long, MOMENT, "2023年5月12日"),
    (filters.date_iso, DAY, "2023-05-01"),
    (filters.datetime_long, DAY, "2023年5月1日"),
    (filters.datetime_long, MOMENT, "2023年5月12日 09:05"),
    (filters.datetime_iso, MOMENT, "2023-05-12 09:05"),
    (filters.machine_time, DAY, "2023-05-01"),
    (filters.machine_time, MOMENT, "2023-05-12T09:05+08:00"),
    (filters.size, 12, "不到1 KB"),
    (filters.size, 34816, "34 KB"),
    (filters.size, 3 * 1024 * 1024, "3.0 MB"),
    (filters.grouped, 1287, "1,287"),
    (filters.lines, "一\n二", ["一", "二"]),
    (filters.part_title, "政策", "政策"),
    (filters.part_title, "政府信息公开", "政府信息公开"),
    (filters.part_title, "政府信息公开指南", '<span class="pre">政府信息公开</span>指南'),
    (filters.keep_names, "关于<a>的通知", "关于&lt;a&gt;的通知"),
    (
        filters.keep_names,
        "印发《甲乙<b>办法》的通知",
        '印发<span class="keep">《甲乙&lt;b&gt;办法》</span>的通知',
    ),
    (
        filters.keep_names,
        "甲局 乙局关于印发丙办法的通知",
        '<span class="keep">甲局</span> <span class="keep">乙局</span><span class="keep">关于印发</span>'
        '<span class="keep">丙办法的通知</span>',
    ),
    (
        filters.keep_names,
        "甲局关于修改《丙办法》的决定",
        '<span class="keep">甲局</span><span class="keep">关于修改</span><span class="keep">《丙办法》</span>的决定',
    ),
    (filters.keep_names, "关于召开会议的通知", "关于召开会议的通知"),
    (filters.keep_names, "关于《丙办法》的公告", '<span class="keep">关于《丙办法》</span>的公告'),
    (filters.keep_names, "印发《" + "很" * 30 + "长》", "印发《" + "很" * 30 + "长》"),
]


@pytest.mark.parametrize(("apply", "value", "expected"), CASES)
def test_filter(apply, value, expected):
    assert apply(value) == expected


def test_a_title_is_broken_between_its_words():
    made = filters.keep_names("甲局关于印发<乙>租赁住房办法的通知", ("租赁", "住房", "办法", "通知"))
    broken = "&lt;乙&gt;<wbr>租赁<wbr>住房<wbr>办法的<wbr>通知"
    assert made == f'<span class="keep">甲局</span><span class="keep">关于印发</span><span class="keep">{broken}</span>'
