"""`sitegen explain` and `sitegen help`: from a number or a name to what it means."""

from __future__ import annotations

import pytest

from sitegen.cli import COMMANDS
from sitegen.findings import FINDINGS
from sitegen.model.kinds import KINDS
from sitegen.model.site_fields import BODY, COLUMN, SITE


@pytest.mark.parametrize("written", ["SG301", "sg301", "301", " SG301 "])
def test_a_finding_is_explained(run, written):
    result = run("explain", written)
    assert result.exit_code == 0
    for words in ("SG301　指向的文件不存在", "轻重：错误", "放行：旧的可以", "提示：", "为什么：", "怎么改："):
        assert words in result.stdout


def test_the_example_of_the_documentation_is_shown(run):
    shown = run("explain", "SG301").stdout.splitlines()
    assert shown.count("为什么：关系要指向真实的文件，两头才能互相显示（R133）。") == 1
    assert "错误写法：" in shown
    assert "    废止: [青政规〔2013〕4号]" in shown
    assert not [line for line in shown if line.startswith(("```", "- ", "#"))]


@pytest.mark.parametrize("kind", FINDINGS, ids=lambda kind: kind.id)
def test_every_finding_can_be_explained(run, kind):
    result = run("explain", kind.id)
    assert result.exit_code == 0
    assert kind.name in result.stdout
    assert kind.why in result.stdout


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("SG3011", "您是不是想写“SG301”"),
        ("文号重复了", "您是不是想写“SG323”（文号重复）"),
        ("第一个", "没有“第一个”这个问题编号"),
    ],
)
def test_an_unknown_number_is_wrong_use(run, written, advice):
    result = run("explain", written)
    assert result.exit_code == 2
    assert advice in result.stderr


@pytest.mark.parametrize("name", ["文号", "document_number"])
def test_a_field_is_explained_by_either_name(run, name):
    result = run("help", name)
    assert result.exit_code == 0
    for words in (
        "文号（英文：document_number）",
        "六角括号",
        "行政规范性文件（必填）",
        "青政规〔2023〕4号",
        "R78",
    ):
        assert words in result.stdout


def test_every_field_can_be_explained(run):
    fields = [field for kind in KINDS for field in kind.fields.fields]
    for field in {
        field.key: field for field in (*fields, *SITE.fields, *BODY.fields, *COLUMN.fields)
    }.values():
        result = run("help", field.key)
        assert result.exit_code == 0
        assert field.help in result.stdout
        assert "写法：" in result.stdout, field.key


def test_parts_of_a_field_are_explained(run):
    assert "“审核”的小项" in run("help", "拟稿").stdout
    assert "“附件”的小项" in run("help", "文件").stdout
    assert "“依据、修改、废止等文件关系”的小项" in run("help", "条款").stdout


def test_choices_are_listed(run):
    assert "只能写：主动公开、依申请公开、不予公开" in run("help", "公开属性").stdout


def test_without_a_name_all_fields_are_listed(run):
    result = run("help")
    assert result.exit_code == 0
    for name in ("索引号", "解读形式", "网站标识码", "机关代字", "更新周期"):
        assert name in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_knows_the_commands(run, command):
    result = run("help", command)
    assert result.exit_code == 0
    assert f" {command} " in result.stdout


def test_an_unknown_field_is_wrong_use(run):
    result = run("help", "施行日")
    assert result.exit_code == 2
    assert "您是不是想写“施行日期”" in result.stderr
