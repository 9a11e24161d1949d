"""规章: who may make them, and what their 题注 needs."""

from __future__ import annotations

import pytest

from tests.rules.outcome import FILE, findings
from tests.world import document

COLUMN = {"content/zhengce/xzgfxwj/_column.yaml": "标题: 规章\n收录: [规章]\n"}
CITY = "层级: 市级\n"
ORDER = {"标题": "户外广告管理规定", "文号": "青岚区人民政府令第12号"}
SORTS = {"content/jigou/minzheng.yaml": "名称: 青岚区民政局\n类别: 政府部门\n代码: QL0002000\n"}


def ids(world, settings: str = "", **fields: str) -> list[str]:
    files = {**COLUMN, **SORTS, FILE: document(**(ORDER | fields))}
    return [found.id for found in findings(world, files, settings)]


@pytest.mark.parametrize("level", ["县级", "乡级"])
def test_district_and_town_may_not(world, level):
    assert ids(world, f"层级: {level}\n") == ["SG465"]


@pytest.mark.parametrize("level", ["省级", "市级"])
def test_government_of_province_and_city_may(world, level):
    assert ids(world, f"层级: {level}\n") == []


def test_department_of_a_city_may_not(world):
    assert ids(world, CITY, 发布机构="青岚区民政局") == ["SG465"]


def test_each_of_several_makers_is_judged(world):
    assert ids(world, CITY, 发文机关="[青岚区人民政府, 青岚区民政局]") == ["SG465"]


def test_reprint_of_a_superior_is_welcome(world):
    where = "地址: 'https://www.haichuan.gov.cn/1.html', 原发布日期: 2026-01-05"
    reprint = {"转载": f"{{来源: 海川市人民政府, {where}}}", "发文机关": "[海川市人民政府]"}
    assert ids(world, **reprint, 文号="海川市人民政府令第3号") == []


def test_rule_is_numbered_as_an_order(world):
    assert ids(world, CITY, 文号="青政规〔2026〕1号") == ["SG466"]


def test_revised_text_names_what_revised_it(world):
    assert ids(world, CITY, 标题="户外广告管理规定（2025年修订）") == ["SG467"]
    assert ids(world, CITY, 标题="户外广告管理规定（2026年修订）") == []


def test_revision_by_a_document_of_the_column(world):
    files = {
        **COLUMN,
        FILE: document(
            **(ORDER | {"标题": "户外广告管理规定（2026年修正）", "文号": "青岚区人民政府令第2号"})
        ),
        "content/zhengce/xzgfxwj/xiugai.md": document(
            标题="关于修改《户外广告管理规定》的决定",
            文号="青岚区人民政府令第13号",
            修改="[青岚区人民政府令第2号]",
        ),
    }
    assert findings(world, files, CITY) == ()
