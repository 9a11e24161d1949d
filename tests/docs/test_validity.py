"""docs/validity.md: its example is worked by the program itself."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sitegen.cli import commands
from sitegen.views.ledger import HEADINGS
from tests.docs.pages import check_made_parts, table
from tests.world import BASE, World, document

PAGE = "validity.md"
SHOWN = ("标题", "文号", "施行日期", "有效期至", "废止", "修改")
RECORDS = {
    "jiu-banfa": {
        "标题": "青岚区临时救助暂行办法",
        "文号": "青政规〔2018〕2号",
        "成文日期": "2018-08-13",
        "发布日期": "2018-08-16 09:00",
        "施行日期": "2018-10-01",
        "有效期至": "2020-09-30",
    },
    "xin-banfa": {
        "标题": "青岚区临时救助办法",
        "文号": "青政规〔2020〕4号",
        "成文日期": "2020-05-10",
        "发布日期": "2020-05-12 09:00",
        "施行日期": "2020-07-01",
        "有效期至": "2025-06-30",
        "废止": "[青政规〔2018〕2号]",
    },
    "xiugai-jueding": {
        "标题": "关于修改《青岚区临时救助办法》的决定",
        "文号": "青政规〔2023〕3号",
        "成文日期": "2023-04-14",
        "发布日期": "2023-04-16 09:00",
        "施行日期": "2023-06-01",
        "修改": "[{文件: 青政规〔2020〕4号, 条款: 第十二条}]",
    },
}


def told(place: World, *arguments: str) -> str:
    result = CliRunner().invoke(commands, [*arguments, "--project", str(place.folder)])
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def fenced(text: str, language: str = "text") -> str:
    return f"```{language}\n{text}```\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    files = {f"content/zhengce/xzgfxwj/{name}.md": document(**fields) for name, fields in RECORDS.items()}
    return World(tmp_path_factory.mktemp("validity"), {**BASE, **files})


def test_example_is_worked_by_the_program(place, request):
    shown = [
        "".join(f"{key}: {fields[key]}\n" for key in SHOWN if key in fields) for fields in RECORDS.values()
    ]
    as_of = "2025-05-01"
    parts = {
        "files": "\n".join(fenced(lines, "yaml") for lines in shown),
        "old": fenced(
            command("status 青政规2018-2 --as-of 2020-07-01")
            + told(place, "status", "青政规2018-2", "--as-of", "2020-07-01")
        ),
        "new": fenced(
            command("status xin-banfa --as-of 2023-06-01")
            + told(place, "status", "xin-banfa", "--as-of", "2023-06-01")
        ),
        "next-change": fenced(
            command(f"next-change --as-of {as_of}") + told(place, "next-change", "--as-of", as_of)
        ),
        "ledger": table(
            ("列", "JSON 里的名称"), ((heading, f"`{name}`") for name, heading in HEADINGS.items())
        ),
    }
    check_made_parts(PAGE, parts, accept=request.config.getoption("update_snapshots"))


def command(words: str) -> str:
    return f"$ sitegen {words}\n"
