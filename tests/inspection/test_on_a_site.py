"""Personal data on a site: what stops a build, what is let pass, what is read once."""

from __future__ import annotations

import time

import pytest

from sitegen import pipeline
from sitegen.diagnostics import Severity
from sitegen.reporting import text
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.extraction import files
from tests.world import AS_OF, record

ID = "339901199904011206"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
TABLE = "content/fdzdgknr/tongzhi/gongnuan/mingdan.docx"
WAIVER = "[{规则: SG701, 理由: 公告送达依法写明, 姓名: 沈望川, 日期: 2026-11-20, 处数: 1}]"


def told(outcome) -> list[tuple[str, Severity]]:
    return [(found.id, found.severity) for found in outcome.diagnostics]


def test_number_stops_the_build(world):
    place = world({NOTICE: record(f"王某，{ID}。\n")})
    assert told(place.build()) == [("SG701", Severity.ERROR)]
    assert not (place.folder / "build").exists()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"稿件状态": "草稿"}, Severity.ERROR),
        ({"公开属性": "不予公开", "不公开依据": "条例第十五条"}, Severity.WARNING),
    ],
    ids=["draft", "withheld"],
)
def test_weight_of_what_is_not_built(world, fields, expected):
    place = world({NOTICE: record(f"王某，{ID}。\n", 附件="[mingdan.docx]", **fields), TABLE: files.docx(ID)})
    assert told(place.check()) == [("SG701", expected)] * 2


def test_number_is_let_pass_with_reason_name_and_date(world):
    place = world({NOTICE: record(f"王某，{ID}。\n", 不查=WAIVER)})
    assert told(place.build()) == []
    assert [passed.found.id for passed in place.check().aside.passed] == ["SG701"]


def test_number_in_an_attachment_is_let_pass_where_it_belongs(world):
    place = world({NOTICE: record(附件="[mingdan.docx]", 不查=WAIVER), TABLE: files.docx(ID)})
    assert told(place.build()) == []


def test_waiver_of_one_lets_two_not_pass(world):
    place = world({NOTICE: record(f"王某，{ID}。\n", 附件="[mingdan.docx]", 不查=WAIVER), TABLE: files.docx(ID)})
    assert "SG701" in [number for number, _ in told(place.build())]


def test_yaml_files_and_names_are_read_too(world):
    body = "名称: 青岚区民政局\n简称: 区民政局\n代码: QL0002000\n"
    place = world(
        {
            "content/jigou/minzheng.yaml": f"{body}# 局长身份证 {ID}\n",
            f"content/fdzdgknr/tongzhi/{ID}.md": record(),
        }
    )
    assert told(place.check()) == [("SG701", Severity.ERROR)] * 2


def test_report_repeats_no_number(world):
    place = world({NOTICE: record(f"王某，{ID[:6]} {ID[6:]}，卡号 6228480000000000018。\n")})
    report = text.render(place.check().diagnostics, lambda path: (place.folder / path).read_text(encoding="utf-8"))
    assert "王某，3399** ********1206，卡号 6228***********0018。" in report


class CountingWorkers(Workers):
    """Counts what is given to workers."""

    given = 0

    def each(self, function, items, total):
        self.given += total
        return super().each(function, items, total)


def test_attachment_is_read_once(world):
    place = world({NOTICE: record(附件="[mingdan.docx]"), TABLE: files.docx(ID)})
    counts = []
    for _ in range(2):
        memory, workers = place.memory(), CountingWorkers(1)
        watch = Stopwatch(time.perf_counter, lambda _: None)
        found = pipeline.check(place.project(AS_OF), memory, workers, watch).diagnostics
        memory.close()
        counts.append(workers.given)
        assert [each.id for each in found] == ["SG701"]
    assert counts == [2, 0]
