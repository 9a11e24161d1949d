"""Hold every rule against real pages: which findings there are, and a sample of them to be read by eye.

    python bench/corpus_findings.py FOLDER [--sample 100] [--seed 5] [--keep DIR] [--show]

FOLDER holds `raw/<column>/<id>.txt` and `.html`. Pages become a column twice: as they were gathered (`bare`, with what
their head lines say), and after `sitegen suggest --apply` has written what their texts say into the front matter
(`filled`, so that rules of validity have something to hold against each other). Each page lies in the column and is of
the kind that its folder names; where a page was gathered as HTML too, its article is pasted as HTML. Prints how many
findings each rule has in each column, and with `--show` a sample drawn by a fixed seed, every rule's share in it at
least its first four, each finding with what stands around it. Leaves with 1 where a check crashes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from itertools import zip_longest
from pathlib import Path
from typing import Any

from corpus_project import ASCII_MARK, SITE, record_header, write_file
from selectolax.lexbor import LexborHTMLParser

from sitegen.suggesting.header_edits import scalar
from sitegen.suggesting.pages import PlainPage, read_page

AS_OF = "2026-11-22"
COLUMNS: tuple[tuple[str, str, str, str], ...] = (
    ("hzgfxwj", "zhengce/xzgfxwj", "行政规范性文件", "行政规范性文件"),
    ("zxwj", "zhengce/qita-wenjian", "其他文件", "公文"),
    ("zfxxgkzn", "zhinan", "政府信息公开指南", "政府信息公开指南"),
    ("zfxxgkzd", "zhidu", "政府信息公开制度", "政府信息公开制度"),
    ("zfxxgknb", "nianbao", "政府信息公开年报", "政府信息公开年报"),
    ("zfxxgksq", "yishenqing", "依申请公开", "政府信息"),
    ("czzj", "fdzdgknr/caizheng", "财政信息", "财政信息"),
    ("", "fdzdgknr/qita", "其他法定信息", "政府信息"),
)
"""What a folder's name tells: the column its pages lie in, that column's title, and the kind of its records."""
PARENTS = {"zhengce": "政策", "fdzdgknr": "法定主动公开内容"}
YEAR = re.compile(r"(20\d\d)年")
Finding = dict[str, Any]


def main() -> None:
    given = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        found = {name: findings(given.folder, folder / name, name) for name in ("bare", "filled")}
        table(found)
        if given.show:
            chosen = sample(union(found), given.sample, random.Random(given.seed))
            for number, (name, each) in enumerate(chosen, start=1):
                print(f"\n{number}. {shown(each, folder / name)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="make the columns in this folder and leave them there")
    parser.add_argument("--show", action="store_true", help="print the sample, to be read")
    return parser.parse_args()


# The columns


def write_column(corpus: Path, folder: Path) -> None:
    """Write every page of the corpus as a record of the kind that its folder names."""
    site = f"{SITE}开通日期: 2008-05-01\n地方规则: default\n"
    write_file(folder / "content" / "site.yaml", site)
    for path, title in PARENTS.items():
        write_file(folder / "content" / path / "_column.yaml", f"标题: {title}\n")
    for _, path, title, kind in COLUMNS:
        write_file(folder / "content" / path / "_column.yaml", f"标题: {title}\n收录: [{kind}]\n")
    publishers = set()
    for serial, page in enumerate(sorted(corpus.glob("raw/*/*.txt"))):
        read = read_page(page.read_text(encoding="utf-8"))
        publishers.add(read.publisher)
        _, path, _, kind = next(each for each in COLUMNS if each[0] in page.parent.name)
        header = record_header(read, f"CJ0000000/2026-{serial:05}")
        if kind == "政府信息公开年报" and (year := YEAR.search(read.title)):
            header += f"\n年度: {year[1]}"
        text = f"---\n{header}\n---\n\n{body_of(page, read)}\n"
        write_file(folder / "content" / path / f"p{page.stem}.md", text)
    for count, name in enumerate(sorted(publishers - {""})):
        write_file(
            folder / "content" / "jigou" / f"b{count:03}.yaml", f"名称: {scalar(name)}\n代码: CJ{count:07}\n"
        )


def body_of(page: Path, read: PlainPage) -> str:
    """Return the article as HTML where it was gathered so, else its text with Markdown's signs escaped."""
    web = page.with_suffix(".html")
    if web.exists():
        article = LexborHTMLParser(web.read_text(encoding="utf-8")).css_first(".article_content")
        if article is not None and article.text().strip():
            return re.sub(r"\n\s*", "\n", article.html or "")
    return "\n\n".join(ASCII_MARK.sub(r"\\\1", line.strip()) for line in read.text.split("\n"))


