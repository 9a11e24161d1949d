"""`sitegen new`: what it writes passes `check` once there is a text; what it cannot know it asks, or says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.model.kinds import KINDS
from tests.cli.columns import BODIES, EVERY_KIND, KNOWN, column_of
from tests.cli.conftest import NOW
from tests.world import World, document, lines_of, record

FACTS = {
    "effective_on": ("--effective-on", "2027-01-01"),
    "interprets": ("--interprets", KNOWN),
    "held_on": ("--held-on", "2026-11-18"),
    "agenda": ("--agenda", "审议“十五五”规划纲要", "--agenda", "其他: 两件事"),
    "issue": ("--issue", "5"),
    "contents": ("--contents", KNOWN),
    "reason": ("--reason", "本年度没有此类事项"),
    "withdrawn_on": ("--withdrawn-on", "2026-11-19"),
    "contact": ("--contact", "区政府办公室，0999-5550101"),
}
"""What no program can know, by attribute."""
TITLE = "关于做好2026年冬季供暖工作的通知"
STILL_WANTED = {"consultation": {"SG529"}, "gazette_issue": {"SG798"}}
"""What the manuscript of a kind lacks even with a text: draft, channels and PDF are for its writer to add."""
TEXT = "现将有关事项通知如下。\n"
TEXTS = {
    "annual_report": "\n\n".join(
        f"## {heading}\n\n内容。"
        for heading in (
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        )
    ),
    "guide": """\
政府信息按照主题分类编排，编排体系和获取方式如下。

机构名称：区政府办公室；办公地址：云山路1号；办公时间：工作日9:00—17:00；联系电话：0999-5550104；传真号码：无；电子邮箱：无。

可以到公开查阅点查阅。申请可以当面提交，也可以邮寄，要写明身份证明；签收之日为收到申请之日。

内容不明确的，7个工作日内一次性告知补正；自收到申请之日起20个工作日内答复，延长不超过20个工作日。

