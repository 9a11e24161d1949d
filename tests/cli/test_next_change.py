"""`sitegen next-change`: when to build again, as text, JSON and a calendar."""

from __future__ import annotations

import json

import pytest

from tests.world import document

FILES = {
    "content/zhengce/xzgfxwj/jiu.md": document(标题="青岚区临时救助办法", 有效期至="2027-01-15"),
    "content/zhengce/xzgfxwj/caogao.md": document(标题="草稿", 文号="青政规〔2026〕9号", 稿件状态="草稿"),
}
TEXT = """\
下一次变化：2026-12-17（27天以后）

2026-12-17
  《青岚区临时救助办法》（青政规〔2026〕1号）：页面开始提示（提前30天）：2027年1月16日起已失效

2027-01-16
  《青岚区临时救助办法》（青政规〔2026〕1号）：效力状态变为已失效（有效期届满，失效）
"""


@pytest.fixture
def project(world):
    return str(world(FILES).folder)


def test_text(run, project):
    result = run("next-change", "--project", project)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT, "")


def test_days_limit_the_list_but_not_the_next(run, project):
    result = run("next-change", "--project", project, "--days", "7")
    assert result.stdout == "下一次变化：2026-12-17（27天以后）\n7天以内没有变化。\n"


def test_other_day(run, project):
    told = run("next-change", "--project", project, "--as-of", "2027-01-15").stdout
    assert told.startswith("下一次变化：2027-01-16（1天以后）\n")
    told = run("next-change", "--project", project, "--as-of", "2027-01-16").stdout
    assert told == "截至2027年1月16日，没有已知的变化，网页不会自己变。\n"


def test_json(run, project):
    told = json.loads(run("next-change", "--project", project, "--format", "json").stdout)
    assert (told["as_of"], told["days"], told["next"]) == ("2026-11-20", 365, "2026-12-17")
    assert [(change["on"], change["cause"]) for change in told["changes"]] == [
        ("2026-12-17", "notice"),
        ("2027-01-16", "state"),
    ]
    assert told["changes"][1] == {
        "on": "2027-01-16",
        "cause": "state",
        "path": "zhengce/xzgfxwj/jiu",
        "number": "青政规〔2026〕1号",
        "title": "青岚区临时救助办法",
        "words": "效力状态变为已失效（有效期届满，失效）",
    }


def test_calendar(run, project, tmp_path):
    file = tmp_path / "bianhua.ics"
    assert run("next-change", "--project", project, "--format", "ics", "--output", str(file)).stdout == ""
    lines = file.read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    unfolded = file.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    assert (unfolded[0], unfolded[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270116" in unfolded
    assert "DTEND;VALUE=DATE:20270117" in unfolded
    assert "SUMMARY:青政规〔2026〕1号：效力状态变为已失效（有效期届满，失效）" in unfolded
    assert "URL:https://www.qinglan.gov.cn/zfxxgk/zhengce/xzgfxwj/jiu.html" in unfolded


def test_calendar_is_the_same_each_time_and_keeps_the_identity_of_events(run, project):
    first, again, later = (
        run("next-change", "--project", project, "--format", "ics", "--as-of", day).stdout
        for day in ("2026-11-20", "2026-11-20", "2026-11-25")
    )
    assert first == again
    uids = [[line for line in text.splitlines() if line.startswith("UID:")] for text in (first, later)]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == 2
