"""`sitegen bundle`: one zip that opens from disk, finds by title, and says what is in it."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from hashlib import sha256

import pytest

from tests.world import BASE, document, record

FILES = {
    "content/site.yaml": f"{BASE['content/site.yaml']}繁体版: 是\n",
    "content/zhengce/xzgfxwj/jiuzhu.md": document(),
    "content/fdzdgknr/tongzhi/gongnuan.md": record("见[附件](gongnuan/biao.csv)。\n", 附件="[biao.csv]"),
    "content/fdzdgknr/tongzhi/gongnuan/biao.csv": "项目,金额\n供暖,1\n",
}
NAME = "zfxxgk-2026-11-20"


@pytest.fixture
def place(world):
    return world(FILES)


def packed(place, run, *more: str) -> dict[str, bytes]:
    result = run("bundle", "--project", str(place.folder), "--workers", "1", *more)
    assert result.exit_code == 0, result.output
    digest, name = result.stdout.split()
    data = (place.folder / name).read_bytes()
    assert sha256(data).hexdigest() == digest
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {each: archive.read(each) for each in archive.namelist()}


def test_all_lies_in_one_folder_with_its_checksums(place, run, tmp_path):
    files = packed(place, run)
    assert {name.partition("/")[0] for name in files} == {NAME}
    sums = dict(line.split("  ")[::-1] for line in files[f"{NAME}/SHA256SUMS"].decode().splitlines())
    others = {name.removeprefix(f"{NAME}/") for name in files} - {"SHA256SUMS", "README.txt"}
    assert sums.keys() == others
    for path, digest in sums.items():
        assert sha256(files[f"{NAME}/{path}"]).hexdigest() == digest
    for name, data in files.items():
        target = tmp_path / "unpacked" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    done = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"],
        cwd=tmp_path / "unpacked" / NAME,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_it_tells_how_to_open_search_print_and_check(place, run):
    text = packed(place, run)[f"{NAME}/README.txt"].decode("utf-8-sig")
    for words in ("青岚区人民政府政府信息公开（离线版）", "2026年11月20日", "双击 index.html", "打印", "sha256sum"):
        assert words in text


def test_every_link_leads_to_a_file_without_a_web_server(place, run):
    files = packed(place, run)
    for name, data in files.items():
        if name.endswith(".html"):
            for address in re.findall(r"\s(?:href|src|action)=\"?([^\s\">]+)", data.decode()):
                plain = address.partition("#")[0].partition("?")[0]
                if plain and ":" not in plain:
                    assert _target(name, plain) in files, f"{name}: {address}"


def _target(page: str, address: str) -> str:
    parts = page.split("/")[:-1]
    for step in address.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_nothing_in_it_needs_a_web_server(place, run):
    files = packed(place, run)
    assert not any("pagefind" in name for name in files)
    assert b"sitegenTitles" in files[f"{NAME}/data/titles.js"]


def test_the_same_column_gives_the_same_bytes(place, run):
    packed(place, run)
    first = (place.folder / f"{NAME}.zip").read_bytes()
    packed(place, run, "--output", str(place.folder / f"{NAME}.zip"))
    assert (place.folder / f"{NAME}.zip").read_bytes() == first


def test_a_column_with_errors_is_not_packed(world, run):
    place = world({"content/fdzdgknr/tongzhi/gongnuan.md": "标题：供暖\n"})
    result = run("bundle", "--project", str(place.folder), "--workers", "1")
    assert result.exit_code == 1
    assert not list(place.folder.glob("*.zip*"))


def test_wrong_use(place, run):
    for name in ("liebiao.rar", "meiyou/liebiao.zip"):
        result = run("bundle", "--project", str(place.folder), "--output", str(place.folder / name))
        assert result.exit_code == 2, result.output
