#!/usr/bin/env python3
"""Time what is known of validity in a column of documents that act on one another.

    bench/citing_column.py [--docs 5000] [--work FOLDER]

Writes N 行政规范性文件 of twenty years. Each names an earlier one as its basis and acts on up to three: amends,
repeals, replaces, renews or suspends them, wholly or in articles; each hundredth is a clean-up that decides on forty.
Then it runs `check` with and without memory, `index` on two days, `status` of one and `next-change`, and prints wall
and CPU seconds and the greatest resident size of each. Everything follows from the number of a document: two runs
write the same bytes. Acts by chance contradict one another, so `check` has much to tell and leaves with 1.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

SITE = """\
名称: 示例区人民政府
网址: https://www.example.gov.cn
网站标识码: '3399990002'
主办单位: 示例区人民政府办公室
"""
PARTS = {
    "zhengce": "政策",
    "zhinan": "政府信息公开指南",
    "zhidu": "政府信息公开制度",
    "fdzdgknr": "法定主动公开内容",
    "nianbao": "政府信息公开年报",
    "yishenqing": "依申请公开",
}
COLUMN = "zhengce/xzgfxwj"
START, DAYS, TERM = date(2004, 1, 5), 20 * 365, 5 * 365
ACTS = (("修改", 0.35), ("废止", 0.2), ("替代", 0.15), ("延续", 0.15), ("部分废止", 0.1), ("暂停", 0.05))
CLEAN_UP = 100
REACH = 600
"""How far back a document acts."""
COMMANDS = (
    ("check, nothing remembered", ["check"]),
    ("check again", ["check"]),
    ("index in 2026", ["index", "--format", "json", "--as-of", "2026-11-22"]),
    ("index in 2014", ["index", "--format", "json", "--as-of", "2014-06-30"]),
    ("status of one", ["status", "示政规〔2013〕"]),
    ("next-change", ["next-change", "--as-of", "2023-12-15"]),
)


def issued(number: int, docs: int) -> date:
    """Return the day of a document."""
    return START + timedelta(days=number * DAYS // docs)


def number_of(number: int, docs: int) -> str:
    """Return the 文号 of a document, counted through."""
    return f"示政规〔{issued(number, docs).year}〕{number + 1}号"


def relations(number: int, docs: int) -> list[str]:
    """Return the lines that say what a document does to others."""
    chance = random.Random(number)
    earlier = range(max(0, number - REACH), number)
    if number % CLEAN_UP == CLEAN_UP - 1:
        decided = sorted(chance.sample(earlier, min(40, len(earlier))))
        kept, ended = decided[::2], decided[1::2]
        return [_line("继续有效", kept, docs), _line("宣布失效", ended, docs)]
    if not earlier:
        return []
    lines = [_line("依据", [chance.choice(earlier)], docs)]
    words = chance.choices([word for word, _ in ACTS], [weight for _, weight in ACTS], k=chance.randrange(4))
    targets = chance.sample(earlier, min(len(earlier), len(words)))
    for word in dict.fromkeys(words):
        mine = [target for each, target in zip(words, targets, strict=False) if each == word]
        if mine:
            lines.append(_line(word, mine, docs))
    return lines


def _line(word: str, targets: list[int], docs: int) -> str:
    provision = ", 条款: 第三条" if word == "部分废止" else ""
    items = (f"{{文件: {number_of(target, docs)}{provision}}}" for target in targets)
    return f"{word}: [{', '.join(items)}]"


def document(number: int, docs: int) -> str:
    """Return one Markdown file."""
    day = issued(number, docs)
    effective = day + timedelta(days=30)
    head = [
        f"标题: 关于第{number + 1}号事项管理办法",
        f"文号: {number_of(number, docs)}",
        f"索引号: SL0001000/{day.year}-{number + 1:05}",
        "发布机构: 示例区人民政府",
        f"成文日期: {day}",
        f"发布日期: {day} 09:00",
        f"施行日期: {effective}",
        f"有效期至: {effective + timedelta(days=TERM)}",
        "公开属性: 主动公开",
        "审核: {拟稿: 甲科, 审核: 乙科, 发布: 丙科}",
        *relations(number, docs),
    ]
    text = f"第一条　为了管理第{number + 1}号事项，制定本办法。\n\n第三条　各单位要按照职责分工做好工作。\n"
    return "\n".join(["---", *head, "---", "", text])


def write_column(folder: Path, docs: int) -> None:
    """Write the project anew."""
    shutil.rmtree(folder, ignore_errors=True)
    files = {"site.yaml": SITE, "jigou/quzhengfu.yaml": "名称: 示例区人民政府\n代码: SL0001000\n"}
    files |= {f"{part}/_column.yaml": f"标题: {title}\n" for part, title in PARTS.items()}
    files[f"{COLUMN}/_column.yaml"] = "标题: 行政规范性文件\n收录: [行政规范性文件]\n"
    files |= {f"{COLUMN}/d{number:05}.md": document(number, docs) for number in range(docs)}
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def measured(folder: Path, arguments: list[str]) -> tuple[float, float, float, int]:
    """Run one command; return wall and CPU seconds, MiB, and the exit code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments], cwd=folder, capture_output=True, check=False
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss / 1024, done.returncode


def main() -> None:
    """Write the column, run the commands, print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--docs", type=int, default=5000)
    options.add_argument("--work", type=Path, default=Path("bench-work") / "citing")
    given = options.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    write_column(given.work, given.docs)
    print(
        f"{given.docs:,} documents\n\n| command | wall s | CPU s | MiB | exit |\n| --- | ---: | ---: | ---: | ---: |"
    )
    for title, arguments in COMMANDS:
        last = number_of(given.docs // 2, given.docs) if arguments[0] == "status" else ""
        words = [*arguments[:-1], last] if last else arguments
        wall, cpu, size, code = measured(given.work, words)
        print(f"| {title} | {wall:.2f} | {cpu:.2f} | {size:.0f} | {code} |")


if __name__ == "__main__":
    main()
