"""Configuration: the catalogues, from the site's own `catalogs/` and from those that sitegen ships."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic, Kind, Span, has_errors
from sitegen.formats import encoding, yaml_nodes
from sitegen.formats.yaml_nodes import Mapping, Node, Scalar
from sitegen.formats.yaml_nodes import Sequence as NodeSequence
from sitegen.model.catalogues import Catalogues, ColumnTypes, Domain, Genres, Layout, Profile, Themes

WRONG_CATALOGUE = Kind(
    id="SG610",
    name="目录数据不合格式",
    message="这里不合目录数据的格式：{problem}。",
    why="目录数据是检查和页面的依据，格式不对就不能用。",
    help="对照 sitegen 自带的同名文件改正。",
)
MISSING_CATALOGUE = Kind(
    id="SG611",
    name="缺少目录数据",
    message="找不到目录数据“{name}”。",
    why="没有它，就不知道栏目的版式和名单。",
    help="“地方规则”要写 catalogs/profiles/ 里有的名称；自带的文件不要删。",
)
KINDS = (WRONG_CATALOGUE, MISSING_CATALOGUE)

PROBLEMS = (
    (re.compile(r"Expected `(.+?)`, got `(.+?)`"), "这里应当是{0}，写的是{1}"),
    (re.compile(r"Object missing required field `(.+?)`"), "这里缺少“{0}”"),
    (re.compile(r"Object contains unknown field `(.+?)`"), "没有“{0}”这一项"),
    (re.compile(r"Invalid enum value (.+)"), "不能写{0}"),
)
SHAPES = {
    "str": "文字",
    "int": "整数",
    "bool": "true 或 false",
    "array": "列表",
    "object": "几个小项",
    "date": "日期",
    "null": "空白",
}
"""What msgspec calls the shapes of values, in Chinese."""

Record = TypeVar("Record")
STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


class CatalogueFiles(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of all catalogue files in use, by their names below `catalogs/`, and one digest of them."""

    files: dict[str, bytes]
    digest: bytes


def shipped(name: str) -> Path:
    """Return the folder `themes` or `catalogs` that comes with sitegen: in the wheel, or in a checkout."""
    package = Path(__file__).parent
    inside = package / "shipped" / name
    return inside if inside.is_dir() else package.parent / name


def find_catalogues(project: Path) -> CatalogueFiles:
    """Read the catalogue files; one in the project's `catalogs/` takes the place of a shipped one of the same name."""
    files: dict[str, bytes] = {}
    for folder in (shipped("catalogs"), project / "catalogs"):
        for file in sorted(folder.rglob("*.yaml")) if folder.is_dir() else ():
            files[file.relative_to(folder).as_posix()] = file.read_bytes()
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return CatalogueFiles(files=files, digest=digest.digest())


def read_catalogues(found: CatalogueFiles, profile: str) -> tuple[Catalogues | None, tuple[Diagnostic, ...]]:
    """Turn the catalogue files into records. SG610 and SG611, and the faults of YAML; None where one is an error."""
    diagnostics: list[Diagnostic] = []

    def one(name: str, record: type[Record]) -> Record | None:
        value, more = _read(found.files.get(name), name, record)
        diagnostics.extend(more)
        return value

    layout, themes, genres = (
        one("layout.yaml", Layout),
        one("themes.yaml", Themes),
        one("genres.yaml", Genres),
    )
    types, rules = one("column-types.yaml", ColumnTypes), one(f"profiles/{profile}.yaml", Profile)
    names = sorted(name for name in found.files if name.startswith("domains/"))
    domains = tuple(domain for name in names if (domain := one(name, Domain)) is not None)
    if (
        layout is None
        or themes is None
        or genres is None
        or types is None
        or rules is None
        or has_errors(diagnostics)
    ):
        return None, tuple(diagnostics)
    catalogues = Catalogues(
        layout=layout,
        themes=themes,
        genres=genres,
        column_types=types,
        domains=tuple(sorted(domains, key=lambda domain: domain.facts.number)),
        profile=rules,
        digest=found.digest,
    )
    return catalogues, tuple(diagnostics)


def _read(
    data: bytes | None, name: str, record: type[Record]
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    path = f"catalogs/{name}"
    if data is None:
        return None, (MISSING_CATALOGUE.found(name=name).at(path),)
    text, faults = encoding.decode(data)
    node, more = yaml_nodes.compose(text)
    diagnostics = tuple(fault.at(path) for fault in faults + more)
    if node is None or has_errors(diagnostics):
        return None, diagnostics or (WRONG_CATALOGUE.found(problem="文件是空的").at(path),)
    try:
        return msgspec.convert(plain(node), type=record, strict=False), diagnostics
    except msgspec.ValidationError as error:
        problem, _, where = str(error).partition(" - at ")
        span = _place(node, where.strip("`"))
        return None, (*diagnostics, WRONG_CATALOGUE.found(span, problem=_in_chinese(problem)).at(path))


def _in_chinese(problem: str) -> str:
    """Return what msgspec says of a wrong shape in a clerk's words."""
    for pattern, words in PROBLEMS:
        found = pattern.fullmatch(problem)
        if found is not None:
            return words.format(*(SHAPES.get(name.split(" | ")[0], name) for name in found.groups()))
    return problem


def plain(node: Node) -> object:
    """Return a node as plain lists, dictionaries and text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, NodeSequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {entry.key.text: plain(entry.value) for entry in node.entries}
    return None


def _place(node: Node, where: str) -> Span:
    """Return the span of the node that msgspec's path (`$.部分[0].名称`) leads to, as far as it leads."""
    for step in _steps(where):
        if isinstance(node, Mapping) and isinstance(step, str):
            node = next((entry.value for entry in node.entries if entry.key.text == step), node)
        elif isinstance(node, NodeSequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node.span


def _steps(where: str) -> Iterator[str | int]:
    for match in STEP.finditer(where):
        yield match.group(1) if match.group(1) is not None else int(match.group(2))


def theme_folders(project: Path) -> Sequence[Path]:
    """Return the folders in which templates are looked for: the site's own first."""
    return (project / "themes" / "default", shipped("themes") / "default")


def remembered_catalogues(
    project: Path, profile: str, memory: Memory
) -> tuple[Catalogues | None, tuple[Diagnostic, ...]]:
    """Return `read_catalogues` of the project, from memory where the files are as they were."""
    found = find_catalogues(project)
    key = hashlib.sha256(b"catalogues\0" + profile.encode() + b"\0" + found.digest).digest()
    known = memory.records([key])
    if key in known:
        return msgspec.msgpack.decode(known[key], type=Catalogues), ()
    catalogues, diagnostics = read_catalogues(found, profile)
    if catalogues is not None and not diagnostics:
        memory.remember_parsed([(key, msgspec.msgpack.encode(catalogues), b"")])
    return catalogues, diagnostics
