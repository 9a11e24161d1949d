"""征求意见 and 会议公开: long enough, answered, every session once; dates that lie ahead or come late."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.outcome import FILE, SITE, findings
from tests.world import AS_OF, BASE, document, record, sound_file

CALL = "content/fdzdgknr/yijian/banfa.md"
COLUMNS = {
    "content/fdzdgknr/yijian/_column.yaml": "标题: 征求意见\n收录: [征求意见]\n法定内容: [a20-15]\n",
    "content/fdzdgknr/huiyi/_column.yaml": "标题: 会议公开\n收录: [会议公开]\n法定内容: [a20-15]\n",
}
FAMILY = {f"SG{number}" for number in range(528, 537)}
BESIDE = "content/fdzdgknr/yijian/banfa/yijiangao.docx"
PROFILE = """\
代码: bendi
名称: 本地口径
沿用: default
征求意见:
  反馈天数: {值: 30, 来源: 本地规定第九条, 可信度: ✔}
"""


def told(world, files, settings: str = "", as_of: date = AS_OF) -> list[str]:
    found = findings(world, {**COLUMNS, **files}, settings, as_of=as_of)
    return [each.id for each in found if each.id in FAMILY]


def call(body: str = "请于截止日期以前提出意见。\n", **fields: str) -> str:
    given = {
        "标题": "关于《青岚区临时救助办法（征求意见稿）》公开征求意见的公告",
        "开始日期": "2026-01-06",
        "截止日期": "2026-02-04",
        "反馈渠道": "['电话：0999-5550101']",
        "附件": "[yijiangao.docx]",
    }
    return record(body, **(given | fields))


ANSWER = "## 意见采纳情况\n\n收到意见三条，采纳一条。\n"
CALLS = {
    "thirty days": ({}, "", []),
    "29 days": ({"截止日期": "2026-02-03"}, "", ["SG528"]),
    "29 days with a reason": ({"截止日期": "2026-02-03", "短于三十日理由": "资金到期"}, "", []),
    "no way to answer": ({"反馈渠道": ""}, "", ["SG529"]),
    "no draft": ({"附件": ""}, "", ["SG529"]),
    "no answer, where no day is set for it": ({}, "", []),
    "no answer in time": ({}, "地方规则: bendi\n", ["SG530"]),
    "answered with a day": ({"反馈日期": "2026-02-20"}, "地方规则: bendi\n", []),
    "still open": ({"开始日期": "2026-11-01", "截止日期": "2026-12-01"}, "地方规则: bendi\n", []),
}


@pytest.mark.parametrize(("fields", "settings", "expected"), CALLS.values(), ids=CALLS)
def test_calls(world, fields, settings, expected):
    files = {CALL: call(**fields), BESIDE: sound_file(BESIDE), "catalogs/profiles/bendi.yaml": PROFILE}
    assert told(world, files, settings) == expected


def test_answer_in_the_text(world):
    files = {CALL: call(ANSWER), BESIDE: sound_file(BESIDE), "catalogs/profiles/bendi.yaml": PROFILE}
    assert told(world, files, "地方规则: bendi\n") == []


ISSUED = {
    "文号": "青政规〔2026〕9号",
    "成文日期": "2026-03-05",
    "发布日期": "2026-03-06 09:00",
    "施行日期": "2026-05-01",
}
RESULTS = {
    "issued and not linked": ({}, ["SG531"]),
    "issued and linked, without an answer": ({"形成文件": "[青政规〔2026〕9号]"}, ["SG530"]),
    "issued, linked and answered": ({"形成文件": "[青政规〔2026〕9号]", "反馈日期": "2026-02-20"}, []),
    "another matter": ({"标题": "关于《青岚区停车办法（征求意见稿）》公开征求意见的公告"}, []),
    "no draft of a text": ({"标题": "关于《青岚区临时救助办法》实施情况征求意见的公告"}, []),
}


@pytest.mark.parametrize(("fields", "expected"), RESULTS.values(), ids=RESULTS)
def test_what_came_of_it(world, fields, expected):
    assert told(world, {CALL: call(**fields), BESIDE: sound_file(BESIDE), FILE: document(**ISSUED)}) == expected


def meetings(*sessions: str, title: str = "青岚区人民政府{}常务会议", **fields: str) -> dict[str, str]:
    return {
        f"content/fdzdgknr/huiyi/huiyi-{number}.md": record(
            **(
                {"标题": title.format(session), "会次": session, "召开日期": "2026-01-05", "议题": "[审议办法]"}
                | fields
            )
        )
        for number, session in enumerate(sessions)
    }


SESSIONS = {
    "one after the other": (("第11次", "第12次", "第13次"), []),
    "one is left out": (("第11次", "第13次"), ["SG532"]),
    "told once": (("第11次", "第13次", "第14次"), ["SG532"]),
    "the same twice": (("第11次", "第11次"), ["SG533"]),
    "in Chinese figures": (("第十一次", "第十二次"), []),
    "of two terms": (("第三届第52次", "第四届第1次"), []),
    "without a number": (("扩大会议", "专题会议"), []),
}


@pytest.mark.parametrize(("sessions", "expected"), SESSIONS.values(), ids=SESSIONS)
def test_sessions(world, sessions, expected):
    assert told(world, meetings(*sessions)) == expected


def test_each_year_begins_anew(world):
    one = meetings("第40次", title="2025年{}常务会议")
    two = meetings("第2次", title="2026年{}常务会议")
    files = {**one, "content/fdzdgknr/huiyi/er.md": next(iter(two.values()))}
    assert told(world, files) == []


def test_meeting_announced_before_it_was_held(world):
    assert told(world, meetings("第1次", 召开日期="2026-01-07")) == ["SG536"]


NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
OPEN = "开通日期: 2020-01-01\n"
DATES = {
    "twenty working days": ({"发布日期": "2026-02-02 09:00"}, OPEN, []),
    "21 working days": ({"发布日期": "2026-02-03 09:00"}, OPEN, ["SG534"]),
    "before the column opened": ({"发布日期": "2026-02-03 09:00"}, "", []),
    "put up later": ({"发布日期": "2026-02-03 09:00", "补录": "是"}, OPEN, []),
    "long ago": ({"成文日期": "2024-01-05", "发布日期": "2024-06-03 09:00"}, OPEN, []),
    "verified tomorrow": ({"核验日期": "2026-11-21"}, "", ["SG535"]),
    "written tomorrow, public the day after": ({"成文日期": "2026-11-21", "发布日期": "2026-11-22 09:00"}, "", []),
    "waits for its day": ({"发布日期": "2026-11-22 09:00"}, "", []),
}


@pytest.mark.parametrize(("fields", "settings", "expected"), DATES.values(), ids=DATES)
def test_dates(world, fields, settings, expected):
    assert told(world, {NOTICE: record(**fields)}, settings) == expected


def test_profile_of_a_body_dated_ahead(world):
    files = {"content/jigou/minzheng.yaml": "名称: 青岚区民政局\n更新日期: 2026-12-01\n"}
    (found,) = world({**files, SITE: BASE[SITE]}).check().diagnostics
    assert (found.id, found.path) == ("SG535", "content/jigou/minzheng.yaml")
