"""Processes in stages: what a case left out, what its pages show (S66)."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.world import record

CATALOGUE = """\
领域: {编号: 27, 代码: zhengdi2, 名称: 征地}
流程:
  - 名称: 征收土地
    环节: [征地/告知, 征地/调查, 征地/批准, 征地/公告]
事项:
  - {代码: 征地/告知, 二级事项: 告知, 公开对象: 特定群体}
  - {代码: 征地/调查, 二级事项: 调查}
  - {代码: 征地/批准, 二级事项: 批准}
  - {代码: 征地/公告, 二级事项: 公告}
  - {代码: 征地/政策, 二级事项: 政策}
"""
COLUMN = "标题: 通知公告\n收录: [政府信息]\n领域: [征地]\n"


def site(**stages: str) -> dict[str, str]:
    """Return a site with one record for each stage; the value is the name of its case."""
    files = {
        "catalogs/domains/27-zhengdi.yaml": CATALOGUE,
        "content/fdzdgknr/tongzhi/_column.yaml": COLUMN,
    }
    for stage, case in stages.items():
        files[f"content/fdzdgknr/tongzhi/{stage}.md"] = record(
            标题=f"{case}{NAMES[stage]}", 标准目录=f"[征地/{NAMES[stage]}]", 项目=case
        )
    return files


NAMES = {"gaozhi": "告知", "diaocha": "调查", "pizhun": "批准", "gonggao": "公告", "zhengce": "政策"}


@pytest.mark.parametrize(
    ("stages", "missing"),
    [
        ({"gonggao": "甲"}, ["调查、批准"]),
        ({"gonggao": "甲", "diaocha": "甲"}, ["批准"]),
        ({"gonggao": "甲", "diaocha": "甲", "pizhun": "甲"}, []),
        ({"diaocha": "甲"}, []),
        ({"gonggao": "甲", "diaocha": "乙"}, ["调查、批准"]),
        ({"zhengce": "甲"}, []),
        ({"gonggao": ""}, []),
    ],
    ids=["two", "one", "complete", "only the first", "of another case", "no stage", "no case"],
)
def test_open_stages_before_the_last_one_are_missed(world, stages, missing):
    found = [each for each in world(site(**stages)).check().diagnostics if each.id == "SG621"]
    assert [each.message.rpartition("：")[2].rstrip("。") for each in found] == missing
    assert all(each.severity == "warning" for each in found)


def test_pages_of_a_case_show_its_stages_and_lead_to_one_another(world):
    place = world(site(gonggao="甲", diaocha="甲"))
    place.build()
    page = LexborHTMLParser(place.page("fdzdgknr/tongzhi/gonggao.html"))
    group = next(each for each in page.css(".rel") if each.css_first("dt").text().startswith("办理环节"))
    assert "甲：征收土地的各个环节" in group.css_first("dt").text()
    stages = [(item.text(strip=True), item.css_first("a")) for item in group.css("li")]
    assert [text for text, _ in stages] == ["调查2026-01-06", "批准未公开", "公告2026-01-06"]
    assert stages[0][1].attributes["href"].endswith("diaocha.html")
    assert stages[1][1] is None


def test_publishing_a_stage_changes_the_pages_of_its_case_alone(world):
    place = world(site(gonggao="甲", diaocha="乙"))
    place.build()
    new = site(pizhun="甲")["content/fdzdgknr/tongzhi/pizhun.md"]
    place.write({"content/fdzdgknr/tongzhi/pizhun.md": new.replace("2026-01-06 09:00", "2026-11-20 09:00")})
    changed = {name for name in place.build().changed if name.startswith("fdzdgknr/tongzhi/")}
    assert "fdzdgknr/tongzhi/gonggao.html" in changed
    assert "fdzdgknr/tongzhi/diaocha.html" not in changed
