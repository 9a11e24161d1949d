"""存量清单: what is frozen stays frozen while lines move; what is new counts; what is mended is counted down."""

from __future__ import annotations

import json

import pytest

from sitegen.diagnostics import Severity, has_errors
from sitegen.findings import BY_ID
from sitegen.grading.baseline import Baseline, Count, decode, encode, freeze, may_be_frozen
from tests.broken.site_file import broken_sites, lay
from tests.world import AS_OF, BASE, World, lines_of, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
DEAD = "见[供暖方案](fangan.md)。\n"
DEAD_TOO = "见[应急预案](yuan.md)。\n"


def frozen(place: World) -> Baseline:
    """Freeze what is found today."""
    findings = freeze(place.check().diagnostics, BY_ID)
    baseline = Baseline(history=(Count(on=AS_OF, count=len(findings)),), findings=findings)
    place.write({"baseline.json": encode(baseline)})
    return baseline


def test_only_what_is_new_counts(world):
    place = world({NOTICE: record(DEAD, 索引号="")})
    assert len(frozen(place).findings) == 2
    assert place.check().diagnostics == ()
    assert place.build().counts.written > 0
    place.write({NOTICE: record(DEAD + "\n" + DEAD_TOO, 索引号="")})
    checked = place.check()
    assert lines_of(checked.diagnostics) == [f"{NOTICE}:12:2 SG304"]
    assert (checked.aside.stock.left, checked.aside.stock.before) == (2, 2)
    assert has_errors(place.build().diagnostics)


def test_lines_may_move(world):
    text = record(DEAD)
    place = world({NOTICE: text})
    frozen(place)
    place.write({NOTICE: text.replace("---\n\n", "体裁: 通知\n关键词: [供暖]\n---\n\n各单位：\n\n")})
    assert place.check().diagnostics == ()


def test_equal_findings_of_a_file_are_counted(world):
    place = world({NOTICE: record("## \n\n文字。\n")})
    assert [each.id for each in frozen(place).findings] == ["SG222"]
    place.write({NOTICE: record("## \n\n文字。\n\n## \n\n文字。\n")})
    assert [found.id for found in place.check().diagnostics] == ["SG222"]


def test_what_is_mended_is_told(world):
    place = world({NOTICE: record(DEAD + "\n" + DEAD_TOO)})
    frozen(place)
    place.write({NOTICE: record(DEAD)})
    stock = place.check().aside.stock
    assert (stock.left, stock.before) == (1, 2)
    assert [each.message for each in stock.gone] == ["链接“应急预案”指向的“yuan.md”不存在。"]


def test_what_may_not_be_frozen_is_left_out_and_refused_where_it_was_written_in(world):
    place = world({NOTICE: record("身份证号 339901199904011206。\n")})
    assert frozen(place).findings == ()
    (found,) = place.check().diagnostics
    line = {"id": found.id, "path": found.path, "fingerprint": "0" * 16, "message": "…"}
    place.write({"baseline.json": json.dumps({"history": [], "findings": [line]})})
    assert {each.id for each in place.check().diagnostics} == {"SG701", "SG759"}


def test_a_build_sees_that_the_list_has_changed(world):
    place = world({NOTICE: record(DEAD)})
    frozen(place)
    assert place.build().counts.written > 0
    assert place.build().site is None, "nothing has changed"
    place.remove("baseline.json")
    assert [each.id for each in place.build().diagnostics] == ["SG304"]


def test_the_file_reads_well_and_comes_back(world):
    place = world({NOTICE: record(DEAD + "\n" + DEAD_TOO)})
    baseline = frozen(place)
    text = (place.folder / "baseline.json").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 2 + len(baseline.findings) + 1
    assert decode(text.encode()) == (baseline, ())
    empty = Baseline(history=(), findings=())
    assert decode(encode(empty)) == (empty, ())


MAY_BE_FROZEN = [
    site
    for site in broken_sites()
    if site.command == "check"
    and any(f"错误 {number}" in site.report for number in BY_ID if may_be_frozen(number, BY_ID))
]


@pytest.mark.parametrize("site", MAY_BE_FROZEN, ids=lambda site: site.name)
def test_whatever_is_frozen_a_column_can_be_built(site, world):
    """No error that may pass is one without which pages cannot be made."""
    place = world({})
    lay(site, place.folder)
    frozen(place)
    left = [found for found in place.build().diagnostics if found.severity is Severity.ERROR]
    assert not [found for found in left if may_be_frozen(found.id, BY_ID)]
    assert not [found for found in left if found.id.startswith("SG8")]


def test_a_review_that_the_site_demands_cannot_be_frozen_away(world):
    """Without 审核要求 an old record may lack its review; with it, nothing reaches the pages unreviewed."""
    settings = BASE["content/site.yaml"]
    place = world({NOTICE: record(审核="")})
    assert [each.id for each in frozen(place).findings] == ["SG244"]
    place.write({"content/site.yaml": settings + "审核要求: [审核]\n"})
    assert [found.id for found in place.check().diagnostics] == ["SG251"]
    assert frozen(place).findings == ()
    assert has_errors(place.build().diagnostics)
