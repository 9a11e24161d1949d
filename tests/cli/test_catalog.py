"""`sitegen catalog`: from a county's table to the project's catalogue, what differs, and new codes in the content."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.importing.make_files import docx_file, xlsx
from tests.world import World, record

HEAD = "| 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 | 公开渠道 | 公开对象 | 公开方式 |"
REST = "| 20个工作日 | 区民政局 | ■政府网站 | 全社会 | 主动公开 |"
TABLE = ["| 社会救助领域基层政务公开标准目录 |", HEAD, f"| 临时救助 | 办事指南 | 办理流程；申请材料 {REST}"]
NOTICE = "content/fdzdgknr/tongzhi/zhinan.md"
OWN = "catalogs/domains/21-shehui-jiuzhu.yaml"
COLUMN = {
    "content/fdzdgknr/tongzhi/_column.yaml": "标题: 救助\n收录: [政府信息]\n领域: [社会救助]\n责任机构: 青岚区民政局\n"
}


def site(world, code: str = "社会救助/临时救助/办事指南", **files: str) -> World:
    return world({**COLUMN, NOTICE: record(标题="临时救助指南", 标准目录=f"[ {code} ]"), **files})


def table(place: World, lines: list[str], name: str = "mulu.xlsx") -> str:
    file = place.folder.parent / name
    file.write_bytes(docx_file(lines) if name.endswith("docx") else xlsx(lines))
    return str(file)


def catalog(run, place: World, command: str, *arguments: str):
    return run("catalog", command, *arguments, "--project", str(place.folder))


def own(place: World) -> str:
    return (place.folder / OWN).read_text(encoding="utf-8")


def test_import_writes_the_domain_where_the_site_loads_it_from(run, world):
    place = site(world)
    result = catalog(run, place, "import", table(place, TABLE))
    assert result.exit_code == 0, result.output
    assert result.stderr.startswith("写了 catalogs/domains/21-shehui-jiuzhu.yaml：社会救助，1 个事项。\n")
    assert "  - 代码: 社会救助/临时救助/办事指南\n" in own(place)
    assert "公开层级" in result.stdout
    assert place.build().diagnostics == ()
    assert "申请材料" in place.page("lingyu/shehui-jiuzhu/index.html")


def test_two_imports_give_the_same_bytes(run, world):
    place = site(world)
    catalog(run, place, "import", table(place, TABLE))
    first = own(place)
    catalog(run, place, "import", table(place, TABLE), "--as-of", "2030-01-01")
    assert own(place) == first


def test_a_dry_run_writes_nothing(run, world):
    place = site(world)
    result = catalog(run, place, "import", table(place, TABLE), "--dry-run")
    assert result.exit_code == 0
    assert "可以写 catalogs/domains/" in result.stderr
    assert not (place.folder / "catalogs").exists()


def test_an_error_writes_nothing_and_leaves_with_1(run, world):
    place = site(world)
    good, bad = table(place, TABLE), table(place, ["| 一 | 二 | 三 |"], "bad.docx")
    result = catalog(run, place, "import", good, bad, "--format", "json")
    assert result.exit_code == 1
    assert "没有写文件" in result.stderr
    assert [each["id"] for each in json.loads(result.stdout) if each["severity"] == "error"] == ["SG641"]
    assert not (place.folder / "catalogs").exists()


def test_findings_name_file_sheet_row_and_cell(run, world):
    place = site(world)
    lines = ["=== 救助", *TABLE, f"| 临时救助 | 审核 | 结果 {REST.replace('20个工作日', '按规定')}"]
    result = catalog(run, place, "import", table(place, lines))
    assert "mulu.xlsx[救助]:4:4: △ 提醒 SG648 D4的公开时限“按规定”" in result.stdout


def test_the_domain_may_be_named_and_a_new_one_declared(run, world):
    place = site(world)
    lines = TABLE[1:]
    assert catalog(run, place, "import", table(place, lines)).exit_code == 1
    wrong = catalog(run, place, "import", table(place, lines), "--domain", "旅游")
    assert wrong.exit_code == 2
    assert "--new-domain 旅游" in wrong.stderr
    assert catalog(run, place, "import", table(place, lines), "--domain", "shehui-jiuzhu").exit_code == 0
    made = catalog(run, place, "import", table(place, lines), "--domain", "旅游", "--new-domain", "旅游")
    assert made.exit_code == 0
    assert (place.folder / "catalogs/domains/27-lvyou.yaml").is_file()


def test_a_catalogue_file_with_a_fault_is_not_written_over(run, world):
    place = site(world, **{OWN: "领域: [\n"})
    result = catalog(run, place, "import", table(place, TABLE))
    assert result.exit_code == 2
    assert OWN in result.stderr


def test_differences_between_shipped_and_own(run, world):
    place = site(world)
    catalog(run, place, "import", table(place, TABLE))
    result = catalog(run, place, "diff", "自带", "本站")
    assert result.exit_code == 0
    assert "  修改　社会救助/临时救助/办事指南\n" in result.stdout
    assert "删除" in result.stderr
    single = catalog(run, place, "diff", str(place.folder / OWN), "本站")
    assert single.stdout == "两个目录一样。\n"
    data = json.loads(catalog(run, place, "diff", "自带", str(place.folder / OWN), "--format", "json").stdout)
    assert {change["domain"] for change in data["changes"]} == {"社会救助"}
    assert data["counts"]["修改"] == 1


@pytest.mark.parametrize("argument", ["没有的文件", "content", "content/site.yaml"])
def test_what_is_no_catalogue_cannot_be_compared(run, world, argument):
    place = site(world)
    assert catalog(run, place, "diff", str(place.folder / argument), "自带").exit_code == 2


NEW = {
    OWN: """\
