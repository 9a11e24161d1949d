"""The files of a new project: texts from the folder `starter/` beside this module, columns from the layout.

The texts hold marks such as `<<政府>>`. A name that begins with `dot-` there begins with a dot in the project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import msgspec

from sitegen.disclosure.working_days import is_working_day
from sitegen.formats import yaml_nodes
from sitegen.formats.nodes import plain
from sitegen.formats.pinyin import initials
from sitegen.model.catalogues import Layout, Section
from sitegen.scaffolding.desk import GOVERNMENT
from sitegen.scaffolding.header_text import Line, yaml_text

STARTER = Path(__file__).parent / "starter"
COLUMNS = "columns.yaml"
DEPARTMENT = "content/jigou/minzheng-ju.yaml"
"""The example of a department: only a government above the towns has departments."""
LAYOUT = "2021"
EARLIER, WAIT, YEARS = timedelta(days=60), timedelta(days=30), 5
"""How long ago the sample regulation was written, after how long it took effect, for how many years it stands."""


class Beginning(msgspec.Struct, frozen=True, kw_only=True):
    """What a new project is made for: the full name of a government or department, its level, the day."""

    title: str
    level: str
    address: str
    today: date


class SubSection(Section, frozen=True, kw_only=True):
    """A usual sub-column; `levels` are those that have it, none meaning all."""

    levels: tuple[str, ...] = msgspec.field(name="适用层级", default=())


class Part(Section, frozen=True, kw_only=True):
    """A fixed part with its usual sub-columns."""

    children: tuple[SubSection, ...] = msgspec.field(name="子栏目", default=())


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """The fixed parts in `catalogs/layout.yaml`."""

    parts: tuple[Part, ...] = msgspec.field(name="部分")


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """`columns.yaml`: which kinds the columns of a new project take, by folder and by statutory item."""

    folders: dict[str, tuple[str, ...]] = msgspec.field(name="固定部分")
    items: dict[str, tuple[str, ...]] = msgspec.field(name="法定内容")


def starter_files(beginning: Beginning, layout: str) -> dict[str, str]:
    """Return the files of a new project by their paths; `layout` is the text of `catalogs/layout.yaml`."""
    marks = _marks(beginning)
    files = dict(_columns(beginning, layout, marks["办公室"]))
    for file in sorted(STARTER.rglob("*")):
        name = file.relative_to(STARTER).as_posix()
        if not file.is_file() or name == COLUMNS or (name == DEPARTMENT and not _has_departments(beginning)):
            continue
        text = file.read_text(encoding="utf-8")
        for mark, value in marks.items():
            text = text.replace(f"<<{mark}>>", value)
        files["/".join(f".{part[4:]}" if part.startswith("dot-") else part for part in name.split("/"))] = (
            text
        )
    return files


def _has_departments(beginning: Beginning) -> bool:
    return beginning.level != "乡级" and beginning.title.endswith(GOVERNMENT)


def _marks(beginning: Beginning) -> Mapping[str, str]:
    """Return what stands for the marks."""
    place = beginning.title.removesuffix(GOVERNMENT) or beginning.title
    governs = beginning.title.endswith(GOVERNMENT)
    short = f"{place[-1]}政府" if governs else beginning.title
    opened = _working_day(beginning.today)
    written = _working_day(beginning.today - EARLIER)
    effective = written + WAIT
    last = _years_later(effective, YEARS) - timedelta(days=1)
    return {
        "政府": beginning.title,
        "地名": place,
        "地名末字": place[-1],
        "简称": short,
        "办公室": f"{beginning.title}办公室",
        "办公室简称": f"{short}办公室",
        "代字": place[0],
        "代码": f"{initials(place)[:2]:X<2}",
        "层级": beginning.level,
        "网址": beginning.address,
        "今天": written.isoformat(),
        "今年": str(opened.year),
        "开通日期": opened.isoformat(),
        "开通日期中文": _chinese(opened),
        "年": str(written.year),
        "成文日期": written.isoformat(),
        "成文日期中文": _chinese(written),
        "施行日期": effective.isoformat(),
        "施行日期中文": _chinese(effective),
        "有效期至": last.isoformat(),
        "有效期至中文": _chinese(last),
    }


def _working_day(day: date) -> date:
    """Return the last working day up to `day`."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _columns(beginning: Beginning, layout: str, office: str) -> Iterator[tuple[str, str]]:
    """Give the `_column.yaml` of every fixed part, of its usual sub-columns, of every statutory item."""
    data = _data(layout)
    kept = msgspec.convert(_data((STARTER / COLUMNS).read_text(encoding="utf-8")), type=Kept)
    laws = msgspec.convert(data, type=Layout, strict=False)
    for part in msgspec.convert(data, type=Parts, strict=False).parts:
        if LAYOUT not in part.layouts:
            continue
        yield _column(part.folder, part, kept.folders[part.folder], office)
        for child in part.children:
            folder = f"{part.folder}/{child.folder}"
            if folder in kept.folders and (not child.levels or beginning.level in child.levels):
                yield _column(folder, child, kept.folders[folder], office)
    statutory = next(part.folder for part in laws.parts if part.code == "fdzdgknr")
    for order, item in enumerate(laws.items_for(beginning.level), 1):
        section = Section(
            code=item.code,
            title=item.title,
            folder=item.folder,
            column_type=item.column_type,
            order=order,
            description=item.text,
        )
        accepts = kept.items.get(item.code, kept.items["其余"])
        yield _column(f"{statutory}/{item.folder}", section, accepts, office, (item.code,))


def _data(text: str) -> object:
    node, _ = yaml_nodes.compose(text)
    return plain(node) if node is not None else None


def _column(
    folder: str, section: Section, accepts: tuple[str, ...], office: str, items: tuple[str, ...] = ()
) -> tuple[str, str]:
    lines = (
        Line(key="标题", value=section.title),
        Line(key="顺序", value=str(section.order)),
        Line(key="说明", value=section.description or section.title),
        Line(key="栏目类型", value=(section.column_type,)),
        Line(key="收录", value=accepts),
        *((Line(key="法定内容", value=items),) if items else ()),
        Line(key="责任机构", value=office),
    )
    return f"content/{folder}/_column.yaml", yaml_text(lines)
