"""The whole way: files in, a checked site out."""

from __future__ import annotations

import shutil

from tests.world import PDF, document, lines_of, record, words_of

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"


def old_rules(**fields: str) -> str:
    """Return a normative document of 2020."""
    dates = {"成文日期": "2020-03-02", "发布日期": "2020-03-03 09:00", "施行日期": "2020-05-01"}
    return document(**({"标题": "青岚区旧办法", "文号": "青政规〔2020〕3号"} | dates | fields))


def test_smallest_site_builds_without_a_finding(world):
    built = world().build()
    assert lines_of(built.diagnostics) == []
    assert built.counts.written == built.counts.artifacts > 40


def test_record_becomes_a_page_with_its_data_beside_it(world):
    place = world({NOTICE: record("请各单位做好供暖准备。\n")})
    assert place.build().diagnostics == ()
    page = place.page("fdzdgknr/tongzhi/gongnuan.html")
    assert "<h1>关于做好冬季供暖工作的通知</h1>" in page.replace("<wbr>", "")
    assert "请各单位做好供暖准备。" in page
    assert '"title":"关于做好冬季供暖工作的通知"' in place.page("fdzdgknr/tongzhi/gongnuan.json")


def test_second_build_writes_nothing(world):
    place = world({NOTICE: record(), RULES: document()})
    place.build()
    before = {file: file.stat().st_mtime_ns for file in (place.folder / "build").rglob("*")}
    again = place.build()
    assert (again.counts.rendered, again.counts.written, again.counts.removed) == (0, 0, 0)
    assert {file: file.stat().st_mtime_ns for file in (place.folder / "build").rglob("*")} == before


def test_error_leaves_the_old_build_untouched(world):
    place = world({NOTICE: record()})
    place.build()
    before = place.tree()
    place.write({NOTICE: record(索引号="", 标题="新的标题")})
    assert lines_of(place.build().diagnostics) == [f"{NOTICE}:2:1 SG244"]
    assert place.tree() == before


def test_only_what_is_actively_disclosed_is_built(world):
    place = world(
        {
            "content/fdzdgknr/tongzhi/a.md": record(稿件状态="草稿", 标题="草稿甲"),
            "content/fdzdgknr/tongzhi/b.md": record(
                公开属性="依申请公开", 不公开依据="条例第十六条", 标题="内部乙"
            ),
            "content/fdzdgknr/tongzhi/c.md": record(发布日期="2027-01-04 09:00", 标题="将来丙"),
        }
    )
    assert place.build().diagnostics == ()
    text = words_of(place.tree())
    assert not any(word in text for word in ("草稿甲", "内部乙", "将来丙"))


def test_repeal_is_written_once_and_shown_at_both_ends(world):
    place = world(
        {
            "content/zhengce/xzgfxwj/jiu.md": document(标题="青岚区旧办法", 文号="青政规〔2026〕3号"),
            "content/zhengce/xzgfxwj/xin.md": document(
                标题="青岚区新办法", 文号="青政规〔2026〕2号", 废止="[青政规〔2026〕3号]"
            ),
        }
    )
    assert place.build().diagnostics == ()
    assert "已废止" in place.page("zhengce/xzgfxwj/jiu.html")
    assert "本文件废止了什么" in place.page("zhengce/xzgfxwj/xin.html")


def test_moved_file_keeps_its_old_address(world):
    place = world({NOTICE: record(旧地址="[/zfxxgk/2019/12.html]")})
    assert place.build().diagnostics == ()
    assert "../fdzdgknr/tongzhi/gongnuan.html" in place.page("2019/12.html")


def test_an_attachment_may_make_way_for_a_folder_and_come_back(world):
    text, place = record(), world()
    attachment = place.folder / "content/fdzdgknr/tongzhi/gongnuan/fujian"
    for path in ("fujian", "fujian/yi.pdf", "fujian"):
        shutil.rmtree(attachment.parent, ignore_errors=True)
        place.write({NOTICE: f"{text}\n[附件](gongnuan/{path})\n", f"{attachment.parent}/{path}": PDF})
        assert place.build().diagnostics == ()
        assert place.tree()[f"fdzdgknr/tongzhi/gongnuan/{path}"] == PDF


def test_foreign_folder_is_refused(world):
    place = world()
    place.write({"build/important.txt": "不要删除\n"})
    assert [found.id for found in place.build().diagnostics] == ["SG801"]
    assert place.page("important.txt") == "不要删除\n"


def test_document_that_is_not_public_lends_no_words_to_pages(world):
    place = world(
        {
            "content/zhengce/xzgfxwj/nei.md": old_rules(
                标题="内部事项办法", 公开属性="不予公开", 不公开依据="条例第十六条"
            ),
            "content/zhengce/xzgfxwj/xin.md": document(
                标题="青岚区新办法", 文号="青政规〔2026〕2号", 废止="[青政规〔2020〕3号]"
            ),
        }
    )
    built = place.build()
    assert [found.id for found in built.diagnostics] == ["SG303"]
    assert "青政规〔2020〕3号" in place.page("zhengce/xzgfxwj/xin.html")
    assert "内部事项" not in words_of(place.tree())


def test_faulty_file_is_no_second_fault_of_those_that_point_at_it(world):
    place = world(
        {
            "content/zhengce/xzgfxwj/jiu.md": old_rules(公开属性="主动公布"),
            "content/zhengce/xzgfxwj/xin.md": document(
                "见[旧办法](jiu.md)。\n",
                标题="青岚区新办法",
                文号="青政规〔2026〕2号",
                相关文件="[青政规〔2020〕3号]",
            ),
        }
    )
    assert lines_of(place.check().diagnostics) == ["content/zhengce/xzgfxwj/jiu.md:3:7 SG185"]
