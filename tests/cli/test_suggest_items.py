"""`sitegen suggest --catalog`: what it prints for pages and records, and that it writes nothing."""

from __future__ import annotations

import json

from tests.world import document, record

PAGE = """\
标题: 关于公布2026年秋季招生范围的公告
发布机构: 青岚区教育局
栏目: 公告
==== 正文 ====
小学新生按学区入学。
"""


def answers(run, *paths: object, more: tuple[str, ...] = ()) -> dict[str, dict]:
    result = run("suggest", "--catalog", "--format", "json", *map(str, paths), *more)
    assert result.exit_code == 0, result.output
    return {answer["path"].rpartition("/")[2]: answer for answer in json.loads(result.stdout)}


def test_a_plain_page(run, tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    answer = answers(run, tmp_path / "a.txt")["a.txt"]
    assert answer["sure"]
    assert answer["problem"] is None
    best = answer["suggestions"][0]
    assert best["item"] == "义务教育/招生管理/招生范围"
    assert (best["domain"], best["domain_code"]) == ("义务教育", "yiwu-jiaoyu")
    assert 0.5 < best["score"] <= 1


def test_markdown_outside_a_project(run, tmp_path):
    (tmp_path / "a.md").write_text(record("内容。\n", 标题="房屋征收决定公告"), encoding="utf-8")
    best = answers(run, tmp_path / "a.md")["a.md"]["suggestions"][0]
    assert best["item"] == "国有土地上房屋征收与补偿/征收/房屋征收决定"


def test_records_of_a_project_with_their_bodies_columns_and_items(run, world):
    place = world(
        {
            "content/fdzdgknr/tongzhi/a.md": record(
                "名单见附件。\n",
                标题="第三季度名单",
                责任部门="青岚区民政局",
                标准目录="[社会救助/临时救助/办事指南]",
            ),
            "content/fdzdgknr/tongzhi/_column.yaml": (
                "标题: 通知公告\n收录: [政府信息]\n法定内容: [a20-15]\n领域: [社会救助]\n"
            ),
            "content/zhengce/xzgfxwj/b.md": document(标题="青岚区燃气管理办法"),
        }
    )
    before = (place.folder / "content/fdzdgknr/tongzhi/a.md").read_bytes()
    found = answers(run, place.folder / "content", more=("--project", str(place.folder)))
    assert found["a.md"]["named"] == ["社会救助/临时救助/办事指南"]
    assert found["a.md"]["suggestions"][0]["domain"] == "社会救助"
    assert found["b.md"]["suggestions"][0]["domain"] == "市政服务"
    assert (place.folder / "content/fdzdgknr/tongzhi/a.md").read_bytes() == before


def test_the_words_of_a_project_count(run, world):
    place = world(
        {
            "catalogs/domains/27-lvyou.yaml": (
                "领域: {编号: 27, 代码: lvyou, 名称: 旅游}\n事项:\n  - {代码: 旅游/管理/民宿名录, 二级事项: 民宿名录}\n"
            ),
            "catalogs/domain-words/27-lvyou.yaml": "领域: lvyou\n主词: [民宿]\n",
            "content/fdzdgknr/tongzhi/a.md": record("名单见附件。\n", 标题="星级民宿评定结果"),
        }
    )
    found = answers(run, place.folder / "content", more=("--project", str(place.folder)))
    assert found["a.md"]["suggestions"][0]["item"] == "旅游/管理/民宿名录"


def test_says_so_where_nothing_fits(run, tmp_path):
    (tmp_path / "a.txt").write_text("标题: 关于放假安排的通知\n==== 正文 ====\n放假七天。\n", encoding="utf-8")
    result = run("suggest", "--catalog", str(tmp_path / "a.txt"))
    assert result.exit_code == 0
    assert "看不出属于哪个领域，没有建议。" in result.stdout
    assert "读了 1 个文件，其中 0 个有建议。" in result.stderr


def test_text_shows_ranks_scores_and_doubts(run, tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "标题: 就业和养老服务、图书馆、法律援助工作方案\n==== 正文 ====\n内容。\n", encoding="utf-8"
    )
    text = run("suggest", "--catalog", str(tmp_path)).stdout
    assert "  1. 0." in text
    assert "义务教育/招生管理/招生范围" in text
    assert "把握不大，请对照目录看一看。" in text


def test_unreadable_front_matter_is_named(run, tmp_path):
    (tmp_path / "a.md").write_text("---\n- 一\n---\n\n内容\n", encoding="utf-8")
    assert "读不出来" in answers(run, tmp_path / "a.md")["a.md"]["problem"]


def test_never_writes(run, tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    result = run("suggest", "--catalog", "--apply", str(tmp_path / "a.txt"))
    assert result.exit_code == 2
    assert "不能和 --apply 一起用" in result.output


def test_names_the_domain_alone_where_no_item_fits(run, tmp_path):
    (tmp_path / "a.txt").write_text("标题: 关于养犬的通告\n==== 正文 ====\n内容。\n", encoding="utf-8")
    assert "城市综合执法（看不出是哪一项，目录里可能没有）" in run("suggest", "--catalog", str(tmp_path)).stdout
    assert not answers(run, tmp_path)["a.txt"]["suggestions"][0]["item_told"]


WEB_PAGE = """\
<!DOCTYPE html><html><head><title>某某网</title>
<meta name="ArticleTitle" content="受理地址和电话"><meta name="ContentSource" content="青岚区民政局">
<meta name="ColumnName" content="社会救助"><script>var a = "义务教育招生";</script></head>
<body><nav>义务教育 医疗卫生 就业创业</nav><ul><li>卫生健康</ul>
<div><h1>受理地址和电话</h1><p>临时救助、特困人员供养到各镇办理。</p></div></body></html>
"""


def test_a_web_page_is_read_without_scripts_and_menus(run, tmp_path):
    (tmp_path / "a.html").write_text(WEB_PAGE, encoding="utf-8")
    found = answers(run, tmp_path)["a.html"]
    assert found["title"] == "受理地址和电话"
    assert found["suggestions"][0]["domain"] == "社会救助"
    assert "义务教育" not in [each["domain"] for each in found["suggestions"]]
