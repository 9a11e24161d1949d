"""Lists in every layout that pages have them in: whatever holds the rows together, each document is read whole."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from sitegen.disclosure.statements import read_statements, title_stem

TOPICS = (
    "临时救助",
    "渣土运输",
    "总部经济发展",
    "“三旧”改造",
    "2015年黄标车淘汰",
    "BT融资",
    "标准化建设",
    "教育收费",
    "两岸青年创业",
    "旅游优惠目录（服务业和海洋产业）",
    "养殖水域滩涂规划管理",
    "工业用地供地",
    "防台风",
)
FORMS = (
    "关于印发《青岭{}办法》的通知",
    "关于印发《青岭{}实施细则（试行）》的通知",
    "青岭{}暂行规定",
    "关于{}标准的批复",
    "关于进一步加强{}工作的意见",
    "青岭管委会转发区财政局关于{}实施意见的通知",
    "青岭管委会关于印发〈{}办法（修订稿）〉的通知",
    "关于加快{}的若干措施",
    "关于公布{}事项目录（2014年）的公告",
    "青岭关于鼓励{}的实施办法（暂行）",
    "关于《青岭{}意见》的补充通知",
)
HOUSES = ("青综管", "青综管办规", "榕（青）综实管", "闽青综实管综", "青政办", "青综实环国土综")
ISSUERS = ("区财政局", "管委会办公室", "行政审批局")
FRAMES = {
    "annex": "决定废止《甲区旧办法》（青旧〔2001〕1号）等文件，自印发之日起停止执行。 附件 废止的规范性文件目录 {}",
    "sentence": "经研究，决定废止以下文件： {} 本决定自印发之日起施行。 青岭综合实验区管委会 2023年8月21日",
}


class Listed(NamedTuple):
    """A document on a list."""

    title: str
    number: str


def quoted(title: str) -> str:
    return "《" + title.replace("《", "〈").replace("》", "〉") + "》"


def in_characters(count: int) -> str:
    tens, ones = divmod(count, 10)
    digits = "零一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


def rows(form: str, head: str = "", between: str = "") -> Callable[[list[Listed]], str]:
    """Return a layout: {n} and {c} count the rows, {t} is a title, {q} the title in marks, {d} a 文号."""

    def lay(documents: list[Listed]) -> str:
        return head + between.join(
            form.format(
                n=n,
                c=in_characters(n),
                t=each.title,
                q=quoted(each.title),
                d=each.number,
                i=ISSUERS[n % len(ISSUERS)],
            )
            for n, each in enumerate(documents, 1)
        )

    return lay


LAYOUTS: dict[str, Callable[[list[Listed]], str]] = {
    "glued, title first": rows("{n}{t}{d}", "序号文件名称文号"),
    "glued, number first": rows("{n}{d}{t}", "序号文号文件名称"),
    "glued, with the issuer": rows("{n}{t}{d}{i}", "序号文件名称文号实施单位"),
    "glued, with a date": rows("{n}{d}{t}2012年3月5日", "序号文号文件名称发文日期"),
    "spaced, title first": rows("{n} {t} {d}", "序号 文件名称 文号 ", " "),
    "spaced, with a result": rows("{n} {t} {d} {i} 废止", "序号 文件名称 文号 起草单位 处理意见 ", " "),
    "cells in lines": rows("{n}\n{d}\n{t}", "序号\n文号\n文件名称\n", "\n"),
    "tabs": rows("{n}\t{t}\t{d}", "序号\t文件名称\t文号\n", "\n"),
    "Markdown": rows("| {n} | {t} | {d} |", "| 序号 | 文件名称 | 文号 |\n| --- | --- | --- |\n", "\n"),
    "HTML": rows("<tr><td>{n}</td><td>{t}</td><td>{d}</td></tr>"),
    "numbered": rows("{n}.{t}（{d}）"),
    "numbered, quoted": rows("{n}. {q} {d}", between="\n"),
    "in characters": rows("{c}、{q}（{d}）", between=" "),
    "in brackets": rows("（{c}）{q}（{d}）；"),
    "in a row": rows("{q}（{d}）", between="、"),
    "lines, title first": rows("{t}（{d}）", between="\n"),
    "lines, number first": rows("{d} {t}", between="\n"),
    "without 号": lambda documents: rows("{n}{t}{d}", "序号文件名称文号")(
        [
            each._replace(number=each.number.removesuffix("号") if n == 1 else each.number)
            for n, each in enumerate(documents)
        ]
    ),
}
TITLES_ONLY = {
    "glued": rows("{n}.{t}"),
    "glued, without marks": rows("{n}{t}", "序号文件名称"),
    "spaced": rows("{n}、{t}", between=" "),
    "in a row": rows("{q}", between="、"),
}


def documents(seed: int) -> list[Listed]:
    """Return some documents; no two with one title or one number."""
    chance = random.Random(seed)
    found = {}
    for _ in range(chance.choice((3, 6, 14))):
        title = chance.choice(FORMS).format(chance.choice(TOPICS))
        number = f"{chance.choice(HOUSES)}〔{chance.randint(2009, 2022)}〕{chance.randint(1, 260)}号"
        found.setdefault(title_stem(title), Listed(title, number))
    return list({each.number: each for each in found.values()}.values())


def bare(title: str) -> str:
    return re.sub(r"[《》〈〉]", "", title)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_document_of_a_list_is_read(layout, frame, seed):
    wanted = documents(seed)
    text = FRAMES[frame].format(LAYOUTS[layout](wanted))
    acts = read_statements(text, title="青岭综合实验区管委会关于废止部分文件的决定").acts
    read = [(act.number, bare(act.title)) for act in acts if act.number != "青旧〔2001〕1号"]
    assert sorted(read) == sorted((each.number, bare(each.title)) for each in wanted), text


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("layout", TITLES_ONLY)
def test_titles_alone_are_read(layout, seed):
    wanted = documents(seed)
    text = FRAMES["annex"].format(TITLES_ONLY[layout](wanted))
    acts = read_statements(text, title="青岭综合实验区管委会关于废止部分文件的决定").acts
    read = [bare(act.title) for act in acts if act.number != "青旧〔2001〕1号"]
    assert sorted(read) == sorted(bare(each.title) for each in wanted), text