def findings(corpus: Path, folder: Path, name: str) -> list[Finding]:
    """Make a column of the corpus and return what a check finds in its pages; what surrounds them is made up."""
    write_column(corpus, folder)
    if name == "filled":
        run(folder, "suggest", "content", "--apply", "--format", "json")
    found: list[Finding] = json.loads(run(folder, "check", "--format", "json", "--as-of", AS_OF))
    return [each for each in found if each["path"].endswith(".md")]


def run(folder: Path, *command: str) -> bytes:
    """Run sitegen in a project; findings are no failure, a crash is."""
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *command, "--project", "."], cwd=folder, capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        sys.exit(f"sitegen {command[0]} left with {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


# What is printed


def union(found: dict[str, list[Finding]]) -> list[tuple[str, Finding]]:
    """Return each finding once, though both columns may have it, with the column it was found in."""
    once: dict[tuple[str, str, str], tuple[str, Finding]] = {}
    for name, each in ((name, each) for name, several in found.items() for each in several):
        once.setdefault((each["id"], each["path"], each["message"]), (name, each))
    return list(once.values())


def table(found: dict[str, list[Finding]]) -> None:
    """Print for each rule how many findings each column has."""
    counts = {name: Counter(each["id"] for each in several) for name, several in found.items()}
    every = union(found)
    both = Counter(each["id"] for _, each in every)
    weights = {each["id"]: each["severity"] for _, each in every}
    print(f"{'rule':6} {'weight':8} " + " ".join(f"{name:>7}" for name in (*found, "both")))
    for id in sorted(both):
        row = (*(counts[name][id] for name in found), both[id])
        print(f"{id:6} {weights[id]:8} " + " ".join(f"{count:7}" for count in row))
    print(f"{'all':15} " + " ".join(f"{count:7}" for count in (*(len(each) for each in found.values()), len(every))))


def sample(every: list[tuple[str, Finding]], size: int, chance: random.Random) -> list[tuple[str, Finding]]:
    """Draw findings in rounds, one of each rule a round, so that rare rules appear whole."""
    by_rule: defaultdict[str, list[tuple[str, Finding]]] = defaultdict(list)
    for each in sorted(every, key=lambda each: (each[1]["id"], each[1]["path"], each[1]["message"])):
        by_rule[each[1]["id"]].append(each)
    for several in by_rule.values():
        chance.shuffle(several)
    rounds = zip_longest(*(by_rule[id] for id in sorted(by_rule)))
    drawn = [each for several in rounds for each in several if each is not None][:size]
    return sorted(drawn, key=lambda each: (each[1]["id"], each[1]["path"]))


def shown(each: Finding, folder: Path) -> str:
    """Return a finding with what stands around its place."""
    text = f"{each['id']} {each['path']}:{each['line'] or '-'} {each['message']}"
    if not each["line"]:
        return text
    line = (folder / each["path"]).read_text(encoding="utf-8").split("\n")[each["line"] - 1]
    start = max(0, each["column"] - 60)
    return f"{text}\n   {line[start : each['column'] + 100]}"


if __name__ == "__main__":
    main()
