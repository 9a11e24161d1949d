"""撤下说明: what a withdrawn address answers, and where the withdrawn record no longer is."""

from __future__ import annotations

from datetime import date

from tests.world import document, lines_of, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
OTHER = "content/fdzdgknr/tongzhi/gongshui.md"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"


def tombstone(**fields: str) -> str:
    """Return a 撤下说明 with all that it needs; `fields` add or replace."""
    values = {
        "类型": "撤下说明",
        "标题": "关于做好冬季供暖工作的通知",
        "索引号": "QL0001000/2026-90001",
        "发布机构": "青岚区人民政府",
        "撤下日期": "2026-11-18",
        "理由": "供暖时间写错，已经重新公开",
        "联系": "区政府办公室政务公开科，0000-6660100",
    } | fields
    return "\n".join(["---", *(f"{key}: {value}" for key, value in values.items() if value), "---", ""])


def test_withdrawn_address_says_when_why_and_whom_to_ask(world):
    place = world(
        {
            NOTICE: tombstone(撤下依据="《政府信息公开条例》第十七条", 改看="gongshui.md"),
            OTHER: record(标题="更正通知"),
        }
    )
    assert lines_of(place.build().diagnostics) == []
    page = place.page("fdzdgknr/tongzhi/gongnuan.html")
    for words in ("关于做好冬季供暖工作的通知", "2026年11月18日", "供暖时间写错", "0000-6660100", "第十七条"):
        assert words in page
    assert '<a href="../../jigou/qu-zhengfu.html">青岚区人民政府</a>' in page
    assert '<a href="../../fdzdgknr/tongzhi/gongshui.html">更正通知</a>' in page


def test_withdrawn_record_is_nowhere_else(world):
    place = world({NOTICE: tombstone() + "原来的正文还留在这里。\n", OTHER: record(标题="另一件事")})
    built = place.build()
    assert built.diagnostics == ()
    assert built.counts.documents == 1
    tree = place.tree()
    named = [path for path, data in tree.items() if "冬季供暖".encode() in data or b"gongnuan" in data]
    assert named == ["data/register.json", "fdzdgknr/tongzhi/gongnuan.html", "manifest.json"]
    assert "原来的正文".encode() not in b"".join(tree.values())


def test_old_addresses_of_a_withdrawn_record_answer_the_same(world):
    place = world({NOTICE: tombstone(旧地址="[/zfxxgk/2019/12.html]")})
    assert place.build().diagnostics == ()
    assert "供暖时间写错" in place.page("2019/12.html")


def test_statement_stands_from_its_day_on(world):
    place = world({NOTICE: tombstone(撤下日期="2026-11-21")})
    assert place.build().diagnostics == ()
    assert "fdzdgknr/tongzhi/gongnuan.html" not in place.tree()
    place.build(as_of=date(2026, 11, 21))
    assert "fdzdgknr/tongzhi/gongnuan.html" in place.tree()


def test_statement_says_all_that_is_asked_of_it(world):
    place = world({NOTICE: tombstone(撤下日期="", 理由="", 联系="")})
    assert lines_of(place.check().diagnostics) == [f"{NOTICE}:2:1 SG244"] * 3


def test_links_to_a_withdrawn_record_lead_to_the_statement(world):
    place = world({NOTICE: tombstone(), OTHER: record("见[原通知](gongnuan.md)。\n", 标题="更正通知")})
    assert lines_of(place.build().diagnostics) == []
    assert 'href="../../fdzdgknr/tongzhi/gongnuan.html"' in place.page("fdzdgknr/tongzhi/gongshui.html")


def test_relation_to_a_withdrawn_document_is_told(world):
    place = world(
        {
            RULES: tombstone(标题="青岚区旧办法", 文号="青政规〔2020〕3号"),
            "content/zhengce/xzgfxwj/xin.md": document(废止="[青政规〔2020〕3号]"),
        }
    )
    (found,) = place.check().diagnostics
    assert found.id == "SG303"
    assert "《青岚区旧办法》已经撤下" in found.message


def test_index_number_of_a_withdrawn_record_is_not_given_again(world):
    place = world({NOTICE: tombstone(), OTHER: record(索引号="QL0001000/2026-90001")})
    assert [found.id for found in place.check().diagnostics] == ["SG322"]
