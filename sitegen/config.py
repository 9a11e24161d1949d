"""Configuration: the catalogues, from the site's own `catalogs/` and from those that sitegen ships."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from sitegen.cache import Memory
from sitegen.diagnostics import Diagnostic, Kind, has_errors
from sitegen.formats import encoding, merge_conflicts, yaml_nodes
from sitegen.formats.nodes import Node, node_at, plain, spans_of
from sitegen.formats.shapes import problem_of
from sitegen.model.catalogues import (
    Catalogues,
    Channels,
    ColumnTypes,
    Domain,
    Genres,
    Layout,
    Themes,
    Traditional,
)
from sitegen.model.domain_words import DomainWords, ItemWords
from sitegen.model.standards import GuideStandard, Privacy, ServiceStandard, Standards, Style
from sitegen.profiles import read_profile

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
TITLE_WORDS = "words.txt"

Record = TypeVar("Record")


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
        for file in (*sorted(folder.rglob("*.yaml")), *folder.glob(TITLE_WORDS)) if folder.is_dir() else ():
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

    layout, themes = one("layout.yaml", Layout), one("themes.yaml", Themes)
    genres, types = one("genres.yaml", Genres), one("column-types.yaml", ColumnTypes)
    channels, traditional = one("channels.yaml", Channels), one("traditional.yaml", Traditional)
    title_words, of_words = _read_title_words(found)
    standards, of_standards = _read_standards(found)
    rules, more = read_profile(profile, found.files, lambda name: _compose(found.files.get(name), name))
    domains, of_domains = _read_domains(found)
    diagnostics += (*of_words, *of_standards, *more, *of_domains)
    if (
        layout is None
        or themes is None
        or genres is None
        or types is None
        or channels is None
        or rules is None
        or traditional is None
        or has_errors(diagnostics)
    ):
        return None, tuple(diagnostics)
    return Catalogues(
        layout=layout,
        themes=themes,
        genres=genres,
        column_types=types,
        channels=channels,
        domains=domains,
        profile=rules,
        standards=standards.of(rules),
        traditional=traditional,
        title_words=title_words,
        digest=found.digest,
    ), tuple(diagnostics)


def _read_title_words(found: CatalogueFiles) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the words of titles, each once; what follows a # is a note."""
    text, faults = encoding.decode(found.files.get(TITLE_WORDS, b""))
    words = {word for line in text.splitlines() for word in line.partition("#")[0].split()}
    return tuple(sorted(words)), tuple(fault.at(f"catalogs/{TITLE_WORDS}") for fault in faults)


def _read_standards(found: CatalogueFiles) -> tuple[Standards, tuple[Diagnostic, ...]]:
    """Return what texts are inspected for; a family whose file has an error stands there without data."""
    name = "inspection/privacy.yaml"
    privacy, diagnostics = _read(found.files.get(name), name, Privacy)
    name = "inspection/guide.yaml"
    guide, more = _read(found.files.get(name), name, GuideStandard)
    name = "inspection/style.yaml"
    style, even_more = _read(found.files.get(name), name, Style)
    name = "inspection/service.yaml"
    service, of_service = _read(found.files.get(name), name, ServiceStandard)
    standards = Standards(
        privacy=privacy or Privacy(),
        guide=guide or GuideStandard(),
        service=service or ServiceStandard(),
        style=style or Style(),
    )
    return standards, (*diagnostics, *more, *even_more, *of_service)


def _read_domains(found: CatalogueFiles) -> tuple[tuple[Domain, ...], tuple[Diagnostic, ...]]:
    """Return the domains that can be read, in the order of their numbers."""
    domains: list[Domain] = []
    diagnostics: list[Diagnostic] = []
    for name in sorted(name for name in found.files if name.startswith("domains/")):
        node, more = _compose(found.files[name], name)
        diagnostics += more
        if node is not None:
            domain, more = _converted(node, name, Domain)
            diagnostics += more
            if domain is not None:
                spans = msgspec.msgpack.encode(dict(spans_of(node)))
                domains.append(msgspec.structs.replace(domain, file=name, spans=spans))
    return tuple(sorted(domains, key=lambda domain: domain.facts.number)), tuple(diagnostics)


def read_words(
    found: CatalogueFiles,
) -> tuple[tuple[DomainWords, ...], ItemWords, tuple[Diagnostic, ...]]:
    """Return the words by which texts show their domain and their item; only suggestions need them."""
    words: list[DomainWords] = []
    diagnostics: list[Diagnostic] = []
    for name in sorted(name for name in found.files if name.startswith("domain-words/")):
        one, more = _read(found.files[name], name, DomainWords)
        diagnostics += more
        words += [one] if one is not None else []
    items, more = _read(found.files.get("item-words.yaml"), "item-words.yaml", ItemWords)
    return tuple(words), items or ItemWords(), (*diagnostics, *more)


def _read(
    data: bytes | None, name: str, record: type[Record]
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    node, diagnostics = _compose(data, name)
    if node is None:
        return None, diagnostics
    value, more = _converted(node, name, record)
    return value, (*diagnostics, *more)


def _converted(node: Node, name: str, record: type[Record]) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    try:
        return msgspec.convert(plain(node), type=record, strict=False), ()
    except msgspec.ValidationError as error:
        problem, steps = problem_of(error)
        span = node_at(node, steps).span
        return None, (WRONG_CATALOGUE.found(span, problem=problem).at(f"catalogs/{name}"),)


def _compose(data: bytes | None, name: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return what a catalogue file says; None where it is missing, empty or faulty."""
    path = f"catalogs/{name}"
    if data is None:
        return None, (MISSING_CATALOGUE.found(name=name).at(path),)
    text, faults = encoding.decode(data)
    text, unmerged = merge_conflicts.chosen(text)
    node, more = yaml_nodes.compose(text)
    diagnostics = tuple(fault.at(path) for fault in faults + unmerged + more)
    if node is None or has_errors(diagnostics):
        return None, diagnostics or (WRONG_CATALOGUE.found(problem="文件是空的").at(path),)
    return node, diagnostics


def theme_folders(project: Path) -> Sequence[Path]:
    """Return the folders in which templates are looked for: the site's own first, where it has one."""
    own = project / "themes" / "default"
    return (*((own,) if own.is_dir() else ()), shipped("themes") / "default")


def remembered_catalogues(
    project: Path, profile: str, memory: Memory
) -> tuple[Catalogues | None, tuple[Diagnostic, ...]]:
    """Return `read_catalogues` of the project, from memory where the files are as they were."""
    found = find_catalogues(project)
    key = hashlib.sha256(b"catalogues\0" + profile.encode() + b"\0" + found.digest).digest()
    known = memory.records([key])
    if key in known:
        return _decoded(known[key]), ()
    catalogues, diagnostics = read_catalogues(found, profile)
    if catalogues is not None and not diagnostics:
        memory.remember_parsed([(key, msgspec.msgpack.encode(catalogues), b"")])
    return catalogues, diagnostics


@lru_cache(maxsize=1)
def _decoded(catalogues: bytes) -> Catalogues:
    """Return remembered catalogues; a preview asks for the same ones at every build."""
    return msgspec.msgpack.decode(catalogues, type=Catalogues)
