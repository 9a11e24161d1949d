"""`sitegen index`: every document known, with its state; and what differs between two days."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from tests.world import document

RULES = "content/zhengce/xzgfxwj"
FILES = {
    f"{RULES}/jiu.md": document(
        标题="青岚区临时救助办法",
        文号="青政规〔2022〕2号",
        成文日期="2022-03-02",
        发布日期="2022-03-05 09:00",
        施行日期="2022-05-01",
        有效期至="2027-01-15",
        统一登记号="'=2+3'",
    ),
    f"{RULES}/xin.md": document(
        标题="青岚区社会救助办法",
        文号="青政规〔2026〕4号",
        依据="[{文件: 国务院令第649号, 标题: 《社会救助暂行办法》}]",
        废止="[{文件: 青民发〔2015〕7号, 标题: 《救助站管理规定》}]",
        修改="[青政规〔2022〕2号]",
    ),
    f"{RULES}/yanxu.md": document(
        标题="关于延续《青岚区临时救助办法》有效期的通知",
        文号="青政规〔2026〕5号",
        有效期至="2030-01-15",
        延续="[青政规〔2022〕2号]",
        发布日期="2026-04-02 09:00",
        施行日期="2026-06-01",
    ),
}
KEYS = ("number", "title", "path", "state", "since", "until", "by")
TEXT = """\
已修改　2026-02-10　青政规〔2022〕2号《青岚区临时救助办法》　依据：青政规〔2026〕4号
现行有效　2026-02-10　青政规〔2026〕4号《青岚区社会救助办法》
现行有效　2026-06-01　青政规〔2026〕5号《关于延续〈青岚区临时救助办法〉有效期的通知》
不详　          　国务院令第649号《社会救助暂行办法》　（栏目里没有）
已废止　2026-02-10　青民发〔2015〕7号《救助站管理规定》　依据：青政规〔2026〕4号　（栏目里没有）

