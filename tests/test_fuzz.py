"""Whatever an editor, a disk or an enemy puts into the files: findings with places, never a traceback."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.cli.project import source_text
from sitegen.config import shipped
from sitegen.diagnostics import Diagnostic, has_errors
from sitegen.formats.fields import FieldTable, Group
from sitegen.model.kinds import KINDS
from sitegen.model.site_fields import BODY, COLUMN, SITE
from sitegen.reporting import json_form, text
from tests.town import NOTICES, RULES, notice, rule
from tests.world import AS_OF, BASE, World, document

RECORD = f"{NOTICES}/t01.md"
TARGETS = (
    RECORD,
    f"{RULES}/g01.md",
    f"{NOTICES}/_column.yaml",
    "content/zhengce/_column.yaml",
    "content/site.yaml",
    "content/jigou/minzheng.yaml",
)
CATALOGUES = (
    "genres.yaml",
    "themes.yaml",
    "layout.yaml",
    "column-types.yaml",
    "profiles/default.yaml",
    "domains/" + min(file.name for file in (shipped("catalogs") / "domains").glob("*.yaml")),
)
FILES = {
    **BASE,
    RECORD: notice(1, "正文，见[办法](../../zhengce/xzgfxwj/g01.md)和[表](t01/biao.csv)。\n", 附件="[biao.csv]"),
    f"{NOTICES}/t01/biao.csv": "a,b\n",
    f"{RULES}/g01.md": rule(1),
    f"{RULES}/g02.md": rule(2, 有效期至="2030-01-01", 修改="[{文件: 青政规〔2006〕1号, 条款: 第三条}]"),
}
fuzz = settings(deadline=None, max_examples=100, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> World:
    """Return a sound project; each example changes a file of it and puts it back."""
    world = World(tmp_path_factory.mktemp("fuzz") / "project", FILES)
    assert not has_errors(world.build().diagnostics)
    return world


def told(place: World, files: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    """Build with these files in the place of their own; every finding must be fit for every report."""
    place.write(files)
    try:
        found = place.build().diagnostics
        for each in found:
            assert_in_file(place, each)
        assert text.render(found, lambda path: source_text(place.project(AS_OF), path))
        assert json_form.render(found)
        return found
    finally:
        for name in files:
            restore(place, name)


def restore(place: World, name: str) -> None:
    if name in FILES:
        place.write({name: FILES[name]})
    else:
        place.remove(name)


def assert_in_file(place: World, found: Diagnostic) -> None:
    """Hold the places of a finding against the file that they are in."""
    for path, span in [(found.path, found.span), *((other.path, other.span) for other in found.related)]:
        if span is None:
            continue
        folder, _, name = path.partition("/")
        overridden = (place.folder / path).is_file()
        file = place.folder / path if overridden else shipped(folder) / name
        shown = source_text(place.project(AS_OF), path) if overridden else file.read_text(encoding="utf-8")
        assert shown is not None
        lines = shown.split("\n")
        assert 1 <= span.line <= span.end_line <= len(lines), found
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, found
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, found
        assert (span.line, span.column) <= (span.end_line, span.end_column), found


# --- bytes

PIECES = (
    *(b"\x00", b"\xff", b"\r", b"\n", b"\n\n", b"\t", b"---\n", b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"'),
    *(b"#", b"&a ", b"*a", b"!!", b"|", b">", b"%", b"@", b"\\", b"<<: ", b"? ", b"\xef\xbb\xbf", b"\xe2\x80\xa8"),
    *(b"\xef\xbc\x9a", b"\xe2\x80\x9c", b"\xe3\x80\x80", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80"),
    *(b"\xc4\xe3", b"\xff\xfe", b"9" * 400),
)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Return `data` with a few pieces cut out, doubled or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 0, 1, 3, 20, 200))))
        put = draw(st.sampled_from((b"", *PIECES, data[start:end] * 2)))
        data = data[:start] + put + data[end:]
    return data


@st.composite
def hostile_files(draw: st.DrawFn) -> dict[str, bytes]:
    name = draw(st.sampled_from(TARGETS))
    whole = str(FILES[name]).encode()
    return {name: draw(st.one_of(st.binary(max_size=300), damaged(whole), damaged(whole), damaged(whole)))}


@fuzz
@given(files=hostile_files())
def test_any_bytes_in_content(place, files) -> None:
    told(place, files)


@st.composite
def hostile_catalogues(draw: st.DrawFn) -> dict[str, bytes]:
    name = draw(st.sampled_from(CATALOGUES))
    lines = (shipped("catalogs") / name).read_bytes().split(b"\n")
    start = draw(st.integers(0, len(lines)))
    if draw(st.booleans()):
        del lines[start : start + draw(st.integers(1, 3))]
        return {f"catalogs/{name}": b"\n".join(lines)}
    near = b"\n".join(lines[start : start + 3])
    lines[start : start + 3] = [draw(damaged(near))]
    return {f"catalogs/{name}": b"\n".join(lines)}


@fuzz
@given(files=hostile_catalogues())
def test_any_bytes_in_catalogues(place, files) -> None:
    told(place, files)


# --- YAML made of our own keys

ODD_TEXTS = (
    *("", " ", "~", "null", "是", "否", "012", "1e9", "-1", "第", "号", "“", "\u2028", "a" * 300, "第三条", "a20-01"),
    *("2026-02-30", "0000-00-00", "9999-12-31", "2026-01-05", "2026-01-05 09:00", "2026", "〔〕号", "〔2026〕"),
    *("主动公开", "不予公开", "草稿", "政府信息", "行政规范性文件", "会议公开", "青岚区人民政府", "县级"),
    *("青政规〔2006〕1号", "青政规〔2007〕2号", "zhengce/xzgfxwj/g01", "/", "//", "..", "../..", "/a/../../b"),
    *("https://", "https://[", "javascript:x", "mailto:", "</script>", "{{", "{0}", "%s", "\\"),
)
ODD = st.sampled_from(ODD_TEXTS) | st.text(max_size=12)
VALUES = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD, inner, max_size=2), max_leaves=6
)


def keys_of(table: FieldTable) -> list[str]:
    """Return all keys of a table, and of the groups in it."""
    found = [name for field in table.fields for name in (field.key, field.english)]
    groups = [field.type for field in table.fields if isinstance(field.type, Group)]
    return found + [field.key for group in groups for field in group.fields.fields]


def as_yaml(values: dict[str, object]) -> str:
    """Write values as YAML: JSON is YAML as well."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


