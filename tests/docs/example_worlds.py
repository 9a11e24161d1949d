"""Fenced examples of the documentation → files of a small world.

An example shows only the lines that matter. What it leaves out comes from a sound record; where a line of the
example has the name of one of those lines, it takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.docs.entries import Piece
from tests.world import BASE, sound_file

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
COLUMN = "content/fdzdgknr/tongzhi/_column.yaml"
RULES_FOLDER = "content/zhengce/xzgfxwj"
NOTICE_LINES = """\
标题: 关于做好冬季供暖工作的通知
公开属性: 主动公开
索引号: QL0001000/2026-00001
发布机构: 青岚区人民政府
成文日期: 2026-01-05
发布日期: 2026-01-06 09:00
审核: {拟稿: 办公室, 审核: 办公室, 发布: 办公室}
"""
BODY = "请各单位做好供暖准备。\n"
ARTICLES = "第一条　为了做好临时救助工作，制定本办法。\n\n第二条　救助及时、适度。\n"
TITLES = (
    "困难群众救助办法",
    "医疗救助办法",
    "特困人员供养办法",
    "临时救助暂行办法",
    "教育救助办法",
    "社会救助办法",
)
"""Titles of documents that an example does not name, by their serial."""
KEY = re.compile(r"[ \t\u3000]*[\"“]?([^\s:：\"“”{}\[\]-]+)[\"”]?[ \t]*[:：]")
CHARACTER = re.compile(r"〔U\+([0-9A-F]{4,5})〕")
BYTE = re.compile(rb"\xe3\x80\x94\xe5\xad\x97\xe8\x8a\x82 ([0-9A-F]{2})\xe3\x80\x95")  # 〔字节 FF〕
NUMBER = re.compile(r"^文号: (?P<prefix>\S+?)〔(?P<year>\d{4})〕(?P<serial>\d+)号", re.MULTILINE)
REST = re.compile(r"^……$", re.MULTILINE)
NAMED = ("content/", "themes/", "catalogs/", "build/", "baseline.json")
PROFILES = "catalogs/profiles/"
ENCODINGS = {"gbk", "utf-16"}


class Example(NamedTuple):
    """An example as the page gives it: its language and role, the files it wants beside it, its encoding, its text."""

    language: str
    role: str
    beside: tuple[str, ...]
    encoding: str
    text: str


def is_tried(piece: Piece) -> bool:
    """Tell whether a piece says what it is an example of; the others are only shown."""
    return piece.label not in ("", "text")


def files_of(pieces: Iterable[Piece]) -> dict[str, bytes | None]:
    """Return the files that the pieces of one example stand for, beside the smallest sound site.

    None stands for a file that is missing.
    """
    examples = [_example(piece) for piece in pieces if is_tried(piece)]
    files: dict[str, bytes | None] = {
        f"{RULES_FOLDER}/linshi-jiuzhu.md": _document(
            "文号: 青政规〔2023〕4号\n标题: 青岚区临时救助实施办法\n"
        ),
        COLUMN: "标题: 通知公告\n收录: [政府信息, 公文]\n".encode(),
    }
    notice = [example for example in examples if not example.role]
    if notice:
        files[NOTICE] = _notice(notice)
    for example in examples:
        if example.role:
            files |= _files(example)
        files |= {_beside(name): sound_file(name) for name in example.beside}
    return files


def _example(piece: Piece) -> Example:
    language, *words = piece.label.split()
    beside = tuple(word[1:] for word in words if word.startswith("+"))
    encoding = next((word for word in words if word in ENCODINGS), "utf-8")
    role = next((word for word in words if not word.startswith("+") and word not in ENCODINGS), "")
    return Example(language, role, beside, encoding, piece.text)


def _beside(name: str) -> str:
    return name if name.startswith(NAMED) else f"{NOTICE.rpartition('/')[0]}/{name}"


def _notice(examples: list[Example]) -> bytes:
    header = "".join(example.text for example in examples if example.language == "yaml")
    body = next((example.text for example in examples if example.language == "markdown"), BODY)
    return _bytes(_record(NOTICE_LINES, header, body), examples[0].encoding)


def _files(example: Example) -> Mapping[str, bytes | None]:
    if example.role == "没有":
        return dict.fromkeys(example.text.split())
    if example.role == "文件":
        return {path: _listed(path, number) for number, path in enumerate(example.text.split(), 2)}
    if example.role == "全文":
        text = REST.sub(_merged(NOTICE_LINES, example.text).removesuffix("\n"), example.text)
        return {NOTICE: _bytes(text, example.encoding)}
    if example.role == "公文":
        found = NUMBER.search(example.text)
        assert found, f"which document is it? {example.text}"
        path = f"{RULES_FOLDER}/guifan-{found['year']}-{found['serial']}.md"
        return {path: (_whole_document if example.language == "markdown" else _document)(example.text)}
    if example.role == "解读":
        header = NOTICE_LINES.replace("关于做好冬季供暖工作的通知", "一图读懂临时救助")
        return {"content/zhengce/jiedu/yitu.md": _bytes(_record(header, example.text, BODY), "utf-8")}
    assert example.role.startswith(NAMED), f"no such example: {example.role}"
    text = example.text
    if example.language == "yaml" and example.role in BASE:
        text = _merged(BASE[example.role], text) + text
    files = {example.role: _bytes(text, example.encoding)}
    if example.role.startswith(PROFILES):
        chosen = f"地方规则: {example.role.removeprefix(PROFILES).removesuffix('.yaml')}\n"
        files["content/site.yaml"] = (BASE["content/site.yaml"] + chosen).encode()
    return files


def _listed(path: str, number: int) -> bytes:
    """Return a sound file for a path that an example only names."""
    if path.endswith("_column.yaml"):
        return "标题: 招生\n收录: [政府信息]\n".encode()
    if not path.endswith(".md"):
        return sound_file(path)
    header = NOTICE_LINES.replace("00001", f"{number:05}")
    return _record(header, "", BODY).encode()


def _document(header: str) -> bytes:
    return _bytes(_record(_document_lines(header), header, ARTICLES), "utf-8")


def _whole_document(text: str) -> bytes:
    header = text.split("---\n")[1]
    return _bytes(REST.sub(_merged(_document_lines(header), header).removesuffix("\n"), text), "utf-8")


def _document_lines(header: str) -> str:
    found = NUMBER.search(header)
    assert found
    year, serial = found["year"], int(found["serial"])
    return (
        f"标题: 青岚区{TITLES[serial % len(TITLES)]}\n公开属性: 主动公开\n索引号: QL0001000/{year}-{serial:05}\n"
        f"发布机构: 青岚区人民政府\n成文日期: {year}-03-02\n发布日期: {year}-03-03 09:00\n"
        f"审核: {{拟稿: 办公室, 审核: 办公室, 发布: 办公室}}\n施行日期: {year}-04-10\n"
    )


def _record(lines: str, header: str, body: str) -> str:
    return f"---\n{_merged(lines, header)}{header}---\n\n{body}"


def _merged(lines: str, example: str) -> str:
    """Return `lines` without those whose names stand in the example."""
    named = {found[1] for line in example.splitlines() if (found := KEY.match(line))}
    return "".join(line for line in lines.splitlines(keepends=True) if line.partition(":")[0] not in named)


def _bytes(text: str, encoding: str) -> bytes:
    text = CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)
    return BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), text.encode(encoding))