截至2026年11月20日，共 5 件：现行有效 2，已修改 1，已废止 1，不详 1。
"""


@pytest.fixture
def project(world):
    return str(world(FILES).folder)


def test_text(run, project):
    result = run("index", "--project", project)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT, "")


def test_json(run, project):
    told = json.loads(run("index", "--project", project, "--format", "json").stdout)
    old, new = "青政规〔2022〕2号", "青政规〔2026〕4号"
    assert [tuple(entry[key] for key in KEYS if key != "title") for entry in told] == [
        (old, "zhengce/xzgfxwj/jiu", "amended", "2026-02-10", "2030-01-15", new),
        (new, "zhengce/xzgfxwj/xin", "in_force", "2026-02-10", None, ""),
        ("青政规〔2026〕5号", "zhengce/xzgfxwj/yanxu", "in_force", "2026-06-01", "2030-01-15", ""),
        ("国务院令第649号", "", "unknown", None, None, ""),
        ("青民发〔2015〕7号", "", "repealed", "2026-02-10", "2026-02-09", new),
    ]
    assert told[-1]["title"] == "救助站管理规定"


def test_other_day(run, project):
    told = json.loads(run("index", "--project", project, "--format", "json", "--as-of", "2026-02-09").stdout)
    states = {entry["number"]: (entry["state"], entry["until"]) for entry in told}
    assert states["青政规〔2022〕2号"] == ("in_force", "2027-01-15")
    assert states["青政规〔2026〕4号"] == ("not_yet_in_force", None)
    assert "青政规〔2026〕5号" not in states


def test_csv(run, project, tmp_path):
    file = tmp_path / "taizhang.csv"
    run("index", "--project", project, "--format", "csv", "--output", str(file))
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 5
    first = rows[0]
    assert (first["文号"], first["制定机关"], first["效力状态"], first["状态依据"]) == (
        "青政规〔2022〕2号",
        "青岚区人民政府",
        "已修改",
        "青政规〔2026〕4号",
    )
    assert (first["有效期至"], first["统一登记号"]) == ("2030-01-15", "'=2+3")
    assert first["网址"] == "https://www.qinglan.gov.cn/zfxxgk/zhengce/xzgfxwj/jiu.html"
    assert len(first["原文校验值"]) == 64


def test_workbook_has_real_dates_no_formulas_and_says_what_it_is(run, project, tmp_path):
    file = tmp_path / "taizhang.xlsx"
    run("index", "--project", project, "--format", "xlsx", "--output", str(file))
    book = CalamineWorkbook.from_path(str(file))
    assert book.sheet_names == ["台账", "说明"]
    heads, first, *_ = book.get_sheet_by_name("台账").to_python()
    row = dict(zip(heads, first, strict=True))
    assert (row["有效期至"], row["统一登记号"]) == (date(2030, 1, 15), "=2+3")
    notes = dict(line[:2] for line in book.get_sheet_by_name("说明").to_python())
    assert (notes["效力状态截至"], notes["件数"]) == ("2026年11月20日", "5")


def test_workbook_has_the_same_bytes_each_time(run, project, tmp_path):
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file in files:
        run("index", "--project", project, "--format", "xlsx", "--output", str(file))
    assert files[0].read_bytes() == files[1].read_bytes()


def test_workbook_is_no_text(run, project):
    result = run("index", "--project", project, "--format", "xlsx")
    assert (result.exit_code, result.stdout) == (2, "")


CHANGES = """\
从2026年1月31日到2026年11月20日：
新增　青政规〔2026〕5号《关于延续〈青岚区临时救助办法〉有效期的通知》　现行有效
效力状态变化　青政规〔2022〕2号《青岚区临时救助办法》　现行有效 → 已修改（自2026年2月10日起由青政规〔2026〕4号修改）
效力状态变化　青政规〔2026〕4号《青岚区社会救助办法》　尚未施行 → 现行有效（施行日期已到，没有被修改、废止）
效力状态变化　青民发〔2015〕7号《救助站管理规定》　现行有效 → 已废止（自2026年2月10日起由青政规〔2026〕4号废止）
有效期变化　青政规〔2022〕2号《青岚区临时救助办法》　2027-01-15 → 2030-01-15
共 5 处变化：新增 1，效力状态变化 3，有效期变化 1。
"""


def test_differences_between_two_days(run, project):
    result = run("index", "--project", project, "--from", "2026-01-31", "--to", "2026-11-20")
    assert (result.exit_code, result.stdout) == (0, CHANGES)
    assert run("index", "--project", project, "--from", "2026-01-31").stdout == CHANGES


def test_differences_as_data(run, project, tmp_path):
    told = json.loads(run("index", "--project", project, "--from", "2026-01-31", "--format", "json").stdout)
    assert [change["kind"] for change in told] == ["new", "state", "state", "state", "term"]
    file = tmp_path / "bianhua.xlsx"
    run("index", "--project", project, "--from", "2026-01-31", "--format", "xlsx", "--output", str(file))
    assert len(CalamineWorkbook.from_path(str(file)).get_sheet_by_name("台账变化").to_python()) == 6
    told = run("index", "--project", project, "--from", "2026-01-31", "--format", "csv").stdout
    assert told.splitlines()[0] == "\ufeff变化,文号,标题,原来,现在,自,依据,理由,路径"


def test_days_in_the_wrong_order(run, project):
    assert run("index", "--project", project, "--from", "2026-12-01").exit_code == 2
    assert run("index", "--project", project, "--to", "2026-12-01").exit_code == 2
    assert run("index", "--project", project, "--from", "2026-11-20").stdout.endswith("：\n没有变化。\n")


def test_what_is_not_public_gives_nothing_but_what_others_say(run, world):
    secret = document(
        标题="内部事项办法", 文号="青政规〔2026〕7号", 公开属性="不予公开", 不公开依据="条例第十六条"
    )
    acting = document(标题="青岚区新办法", 文号="青政规〔2026〕8号", 废止="[青政规〔2026〕7号]")
    place = world({f"{RULES}/nei.md": secret, f"{RULES}/xin.md": acting})
    told = run("index", "--project", str(place.folder), "--format", "json").stdout
    assert "内部事项" not in told
    assert "xzgfxwj/nei" not in told
    assert "青政规〔2026〕7号" in told


NEW_PAGE = """标题: 青岚区养犬办法
发布日期: 2020-03-05
正文
青政规〔2020〕3号 第一条 为了规范养犬，制定本办法。 第九条 本办法自发布之日起施行，有效期五年。\
《青岚区养犬暂行办法》（青政〔2015〕2号）同时废止。
"""
OLD_PAGE = """# 青岚区养犬暂行办法

青政〔2015〕2号

