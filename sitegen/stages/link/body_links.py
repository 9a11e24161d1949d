"""Links inside bodies: where each marker of a text's HTML leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen import urls
from sitegen.diagnostics import Diagnostic, Kind, Leeway
from sitegen.disclosure.clean_numbers import number_of
from sitegen.disclosure.publication import is_decided, why_held
from sitegen.formats.suggestions import nearest
from sitegen.model.records import AnyRecord
from sitegen.model.values import Link
from sitegen.site import LinkTarget
from sitegen.stages.link.targets import Targets, owner_of

DEAD_LINK = Kind(
    id="SG304",
    name="链接的文件不存在",
    message="链接“{text}”指向的“{target}”不存在。",
    why="错链、断链是检查的扣分项（R107）。",
    help="核对路径：从本文件所在的文件夹算起。{suggestion}",
    leeway=Leeway.OLD,
)
DEAD_NUMBER = Kind(
    id="SG305",
    name="链接的文号不存在",
    message="栏目里没有文号为“{target}”的文件。",
    why="[[文号]] 只能链接栏目里已有的文件（R107）。",
    help="核对文号；栏目里没有的文件，去掉 [[ 和 ]]。{suggestion}",
    leeway=Leeway.OLD,
)
DEAD_ANCHOR = Kind(
    id="SG306",
    name="链接的段落不存在",
    message="“{target}”里没有“{fragment}”这一处。",
    why="点开以后停不到要看的地方。",
    help="井号后面写标题的文字或者条的名称，例如 #第十二条。{suggestion}",
    leeway=Leeway.OLD,
)
MISSING_FILE = Kind(
    id="SG307",
    name="图片或附件不存在",
    message="找不到文件“{target}”。",
    why="附件和图片要能打开（R108）。",
    help="把文件放进与本文件同名的文件夹，并核对文件名。{suggestion}",
    leeway=Leeway.OLD,
)
HELD_LINK = Kind(
    id="SG308",
    name="链接了不公开的文件",
    message="链接指向的《{title}》{reason}。",
    why="不公开的文件没有网页，点开是空的（R29、R82）。",
    help="去掉这个链接，或者先公开那个文件。",
    leeway=Leeway.OLD,
)
OUTSIDE_CONTENT = Kind(
    id="SG309",
    name="链接超出了栏目",
    message="链接“{target}”指到了栏目以外。",
    why="content/ 以外的文件不会公开。",
    help="把要链接的文件放到 content/ 里；别的网站写完整网址。",
    leeway=Leeway.OLD,
)
KINDS = (DEAD_LINK, DEAD_NUMBER, DEAD_ANCHOR, MISSING_FILE, HELD_LINK, OUTSIDE_CONTENT)

PAGE_ANCHORS = frozenset({"", "main", "mulu", "fujian", "xiangguan", "biaozhun", "xiazai"})
"""Places that the page of a record may have around its text."""
Resolved = tuple[LinkTarget | None, Diagnostic | None]


def body_targets(
    record: AnyRecord, targets: Targets
) -> tuple[tuple[LinkTarget | None, ...], list[Diagnostic]]:
    """Return where the links of `record`'s body lead, in the order of its markers; SG304–SG309."""
    found: list[LinkTarget | None] = []
    diagnostics: list[Diagnostic] = []
    for link in record.links:
        target, problem = RESOLVERS[link.form](record, link, targets)
        found.append(target)
        if problem is not None:
            diagnostics.append(problem)
    return tuple(found), diagnostics


def _citation(record: AnyRecord, link: Link, targets: Targets) -> Resolved:
    """Resolve an automatic link: a document of the site that the text names; any other stays plain text."""
    target = targets.numbers.get(number_of(link.target))
    if target is None or target.path == record.path or target.path not in targets.published:
        return None, None
    return LinkTarget(urls.page_of(target.path), target.title), None


def _complete(_record: AnyRecord, _link: Link, _targets: Targets) -> Resolved:
    """Leave a link alone that is complete in the HTML already: outside addresses, places of the same text."""
    return None, None


def _anchor(record: AnyRecord, link: Link, _targets: Targets) -> Resolved:
    """Check a link to a place of the same text; places of the page around it are named in `PAGE_ANCHORS`."""
    if link.fragment in record.anchors or link.fragment in PAGE_ANCHORS:
        return None, None
    close = nearest(link.fragment, record.anchors)
    suggestion = f"是不是“{close[0]}”？" if close else ""
    problem = DEAD_ANCHOR.found(link.span, target="本页", fragment=link.fragment, suggestion=suggestion)
    return None, problem.at(record.source)


def _number(record: AnyRecord, link: Link, targets: Targets) -> Resolved:
    number = number_of(link.target)
    target = targets.numbers.get(number)
    if target is None:
        close = nearest(number, [*targets.numbers])
        suggestion = f"是不是“{close[0]}”？" if close else ""
        return None, DEAD_NUMBER.found(link.span, target=link.target, suggestion=suggestion).at(record.source)
    return _to_record(record, link, target, targets)


