#!/usr/bin/env python3
"""Make a synthetic government-information-disclosure column for benchmarks.

Writes N Markdown documents, the same documents for each tool; only the
front-matter dialect and the folder layout differ. Everything is derived from
--seed and the document's number, so two runs with equal arguments write equal
bytes.

    make_corpus.py --docs 10000 --out site --format hugo --source texts/

--source names a folder of Markdown or plain-text files (searched recursively)
whose paragraphs fill the bodies. Without it, built-in neutral sentences are
used: the lengths are the same, the vocabulary is smaller (a search index built
from it will be unrealistically small).
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import json
import math
import random
import re
import sys
from pathlib import Path

CATEGORIES = [
    "规章和规范性文件",
    "机关职能与机构设置",
    "发展规划与相关政策",
    "统计信息",
    "行政许可与服务事项",
    "行政处罚与行政强制",
    "财政预算与决算",
    "行政事业性收费",
    "政府集中采购",
    "重大建设项目",
    "民生政策与实施",
    "应急预案与预警",
    "监督检查情况",
    "公务员招考录用",
    "其他主动公开信息",
]
CATEGORY_WEIGHTS = [12, 4, 5, 4, 14, 10, 12, 2, 6, 8, 9, 3, 6, 1, 4]

DOMAINS = [
    "重大建设项目",
    "公共资源交易",
    "财政预决算",
    "安全生产",
    "税收管理",
    "征地补偿",
    "国有土地上房屋征收",
    "保障性住房",
    "农村危房改造",
    "生态环境",
    "公共文化服务",
    "公共法律服务",
    "扶贫",
    "救灾",
    "食品药品监管",
    "城乡规划",
    "社会救助",
    "养老服务",
    "户籍管理",
    "涉农补贴",
    "义务教育",
    "医疗卫生",
    "就业",
    "社会保险",
    "市政服务",
    "城市综合执法",
]

PUBLISHERS = [
    ("示例区人民政府", "示府"),
    ("示例区人民政府办公室", "示府办"),
    ("示例区发展和改革局", "示发改"),
    ("示例区教育局", "示教"),
    ("示例区科技和经济信息化局", "示科经"),
    ("示例区民政局", "示民"),
    ("示例区司法局", "示司"),
    ("示例区财政局", "示财"),
    ("示例区人力资源和社会保障局", "示人社"),
    ("示例区自然资源局", "示自然资"),
    ("示例区生态环境局", "示环"),
    ("示例区住房和城乡建设局", "示住建"),
    ("示例区交通运输局", "示交"),
    ("示例区农业农村局", "示农"),
    ("示例区商务局", "示商"),
    ("示例区文化和旅游局", "示文旅"),
    ("示例区卫生健康局", "示卫健"),
    ("示例区应急管理局", "示应急"),
    ("示例区审计局", "示审"),
    ("示例区市场监督管理局", "示市监"),
    ("示例区统计局", "示统"),
    ("示例区医疗保障局", "示医保"),
    ("示例区城市管理局", "示城管"),
    ("示例区行政审批局", "示审批"),
    ("示例区东河街道办事处", "示东街"),
    ("示例区南湖街道办事处", "示南街"),
    ("示例区西山镇人民政府", "示西府"),
    ("示例区北园镇人民政府", "示北府"),
]

SUBJECTS = [
    "政务公开工作要点",
    "城市更新实施办法",
    "农村人居环境整治方案",
    "中小学招生工作安排",
    "财政专项资金管理办法",
    "建设用地规划许可",
    "环境影响评价批复",
    "突发事件应急预案",
    "食品安全监督抽检情况",
    "公共租赁住房配租方案",
    "社会救助对象认定细则",
    "养老服务设施布局规划",
    "行政处罚决定",
    "部门预算",
    "部门决算",
    "政府采购实施情况",
    "重点工程建设进展",
    "国民经济运行情况",
    "征收土地预公告",
    "医疗保障待遇清单",
    "就业创业补贴办法",
    "安全生产大检查方案",
    "市政道路养护计划",
    "河道管理范围划定",
    "历史建筑保护名录",
    "招商引资若干措施",
    "数字化转型行动计划",
    "营商环境改革任务",
    "公开招聘教师名单",
    "耕地保护责任考核办法",
    "生活垃圾分类实施方案",
    "电梯安全监察情况",
]
PATTERNS = [
    "关于印发《示例区{s}》的通知",
    "{p}关于{s}的公告",
    "示例区{y}年{s}",
    "关于公布{y}年{s}的通知",
    "{p}关于做好{s}有关工作的通知",
    "关于{s}的批复",
    "{p}{y}年{s}",
    "关于调整{s}的公示（第{k}批）",
    "关于转发{s}的函",
    "示例区{s}（{y}年修订）",
]
KEYWORDS = [
    "政务公开",
    "规范性文件",
    "预算",
    "决算",
    "许可",
    "处罚",
    "规划",
    "教育",
    "医疗",
    "就业",
    "养老",
    "住房",
    "环境",
    "安全",
    "应急",
    "农业",
    "土地",
    "征收",
    "采购",
    "统计",
    "补贴",
    "社保",
    "交通",
    "水务",
    "文化",
    "审计",
    "信用",
    "招聘",
    "食品",
    "城管",
]
STATUSES = ["有效", "有效", "有效", "有效", "有效", "有效", "有效", "已修改", "失效", "废止"]

FALLBACK_SENTENCES = [
    "为进一步规范工作程序，提高服务质量，结合本区实际，制定本办法。",
    "各有关单位应当按照职责分工，加强协调配合，按时完成各项任务。",
    "申请人应当提交真实、完整的材料，并对材料的真实性负责。",
    "受理机关应当自收到申请之日起二十个工作日内作出答复。",
    "需要延长期限的，应当经负责人同意并书面告知申请人。",
    "本区行政区域内的相关活动，适用本规定。",
    "资金使用应当遵循公开透明、专款专用、注重绩效的原则。",
    "主管部门应当定期开展监督检查，检查结果向社会公开。",
    "任何单位和个人发现违反规定的行为，可以向主管部门反映。",
    "工作人员应当依法履行职责，不得泄露工作中知悉的个人信息。",
    "项目实施单位应当建立台账，如实记录进度、质量和投入情况。",
    "符合条件的家庭可以向所在街道提出申请，由街道进行初审。",
    "公示期不少于五个工作日，公示期满无异议的，予以确认。",
    "各镇和街道应当在每年十二月底前报送书面总结。",
    "街道和镇应当组织力量做好宣传解释和现场服务工作。",
    "统计数据以年度报表为准，部分数据因四舍五入存在合计误差。",
]

SKIP = re.compile(r"^(#|<!--|```|\||!\[|---|\s*$)")
ITEM = re.compile(r"^[（(][一二三四五六七八九十百零]+[）)]")
MD_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")

MEDIAN_BYTES, SIGMA, MIN_BYTES, MAX_BYTES = 970, 1.68, 120, 56_000  # of text, before markup is added


def load_paragraphs(folder: Path | None, limit: int) -> list[str]:
    """Paragraphs in reading order, neighbours of one text staying neighbours."""
    if folder is None:
        rng = random.Random("fallback")
        return ["".join(rng.choices(FALLBACK_SENTENCES, k=rng.randint(1, 4))) for _ in range(4000)]
    out: list[str] = []
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".md", ".txt") and p.is_file())
    if not files:
        sys.exit(f"make_corpus: no .md or .txt file under {folder}")
    random.Random(1).shuffle(files)
    for path in files:
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            line = line.replace("\u3000", " ").strip()
            if SKIP.match(line) or not 8 <= len(line) <= 1200:
                continue
            out.append(MD_SPECIAL.sub(r"\\\1", line))
        if len(out) >= limit:
            break
    return out


def doc_path(seed: int, i: int) -> str:
    """Path and URL of document i: also what links to it use."""
    rng = random.Random(f"{seed}:year:{i}")
    return f"{rng.choices(range(2014, 2026), weights=range(2, 14))[0]}/{i:06d}"


class Maker:
    def __init__(self, seed: int, docs: int, paragraphs: list[str]) -> None:
        self.seed, self.docs, self.paragraphs = seed, docs, paragraphs
        self.paths = [doc_path(seed, i) for i in range(docs)]
        total, cum = 0, []
        for w in CATEGORY_WEIGHTS:
            total += w
            cum.append(total)
        self.cum, self.total = cum, total

    def title(self, i: int) -> str:
        rng = random.Random(f"{self.seed}:title:{i}")
        return rng.choice(PATTERNS).format(
            s=rng.choice(SUBJECTS), p=rng.choice(PUBLISHERS)[0], y=self.paths[i][:4], k=rng.randint(1, 40)
        )

    def doc(self, i: int) -> dict:
        rng = random.Random(f"{self.seed}:doc:{i}")
        year = int(self.paths[i][:4])
        publisher, short = rng.choice(PUBLISHERS)
        published = dt.date(year, 1, 1) + dt.timedelta(days=rng.randrange(365))
        written = published - dt.timedelta(days=rng.randrange(30))
        normative = rng.random() < 0.3
        effective = published + dt.timedelta(days=30 + rng.randrange(60)) if normative else None
        expires = (
            effective.replace(year=effective.year + 5, day=min(effective.day, 28)) if effective else None
        )
        force = f"本文件自{chinese(effective)}起施行，有效期至{chinese(expires)}。" if effective and expires else ""
        category = bisect.bisect(self.cum, rng.randrange(self.total))
        domain = rng.randrange(len(DOMAINS))
        related = sorted({rng.randrange(self.docs) for _ in range(rng.choice((0, 0, 0, 1, 2, 3)))} - {i})
        return {
            "n": i,
            "path": self.paths[i],
            "title": self.title(i),
            "doc_number": f"{short}{'规' if normative else '发'}〔{year}〕{rng.randint(1, 180)}号",
            "publisher": publisher,
            "written": written,
            "published": published,
            "effective": effective,
            "expires": expires,
            "index_number": f"{rng.randint(11000000, 11999999)}-{rng.randint(0, 9)}/{year}-{i:05d}",
            "category": f"c{category + 1:02d}",
            "domain": f"d{domain + 1:02d}",
            "catalog_items": [
                f"{domain + 1:02d}-{rng.randint(1, 8):02d}-{rng.randint(1, 12):02d}"
                for _ in range(rng.randint(1, 2))
            ],
            "status": rng.choice(STATUSES) if normative else "有效",
            "keywords": rng.sample(KEYWORDS, rng.randint(1, 4)),
            "related": [(self.paths[j], self.title(j)) for j in related],
            "body": f"{self.body(i)}\n{force}\n" if force else self.body(i),
        }

    def body(self, i: int) -> str:
        rng = random.Random(f"{self.seed}:body:{i}")
        target = MEDIAN_BYTES * math.exp(rng.gauss(0, SIGMA))
        target = int(min(max(target, MIN_BYTES), MAX_BYTES))
        blocks: list[str] = []
        size, at, chapter = 0, rng.randrange(len(self.paragraphs)), 0
        until_heading = rng.randint(4, 12)
        run: list[str] = []
        long = target > 2500

        def flush() -> None:
            if run:
                blocks.append("\n".join(run))
                run.clear()

        while size < target:
            text = self.paragraphs[at % len(self.paragraphs)]
            at += 1
            room = (target - size) // 3 + 20
            if len(text) > room:  # cut at a sentence end, for a true length
                cut = max(text.rfind("。", 0, room), text.rfind("；", 0, room), text.rfind("，", 0, room))
                text = text[: cut + 1] if cut > 8 else text[:room].rstrip("\\")
            size += len(text.encode())
            item = ITEM.match(text)
            if item and rng.random() < 0.6:  # some (一)(二) runs become real lists
                run.append("- " + text[item.end() :].lstrip())
                continue
            flush()
            if rng.random() < 0.08:
                head, sep, tail = text.partition("，")
                if sep and 2 <= len(head) <= 30:
                    text = f"**{head}**{sep}{tail}"
            if rng.random() < 0.06:
                j = rng.randrange(self.docs)
                text += f"详见[{self.title(j)}](/documents/{self.paths[j]}/)。"
            blocks.append(text)
            until_heading -= 1
            if long and until_heading <= 0:
                chapter += 1
                blocks.append(f"## {chapter}. {rng.choice(SUBJECTS)}")
                until_heading = rng.randint(4, 12)
        flush()
        if rng.random() < 0.10:
            blocks.insert(rng.randint(1, len(blocks)), self.table(rng))
        if rng.random() < 0.25:
            names = [
                f"- [附件{k}：{rng.choice(SUBJECTS)}{rng.choice(('.pdf', '.docx', '.xlsx'))}]"
                f"(/files/{self.paths[i]}-{k}.pdf)"
                for k in range(1, rng.randint(2, 4))
            ]
            blocks.append("## 附件\n\n" + "\n".join(names))
        return "\n\n".join(blocks) + "\n"

    @staticmethod
    def table(rng: random.Random) -> str:
        rows = [
            "| 序号 | 项目名称 | 责任单位 | 金额（万元） | 完成时间 |",
            "| --- | --- | --- | ---: | --- |",
        ]
        for k in range(1, rng.choice((3, 5, 8, 12, 20, 40)) + 1):
            rows.append(
                f"| {k} | {rng.choice(SUBJECTS)} | {rng.choice(PUBLISHERS)[0]} | "
                f"{rng.randint(1, 900000) / 100:.2f} | {rng.randint(2020, 2026)}年{rng.randint(1, 12)}月 |"
            )
        return "\n".join(rows)


def chinese(day: dt.date) -> str:
    """The day as texts write it; what a text says of its own force agrees with its front matter."""
    return f"{day.year}年{day.month}月{day.day}日"


def q(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def front_sitegen(d: dict) -> str:
    """The same document in the front matter of sitegen: real themes, domains and bodies, numbers made unique."""
    normative = d["effective"] is not None
    number = f"{d['doc_number'].partition('〔')[0]}〔{d['written'].year}〕{d['n'] + 1}号"
    lines = [
        "---",
        f"类型: {'行政规范性文件' if normative else '公文'}",
        f"标题: {q(d['title'])}",
        f"文号: {number}",
        f"发布机构: {d['publisher']}",
        "公开属性: 主动公开",
        f"索引号: {d['index_number']}",
        f"成文日期: {d['written']}",
        f"发布日期: {d['published']} 09:30",
    ]
    if normative:
        lines += [f"施行日期: {d['effective']}", f"有效期至: {d['expires']}"]
    lines += [
        f"主题分类: {THEMES[int(d['category'][1:]) - 1]}",
        f"标准目录: [{DOMAIN_ITEMS[int(d['domain'][1:]) - 1]}]",
        f"关键词: [{', '.join(d['keywords'])}]",
        "审核: {拟稿: 办公室, 审核: 办公室, 发布: 办公室}",
    ]
    if d["related"]:
        lines += ["相关文件:"] + [f"  - documents/{p}" for p, _ in d["related"]]
    return "\n".join([*lines, "---", "", ""])


def body_sitegen(text: str) -> str:
    """Links by file path; attachments, which other tools link blindly, stay words: there are no such files."""
    text = DOCUMENT_LINK.sub(r"](/documents/\1.md)", text)
    return FILE_LINK.sub(r"\1", text)


DOCUMENT_LINK = re.compile(r"\]\(/documents/([0-9]{4}/[0-9]{6})/\)")
FILE_LINK = re.compile(r"\[([^\]]*)\]\(/files/[^)]*\)")
THEMES = [
    "综合政务",
    "国民经济管理、国有资产监管",
    "财政、金融、审计",
    "国土资源、能源",
    "农业、林业、水利",
    "工业、交通",
    "商贸、海关、旅游",
    "市场监管、安全生产监管",
    "城乡建设、环境保护",
    "科技、教育",
    "文化、广电、新闻出版",
    "卫生、体育",
    "劳动、人事、监察",
    "公安、安全、司法",
    "民政、扶贫、救灾",
]
"""主题分类 in the place of the fifteen categories."""


def first_items() -> list[str]:
    """The first item of each of the 26 standard catalogues."""
    folder = Path(__file__).parent.parent / "catalogs" / "domains"
    code = re.compile(r"^\s*(?:- )?代码: [\"']?([^\s\"'/]+/[^\"'\n]+)", re.MULTILINE)
    return [
        code.search(file.read_text(encoding="utf-8")).group(1).strip()
        for file in sorted(folder.glob("*.yaml"))
    ]


DOMAIN_ITEMS = first_items()


def write_site(root: Path, docs: int) -> None:
    """Write what a sitegen site needs beside its documents: settings, bodies, columns."""
    (root / "content" / "jigou").mkdir(parents=True, exist_ok=True)
    for n, (name, short) in enumerate(PUBLISHERS):
        body = f"名称: {name}\n代码: SL{n:07}\n机关代字: [{short}]\n办公地址: 示例市示例区行政路{n + 1}号\n"
        (root / "content" / "jigou" / f"b{n:02}.yaml").write_text(body, encoding="utf-8")
    (root / "content" / "site.yaml").write_text(
        "名称: 示例区人民政府\n网址: https://disclosure.example.gov.cn\n网站标识码: '3399990002'\n"
        "主办单位: 示例区人民政府办公室\n",
        encoding="utf-8",
    )
    parts = {
        "zhengce": "政策",
        "zhinan": "政府信息公开指南",
        "zhidu": "政府信息公开制度",
        "fdzdgknr": "法定主动公开内容",
        "nianbao": "政府信息公开年报",
        "yishenqing": "依申请公开",
        "documents": "全部文件",
    }
    years = {doc_path(2026, i)[:4] for i in range(docs)}
    folders = parts | {f"documents/{year}": f"{year}年" for year in years}
    for folder, title in folders.items():
        place = root / "content" / folder
        place.mkdir(parents=True, exist_ok=True)
        domains = ", ".join(item.partition("/")[0] for item in DOMAIN_ITEMS)
        served = f"领域: [{domains}]\n" if folder == "documents" else ""
        (place / "_column.yaml").write_text(
            f"标题: {title}\n收录: [公文, 行政规范性文件]\n{served}", encoding="utf-8"
        )


def front_yaml(d: dict, category_key: str, domain_key: str, as_list: bool, date_key: str) -> str:
    one = (lambda v: f"[{v}]") if as_list else str
    lines = ["---", f"title: {q(d['title'])}"]
    if date_key != "published":
        lines.append(f"{date_key}: {d['published']}")
    lines += [
        f"doc_number: {d['doc_number']}",
        f"publisher: {d['publisher']}",
        f"index_number: {d['index_number']}",
    ]
    lines += [f'{k}: "{d[k]}"' for k in ("written", "published", "effective", "expires") if d[k]]
    lines += [
        f"{category_key}: {one(d['category'])}",
        f"{domain_key}: {one(d['domain'])}",
        f"catalog_items: [{', '.join(q(c) for c in d['catalog_items'])}]",
        f"status: {d['status']}",
        f"doc_keywords: [{', '.join(d['keywords'])}]",
    ]
    if d["related"]:
        lines.append("related:")
        for p, t in d["related"]:
            lines += [f"  - url: /documents/{p}/", f"    title: {q(t)}"]
    return "\n".join([*lines, "---", "", ""])


# format: (documents folder, labels file, front matter)
FORMATS = {
    "sitegen": ("content/documents", "labels.json", front_sitegen),
    "hugo": (
        "content/documents",
        "data/labels.json",
        lambda d: front_yaml(d, "categories", "domains", True, "date"),
    ),
}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--docs", type=int, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--format", choices=sorted(FORMATS), default="sitegen")
    ap.add_argument("--source", type=Path, help="folder of source texts (Markdown or plain text)")
    ap.add_argument("--seed", type=int, default=2026)
    a = ap.parse_args()

    folder, labels, front = FORMATS[a.format]
    maker = Maker(a.seed, a.docs, load_paragraphs(a.source, 120_000))
    root = a.out / folder
    made, sizes = set(), []
    for i in range(a.docs):
        d = maker.doc(i)
        path = root / (d["path"] + ".md")
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        sizes.append(len(d["body"].encode()))
        body = body_sitegen(d["body"]) if a.format == "sitegen" else d["body"]
        path.write_text(front(d) + body, encoding="utf-8", newline="\n")
    names = {
        "categories": {f"c{k:02d}": v for k, v in enumerate(CATEGORIES, 1)},
        "domains": {f"d{k:02d}": v for k, v in enumerate(DOMAINS, 1)},
    }
    out = a.out / labels
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(names, ensure_ascii=False, indent=1), encoding="utf-8")
    if a.format == "sitegen":
        write_site(a.out, a.docs)
    sizes.sort()
    print(
        f"{a.docs} documents, body bytes: median {sizes[len(sizes) // 2]}, mean {sum(sizes) // len(sizes)}, "
        f"p90 {sizes[len(sizes) * 9 // 10]}, p99 {sizes[len(sizes) * 99 // 100]}, max {sizes[-1]}, "
        f"total {sum(sizes) / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
