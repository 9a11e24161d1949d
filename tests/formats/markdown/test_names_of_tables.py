"""What those who hear a page are told of a table: the line above it that names it, else its number."""

import re

import pytest

from sitegen.formats.markdown import convert

TABLE = "| 甲 |\n|---|\n| 乙项目 |\n"


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("## 一、收到申请情况\n", "一、收到申请情况"),
        ("表1　2024年“三公”经费\n", "表1　2024年“三公”经费"),
        ("表2 收入\n\n单位：万元\n", "表2 收入"),
        ("单位：万元\n", "表格1"),
        ("表2 收入\n\n（单位：万元）\n", "表2 收入"),
        ("表2 收入\n\n金额单位: 万元\n", "表2 收入"),
        ("单位名称一览表\n", "单位名称一览表"),
        ("**补助标准**：\n", "补助标准"),
        ("具体情况如下：\n", "表格1"),
        ("各项指标都已完成。\n", "表格1"),
        ("- 申请表\n", "表格1"),
        ("> 申请表\n", "表格1"),
        (f"{TABLE}\n<!-- -->\n", "表格2"),
        ("很长" * 21 + "\n", "表格1"),
        ("", "表格1"),
    ],
)
def test_name(above, name):
    assert names(f"{above}\n{TABLE}")[-1] == name


def test_a_name_is_given_once():
    assert names(f"## 收入\n\n{TABLE}\n## 收入\n\n{TABLE}") == ["收入", "表格2"]


def test_a_number_that_is_a_name_already_is_passed_over():
    assert names(f"表格2\n\n{TABLE}\n<!-- -->\n\n{TABLE}") == ["表格2", "表格3"]


def test_tables_in_html_are_named_too():
    assert names("附表\n\n<table><tr><td>甲</td></tr></table>\n") == ["附表"]


def test_signs_of_html_stay_signs():
    assert names(f'“甲<乙&丙"\n\n{TABLE}') == ["“甲&lt;乙&amp;丙&quot;"]


def names(text):
    return re.findall(r'role="region" aria-label="([^"]*)"', convert(text).html)
