"""`sitegen suggest`: what it reads, what it writes, and above all what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.disclosure.courses import state_at
from tests.world import AS_OF, World, document, lines_of, record

NEW = "content/zhengce/xzgfxwj/xin.md"
OLD = "content/zhengce/xzgfxwj/jiu.md"
OLD_TITLE = "青岚区临时救助暂行办法"
TEXT = (
    "第一条　为了规范管理，制定本办法。\n\n第二条　本办法自2026年2月10日起施行，有效期五年。"
    f"《{OLD_TITLE}》（青政规〔2015〕3号）同时废止。\n"
)
OUTSIDE = "《青岚区流浪乞讨人员救助办法》（青政发〔2012〕9号）同时废止。"


def old_document(**fields: str) -> str:
    dates = {"成文日期": "2015-03-02", "发布日期": "2015-03-03 09:00", "施行日期": "2015-04-10"}
    return document(
        **(
            {"标题": OLD_TITLE, "文号": "青政规〔2015〕3号", "索引号": "QL0001000/2015-90003"}
            | dates
            | fields
        )
    )


def suggest(run, place: World, *more: str, path: str = "content"):
    return run("suggest", str(place.folder / path), "--project", str(place.folder), *more)


def answers(run, place: World, *more: str, path: str = "content") -> dict[str, dict]:
    result = suggest(run, place, "--format", "json", *more, path=path)
    assert result.exit_code == 0, result.output
    return {answer["path"]: answer for answer in json.loads(result.stdout)}


def header(place: World, path: str = NEW) -> str:
    return (place.folder / path).read_text(encoding="utf-8").partition("\n---\n")[0]


def test_reads_what_a_text_says(run, world):
    place = world({NEW: document(TEXT, 施行日期="2026-02-10"), OLD: old_document()})
    answer = answers(run, place)[NEW]
    assert answer["commencement"] == {
        "date": "2026-02-10",
        "rule": "explicit",
        "quote": "本办法自2026年2月10日起施行",
    }
    assert answer["term"] == {"until": "2031-02-09", "years": 5, "months": 0, "quote": "有效期五年"}
    assert answer["acts"] == [
        {
            "kind": "replace",
            "number": "青政规〔2015〕3号",
            "title": OLD_TITLE,
            "date": "2026-02-10",
            "quote": f"《{OLD_TITLE}》（青政规〔2015〕3号）同时废止",
            "affects": None,
            "until": None,
            "target": "zhengce/xzgfxwj/jiu",
        }
    ]
    assert answer["written"] is False


def test_reads_plain_pages_from_anywhere(run, tmp_path):
    page = tmp_path / "a.txt"
    page.write_text(
        "标题: 青岚区人民政府关于废止部分文件的决定\n发布时间: 2024-03-05 10:00\n文号: 青政〔2024〕2号\n来源: 青岚区\n"
        "==================== 正文 ====================\n当前位置： 首页 青政〔2024〕2号 各镇： 决定废止以下文件："
        "1.关于收费的通知（青价〔2010〕3号）2.关于票价的通知（青价〔2010〕4号）。自发布之日起施行。"
        "青岚区人民政府 2024年3月1日",
        encoding="utf-8",
    )
    (answer,) = json.loads(run("suggest", str(page), "--format", "json").stdout)
    assert (answer["number"], answer["date"]) == ("青政〔2024〕2号", "2024-03-01")
    assert answer["commencement"]["date"] == "2024-03-05"
    assert [(act["kind"], act["number"], act["title"]) for act in answer["acts"]] == [
        ("repeal", "青价〔2010〕3号", "关于收费的通知"),
        ("repeal", "青价〔2010〕4号", "关于票价的通知"),
    ]
    assert run("suggest", str(page), "--apply").exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("标题: 青岚区"), "a plain page is never changed"


def test_a_page_without_any_head_is_read_as_well(run, tmp_path):
    page = tmp_path / "a.txt"
    page.write_text(
        "各有关单位：\n现通知如下：\n一、《青岚区旧办法》（青政〔2010〕3号）即行废止。\n", encoding="utf-8"
    )
    (answer,) = json.loads(run("suggest", str(page), "--format", "json").stdout)
    assert [act["number"] for act in answer["acts"]] == ["青政〔2010〕3号"]


WEB_PAGE = """<!DOCTYPE html>
<html><head><title>关于废止部分文件的通知</title><meta name="PubDate" content="2023-05-06 10:00"></head>
<body><nav>首页</nav><script>var day = 1</script><h1>关于废止部分文件的通知</h1>
<p>青政办〔2023〕15号</p><p>经研究，决定废止下列文件，自本通知公布之日起停止执行。</p><p>青岚区人民政府办公室</p><p>2023年5月4日</p>
<table><tr><td>序号</td><td>文件名称</td><td>文号</td></tr>
<tr><td><p>1</p></td><td><p>关于印发青岚区养犬办法的通知</p></td><td>青政办〔2015〕3号</td></tr>
<tr><td><p>2</p></td><td><p>关于印发青岚区摊贩办法的通知</p></td><td>青政办〔2016〕4号</td></tr></table></body></html>
"""


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt"])
def test_saved_web_pages_are_read_whatever_their_names(run, tmp_path, name):
    (tmp_path / name).write_text(WEB_PAGE, encoding="utf-8")
    answer = json.loads(run("suggest", str(tmp_path), "--format", "json").stdout)[0]
    assert (answer["title"], answer["number"]) == ("关于废止部分文件的通知", "青政办〔2023〕15号")
    assert (answer["date"], answer["commencement"]["date"]) == ("2023-05-04", "2023-05-06")
    assert [(act["kind"], act["number"]) for act in answer["acts"]] == [
        ("repeal", "青政办〔2015〕3号"),
        ("repeal", "青政办〔2016〕4号"),
    ]


def test_a_rule_without_a_header_is_known_by_its_history(run, tmp_path):
    history = "（2005年6月3日青岚市人民政府令第38号公布　根据2018年1月5日青岚市人民政府令第60号修正）"
    text = f"# 青岚市停车办法\n\n{history}\n\n第一条　为了畅通，制定本办法。\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    answer = json.loads(run("suggest", str(tmp_path), "--format", "json").stdout)[0]
    assert (answer["number"], answer["date"]) == ("青岚市人民政府令第38号", "2005-06-03")


def test_applied_suggestions_pass_check_and_reach_the_state(run, world):
    place = world({NEW: document(TEXT + f"\n{OUTSIDE}\n"), OLD: old_document()})
    (place.folder / NEW).write_text(
        (place.folder / NEW).read_text(encoding="utf-8").replace("施行日期: 2026-02-10\n", ""),
        encoding="utf-8",
    )
    before = (place.folder / NEW).read_text(encoding="utf-8")
    answers(run, place, "--apply")
    after = (place.folder / NEW).read_text(encoding="utf-8")
    added = after[: after.index("\n---\n", 4)].removeprefix(before[: before.index("\n---\n", 4)])
    assert added == (
        "\n施行日期: 2026-02-10\n有效期至: 2031-02-09\n替代:\n  - 青政规〔2015〕3号"
        "\n  - {文件: 青政发〔2012〕9号, 标题: 青岚区流浪乞讨人员救助办法}"
    )
    assert after.endswith(before.partition("\n---\n")[2])
    checked = place.check()
    assert checked.diagnostics == (), lines_of(checked.diagnostics)
    assert checked.site is not None
    states = {key: state_at(course, AS_OF).value for key, course in checked.site.courses.items()}
    assert states["zhengce/xzgfxwj/jiu"] == "repealed"
    assert states["number:青政发〔2012〕9号"] == "repealed"
    assert states["zhengce/xzgfxwj/xin"] == "in_force"
    assert all(not answer["additions"] for answer in answers(run, place).values()), (
        "nothing is left to propose"
    )


FORMS = [
    (
        "替代:\n  - 青政发〔2008〕1号  # 老的\n",
        "替代:\n  - 青政发〔2008〕1号  # 老的\n  - 青政规〔2015〕3号\n",
    ),
    ("替代:\n- 青政发〔2008〕1号\n", "替代:\n- 青政发〔2008〕1号\n- 青政规〔2015〕3号\n"),
    ("替代: [青政发〔2008〕1号]  # 老的\n", "替代: [青政发〔2008〕1号, 青政规〔2015〕3号]  # 老的\n"),
    ("替代: [\n  青政发〔2008〕1号,\n]\n", "替代: [\n  青政发〔2008〕1号, 青政规〔2015〕3号,\n]\n"),
    ("替代: 青政发〔2008〕1号  # 老的\n", "替代: [青政发〔2008〕1号, 青政规〔2015〕3号]  # 老的\n"),
    ("replaces: []\n", "replaces: [青政规〔2015〕3号]\n"),
    (
        "替代:\n  - 文件: 青政发〔2008〕1号\n    标题: 青岚区甲办法\n",
        "替代:\n  - 文件: 青政发〔2008〕1号\n    标题: 青岚区甲办法\n  - 青政规〔2015〕3号\n",
    ),
    (
        "替代: {文件: 青政发〔2008〕1号, 标题: 青岚区甲办法}\n",
        "替代: [{文件: 青政发〔2008〕1号, 标题: 青岚区甲办法}, 青政规〔2015〕3号]\n",
    ),
    (
        "# 一条注释\n替代: ['青政发〔2008〕1号']\n",
        "# 一条注释\n替代: ['青政发〔2008〕1号', 青政规〔2015〕3号]\n",
    ),
]


@pytest.mark.parametrize(("given", "expected"), FORMS, ids=[given.split("\n")[0] for given, _ in FORMS])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_lists_grow_where_they_are(run, world, given, expected, end):
    text = document(TEXT, 有效期至="2031-02-09").replace("\n---\n\n", f"\n{given}# 末尾的注释\n---\n\n")
    place = world({OLD: old_document()})
    (place.folder / NEW).write_bytes(b"\xef\xbb\xbf" * (end == "\r\n") + text.replace("\n", end).encode())
    answers(run, place, "--apply", path=NEW)
    after = (place.folder / NEW).read_bytes().decode("utf-8-sig")
    assert after == text.replace(given, expected).replace("\n", end)


def test_what_is_written_by_hand_is_handed_back(run, world):
    given = "替代:\n  文件: 青政发〔2008〕1号\n  标题: 青岚区甲办法\n"
    text = document(TEXT, 有效期至="2031-02-09").replace("\n---\n\n", f"\n{given}---\n\n")
    place = world({OLD: old_document(), NEW: text})
    answer = answers(run, place, "--apply")[NEW]
    assert answer["remarks"] == ["“替代”这样写不进去，请自己加上：青政规〔2015〕3号"]
    assert (place.folder / NEW).read_text(encoding="utf-8") == text


def test_values_that_are_there_are_never_replaced(run, world):
    text = document(
        "青政规〔2026〕8号\n\n" + TEXT + "\n青岚区人民政府\n\n2026年1月9日\n",
        施行日期="2026-03-01",
        有效期至="2028-01-01",
        修改="[青政规〔2015〕3号]",
    )
    place = world({NEW: text, OLD: old_document()})
    answer = answers(run, place, "--apply")[NEW]
    assert (place.folder / NEW).read_text(encoding="utf-8") == text
    assert [remark.partition("，")[0] for remark in answer["remarks"]] == [
        "“文号”写的是“青政规〔2026〕1号”",
        "“成文日期”写的是 2026-01-05",
        "“施行日期”写的是 2026-03-01",
        "“有效期至”写的是 2028-01-01",
        f"正文写的是“《{OLD_TITLE}》（青政规〔2015〕3号）同时废止”",
    ]
    assert answer["additions"] == []


def added_by(run, world, body: str, files: dict[str, str] | None = None, **fields: str) -> dict[str, object]:
    """Return what is proposed for a document with this text, beside the documents in `files`."""
    place = world({NEW: document(f"{body}\n", **fields), OLD: old_document(), **(files or {})})
    return {each["key"]: each["value"] for each in answers(run, place)[NEW]["additions"]}


def test_a_title_alone_means_the_document_of_the_column(run, world):
    found = added_by(run, world, f"《青岚区人民政府关于印发〈{OLD_TITLE}〉的通知》同时废止。")
    assert found["替代"] == [
        f"{{文件: 青政规〔2015〕3号, 标题: 青岚区人民政府关于印发〈{OLD_TITLE}〉的通知}}"
    ]


def test_a_misquoted_number_yields_to_the_title(run, world):
    """〔2015〕8号 is another document of the column: it must not be repealed for a slip of the pen."""
    other = {
        "content/zhengce/xzgfxwj/ling.md": old_document(
            标题="青岚区公园管理办法", 文号="青政规〔2015〕8号", 索引号="QL0001000/2015-90008"
        )
    }
    found = added_by(run, world, f"《{OLD_TITLE}》（青政规〔2015〕8号）同时废止。", other)
    assert found["替代"] == [f"{{文件: 青政规〔2015〕3号, 标题: {OLD_TITLE}}}"]
    found = added_by(run, world, f"《{OLD_TITLE}》（青政发〔2015〕3号）同时废止。")
    assert found["替代"] == [f"{{文件: 青政规〔2015〕3号, 标题: {OLD_TITLE}}}"]


def test_a_number_of_a_quite_different_document_is_not_used(run, world):
    found = added_by(run, world, "《青岚区户外广告设置标准》（青政规〔2015〕3号）同时废止。")
    assert found["替代"] == ["{标题: 青岚区户外广告设置标准}"]


def test_the_acting_document_never_means_itself(run, world):
    found = added_by(run, world, f"原《{OLD_TITLE}》同时废止。", 标题=OLD_TITLE, 文号="青政规〔2026〕1号")
    assert found["替代"] == [f"{{文件: 青政规〔2015〕3号, 标题: {OLD_TITLE}}}"]


def test_a_later_document_of_the_same_title_is_not_meant(run, world):
    later = {OLD: old_document(成文日期="2026-03-02", 发布日期="2026-03-03 09:00", 施行日期="2026-04-10")}
    found = added_by(run, world, f"《{OLD_TITLE}》同时废止。", later)
    assert found["替代"] == [f"{{标题: {OLD_TITLE}}}"]


def test_a_document_without_a_number_is_known_by_its_day(run, world):
    """A page that lost its number; the title is a little different, the day of issue is told."""
    lost = {
        "content/zhengce/xzgfxwj/_column.yaml": "标题: 行政规范性文件\n收录: [公文]\n",
        OLD: old_document(文号="", 标题="关于修订《青岚区留用地货币补偿管理办法》的通知"),
    }
    title = "青岚区留用地货币补偿与安置管理办法"
    found = added_by(run, world, f"2015年3月2日公布的《{title}》（青政规〔2015〕3号）同时废止。", lost)
    assert found["替代"] == [f"{{文件: zhengce/xzgfxwj/jiu, 标题: {title}}}"]
    found = added_by(run, world, f"2015年3月9日公布的《{title}》（青政规〔2015〕3号）同时废止。", lost)
    assert found["替代"] == [f"{{文件: 青政规〔2015〕3号, 标题: {title}}}"]


def test_acts_are_written_as_the_law_calls_them(run, world):
    body = (
        "决定废止《青岚区甲办法》（青政发〔2011〕1号）。\n\n《青岚区乙办法》（青政发〔2011〕2号）第五条同时废止。\n\n"
        "《青岚区丙办法》（青政发〔2011〕3号）自2026年7月1日起废止。\n\n"
        "对《青岚区丁办法》（青政发〔2011〕4号）作如下修改：\n\n原青政发〔2011〕5号文件同时废止。\n\n"
        "本决定自2026年2月10日起施行。"
    )
    found = added_by(run, world, body, 标题="青岚区人民政府关于规范性文件的决定")
    assert found == {
        "修改": ["{文件: 青政发〔2011〕4号, 标题: 青岚区丁办法}"],
        "部分废止": ["{文件: 青政发〔2011〕2号, 标题: 青岚区乙办法, 条款: 第五条}"],
        "废止": ["{文件: 青政发〔2011〕1号, 标题: 青岚区甲办法}"],
        "替代": [
            "{文件: 青政发〔2011〕3号, 标题: 青岚区丙办法, 日期: 2026-07-01}",
            "{文件: 青政发〔2011〕5号, 标题: 青政发〔2011〕5号文件}",
        ],
    }


def test_a_renewal_carries_the_new_last_day(run, world):
    found = added_by(run, world, f"《{OLD_TITLE}》（青政规〔2015〕3号）有效期延长至2028年12月31日。")
    assert found == {"有效期至": "2028-12-31", "延续": ["青政规〔2015〕3号"]}


def test_reaching_back_gets_its_reason(run, world):
    place = world({NEW: document("本办法自2025年12月1日起施行。\n")})
    text = (place.folder / NEW).read_text(encoding="utf-8").replace("施行日期: 2026-02-10\n", "")
    place.write({NEW: text})
    answers(run, place, "--apply")
    assert "施行日期: 2025-12-01\n溯及既往: 正文规定“本办法自2025年12月1日起施行”" in header(place)
    assert "SG248" not in {each.id for each in place.check().diagnostics}


def test_what_depends_on_a_condition_is_left_to_people(run, world):
    body = f"本办法自实施细则出台之日起施行。《{OLD_TITLE}》（青政规〔2015〕3号）同时废止。"
    place = world({NEW: document(f"{body}\n"), OLD: old_document()})
    answer = answers(run, place)[NEW]
    assert answer["additions"] == []
    assert ["请自己填写" in remark or "没有改动" in remark for remark in answer["remarks"]] == [True, True]


def test_every_page_of_a_document_published_twice_is_meant(run, world):
    twice = {"content/zhengce/xzgfxwj/jiu-2.md": old_document(索引号="QL0001000/2015-90099")}
    found = added_by(run, world, f"《{OLD_TITLE}》（青政规〔2015〕3号）同时废止。", twice)
    assert sorted(found["替代"]) == [
        f"{{文件: zhengce/xzgfxwj/{name}, 标题: {OLD_TITLE}}}" for name in ("jiu", "jiu-2")
    ]


def test_titles_with_signs_of_yaml_are_quoted(run, world):
    found = added_by(run, world, "《关于A区: “B”, [C] 的通知》（青政发〔2012〕9号）同时废止。")
    assert found["替代"] == ["{文件: 青政发〔2012〕9号, 标题: '关于A区:“B”,[C]的通知'}"]


def test_other_kinds_have_nothing_to_write(run, world):
    notice = "content/fdzdgknr/tongzhi/a.md"
    text = record(f"《{OLD_TITLE}》（青政规〔2015〕3号）同时废止。\n")
    place = world({notice: text, OLD: old_document()})
    answer = answers(run, place, "--apply")[notice]
    assert answer["problem"] == "这一类信息（政府信息）没有施行、废止这些项目，没有可写的。"
    assert (place.folder / notice).read_text(encoding="utf-8") == text


def test_a_faulty_header_is_left_alone(run, world):
    text = document(TEXT).replace("标题: ", "标题：")
    place = world({NEW: text, OLD: old_document()})
    suggest(run, place, "--apply")
    assert (place.folder / NEW).read_text(encoding="utf-8") == text


def test_people_see_the_change_before_it_is_written(run, world):
    place = world({NEW: document(TEXT), OLD: old_document()})
    shown = suggest(run, place, path=NEW)
    assert "+有效期至: 2031-02-09" in shown.stdout
    assert "没有写入；加上 --apply 就写。" in shown.stdout
    assert "有效期至" not in header(place)
    assert "已经写入。" in suggest(run, place, "--apply", path=NEW).stdout
    assert "有效期至: 2031-02-09" in header(place)


def test_markdown_outside_any_project_is_read_and_written(run, tmp_path):
    file = tmp_path / "loose.md"
    file.write_text(f"---\n标题: 青岚区临时救助办法\n成文日期: 2026-01-05\n---\n\n{TEXT}", encoding="utf-8")
    assert run("suggest", str(file), "--apply").exit_code == 0
    assert (
        "\n施行日期: 2026-02-10\n有效期至: 2031-02-09\n替代:\n  - {文件: 青政规〔2015〕3号"
        in file.read_text(encoding="utf-8")
    )


def test_wrong_use_is_told(run, tmp_path):
    assert run("suggest").exit_code == 2
    assert run("suggest", str(tmp_path / "nothing")).exit_code == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "没有 .md、.txt 或者 .html 文件" in run("suggest", str(empty)).output


def test_nothing_is_left_beside_a_written_file(run, world):
    place = world({NEW: document(TEXT), OLD: old_document()})
    suggest(run, place, "--apply")
    files = {path.name for path in Path(place.folder / "content/zhengce/xzgfxwj").iterdir()}
    assert files == {"_column.yaml", "xin.md", "jiu.md"}