def _file(record: AnyRecord, link: Link, targets: Targets) -> Resolved:
    path = urls.resolve(record.column, link.target)
    if path is None:
        return None, OUTSIDE_CONTENT.found(link.span, target=link.target).at(record.source)
    if path.endswith((".md", ".html")):
        name = path.rpartition(".")[0]
        target = targets.published.get(name) or targets.held.get(name)
        if target is not None:
            return _to_record(record, link, target, targets)
        if name.endswith("/index") and name[:-6] in targets.columns:
            path = name[:-6]
    if path.removesuffix("/_column.yaml") in targets.columns:
        path = path.removesuffix("/_column.yaml")
        return LinkTarget(urls.index_of(path), targets.columns[path].title), None
    if path.endswith(".yaml") and path[:-5] in targets.bodies:
        return LinkTarget(urls.page_of(path[:-5]), targets.bodies[path[:-5]].title), None
    if path in urls.SERVICE_PAGES:
        return LinkTarget(path), None
    return _attached(record, link, path, targets) or (None, _dead(record, link, path, targets))


def _image(record: AnyRecord, link: Link, targets: Targets) -> Resolved:
    path = urls.resolve(record.column, link.target)
    if path is None:
        return None, OUTSIDE_CONTENT.found(link.span, target=link.target).at(record.source)
    found = _attached(record, link, path, targets)
    if found is not None and found[0] is not None:
        return LinkTarget(found[0].path, picture=targets.files[path].digest), None
    if found is not None:
        return found
    own = [name for name in targets.files if name.startswith(f"{record.path}/")]
    suggestion = _meant(path, own, record.column)
    return None, MISSING_FILE.found(link.span, target=link.target, suggestion=suggestion).at(record.source)


def _attached(record: AnyRecord, link: Link, path: str, targets: Targets) -> Resolved | None:
    """Resolve a link to a file; None where there is none. What could not be read is no second fault."""
    if path in targets.files:
        owner = targets.held.get(owner_of(path, targets.held))
        if owner is not None and record.path in targets.published:
            return None, _held(record, link, owner)
        return LinkTarget(urls.encoded(path)), None
    page = path.removesuffix(".html") + ".md"
    unread = {path, page, f"{path}/_column.yaml"} & targets.unread
    return (None, None) if unread else None


def _held(record: AnyRecord, link: Link, target: AnyRecord) -> Diagnostic | None:
    if not is_decided(target):
        return None
    return HELD_LINK.found(link.span, title=target.title, reason=why_held(target)).at(record.source)


def _to_record(record: AnyRecord, link: Link, target: AnyRecord, targets: Targets) -> Resolved:
    if target.path in targets.withdrawn:
        return LinkTarget(urls.page_of(target.path), target.title), None
    if target.path in targets.held:
        if record.path in targets.held:
            return None, None
        return None, _held(record, link, target)
    path = urls.page_of(target.path)
    if not link.fragment:
        return LinkTarget(path, target.title), None
    if link.fragment in target.anchors:
        return LinkTarget(f"{path}#{link.fragment}", target.title), None
    close = nearest(link.fragment, target.anchors)
    suggestion = f"是不是“{close[0]}”？" if close else ""
    problem = DEAD_ANCHOR.found(link.span, target=link.target, fragment=link.fragment, suggestion=suggestion)
    return LinkTarget(path, target.title), problem.at(record.source)


def _dead(record: AnyRecord, link: Link, path: str, targets: Targets) -> Diagnostic:
    if path.startswith(f"{record.path}/"):
        own = [name for name in targets.files if name.startswith(f"{record.path}/")]
        suggestion = _meant(path, own, record.column)
        return MISSING_FILE.found(link.span, target=link.target, suggestion=suggestion).at(record.source)
    others = [f"{name}.md" for name in targets.published if name != record.path]
    suggestion = _meant(path, others, record.column)
    return DEAD_LINK.found(link.span, text=link.text, target=link.target, suggestion=suggestion).at(
        record.source
    )


def _meant(path: str, candidates: list[str], folder: str) -> str:
    """Return “did you mean” with the closest candidate, written as seen from `folder`."""
    name = path.rpartition("/")[2]
    same = [candidate for candidate in candidates if candidate.rpartition("/")[2] == name]
    close = same[:1] or list(nearest(path, candidates))
    if not close:
        return ""
    return f"是不是“{urls.relative(folder, close[0])}”？"


RESOLVERS: Mapping[str, Callable[[AnyRecord, Link, Targets], Resolved]] = {
    "citation": _citation,
    "number": _number,
    "file": _file,
    "image": _image,
    "external": _complete,
    "anchor": _anchor,
}
