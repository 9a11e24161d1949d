"""A build that remembers equals a build that does not, whatever happened in between."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sitegen import pipeline
from sitegen.config import shipped
from sitegen.diagnostics import has_errors
from sitegen.pipeline import Built
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.town import NOTICES, READINGS, RULES, notice, reading, rule, town
from tests.world import AS_OF, BASE, World, memory_in

Edit = Callable[["Scene", int], None]
Make = Callable[..., Built]
FOREIGN = "BingSiteAuth.xml"
"""A file that somebody else keeps in the output folder."""
SHIPPED = (
    "themes/default/templates/footer.html",
    "themes/default/templates/not_found.html",
    "themes/default/templates/components/card.html",
    "themes/default/static/theme.css",
    "catalogs/genres.yaml",
    "catalogs/themes.yaml",
    "catalogs/domains/" + min(file.name for file in (shipped("catalogs") / "domains").glob("*.yaml")),
)


class Scene:
    """A small column on disk that edits are made to; `files` is what its folder should hold."""

    def __init__(self, folder: Path) -> None:
        self.files: dict[str, bytes] = {name: _bytes(text) for name, text in _hamlet().items()}
        self.world = World(folder, self.files)
        self.laid = dict(self.files)
        self.as_of = AS_OF
        self.serial = 900
        self.damaged = False

    @property
    def output(self) -> Path:
        return self.world.folder / "build"

    def lay(self) -> None:
        """Bring the folder to `files`: what is new under another name is moved, what is equal is left alone."""
        new = {name: data for name, data in self.files.items() if self.laid.get(name) != data}
        gone = [name for name in self.laid if name not in self.files]
        for name in gone:
            file = self.world.folder / name
            targets = [other for other, data in new.items() if other not in self.laid and data == self.laid[name]]
            if targets:
                (self.world.folder / targets[0]).parent.mkdir(parents=True, exist_ok=True)
                file.rename(self.world.folder / targets[0])
                del new[targets[0]]
            else:
                file.unlink()
        self.world.write(new)
        self.laid = dict(self.files)

    def build(self, make: Make = pipeline.preview) -> Built:
        """Build with the memory of all builds before, which trusts what the file system says of a file."""
        memory, team = self.world.memory(), Workers(1)
        try:
            return make(self.world.project(self.as_of), self.output, memory, team, watch())
        finally:
            memory.remember_files((), (), time.time_ns() + 10**12)
            team.close()
            memory.close()

    def clean_build(self) -> tuple[Built, dict[str, bytes]]:
        """Build without memory of any content into an empty folder; return the outcome and the tree."""
        with tempfile.TemporaryDirectory() as folder:
            memory = memory_in(Path(folder))
            output = Path(folder) / "build"
            built = pipeline.preview(self.world.project(self.as_of), output, memory, Workers(1), watch())
            memory.close()
            return built, tree(output)

    def record(self, choice: int, folder: str = "content/") -> str:
        """Return one of the records below `folder`, or nothing."""
        names = sorted(name for name in self.files if name.endswith(".md") and name.startswith(folder))
        return names[choice % len(names)] if names else ""


def watch() -> Stopwatch:
    return Stopwatch(time.perf_counter, lambda _: None)


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, and its empty folders."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _hamlet() -> dict[str, str | bytes]:
    """Return the files of a column of fifteen documents."""
    files: dict[str, str | bytes] = dict(BASE)
    files |= {f"{NOTICES}/t{number:02}.md": notice(number) for number in range(1, 8)}
    files |= {f"{RULES}/g{number:02}.md": rule(number) for number in range(1, 7)}
    files |= {f"{READINGS}/j{number:02}.md": reading(number) for number in range(1, 3)}
    files[f"{NOTICES}/t02.md"] = notice(2, 附件="[{文件: biao.csv, 名称: 检查表}]")
    files[f"{NOTICES}/t02/biao.csv"] = b"a,b\r\n"
    return files


# --- edits: each takes the scene and a number that says which file it is made to


def edit_body(scene: Scene, choice: int) -> None:
    if name := scene.record(choice):
        scene.files[name] += f"\n又说了{choice}句。\n".encode()


def edit_field(key: str, *values: str, folder: str = "content/") -> Edit:
    """Return an edit that gives a field of a record in `folder` one of some values; the empty one takes it away."""

    def edit(scene: Scene, choice: int) -> None:
        if name := scene.record(choice // 10, folder):
            value = values[choice % len(values)].format(choice)
            scene.files[name] = with_field(scene.files[name].decode(), key, value).encode()

    return edit


def with_field(text: str, key: str, value: str) -> str:
    without = re.sub(rf"^{key}: .*\n", "", text, flags=re.MULTILINE)
    return without.replace("---\n", f"---\n{key}: {value}\n", 1) if value else without


def withhold(scene: Scene, choice: int) -> None:
    if name := scene.record(choice):
        text = with_field(scene.files[name].decode(), "公开属性", "依申请公开" if choice % 3 else "主动公开")
        scene.files[name] = with_field(text, "不公开依据", "条例第十六条" if choice % 3 else "").encode()


def link_records(scene: Scene, choice: int) -> None:
    name, other = scene.record(choice), scene.record(choice // 7)
    if name:
        way = "/" + other.removeprefix("content/")
        scene.files[name] += f"\n另见[这里]({way})和[[青政规〔2009〕4号]]。\n".encode()


def add_record(scene: Scene, choice: int) -> None:
    scene.serial += 1
    if choice % 2:
        scene.files[f"{NOTICES}/n{scene.serial}.md"] = notice(scene.serial).encode()
    else:
        scene.files[f"{RULES}/n{scene.serial}.md"] = rule(scene.serial - 890).encode()


def delete_record(scene: Scene, choice: int) -> None:
    scene.files.pop(scene.record(choice), None)


def rename_record(scene: Scene, choice: int) -> None:
    name = scene.record(choice)
    if name:
        scene.serial += 1
        old, new = name.removesuffix(".md"), f"{name.rpartition('/')[0]}/m{scene.serial}"
        for path in [path for path in scene.files if path == name or path.startswith(f"{old}/")]:
            scene.files[new + path.removeprefix(old)] = scene.files.pop(path)


def swap_records(scene: Scene, choice: int) -> None:
    one, other = scene.record(choice), scene.record(choice // 5)
    if one:
        scene.files[one], scene.files[other] = scene.files[other], scene.files[one]


def change_attachment(scene: Scene, choice: int) -> None:
    scene.files[f"{NOTICES}/t02/biao.csv"] = f"a,{choice % 3}\r\n".encode()


def change_picture(scene: Scene, choice: int) -> None:
    """Give a text a picture of one of three sizes: the head of a PNG tells it."""
    if name := scene.record(choice // 10, f"{NOTICES}/"):
        side = bytes([choice % 3 + 1])
        folder = name.removesuffix(".md")
        scene.files[f"{folder}/tu.png"] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0" + side + b"\0\0\0\x09\x08\x02"
        picture = f"\n![图示]({folder.rpartition('/')[2]}/tu.png)\n".encode()
        if picture not in scene.files[name]:
            scene.files[name] += picture


def delete_attachment(scene: Scene, _: int) -> None:
    scene.files.pop(f"{NOTICES}/t02/biao.csv", None)


def add_attachment(scene: Scene, choice: int) -> None:
    name = scene.record(choice)
    if name:
        folder = name.removesuffix(".md")
        scene.files[f"{folder}/fu-jian.txt"] = f"附件{choice}\n".encode()
        scene.files[name] = with_field(scene.files[name].decode(), "附件", "[fu-jian.txt]").encode()


def write_file(name: str, *texts: str) -> Edit:
    """Return an edit that writes one of some texts to a file; the empty one removes it."""

    def edit(scene: Scene, choice: int) -> None:
        text = texts[choice % len(texts)]
        if text:
            scene.files[name] = text.format(choice).encode()
        else:
            scene.files.pop(name, None)

    return edit


def override(scene: Scene, choice: int) -> None:
    """Put a changed copy of a shipped template, static file or catalogue into the project, or take it away."""
    name = SHIPPED[choice % len(SHIPPED)]
    folder, _, rest = name.partition("/")
    if name in scene.files and choice % 3 == 0:
        del scene.files[name]
        return
    text = (shipped(folder) / rest).read_text(encoding="utf-8")
    change = {"html": f"<!-- {choice % 4} -->", "css": f"/* {choice % 4} */", "yaml": f"# {choice % 4}"}
    text += f"\n{change[name.rpartition('.')[2]]}\n"
    if name.endswith("themes.yaml") and choice % 2:
        text = text.replace("名称: 民政、扶贫、救灾", "名称: 民政、乡村振兴、救灾\n    曾用名: ['民政、扶贫、救灾']")
    scene.files[name] = text.encode()


def another_day(scene: Scene, choice: int) -> None:
    scene.as_of = AS_OF + timedelta(days=choice % 400 - 200)


def damage_memory(scene: Scene, choice: int) -> None:
    file = scene.world.folder / ".cache" / "sitegen" / "memory.sqlite"
    if not file.is_file():
        return
    scene.damaged = True
    data = bytearray(file.read_bytes())
    if choice % 3 == 0:
        file.unlink()
    elif choice % 3 == 1:
        file.write_bytes(data[: choice * 4099 % len(data)])
    else:
        for step in range(1, 40):
            data[(choice * 7919 + step * 104_729) % len(data)] ^= 1 + step * 5 % 255
        file.write_bytes(data)


def touch_output(scene: Scene, choice: int) -> None:
    """Delete or change a file of the output, or add one that is not ours."""
    ours = sorted(path for path in scene.output.rglob("*") if path.is_file() and path.name != FOREIGN)
    if not ours:
        return
    file = ours[choice % len(ours)]
    if choice % 3 == 0:
        file.unlink()
    elif choice % 3 == 1:
        file.write_bytes(file.read_bytes().swapcase())
    else:
        (scene.output / FOREIGN).write_bytes(b"<users/>")


def delete_manifest(scene: Scene, _: int) -> None:
    (scene.output / "manifest.json").unlink(missing_ok=True)


def do_nothing(_: Scene, __: int) -> None:
    """Build once more."""


SITE, OFFICE = BASE["content/site.yaml"], BASE["content/jigou/minzheng.yaml"]
NOTICE_COLUMN = BASE[f"{NOTICES}/_column.yaml"]
EDITS: tuple[Edit, ...] = (
    edit_body,
    edit_field("标题", "关于第{}件事的通知", "青岚区第{}号办法"),
    edit_field("稿件状态", "草稿", "", "正式"),
    withhold,
    edit_field("发布日期", "2026-11-10 09:00", "2027-01-05 08:00", "2026-11-02 10:30"),
    edit_field("主题分类", "民政、扶贫、救灾", "国务院组织机构", ""),
    edit_field("旧地址", "[/zfxxgk/2019/12.html]", "[/zfxxgk/jiu/{}.html]", ""),
    edit_field("废止", "[青政规〔2006〕1号]", "[青政规〔2007〕2号]", "", folder=f"{RULES}/g06"),
    edit_field("修改", "[{{文件: 青政规〔2008〕3号, 条款: 第二条}}]", "", folder=f"{RULES}/g05"),
    edit_field("有效期至", "2026-11-25", "2030-01-01", "", folder=RULES),
    edit_field("责任部门", "青岚区民政局", ""),
    edit_field("关键词", "[供暖, 民生]", ""),
    link_records,
    add_record,
    delete_record,
    rename_record,
    swap_records,
    change_attachment,
    change_picture,
    delete_attachment,
    add_attachment,
    write_file(f"{NOTICES}/_column.yaml", NOTICE_COLUMN, "标题: 公告{}\n收录: [政府信息]\n", ""),
    write_file("content/fdzdgknr/gongshi/_column.yaml", "标题: 公示\n收录: [政府信息]\n顺序: {}\n", ""),
    write_file("content/jigou/minzheng.yaml", OFFICE, OFFICE + "联系电话: 0000-{}\n", ""),
    write_file("content/jigou/caizheng.yaml", "名称: 青岚区财政局\n顺序: {}\n", "名称: 青岚区财政所\n", ""),
    write_file("content/site.yaml", SITE, SITE + "联系电话: 0000-{}\n", SITE + "层级: 市级\n"),
    write_file("content/site.yaml", SITE + "地方规则: shandong\n", SITE.replace("/zfxxgk/", "/zwgk/"), SITE),
    write_file("themes/default/templates/not_found.html", "", "<p>{{{{ page.titel }}}}</p>\n", "<p>没有{}</p>\n"),
    override,
    another_day,
    damage_memory,
    touch_output,
    delete_manifest,
    do_nothing,
)


@settings(
    deadline=None,
    max_examples=20,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # a series is short enough to read; making it shorter takes minutes
)
@given(
    make=st.sampled_from((pipeline.preview, pipeline.build)),
    edits=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 10**6)), min_size=3, max_size=7),
)
def test_build_after_any_edits_equals_a_clean_build(make: Make, edits: list[tuple[Edit, int]]) -> None:
    """What is refused leaves the output alone and is taken back; a published column refuses more than a preview."""
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene(Path(folder) / "project")
        assert not has_errors(scene.build(make).diagnostics)
        for edit, choice in edits:
            if make is pipeline.build and edit is touch_output:
                continue  # what was published is read from there
            files, as_of = dict(scene.files), scene.as_of
            edit(scene, choice)
            scene.lay()
            before = tree(scene.output)
            built = scene.build(make)
            clean, wanted = scene.clean_build()
            more = [found.id for found in built.diagnostics if found not in clean.diagnostics]
            assert make is pipeline.build or not more
            assert all(id.startswith("SG33") for id in more), more
            assert set(clean.diagnostics) <= set(built.diagnostics)
            if has_errors(built.diagnostics):
                assert tree(scene.output) == before
                scene.files, scene.as_of = files, as_of
                continue
            after = tree(scene.output)
            assert after.pop(FOREIGN, None) == before.get(FOREIGN)
            assert after == wanted
            assert built.counts.artifacts == clean.counts.artifacts
            again = scene.build(make)
            assert (again.counts.written, again.counts.removed) == (0, 0)
            assert again.counts.rendered == 0 or scene.damaged


# --- how much is made anew in a column of sixty documents


@pytest.fixture(scope="module")
def built_town(tmp_path_factory) -> World:
    place = World(tmp_path_factory.mktemp("town"), town())
    assert not has_errors(place.build().diagnostics)
    return place


def changed_by(place: World, files: dict[str, str | bytes], as_of: date = AS_OF) -> list[str]:
    """Return what a build after these changes writes; it renders nothing that it does not write."""
    place.write(files)
    built = place.build(as_of)
    assert not has_errors(built.diagnostics)
    assert built.counts.rendered == built.counts.written == len(built.changed)
    return sorted(built.changed)


def test_words_of_a_text_change_its_page_and_its_data(built_town) -> None:
    pages = ["data/changes-2026-04.json", "fdzdgknr/tongzhi/t30.html", "fdzdgknr/tongzhi/t30.json"]
    assert changed_by(built_town, {f"{NOTICES}/t30.md": notice(30, "改过的正文。\n")}) == pages
    assert changed_by(built_town, {f"{NOTICES}/t30.md": notice(30)}) == pages


def test_a_title_changes_what_shows_it(built_town) -> None:
    lists = [
        "data/changes-2026-04.json",
        "data/documents.csv",
        "data/documents.json",
        "data/register.json",
        "data/titles.js",
        "fdzdgknr/tongzhi/page-1.html",
        "fdzdgknr/tongzhi/t30.html",
        "fdzdgknr/tongzhi/t30.json",
        "jigou/qu-zhengfu/page-2.html",
        "zhuti/17/page-1.html",
        "zuixin/page-2.html",
    ]
    assert changed_by(built_town, {f"{NOTICES}/t30.md": notice(30, 标题="关于检查供水的通知")}) == lists
    assert changed_by(built_town, {f"{NOTICES}/t30.md": notice(30)}) == lists