收取费用的另行告知；视听障碍的人可以得到帮助。不服的，可以投诉，也可以申请行政复议或者提起行政诉讼。
""",
}
"""Texts of kinds that must say certain things."""


def facts(kind: str) -> list[str]:
    required = next(each for each in KINDS if each.id == kind).required
    return [word for name, words in FACTS.items() if name in required for word in words]


def new(run, place: World, kind: str, *more: str, **options: str):
    return run("new", kind, "--project", str(place.folder), *more, **options)


def written(place: World, result) -> Path:
    assert result.exit_code == 0, result.output
    return place.folder / result.stdout.strip()


@pytest.fixture
def place(world) -> World:
    return world(EVERY_KIND)


@pytest.mark.parametrize("kind", [each for each in KINDS if each.id != "translation"], ids=lambda kind: kind.id)
@pytest.mark.parametrize("name", ["id", "title"])
def test_new_file_of_every_kind_passes_check_once_its_body_is_filled(run, place, kind, name):
    file = written(
        place,
        new(run, place, getattr(kind, name), "--title", TITLE, "--body", "青岚区人民政府",
            "--column", column_of(kind.id), *facts(kind.id)),
    )  # fmt: skip
    assert file.parent == place.folder / "content" / column_of(kind.id)
    before = place.check().diagnostics
    wanted = STILL_WANTED.get(kind.id, set())
    assert {found.id for found in before} <= {"SG249"} | wanted, lines_of(before)
    text = TEXTS.get(kind.id, TEXT)
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    after = place.check().diagnostics
    assert {found.id for found in after} == wanted, lines_of(after)


def test_file_name_comes_from_the_title(run, place):
    title = "青岚区人民政府关于印发青岚区城市生活垃圾分类管理办法（试行）的通知"
    file = written(place, new(run, place, "公文", "--title", title, "--body", "区政府", "--column", "收公文"))
    assert file.name == "chengshi-shenghuo-laji-fenlei-banfa.md"


def test_a_second_file_of_that_name_gets_the_year_then_a_number(run, place):
    again = ("公文", "--title", TITLE, "--body", "区政府", "--column", "收公文")
    names = [written(place, new(run, place, *again)).name for _ in range(3)]
    assert names == ["2026-dongji-gongnuan.md", "2026-dongji-gongnuan-2.md", "2026-dongji-gongnuan-3.md"]
    assert {found.id for found in place.check().diagnostics} == {"SG249"}
    other = ("公文", "--title", "冬季供暖", "--body", "区政府", "--column", "收公文")
    names = [written(place, new(run, place, *other)).name for _ in range(3)]
    assert names == ["dongji-gongnuan.md", "dongji-gongnuan-2026.md", "dongji-gongnuan-2026-2.md"]


def test_a_title_without_sounds_gives_the_name_of_the_kind(run, place):
    file = written(
        place, new(run, place, "公文", "--title", "《——》", "--body", "区政府", "--column", "收公文")
    )
    assert file.name == "gongwen.md"


def test_serials_go_on_from_the_highest_wherever_it_stands(run, place):
    place.write(
        {
            "content/fdzdgknr/tongzhi/caogao.md": record(索引号="QL0001000/2026-00050", 稿件状态="草稿"),
            "content/fdzdgknr/tongzhi/weilai.md": record(
                索引号="QL0001000/2026-00051", 发布日期="2027-05-01 09:00"
            ),
            "content/fdzdgknr/tongzhi/jiunian.md": record(
                索引号="QL0001000/2025-00099", 成文日期="2025-01-01"
            ),
            "content/fdzdgknr/tongzhi/bieren.md": record(
                索引号="QL0002000/2026-00088", 发布机构="青岚区民政局"
            ),
        }
    )
    assert next_number(run, place) == "QL0001000/2026-00052"
    place.write(
        {"content/fdzdgknr/tongzhi/huai.md": "---\n类型: 不知道\n索引号: QL0001000/2026-00060\n---\n"}
    )
    assert next_number(run, place) == "QL0001000/2026-00061"
    place.write({"build/data/documents.json": '{"records": [{"index_number": "QL0001000/2026-00070"}]}'})
    assert next_number(run, place) == "QL0001000/2026-00071"


def test_a_withdrawn_record_takes_its_number_and_its_address_with_it(run, place):
    file = written(place, new(run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文"))
    file.write_text(file.read_text(encoding="utf-8") + "\n内容。\n", encoding="utf-8")
    place.build(as_of=place.check().site.as_of.replace(month=12))
    file.unlink()
    again = written(
        place, new(run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文")
    )
    assert again.name != file.name
    told = new(
        run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文", "--name", file.stem
    )
    assert written(place, told) == file, "whoever names it may take the address back"
    assert "索引号: QL0001000/2026-00043\n" in again.read_text(encoding="utf-8")


def next_number(run, place: World) -> str:
    result = new(run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文", "--draft")
    file = written(place, result)
    text = file.read_text(encoding="utf-8")
    file.unlink()
    return next(line.partition(": ")[2] for line in text.splitlines() if line.startswith("索引号: "))


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (("行政规范性文件", "--effective-on", "2027-01-01"), "青政规〔2026〕2号"),
        (("清理结果",), "青政发〔2026〕1号"),
        (("规章", "--effective-on", "2027-01-01"), "青岚区人民政府令第1号"),
        (("公文", "--number", "青政"), "青政〔2026〕1号"),
        (("公文", "--number", "青政发〔2026〕8号"), "青政发〔2026〕8号"),
    ],
)
def test_document_numbers_go_on_by_prefix(run, place, arguments, number):
    kind = arguments[0]
    column = next(f"收{each.title}" for each in KINDS if each.title == kind)
    if kind == "行政规范性文件":
        column = "zhengce/xzgfxwj"
    file = written(
        place, new(run, place, *arguments, "--title", TITLE, "--body", "区政府", "--column", column)
    )
    assert f"文号: {number}\n" in file.read_text(encoding="utf-8")


def test_a_translation_is_written_beside_its_original(run, place):
    result = new(run, place, "译文", "--title", TITLE)
    assert result.exit_code == 2
    assert "x.en.md" in result.output


def test_a_kind_without_a_number_gets_none(run, place):
    file = written(place, new(run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文"))
    assert "\n文号" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("now", "published"),
    [
        ("1795137000", "2026-11-20 09:30"),  # Friday 9:10
        ("1795132800", "2026-11-20 09:00"),  # Friday 8:00
        ("1795170600", "2026-11-23 09:00"),  # Friday 18:30
        ("1795224600", "2026-11-23 09:00"),  # Saturday
        ("1790764800", "2026-10-08 09:00"),  # the eve of the National Day holidays, after closing time
    ],
)
def test_publication_waits_for_office_hours(run, place, now, published):
    result = new(run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文", now=now)
    assert f"发布日期: {published}\n" in written(place, result).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("profile", "title", "until"),
    [
        ("jiangsu", "青岚区临时救助办法", "2031-12-31"),
        ("jiangsu", "青岚区临时救助办法（试行）", "2028-12-31"),
        ("jiangsu", "关于废止青岚区临时救助办法的决定", None),
        ("default", "青岚区临时救助办法", None),
    ],
)
def test_a_term_is_written_where_the_place_demands_one(run, place, profile, title, until):
    place.write({"content/site.yaml": f"{EVERY_KIND['content/site.yaml']}地方规则: {profile}\n"})
    result = new(run, place, "行政规范性文件", "--title", title, "--body", "区政府", "--column", "zhengce/xzgfxwj",
                 "--effective-on", "2027-01-01")  # fmt: skip
    lines = written(place, result).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("有效期至")] == (
        [f"有效期至: {until}"] if until else []
    )


def test_consultations_are_open_as_long_as_the_place_demands(run, place):
    place.write({"content/site.yaml": f"{EVERY_KIND['content/site.yaml']}地方规则: fujian\n"})
    result = new(run, place, "征求意见", "--title", TITLE, "--body", "区政府", "--column", "收征求意见")
    text = written(place, result).read_text(encoding="utf-8")
    assert "开始日期: 2026-11-20\n截止日期: 2026-12-20\n" in text


def test_who_drafted_is_known_and_who_reviews_is_not(run, place):
    result = new(run, place, "公文", "--title", TITLE, "--body", "区民政局", "--column", "收公文")
    text = written(place, result).read_text(encoding="utf-8")
    assert "审核:\n  拟稿: 区民政局\n  # 审核:" in text


def test_who_has_to_review_may_be_written_later(run, place):
    place.write({"content/site.yaml": f"{EVERY_KIND['content/site.yaml']}审核要求: [拟稿, 审核, 发布]\n"})
    result = new(run, place, "公文", "--title", TITLE, "--body", "区民政局", "--column", "收公文")
    assert "审核:\n  拟稿: 区民政局\n  # 审核:" in written(place, result).read_text(encoding="utf-8")


def test_a_draft_may_lack_everything_but_its_title(run, place):
    result = new(run, place, "政策解读", "--title", "图解", "--column", "收政策解读", "--draft")
    text = written(place, result).read_text(encoding="utf-8")
    assert "稿件状态: 草稿\n# 解读: " in text
    assert lines_of(place.check().diagnostics) == []


def test_values_are_quoted_only_where_they_must_be(run, place):
    title = "关于“一网通办”的通知: 第1号 # 试行"
    file = written(place, new(run, place, "公文", "--title", title, "--body", "区政府", "--column", "收公文"))
    assert f"标题: '{title}'\n" in file.read_text(encoding="utf-8")
    site = place.check().site
    assert title in [record.title for record in (*site.records, *site.held.values())]


def test_other_fields_are_set_by_name(run, place):
    result = new(run, place, "公文", "--title", TITLE, "--body", "区政府", "--column", "收公文",
                 "--set", "关键词=供暖", "--set", "关键词=民生", "--set", "genre=通知")  # fmt: skip
    text = written(place, result).read_text(encoding="utf-8")
    assert "关键词: [供暖, 民生]\n" in text
    assert "体裁: 通知\n" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("", ["要写新建哪一种信息", "行政规范性文件、规章、公文"]),
        ("公闻", ["没有“公闻”这种信息", "您是不是想写“公文”"]),
        ("公文", ["--title（标题：", "--body（发布机构：", "--column（栏目："]),
        ("规章 --title 甲", ["--body（", "--effective-on（施行日期："]),
        ("政策解读 --title 甲 --body 区政府", ["--interprets（解读："]),
        ("公文 --title 甲 --body 区民政", ["content/jigou/ 里没有“区民政”", "您是不是想写“"]),
        ("公文 --title 待定 --body 区政府", ["“待定”不是真正的内容"]),
        ("公文 --title 甲 --held-on 2026-01-01", ["“公文”没有 --held-on 这一项"]),
        ("公文 --title 甲 --column tongzi", ["“tongzi”不是收“公文”的栏目"]),
        ("公文 --title 甲 --body 区政府 --name 通知", ["“通知”不能作文件名"]),
        ("公文 --title 甲 --body 区政府 --name index", ["“index”是栏目自己的网页的名称"]),
        ("公文 --title 甲 --body 区政府 --written-on 2026/11/1", ["改成：2026-11-01"]),
        (
            "公文 --title 甲 --body 区政府 --column 收公文 --written-on 2026-12-01 --published-at 2026-11-30",
            ["早于“成文日期”"],
        ),
        ("公文 --title 甲 --body 区政府 --set 关键字=供暖", ["您是不是想写“关键词”"]),
        ("公文 --title 甲 --body 区政府 --set 供暖", ["--set 要写成“名称=内容”"]),
        ("公文 --title 甲 --body 区政府 --set 审核=某某", ["不能用 --set 写"]),
        (
            "政策解读 --title 甲 --body 区政府 --interprets 青政规〔2026〕11号",
            ["栏目里没有“青政规〔2026〕11号”", f"您是不是想写“{KNOWN}”"],
        ),
    ],
)
def test_what_will_not_do_is_said_and_nothing_written(run, place, arguments, told):
    before = sorted(place.folder.rglob("*.md"))
    result = run("new", *arguments.split(), "--project", str(place.folder))
    assert result.exit_code == 2
    assert [words for words in told if words not in result.stderr] == []
    assert sorted(place.folder.rglob("*.md")) == before


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t"])
def test_a_blank_value_is_none(run, place, blank):
    result = new(run, place, "公文", "--title", blank, "--body", "区政府", "--written-on", blank)
    assert result.exit_code == 2
    assert "还要写明：\n" in result.stderr
    assert "--title（标题：" in result.stderr


def test_a_kind_that_no_column_takes(run, world):
    place = world(BODIES)
    result = new(run, place, "规章", "--title", "甲", "--body", "区政府", "--effective-on", "2027-01-01")
    assert result.exit_code == 2
    assert "没有收“规章”的栏目" in result.stderr


def test_some_kinds_lie_in_any_column(run, place):
    result = new(run, place, "无此类信息", "--title", "关于没有收费项目的说明", "--body", "区政府", "--reason", "没有",
                 "--column", "fdzdgknr/tongzhi")  # fmt: skip
    assert written(place, result).parent.name == "tongzhi"
    assert lines_of(place.check().diagnostics) == []


def test_a_body_without_a_code_has_no_index_numbers(run, place):
    place.write({"content/jigou/minzheng.yaml": "名称: 青岚区民政局\n"})
    result = new(run, place, "公文", "--title", "甲", "--body", "青岚区民政局", "--column", "收公文")
    assert result.exit_code == 2
    assert "content/jigou/minzheng.yaml 里没有写“代码”" in result.stderr


def test_nothing_is_overwritten(run, place):
    place.write({f"content/{column_of('official_document')}/gongnuan.md": document()})
    result = new(
        run, place, "公文", "--title", "甲", "--body", "区政府", "--column", "收公文", "--name", "gongnuan"
    )
    assert result.exit_code == 2
    assert "已经有了" in result.stderr


def test_a_project_that_cannot_be_read_shows_its_findings(run, place):
    place.write({"content/site.yaml": "名称: 青岚区人民政府\n"})
    result = new(run, place, "公文", "--title", "甲")
    assert result.exit_code == 1
    assert "content/site.yaml" in result.stdout


def test_a_terminal_is_asked_for_what_is_missing(place):
    answers = ["收公文", "", "关于供暖的通知", "不知道", "2"]
    code, shown, out = on_a_terminal(place, ["new", "公文"], answers)
    assert code == 0, shown
    assert "栏目：放在哪个栏目" in shown
    assert "没有“不知道”" in shown
    assert "“标题”一定要写" in shown
    assert out == f"content/{column_of('official_document')}/gongnuan.md\n"
    assert "发布机构: 青岚区人民政府\n" in (place.folder / out.strip()).read_text(encoding="utf-8")


def on_a_terminal(place: World, arguments: list[str], answers: list[str]) -> tuple[int, str, str]:
    """Run sitegen with a terminal as its input; return its exit code, what the terminal showed, and its output."""
    pty = pytest.importorskip("pty", reason="pseudo-terminals are a thing of Unix")

    keyboard, terminal = pty.openpty()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOW, "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "sitegen", *arguments, "--project", str(place.folder)],
        stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        os.close(terminal)
        os.write(keyboard, "".join(f"{answer}\n" for answer in answers).encode())
        out, shown = process.communicate(timeout=60)
    os.close(keyboard)
    return process.returncode, shown.decode(), out.decode()
