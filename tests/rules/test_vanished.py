"""Nothing vanishes: what a second build into the same folder may not do, and what it may."""

from __future__ import annotations

from datetime import date

import pytest

from tests.test_tombstones import tombstone
from tests.world import AS_OF, BASE, document, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
MOVED = "content/fdzdgknr/tongzhi/gongnuan-tongzhi.md"
OTHER = "content/fdzdgknr/tongzhi/gongshui.md"
COLUMN = "content/fdzdgknr/gonggao/_column.yaml"
BODY = "content/jigou/shuiwu.yaml"
ADDRESS = "/zfxxgk/fdzdgknr/tongzhi/gongnuan.html"
NUMBER = "QL0001000/2026-90001"


def heating(**fields: str) -> str:
    """Return the notice that has been published, with its own 索引号."""
    return record("请各单位做好供暖准备。\n", **({"索引号": NUMBER} | fields))


def found(built) -> list[tuple[str, str]]:
    """Return findings as pairs of path and id."""
    return [(each.path, each.id) for each in built.diagnostics]


@pytest.fixture
def published(world):
    """Return a site that has been built with one notice."""
    place = world({NOTICE: heating()})
    assert place.build().diagnostics == ()
    return place


def test_deleted_record_is_an_error_and_the_old_build_stays(published):
    before = published.tree()
    published.remove(NOTICE)
    built = published.build()
    assert found(built) == [(NOTICE, "SG331")]
    assert "《关于做好冬季供暖工作的通知》" in built.diagnostics[0].message
    assert ADDRESS in built.diagnostics[0].help
    assert published.tree() == before


def test_forgetting_what_was_remembered_keeps_the_guard(published):
    (published.folder / ".cache" / "sitegen" / "memory.sqlite").unlink()
    published.remove(NOTICE)
    assert found(published.build()) == [(NOTICE, "SG331")]


def test_moved_record_needs_its_old_address(published):
    published.remove(NOTICE)
    published.write({MOVED: heating()})
    assert found(published.build()) == [(MOVED, "SG337"), (NOTICE, "SG331")]
    published.write({MOVED: heating(旧地址=f"[{ADDRESS}]")})
    assert published.build().diagnostics == ()
    assert "gongnuan-tongzhi.html" in published.page("fdzdgknr/tongzhi/gongnuan.html")


def test_redirect_has_to_go_on(published):
    published.remove(NOTICE)
    published.write({MOVED: heating(旧地址=f"[{ADDRESS}]")})
    published.build()
    published.write({MOVED: heating()})
    built = published.build()
    assert found(built) == [(MOVED, "SG333")]
    assert ADDRESS in built.diagnostics[0].help


def test_redirects_of_a_lost_record_are_named_with_it(published):
    published.remove(NOTICE)
    published.write({MOVED: heating(旧地址=f"[{ADDRESS}]")})
    published.build()
    published.remove(MOVED)
    built = published.build()
    assert found(built) == [(MOVED, "SG331")]
    assert f"旧地址（{ADDRESS}）" in built.diagnostics[0].help


def test_statement_is_a_way_to_withdraw(published):
    published.write({NOTICE: tombstone(索引号=NUMBER)})
    assert published.build().diagnostics == ()
    assert '"status":"withdrawn"' in published.page("data/register.json")
    published.remove(NOTICE)
    assert found(published.build()) == [(NOTICE, "SG331")]


def test_statement_keeps_the_index_number(published):
    published.write({NOTICE: tombstone(索引号="")})
    assert found(published.build()) == [(NOTICE, "SG335")]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"稿件状态": "草稿"}, "现在还是草稿"),
        ({"公开属性": "依申请公开", "不公开依据": "条例第十六条"}, "现在的公开属性是依申请公开"),
        ({"发布日期": "2026-11-21"}, "现在还没有到发布日期"),
    ],
)
def test_published_record_does_not_go_back_behind_the_door(published, fields, reason):
    published.write({NOTICE: heating(**fields)})
    built = published.build()
    assert found(built) == [(NOTICE, "SG332")]
    assert reason in built.diagnostics[0].message


def test_statement_of_a_later_day_does_not_answer_yet(published):
    published.write({NOTICE: tombstone(索引号=NUMBER, 撤下日期="2026-11-21")})
    built = published.build()
    assert found(built) == [(NOTICE, "SG332")]
    assert "撤下日期还没有到" in built.diagnostics[0].message


def test_index_number_never_changes(published):
    published.write({NOTICE: heating(索引号="QL0001000/2026-90002")})
    assert found(published.build()) == [(NOTICE, "SG335")]


def test_index_number_moves_with_its_record(published):
    published.remove(NOTICE)
    published.write({MOVED: heating(索引号="QL0001000/2026-90002", 旧地址=f"[{ADDRESS}]")})
    assert found(published.build()) == [(MOVED, "SG335")]


