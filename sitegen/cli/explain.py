"""`sitegen explain SG301`: what a finding means, why it matters, how to mend it, with an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import click

from sitegen.config import shipped
from sitegen.diagnostics import Kind, Leeway, Severity
from sitegen.findings import BY_ID, FINDINGS
from sitegen.formats.suggestions import nearest

PAGE = "diagnostics.md"
FENCE = "```"
SEVERITIES = {
    Severity.ERROR: "错误：不改好，一个网页也不生成",
    Severity.WARNING: "提醒：照常生成，但是应当看一看",
    Severity.NOTE: "说明：供参考",
}
LEEWAYS = {
    Leeway.FREE: "可以在 site.yaml 的“检查”里改轻重，可以在文件里写“不查”和理由，旧的可以冻结",
    Leeway.OLD: "旧的可以用 sitegen baseline 冻结；个别的在文件里写“不查”，写明理由、姓名和日期",
    Leeway.WAIVER: "只能在文件里写“不查”，写明理由、姓名和日期，每处都列在结果里；不能冻结",
    Leeway.NONE: "不能，只能改好",
}
_NAMED_PART = re.compile(r"\{\w+\}")
_NUMBER = re.compile(r"(?:SG)?0*([0-9]{1,3})\Z")


@click.command(help="说明一个问题编号（如 SG301）：什么意思、为什么、怎样改。")
@click.argument("number")
def explain(number: str) -> None:
    """Print the explanation; leave with 2 where there is no such finding."""
    kind = BY_ID.get(_written(number))
    if kind is None:
        raise click.UsageError(_unknown(number))
    click.echo("\n".join([*_explanation(kind), *_example(kind.id)]))


def _written(number: str) -> str:
    """Return the number as it is written in reports: sg301 and 301 mean SG301."""
    found = _NUMBER.match(number.strip().upper())
    return f"SG{int(found[1]):03}" if found else number.strip()


def _unknown(number: str) -> str:
    """Return that there is no such finding, and which may be meant: by its number, or by words of its name."""
    by_words = {kind.name: kind.id for kind in FINDINGS}
    close = nearest(_written(number), BY_ID) or tuple(by_words[name] for name in nearest(number, by_words))
    advice = f"您是不是想写“{close[0]}”（{BY_ID[close[0]].name}）？" if close else ""
    return f"没有“{number}”这个问题编号。{advice}编号写在 sitegen check 的每条结果里。"


def _explanation(kind: Kind) -> Iterator[str]:
    yield f"{kind.id}　{kind.name}"
    yield ""
    yield f"轻重：{SEVERITIES[kind.severity]}。"
    yield f"放行：{LEEWAYS[kind.allows]}。"
    yield f"提示：{_readable(kind.message)}"
    yield f"为什么：{kind.why}"
    yield f"怎么改：{_readable(kind.help)}"


def _readable(template: str) -> str:
    """Return a message with an ellipsis where a finding puts names and values."""
    return _NAMED_PART.sub("……", template).replace("{{", "{").replace("}}", "}")


def _example(number: str) -> Iterator[str]:
    """Give the wrong and the right example that the documentation shows for that number; nothing where it has none."""
    page = shipped("docs") / PAGE
    if page.is_file():
        lines = page.read_text(encoding="utf-8").splitlines()
        text = "\n".join(_without_fences(_section(lines, number))).strip("\n")
        if text:
            yield ""
            yield text


def _section(lines: list[str], number: str) -> Iterator[str]:
    """Give the lines below the heading of `number` up to the next heading; lines in fences are no headings."""
    inside = fenced = False
    for line in lines:
        fenced ^= line.startswith(FENCE)
        if line.startswith("#") and not fenced:
            words = line.lstrip("#").split()
            inside = bool(words) and words[0] == number
        elif inside:
            yield line


def _without_fences(section: Iterable[str]) -> Iterator[str]:
    """Give the lines with examples indented instead of fenced, without the list that says what is said above."""
    fenced = False
    for line in section:
        if line.startswith(FENCE):
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif not line.startswith("- "):
            yield line
