"""`sitegen review`: what a change does to readers, as text and as a page to print and sign."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.cli.repository import commit_all, git
from tests.test_tombstones import tombstone
from tests.world import BASE, document, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
MOVED = "content/fdzdgknr/tongzhi/gongnuan-tongzhi.md"
WATER = "content/fdzdgknr/tongzhi/gongshui.md"
OLD, NEW = "content/zhengce/xzgfxwj/jiu.md", "content/zhengce/xzgfxwj/xin.md"
BODY = "第一条　制定本办法。本办法自2026年2月10日起施行，有效期至2031年2月9日。\n"
HEATING = record("请各单位做好供暖准备。\n", 索引号="QL0001000/2026-90001")


def rule(**fields: str) -> str:
    return document(BODY, **({"有效期至": "2031-02-09", "索引号": "QL0001000/2026-90002"} | fields))


@pytest.fixture
def place(world):
    """Return a site in a repository, with two notices and a regulation that are public."""
    files = {NOTICE: HEATING, WATER: record(标题="停水通知", 索引号="QL0001000/2026-90003"), OLD: rule()}
    made = world({**BASE, **files})
    commit_all(made.folder, "公开", on="2026-11-10")
    return made


def review(run, place, *more: str, since: str = "HEAD") -> str:
    result = run("review", "--since", since, "--project", str(place.folder), *more)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_change_of_nothing(run, place):
    assert review(run, place).splitlines()[2:] == ["这次改动不改变网站上的任何内容。", "", "检查结果", "没有发现问题。"]


def test_what_becomes_public_and_what_that_does_to_others(run, place):
    repeal = (
        "第一条　制定本办法。本办法自2026年11月1日起施行，有效期至2031年10月31日。"
        "《青岚区临时救助办法》（青政规〔2026〕1号）同时废止。\n"
    )
    fields = {
        "标题": "青岚区社会救助办法",
        "文号": "青政规〔2026〕2号",
        "索引号": "QL0001000/2026-90004",
        "成文日期": "2026-09-05",
        "发布日期": "2026-09-06 09:00",
        "施行日期": "2026-11-01",
        "有效期至": "2031-10-31",
        "废止": "[青政规〔2026〕1号]",
    }
    place.write({NEW: document(repeal, **fields)})
    told = review(run, place)
    assert "将要公开（1）\n  《青岚区社会救助办法》（青政规〔2026〕2号）　content/zhengce/xzgfxwj/xin.md\n" in told
    assert "      废止：《青岚区临时救助办法》（青政规〔2026〕1号）\n" in told
    assert "      审核：拟稿办公室，审核办公室，发布办公室\n" in told
    assert "效力状态的变化（1）\n  《青岚区临时救助办法》（青政规〔2026〕1号）" in told
    assert "      原来：现行有效（" in told
    assert "      现在：已废止（自2026年11月1日起由" in told
    assert "  新增　https://www.qinglan.gov.cn/zfxxgk/zhengce/xzgfxwj/xin.html\n" in told


def test_what_is_edited_moved_withdrawn_and_lost(run, place):
    place.remove(NOTICE)
    place.write(
        {
            MOVED: HEATING.replace("---\n\n", "旧地址: [/zfxxgk/fdzdgknr/tongzhi/gongnuan.html]\n---\n\n"),
            OLD: rule(有效期至="2030-02-09", 关键词="救助").replace("制定本办法", "为了救助，制定本办法"),
        }
    )
    place.remove(WATER)
    told = review(run, place)
    assert "内容有改动（1）" in told
    assert "      改了：关键词、有效期至、正文\n" in told
    assert "不再公开（2）" in told
    assert "      以后：2030年2月10日起已失效（原来：2031年2月10日起已失效）\n" in told
    assert "  转到 fdzdgknr/tongzhi/gongnuan-tongzhi.html　" in told
    assert "  打不开了　https://www.qinglan.gov.cn/zfxxgk/fdzdgknr/tongzhi/gongshui.html\n" in told
    assert "SG331" in told
    place.write({WATER: tombstone()})
    assert "改为撤下说明" in review(run, place)


def test_only_the_way_of_writing(run, place):
    place.write({NOTICE: HEATING.replace("公开属性: 主动公开", "disclosure: 主动公开")})
    assert "      只改了写法，意思没有变\n" in review(run, place)


def test_drafts_stay_behind(run, place):
    place.write({NEW: rule(标题="青岚区慈善办法", 文号="青政规〔2026〕9号", 稿件状态="草稿")})
    assert "没有公开，留在后台（1）\n  《青岚区慈善办法》（青政规〔2026〕9号）" in review(run, place)


def test_commits_say_who_signed(run, place):
    place.write({NOTICE: HEATING + "\n再请检查管网。\n"})
    message = "改供暖通知\n\n补充管网。\n\n拟稿: 沈望川\nReviewed-by: 陆远"
    commit_all(place.folder, message, on="2026-11-12")
    told = review(run, place, since="HEAD~1")
    number = git(place.folder, "rev-parse", "--short=8", "HEAD")
    assert f"提交和署名（1）\n  改供暖通知　{number}\n      沈望川，2026年11月12日\n" in told
    assert "      拟稿：沈望川\n      审核：陆远\n" in told


def test_obligations_that_are_met(run, place):
    place.write(
        {
            "content/site.yaml": BASE["content/site.yaml"] + "标准目录领域: [社会救助]\n",
            OLD: rule(标准目录="[社会救助/临时救助/政策法规文件]"),
        }
    )
    assert "完成：社会救助/临时救助/政策法规文件" in review(run, place)


def test_page_to_print_is_complete_in_itself(run, place, tmp_path):
    place.write({NOTICE: HEATING.replace("请各单位", "请<script>alert(1)</script>各单位"), WATER: record(标题="a<b>c")})
    page = tmp_path / "sheet.html"
    assert review(run, place, "--output", str(page)) == ""
    text = page.read_text(encoding="utf-8")
    tree = LexborHTMLParser(text)
    assert [node.text() for node in tree.css(".sign p")] == ["拟稿：", "审核：", "发布：", "日期："]
    assert "a<b>c" in tree.body.text()
    assert not tree.css("script, link, img, iframe, b")
    assert "http://" not in text
    assert "size: A4" in text


def test_a_commit_that_is_not_there(run, place):
    assert run("review", "--since", "nowhere", "--project", str(place.folder)).exit_code == 2
    assert run("review", "--project", str(place.folder)).exit_code == 2