def test_record_may_be_merged_with_another(published):
    published.write(
        {OTHER: record(标题="供水和供暖", 索引号="QL0001000/2026-90003", 发布日期="2026-11-20 10:00")}
    )
    assert published.build().diagnostics == ()
    published.remove(NOTICE)
    published.write(
        {
            OTHER: record(
                标题="供水和供暖",
                索引号="QL0001000/2026-90003",
                发布日期="2026-11-20 10:00",
                旧地址=f"[{ADDRESS}]",
            )
        }
    )
    assert published.build().diagnostics == ()


def test_missing_index_number_is_told_once(published):
    published.write({NOTICE: heating(索引号="")})
    assert found(published.build()) == [(NOTICE, "SG244")]


def test_date_is_not_put_earlier(published):
    published.write({NOTICE: heating(发布日期="2026-01-05 09:00")})
    assert found(published.build()) == [(NOTICE, "SG336")]
    published.write({NOTICE: heating(发布日期="2026-01-05 09:00", 补录="是")})
    assert published.build().diagnostics == ()


def test_date_may_be_put_later_and_time_of_day_may_change(published):
    published.write({NOTICE: heating(发布日期="2026-01-06 08:00")})
    assert published.build().diagnostics == ()
    published.write({NOTICE: heating(发布日期="2026-01-07 08:00")})
    assert published.build().diagnostics == ()


def test_new_record_does_not_claim_to_be_old(published):
    published.write({OTHER: record(发布日期="2026-11-19 17:00")})
    built = published.build()
    assert found(built) == [(OTHER, "SG337")]
    assert "到 2026-11-20 栏目里还没有它" in built.diagnostics[0].message
    published.write({OTHER: record(发布日期="2026-11-20 08:00")})
    assert published.build().diagnostics == ()


def test_back_file_is_brought_in_as_such(published):
    published.write({OTHER: record(发布日期="2019-03-12", 成文日期="2019-03-11", 补录="是")})
    assert published.build().diagnostics == ()


def test_drafts_and_what_was_never_published_come_and_go(world):
    place = world({NOTICE: record(稿件状态="草稿"), OTHER: record(发布日期="2027-01-04 09:00")})
    assert place.build().diagnostics == ()
    place.remove(NOTICE, OTHER)
    assert place.build().diagnostics == ()


def test_build_of_an_earlier_day_loses_nothing(world):
    place = world(
        {
            NOTICE: heating(旧地址="[/zfxxgk/2019/12.html]"),
            OTHER: tombstone(索引号="QL0001000/2026-90009", 撤下日期="2026-06-01"),
        }
    )
    assert place.build().diagnostics == ()
    assert place.build(as_of=date(2025, 12, 1)).diagnostics == ()
    assert "fdzdgknr/tongzhi/gongnuan.html" not in place.tree()
    assert place.build().diagnostics == ()
    place.remove(NOTICE)
    assert found(place.build(as_of=date(2025, 12, 1))) == [(NOTICE, "SG331")]


def test_column_and_body_keep_their_addresses(world):
    place = world({COLUMN: "标题: 公告\n收录: [政府信息]\n", BODY: "名称: 青岚区水务局\n"})
    place.build()
    place.remove(COLUMN, BODY)
    assert found(place.build()) == [(COLUMN, "SG334"), (BODY, "SG334")]
    place.write(
        {
            BODY: "名称: 青岚区水务局\n",
            NOTICE: heating(旧地址="[/zfxxgk/fdzdgknr/gonggao/]", 发布日期="2026-11-20"),
        }
    )
    assert place.build().diagnostics == ()


def test_file_that_cannot_be_read_has_not_vanished(published):
    published.write({NOTICE: "没有表头\n"})
    assert [each.id for each in published.build().diagnostics] == ["SG130"]


def test_another_root_is_a_warning(published):
    published.write({"content/site.yaml": BASE["content/site.yaml"].replace("/zfxxgk/", "/zwgk/")})
    assert found(published.build()) == [("content/site.yaml", "SG338")]
    assert published.build().diagnostics == ()


def test_damaged_register_is_told(published):
    published.write({"build/data/register.json": "{"})
    assert found(published.build()) == [("build", "SG339")]
    assert published.build().diagnostics == ()


def test_unchanged_site_is_compared_with_itself(world):
    place = world(
        {NOTICE: heating(旧地址="[/zfxxgk/2019/12.html]"), "content/zhengce/xzgfxwj/jiu.md": document()}
    )
    assert place.build().diagnostics == ()
    assert place.build(as_of=date(2026, 11, 21)).diagnostics == ()
    assert place.build(as_of=AS_OF).diagnostics == ()