RECORD_KEYS = sorted({key for kind in KINDS for key in keys_of(kind.fields)})
SMALL_KEYS = ("文件", "标题", "条款", "日期", "名称", "拟稿", "来源", "地址", "年", "期")
SMALL_GROUPS = st.dictionaries(st.sampled_from(SMALL_KEYS), VALUES, max_size=3)
RECORD_VALUES = VALUES | SMALL_GROUPS | st.lists(SMALL_GROUPS, max_size=2)


@fuzz
@given(
    name=st.sampled_from((RECORD, f"{RULES}/g01.md")),
    values=st.dictionaries(st.sampled_from(RECORD_KEYS), RECORD_VALUES, max_size=4),
)
def test_any_values_in_records(place, name, values) -> None:
    """The odd values take the place of sound ones, so that most of what follows is reached."""
    head, _, body = str(FILES[name]).removeprefix("---\n").partition("---\n")
    sound = [line for line in head.splitlines() if line.partition(":")[0] not in values]
    told(place, {name: ("---\n" + "\n".join(sound) + "\n" + as_yaml(values) + "---\n" + body).encode()})


SETTINGS = {"content/site.yaml": SITE, "content/jigou/minzheng.yaml": BODY, f"{NOTICES}/_column.yaml": COLUMN}


@st.composite
def odd_settings(draw: st.DrawFn) -> dict[str, bytes]:
    name = draw(st.sampled_from(sorted(SETTINGS)))
    values = draw(st.dictionaries(st.sampled_from(keys_of(SETTINGS[name])), VALUES, max_size=4))
    sound = [line for line in str(FILES[name]).splitlines() if line.partition(":")[0] not in values]
    return {name: ("\n".join(sound) + "\n" + as_yaml(values)).encode()}


@fuzz
@given(files=odd_settings())
def test_any_values_in_settings(place, files) -> None:
    told(place, files)


# --- texts and names