本办法自2015年4月1日起施行。《青岚区限制养犬规定》（青政〔1999〕8号）同时废止。
"""


def test_files_of_any_kind_are_listed_by_what_their_texts_say(run, tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(NEW_PAGE, encoding="utf-8")
    (tmp_path / "raw" / "b.md").write_text(OLD_PAGE, encoding="utf-8")

    def states(day: str) -> dict[str, tuple[str, str | None, str | None, str]]:
        result = run("index", str(tmp_path / "raw"), "--format", "json", "--as-of", day)
        assert result.exit_code == 0, result.output
        entries = json.loads(result.stdout)
        assert [bool(entry["path"]) for entry in entries] == [True, True, False]
        return {
            entry["number"]: (entry["state"], entry["since"], entry["until"], entry["by"]) for entry in entries
        }

    assert states("2019-01-01") == {
        "青政规〔2020〕3号": ("not_yet_in_force", None, "2025-03-04", ""),
        "青政〔2015〕2号": ("in_force", "2015-04-01", "2020-03-04", ""),
        "青政〔1999〕8号": ("repealed", "2015-04-01", "2015-03-31", "青政〔2015〕2号"),
    }
    assert states("2026-01-01") == {
        "青政规〔2020〕3号": ("lapsed", "2025-03-05", "2025-03-04", ""),
        "青政〔2015〕2号": ("repealed", "2020-03-05", "2020-03-04", "青政规〔2020〕3号"),
        "青政〔1999〕8号": ("repealed", "2015-04-01", "2015-03-31", "青政〔2015〕2号"),
    }


def test_what_front_matter_says_counts_before_the_text(run, tmp_path):
    (tmp_path / "a.md").write_text(
        "---\n标题: 青岚区养犬办法\n文号: 青政规〔2020〕3号\n成文日期: 2020-03-01\n施行日期: 2020-04-01\n"
        "有效期至: 2024-12-31\n废止: [{文件: 青政〔2015〕2号, 标题: 青岚区养犬暂行办法}]\n---\n\n"
        "本办法自2020年5月1日起施行，有效期五年。《青岚区养犬暂行办法》（青政〔2015〕2号）同时废止。\n",
        encoding="utf-8",
    )
    entries = json.loads(run("index", str(tmp_path), "--format", "json", "--as-of", "2026-01-01").stdout)
    assert [(entry["state"], entry["since"]) for entry in entries] == [
        ("lapsed", "2025-01-01"),
        ("repealed", "2020-04-01"),
    ]


def test_files_are_not_compared_between_days(run, tmp_path):
    (tmp_path / "a.md").write_text(OLD_PAGE, encoding="utf-8")
    result = run("index", str(tmp_path), "--from", "2020-01-01")
    assert result.exit_code == 2
    assert "不能用 --from" in result.output


def test_of_documents_with_one_title_the_one_with_a_number_much_like_the_misquoted_is_meant(run, tmp_path):
    pages = {
        "a": ("2012-03-01", "青政〔2012〕5号", "本办法自2012年4月1日起施行。"),
        "b": ("2017-07-01", "青政规〔2017〕3号", "本办法自2017年8月1日起施行。"),
        "c": ("2018-05-01", "青政〔2018〕8号", "决定废止《青岚区摊贩办法》（青政〔2021〕5号）。"),
    }
    for name, (day, number, text) in pages.items():
        title = "关于废止部分文件的通知" if name == "c" else "青岚区摊贩办法"
        page = f"标题: {title}\n文号: {number}\n发布日期: {day}\n正文\n{text}\n"
        (tmp_path / f"{name}.txt").write_text(page, encoding="utf-8")
    entries = json.loads(run("index", str(tmp_path), "--format", "json", "--as-of", "2026-01-01").stdout)
    assert {entry["number"]: entry["state"] for entry in entries} == {
        "青政〔2012〕5号": "repealed",
        "青政规〔2017〕3号": "in_force",
        "青政〔2018〕8号": "in_force",
    }


def test_a_joint_document_is_known_by_its_second_number_too(run, tmp_path):
    pages = {
        "a": ("2023-08-09", "青发改规〔2023〕3号", "青发改规〔2023〕3号 青财规〔2023〕6号 本办法自发布之日起施行。"),
        "b": ("2025-08-09", "青财规〔2025〕1号", "《青岚市粮食储备管理办法》（青财规〔2023〕6号）同时废止。"),
    }
    for name, (day, number, text) in pages.items():
        title = "青岚市粮食储备管理办法" if name == "a" else "青岚市粮食储备条例实施细则"
        page = f"标题: {title}\n文号: {number}\n发布日期: {day}\n正文\n{text}\n"
        (tmp_path / f"{name}.txt").write_text(page, encoding="utf-8")
    entries = json.loads(run("index", str(tmp_path), "--format", "json", "--as-of", "2026-01-01").stdout)
    assert [(entry["number"], entry["state"]) for entry in entries] == [
        ("青发改规〔2023〕3号", "repealed"),
        ("青财规〔2025〕1号", "in_force"),
    ]
