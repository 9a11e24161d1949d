"""`sitegen coverage`: what is demanded and published, in each form, and the verdict."""

from __future__ import annotations

import json

import pytest

from tests.world import BASE, record

SITE = "content/site.yaml"
CATALOGUE = """\
领域: {编号: 27, 代码: lvyou, 名称: 旅游}
事项:
  - {代码: 旅游/投诉, 二级事项: 投诉, 公开渠道: [政府网站], 公开对象: 全社会, 公开方式: 主动公开}
  - {代码: 旅游/检查, 二级事项: 检查, 公开渠道: [政府网站], 公开对象: 全社会, 公开方式: 主动公开}
  - {代码: 旅游/名单, 二级事项: 名单, 公开渠道: [纸质媒体]}
  - {代码: 旅游/其他, 二级事项: 其他}
"""
FILES = {
    "catalogs/domains/27-lvyou.yaml": CATALOGUE,
    "content/fdzdgknr/tongzhi/_column.yaml": "标题: 旅游\n收录: [政府信息]\n领域: [旅游]\n责任机构: 青岚区民政局\n",
    "content/fdzdgknr/tongzhi/tousu.md": record(标题="旅游投诉电话", 标准目录="[旅游/投诉]"),
}
TEXT = """\
标准目录公开情况，截至2026年11月20日（已公开／应公开）

旅游　    1/2　未公开1项，不在网站公开1项，目录没有看全1项

合计 1/2，50.0%。
{verdict}
还没有公开的事项：
  旅游/检查　青岚区人民政府　时限：信息形成或者变更之日起20个工作日内
"""


@pytest.fixture
def project(world):
    """Return a maker: lines of site.yaml → the folder of a project."""
    return lambda settings="": str(world({**FILES, SITE: BASE[SITE] + settings}).folder)


def test_text(run, project):
    result = run("coverage", "--project", project())
    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT.format(verdict=""), "")


@pytest.mark.parametrize(
    ("wanted", "code", "verdict"),
    [
        (50, 0, "达到要求的 50%。"),
        (51, 1, "没有达到要求的 51%，还差 1 项。"),
        (100, 1, "没有达到要求的 100%，还差 1 项。"),
    ],
)
def test_threshold_decides_the_exit_code(run, project, wanted, code, verdict):
    result = run("coverage", "--project", project(f"覆盖率要求: {wanted}\n"))
    assert (result.exit_code, result.stdout) == (code, TEXT.format(verdict=f"{verdict}\n"))


def test_verdict_stays_out_of_machine_forms(run, project):
    result = run("coverage", "--project", project("覆盖率要求: 60\n"), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["percent"] == 50
    assert result.stderr == "没有达到要求的 60%，还差 1 项。\n"


def test_spreadsheets(run, project, tmp_path):
    folder = project()
    lines = run("coverage", "--project", folder, "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("\ufeff领域,一级事项,二级事项,责任机关,情况,")
    assert lines[1].startswith("旅游,,投诉,青岚区人民政府,已公开,1,2026-01-06,2026-01-06,")
    assert run("coverage", "--project", folder, "--format", "xlsx").exit_code == 2
    file = tmp_path / "fugai.xlsx"
    assert run("coverage", "--project", folder, "--format", "xlsx", "--output", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"PK")


def test_a_column_without_catalogues_owes_nothing(run, world):
    place = world({SITE: BASE[SITE] + "覆盖率要求: 60\n"})
    result = run("coverage", "--project", str(place.folder))
    assert result.exit_code == 0
    assert "没有能确定应在网站公开的事项。" in result.stdout
