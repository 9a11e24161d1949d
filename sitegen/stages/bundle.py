"""bundle: the published column → one zip for offices without a network. The same column gives the same bytes.

All is in one folder: unpacked, it opens from disk. `SHA256SUMS` holds the digests of all files in the form that
`sha256sum -c` reads, `README.txt` tells in Chinese how to open, search, print and check.
"""

from __future__ import annotations

import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen.stages.write import MANIFEST, Manifest
from sitegen.views.harvest import Directory
from sitegen.views.make_harvest import DIRECTORY

SUMS = "SHA256SUMS"
README = "README.txt"
ONLY_ONLINE = frozenset({"404.html", "robots.txt"})
"""Files that serve a web server."""
PACKED = frozenset((".docx", ".gif", ".gz", ".jpeg", ".jpg", ".mp3", ".mp4", ".pdf", ".png", ".webp", ".xlsx", ".zip"))
"""Suffixes of what is compressed already."""
READABLE = 0o644 << 16


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """What was packed: the number of files, and the bytes and the SHA-256 of the zip."""

    files: int
    size: int
    sha256: str


def bundle(output: Path, target: Path, as_of: date) -> Bundle:
    """Pack the column in `output` into the zip `target`, whose name without suffix is that of its folder.

    An old zip is replaced only when the new one is whole.
    """
    title = msgspec.json.decode((output / DIRECTORY).read_bytes(), type=Directory).title
    manifest = msgspec.json.decode((output / MANIFEST).read_bytes(), type=Manifest)
    waiting = target.with_name(f"{target.name}.part")
    sums: list[str] = []
    with zipfile.ZipFile(waiting, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(manifest.files):
            if path not in ONLY_ONLINE:
                data = (output / path).read_bytes()
                sums.append(f"{sha256(data).hexdigest()}  {path}\n")
                _put(archive, f"{target.stem}/{path}", data, as_of)
        _put(archive, f"{target.stem}/{SUMS}", "".join(sums).encode(), as_of)
        _put(archive, f"{target.stem}/{README}", _readme(title, as_of).encode("utf-8-sig"), as_of)
    data = waiting.read_bytes()
    waiting.replace(target)
    return Bundle(files=len(sums), size=len(data), sha256=sha256(data).hexdigest())


def _put(archive: zipfile.ZipFile, name: str, data: bytes, as_of: date) -> None:
    """Add a file that bears the as-of date, so that nothing depends on when and where it was packed."""
    info = zipfile.ZipInfo(name, (max(as_of.year, 1980), as_of.month, as_of.day, 0, 0, 0))
    info.create_system, info.external_attr = 3, READABLE
    packed = Path(name).suffix.lower() in PACKED
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def _readme(title: str, as_of: date) -> str:
    lines = (
        f"{title}（离线版）",
        f"内容和效力状态截至{as_of.year}年{as_of.month}月{as_of.day}日",
        "",
        "怎样打开",
        "1. 先把压缩包全部解开，不要在压缩包里直接打开。",
        "2. 双击 index.html，用浏览器打开。不需要联网。",
        "",
        "怎样查找",
        "在网页上方的搜索框里输入标题中的词、文号或者机关名称；也可以从栏目、目录和站点地图翻阅。",
        "",
        "怎样打印",
        "打开一篇文件，点“打印”，或者按 Ctrl+P。纸上有网址和效力状态的截至日期。",
        "",
        "怎样核对有没有缺损",
        "SHA256SUMS 列出每个文件的校验值。Linux：在这个文件夹里运行 sha256sum -c SHA256SUMS。",
        "Windows：在 PowerShell 里运行 Get-FileHash index.html，与 SHA256SUMS 里的一行对照。",
        "",
        "离线版不会自动更新，以网站上的为准。",
    )
    return "\r\n".join(lines) + "\r\n"