领域: {编号: 21, 代码: shehui-jiuzhu, 名称: 社会救助}
事项:
  - {代码: 社会救助/临时救助/指南, 一级事项: 临时救助, 二级事项: 指南}
  - 代码: 社会救助/临时救助/办事指南
    一级事项: 临时救助
    二级事项: 办事指南
    停用: 2026-01-01
    改为: 社会救助/临时救助/指南
"""
}


def test_upgrade_shows_and_writes_what_is_certain(run, world):
    place = site(world, **NEW)
    before = (place.folder / NOTICE).read_bytes()
    shown = catalog(run, place, "upgrade")
    line = "社会救助/临时救助/办事指南 → 社会救助/临时救助/指南（目录写明改为）"
    assert (shown.exit_code, shown.stdout) == (1, f"{NOTICE}:9: {line}\n")
    assert (place.folder / NOTICE).read_bytes() == before
    done = catalog(run, place, "upgrade", "--apply")
    assert (done.exit_code, done.stdout) == (0, f"{NOTICE}:9: {line}，已改\n")
    after = (place.folder / NOTICE).read_bytes()
    assert after == before.replace("救助/办事指南".encode(), "救助/指南".encode())
    assert catalog(run, place, "upgrade").stdout == "内容里的代码都是现在用的。\n"


def test_upgrade_leaves_what_only_looks_alike_until_it_is_told(run, world):
    place = site(world, "社会救助/临时救助/指难", **NEW)
    left = catalog(run, place, "upgrade", "--apply", "--format", "json")
    assert left.exit_code == 1
    step = json.loads(left.stdout)[0]
    assert (step["successor"], step["done"]) == ("社会救助/临时救助/指南", "没有改，请看过再定")
    assert catalog(run, place, "upgrade", "--apply", "--nearest").exit_code == 0
    assert "标准目录: [ 社会救助/临时救助/指南 ]" in (place.folder / NOTICE).read_text(encoding="utf-8")


def test_upgrade_does_not_write_a_code_twice(run, world):
    place = site(world, "社会救助/临时救助/指南, 社会救助/临时救助/办事指南", **NEW)
    result = catalog(run, place, "upgrade", "--apply")
    assert result.exit_code == 1
    assert "文件里已经有新的代码，请删去旧的" in result.stdout


def test_line_ends_and_signs_stay_as_they_are(run, world):
    place = site(world, **NEW)
    file: Path = place.folder / NOTICE
    data = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n").replace(b"[ ", b"[\xe2\x80\x8b")
    file.write_bytes(
        data.replace(b"[\xe2\x80\x8b", b"[ '").replace("指南 ]".encode(), "指南'] # 注".encode())
    )
    before = file.read_bytes()
    catalog(run, place, "upgrade", "--apply")
    assert file.read_bytes() == before.replace("救助/办事指南".encode(), "救助/指南".encode())