MARKS = (
    *("# ", "## ", "### ", "[", "](", ")", "![", "[[", "]]", "|", "|---|---|\n", "\n", "\n\n", "- ", "1. ", "> "),
    *("`", "```\n", "**", "*", "第一条　", "第二条", "（一）", "[[青政规〔2006〕1号]]", "[^一]"),
    *("《青岚区办法》（青政规〔2006〕1号）", "[^一]: 注\n", "[一]: t01.md\n", "t01.md", "t01/biao.csv", "#第一条"),
    *("/zhengce/xzgfxwj/g01.md#第一条", "../", "http://", "https：//", "javascript:", "C:\\", "\\", "\t"),
    *("　", "：", "。", "<table><tr><td>", "</table>", "<script>", "<!--", "-->"),
    *('<a href="x">', "<b", "&amp;", "&#0;", "&#x110000;", ":   "),
    *("\n: ", "---\n", "一", "字", "a", " ", "“", "”", "\u200b", "\u00a0", "😀", "\r", "\v"),
)


@fuzz
@given(pieces=st.lists(st.sampled_from(MARKS), max_size=30))
def test_any_markdown(place, pieces) -> None:
    told(place, {RECORD: notice(1, "".join(pieces), 附件="[biao.csv]").encode()})


ODD_NAMES = (b"\xe9\x99\x84 1.pdf", b"a\nb.pdf", b"con", b"..x", b"a?b", b"\xff.pdf", b"_column.yaml", b"x.md")
NAMES = (st.binary(min_size=1, max_size=12) | st.sampled_from(ODD_NAMES)).map(
    lambda name: name.replace(b"/", b"-").replace(b"\0", b"0")
)


@fuzz
@given(name=NAMES, folder=st.sampled_from(("t01", "", "neu")), is_listed=st.booleans())
def test_any_file_name(place, name, folder, is_listed) -> None:
    if name in (b".", b".."):
        return
    base = place.folder / NOTICES / folder
    base.mkdir(exist_ok=True)
    file = Path(os.fsdecode(os.fsencode(base) + b"/" + name))
    if file.exists():
        return
    shown = name.decode("utf-8", "replace")
    listed = {RECORD: notice(1, 附件=json.dumps([shown, "biao.csv"], ensure_ascii=False)).encode()}
    file.write_bytes(b"x")
    try:
        told(place, listed if is_listed else {})
    finally:
        file.unlink()
        if folder == "neu":
            shutil.rmtree(base)


# --- damaged memory


class Remembering:
    """A built project of its own, and what a build without memory makes of each of its contents."""

    def __init__(self, folder: Path) -> None:
        quoting = document(依据="[青政规〔2006〕1号]", 文号="青政规〔2026〕9号")
        self.world = World(folder / "project", {**FILES, f"{RULES}/g03.md": quoting})
        assert not has_errors(self.world.build().diagnostics)
        self._wanted: dict[int, dict[str, bytes]] = {}

    def write(self, number: int) -> None:
        """Give the project its content `number`."""
        self.world.write({RECORD: notice(1, f"第{number}种正文。\n", 附件="[biao.csv]")})

    def wanted(self, number: int) -> dict[str, bytes]:
        if number not in self._wanted:
            fresh = World(self.world.folder.with_name(f"fresh{number}"), {})
            shutil.copytree(self.world.folder / "content", fresh.folder / "content")
            assert not has_errors(fresh.build().diagnostics)
            self._wanted[number] = fresh.tree()
        return self._wanted[number]


@pytest.fixture(scope="module")
def remembering(tmp_path_factory) -> Remembering:
    return Remembering(tmp_path_factory.mktemp("remembering"))


def spoil(data: bytes, choice: int, places: list[int]) -> bytes:
    """Return a memory's bytes cut short, or with the bytes at some places changed."""
    if choice == 0:
        return data[: places[0] % len(data)]
    spoiled = bytearray(data)
    for place in places:
        spoiled[place % len(data)] ^= 1 + place % 255
    return bytes(spoiled)


@settings(deadline=None, max_examples=40, database=None, suppress_health_check=list(HealthCheck))
@given(
    choice=st.integers(0, 6),
    places=st.lists(st.integers(0, 2**40), min_size=1, max_size=400),
    number=st.integers(0, 2),
)
def test_any_damage_to_the_memory(remembering, choice, places, number) -> None:
    """After any damage the next two builds, with a change and without, equal a build without memory."""
    world = remembering.world
    file = world.folder / ".cache" / "sitegen" / "memory.sqlite"
    file.write_bytes(spoil(file.read_bytes(), choice, places))
    remembering.write(number)
    for _ in range(2):
        assert not has_errors(world.build().diagnostics)
        assert world.tree() == remembering.wanted(number)
