"""A small world: a mapping of file names to text goes in, an outcome comes out."""

from __future__ import annotations

import io
import itertools
import tempfile
import time
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from sitegen import config, pipeline
from sitegen.cache import Memory
from sitegen.cli.project import MEMORY
from sitegen.diagnostics import Diagnostic
from sitegen.pipeline import Built, Checked, Project
from sitegen.stages.render import digests_of
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from sitegen.theme import Theme
from sitegen.theme_words import CHINESE
from sitegen.version import program_version

AS_OF = date(2026, 11, 20)
VERSION = program_version()
PARTS = {
    "zhengce": "政策",
    "zhinan": "政府信息公开指南",
    "zhidu": "政府信息公开制度",
    "fdzdgknr": "法定主动公开内容",
    "nianbao": "政府信息公开年报",
    "yishenqing": "依申请公开",
}
BASE: Mapping[str, str] = {
    "content/site.yaml": """\
名称: 青岚区人民政府
网址: https://www.qinglan.gov.cn
基础路径: /zfxxgk/
网站标识码: '3399990001'
主办单位: 青岚区人民政府办公室
""",
    "content/jigou/qu-zhengfu.yaml": "名称: 青岚区人民政府\n代码: QL0001000\n",
    "content/jigou/minzheng.yaml": "名称: 青岚区民政局\n简称: 区民政局\n代码: QL0002000\n",
    **{f"content/{folder}/_column.yaml": f"标题: {title}\n" for folder, title in PARTS.items()},
    "content/zhengce/xzgfxwj/_column.yaml": "标题: 行政规范性文件\n收录: [行政规范性文件]\n",
    "content/zhengce/jiedu/_column.yaml": "标题: 政策解读\n收录: [政策解读]\n",
    "content/fdzdgknr/tongzhi/_column.yaml": "标题: 通知公告\n收录: [政府信息]\n法定内容: [a20-15]\n",
}
"""The smallest site that builds without a finding."""

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R
/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 30>>stream
BT/F 9 Tf 9 9 Td(annex)Tj ET  \nendstream endobj
trailer<</Root 1 0 R>>
"""
"""A PDF with one word."""


def sound_file(name: str) -> bytes:
    """Return a sound file of the sort that its name says, for attachments of which only the name matters."""
    mains = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
    ending = name.rpartition(".")[2]
    if ending in mains:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(zipfile.ZipInfo(mains[ending]), "<p><r><t>annex</t></r></p>")
        return stream.getvalue()
    return PDF if ending == "pdf" else b"x"


_serial = itertools.count(1)


def record(body: str = "正文。\n", **fields: str) -> str:
    """Return a Markdown file with the metadata that every record needs; `fields` (Chinese keys) add or replace.

    A field set to the empty text is left out.
    """
    values = {
        "标题": "关于做好冬季供暖工作的通知",
        "公开属性": "主动公开",
        "索引号": f"QL0001000/2026-{next(_serial):05}",
        "发布机构": "青岚区人民政府",
        "成文日期": "2026-01-05",
        "发布日期": "2026-01-06 09:00",
        "审核": "{拟稿: 办公室, 审核: 办公室, 发布: 办公室}",
    } | fields
    lines = [f"{key}: {value}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", "", body])


def document(body: str = "第一条　为了规范管理，制定本办法。\n", **fields: str) -> str:
    """Return a 行政规范性文件 with all that it needs."""
    return record(
        body,
        **({"标题": "青岚区临时救助办法", "文号": "青政规〔2026〕1号", "施行日期": "2026-02-10"} | fields),
    )


@cache
def _common_memory() -> bytes:
    """Return a memory that knows the shipped catalogues and templates and nothing else: a process reads them once."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "memory.sqlite"
        memory = Memory(file, VERSION)
        config.remembered_catalogues(Path(folder), "default", memory)
        theme = Theme.load(config.theme_folders(Path(folder)))
        digests_of(theme, CHINESE, theme.texts_digest(), memory)
        memory.close()
        return file.read_bytes()


def memory_in(folder: Path) -> Memory:
    """Open the memory of a project in `folder`; where it has none, one that knows only what is shipped."""
    return Memory(_with_memory(folder), VERSION)


def _with_memory(folder: Path) -> Path:
    file = folder / MEMORY
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_common_memory())
    return file


class World:
    """A project on disk, in a folder of its own."""

    def __init__(self, folder: Path, files: Mapping[str, str | bytes]) -> None:
        self.folder = folder
        self.write(files)
        _with_memory(folder)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write or replace files."""
        for name, text in files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def remove(self, *names: str) -> None:
        """Remove files."""
        for name in names:
            (self.folder / name).unlink()

    def check(self, as_of: date = AS_OF) -> Checked:
        """Check the project in this process, with its memory."""
        memory, workers = self.memory(), Workers(1)
        try:
            return pipeline.check(self.project(as_of), memory, workers, _watch())
        finally:
            memory.close()

    def build(self, as_of: date = AS_OF, workers: int = 1, output: str = "build") -> Built:
        """Build the project with its memory."""
        memory, team = self.memory(), Workers(workers)
        try:
            return pipeline.build(self.project(as_of), self.folder / output, memory, team, _watch())
        finally:
            team.close()
            memory.close()

    def memory(self) -> Memory:
        """Open the memory."""
        return memory_in(self.folder)

    def project(self, as_of: date) -> Project:
        """Return the project at a date."""
        return Project(folder=self.folder, as_of=as_of)

    def page(self, path: str) -> str:
        """Return a file of the build as text."""
        return (self.folder / "build" / path).read_text(encoding="utf-8")

    def tree(self, output: str = "build") -> dict[str, bytes]:
        """Return every file of the build."""
        root = self.folder / output
        return {
            file.relative_to(root).as_posix(): file.read_bytes()
            for file in sorted(root.rglob("*"))
            if file.is_file()
        }


def words_of(tree: Mapping[str, bytes]) -> str:
    """Return all text of a build, that inside spreadsheets too."""
    pieces: list[bytes] = []
    for data in tree.values():
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                pieces += [archive.read(name) for name in archive.namelist()]
        else:
            pieces.append(data)
    return b"".join(pieces).decode(errors="ignore")


def lines_of(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Return findings as `path:line:column id`, for comparison at a glance."""
    return [
        f"{found.path}:{found.span.line}:{found.span.column} {found.id}"
        if found.span
        else f"{found.path} {found.id}"
        for found in diagnostics
    ]


def _watch() -> Stopwatch:
    return Stopwatch(time.perf_counter, lambda _: None)
