"""Where records lie: columns, bodies, catalogue items, attachments, addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen import urls
from sitegen.diagnostics import Diagnostic, Kind, Leeway, Place, Severity, Span
from sitegen.formats.suggestions import nearest
from sitegen.model.catalogues import Item
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Body, Column
from sitegen.site import FileFacts
from sitegen.stages.link.targets import owner_of

NO_COLUMN = Kind(
    id="SG501",
    name="文件夹不是栏目",
    message="文件夹“{folder}”里有信息，却没有 _column.yaml。",
    why="栏目要有名称和说明（R95），读者才知道里面是什么。",
    help="在这个文件夹里新建 _column.yaml，至少写“标题: ……”和“收录: [政府信息]”。",
)
WRONG_COLUMN = Kind(
    id="SG502",
    name="放错栏目",
    message="栏目“{column}”不收“{kind}”。",
    why="同一栏目只放同一类信息，混放会被指为“内容混杂”（R5）。",
    help="把文件移到收“{kind}”的栏目，或者在 {source} 的“收录”里加上“{kind}”。",
    leeway=Leeway.OLD,
)
UNKNOWN_BODY = Kind(
    id="SG503",
    name="没有这个机构",
    message="“{key}”写的“{name}”不在 content/jigou/ 里。",
    why="机构要用标准全称（R86），同一机构只有一种写法。",
    help="写机构的全称；新机构先在 content/jigou/ 里建一个文件。{suggestion}",
    leeway=Leeway.OLD,
)
UNKNOWN_ITEM = Kind(
    id="SG601",
    name="没有这个目录事项",
    message="标准目录里没有“{code}”。",
    why="信息要和标准目录的事项一一对应（R92）。",
    help="照 catalogs/domains/ 里的“代码”写。{suggestion}",
    leeway=Leeway.OLD,
)
UNKNOWN_STATUTORY_ITEM = Kind(
    id="SG504",
    name="没有这项法定内容",
    message="法定主动公开内容里没有“{code}”。",
    why="条例第二十条、第二十一条的事项用固定的代码（R21）。",
    help="写 a20-01 到 a20-15，或者第二十一条的代码。{suggestion}",
    leeway=Leeway.OLD,
)
MISSING_ATTACHMENT = Kind(
    id="SG310",
    name="附件不存在",
    message="附件“{file}”不在文件夹“{folder}”里。",
    why="附件要能下载（R108）。",
    help="把文件放进这个文件夹，并核对文件名。{suggestion}",
    leeway=Leeway.OLD,
)
UNUSED_FILE = Kind(
    id="SG311",
    name="没有用到的附件",
    message="“{file}”没有写在“附件”里，正文也没有链接它，不会公开。",
    why="没有用到的文件多半是忘了写进“附件”，或者忘了删。",
    help="在“附件”里加上它；不需要就删掉。",
    severity=Severity.WARNING,
)
SAME_ADDRESS = Kind(
    id="SG321",
    name="两个文件用同一个网址",
    message="网址“{address}”已经被“{other}”用了。",
    why="一个网址只能对应一份内容。",
    help="把其中一个文件改名，或者去掉重复的旧地址。",
)
WRONG_OLD_ADDRESS = Kind(
    id="SG312",
    name="旧地址不能用",
    message="旧地址“{address}”不能成为栏目里的一个网址。",
    why="打开旧地址时会转到这里，所以旧地址要能放进栏目的文件夹，不能指到外面。",
    help="照原来的网址写路径，例如 /zwgk/2019/0312/12.html，不要用“..”和特殊符号。",
    leeway=Leeway.OLD,
)
ANYWHERE = frozenset({"nothing_to_disclose", "tombstone"})
"""Kinds that stand in the place of any other, so every column takes them."""
KINDS = (
    NO_COLUMN,
    WRONG_COLUMN,
    UNKNOWN_BODY,
    UNKNOWN_ITEM,
    UNKNOWN_STATUTORY_ITEM,
    MISSING_ATTACHMENT,
    UNUSED_FILE,
    SAME_ADDRESS,
    WRONG_OLD_ADDRESS,
)


def check_columns(records: Iterable[AnyRecord], columns: Mapping[str, Column]) -> list[Diagnostic]:
    """Return SG501 and SG502: records outside a column, or in one that does not take their kind."""
    found: list[Diagnostic] = []
    missing: set[str] = set()
    for record in records:
        column = columns.get(record.column)
        if column is None:
            missing.add(record.column)
        elif record.kind not in column.accepts and record.kind not in ANYWHERE:
            kind = BY_NAME[record.kind].title
            span = record.place("kind") or record.place("title")
            problem = WRONG_COLUMN.found(span, column=column.title, kind=kind, source=column.source)
            found.append(problem.at(record.source))
    for path in columns:
        parent = path.rpartition("/")[0]
        if parent and parent not in columns:
            missing.add(parent)
    found += [NO_COLUMN.found(folder=folder).at(f"content/{folder}/_column.yaml") for folder in missing]
    return found


def check_bodies(
    records: Iterable[AnyRecord], columns: Iterable[Column], bodies: Mapping[str, Body]
) -> list[Diagnostic]:
    """Return SG503: names of bodies that are not registered; `bodies` is by full name."""
    found: list[Diagnostic] = []
    for record in records:
        drafting = getattr(record, "drafting_bodies", ())
        names = (record.publisher, record.responsible_body, *record.issuing_bodies, *drafting)
        if all(name in bodies for name in names if name):
            continue
        named = [
            ("发布机构", "publisher", record.publisher),
            ("责任部门", "responsible_body", record.responsible_body),
        ]
        named += [("发文机关", f"issuing_bodies/{n}", name) for n, name in enumerate(record.issuing_bodies)]
        named += [("起草部门", f"drafting_bodies/{n}", name) for n, name in enumerate(drafting)]
        for key, attribute, name in named:
            if name and name not in bodies and not (record.reprint_of and key == "发文机关"):
                found.append(_unknown_body(key, name, record.place(attribute), record.source, bodies))
    for column in columns:
        if column.responsible_body and column.responsible_body not in bodies:
            found.append(_unknown_body("责任机构", column.responsible_body, None, column.source, bodies))
    return found


def _unknown_body(
    key: str, name: str, span: Span | None, source: str, bodies: Mapping[str, Body]
) -> Diagnostic:
    close = nearest(name, [*bodies])
    suggestion = f"是不是“{close[0]}”？" if close else ""
    return UNKNOWN_BODY.found(span, key=key, name=name, suggestion=suggestion).at(source)


def check_items(
    records: Iterable[AnyRecord], items: Mapping[str, Item], statutory: frozenset[str]
) -> list[Diagnostic]:
    """Return SG601 and SG504: codes of catalogue items and statutory items that do not exist."""
    found: list[Diagnostic] = []
    for record in records:
        for attribute, codes, known, kind in (
            ("catalogue_items", record.catalogue_items, items, UNKNOWN_ITEM),
            ("statutory_items", record.statutory_items, statutory, UNKNOWN_STATUTORY_ITEM),
        ):
            for number, code in enumerate(codes):
                if code not in known:
                    close = nearest(code, [*known])
                    suggestion = f"是不是“{close[0]}”？" if close else ""
                    span = record.place(f"{attribute}/{number}") or record.place(attribute)
                    found.append(kind.found(span, code=code, suggestion=suggestion).at(record.source))
    return found


def check_attachments(
    records: Iterable[AnyRecord], files: Mapping[str, FileFacts], linked: set[str], unread: frozenset[str]
) -> list[Diagnostic]:
    """Return SG310 and SG311; `linked` are the site paths of files that bodies link, `unread` what is missing there."""
    found: list[Diagnostic] = []
    own: defaultdict[str, list[str]] = defaultdict(list)
    by_path = {record.path: record for record in records}
    for path in files:
        own[owner_of(path, by_path)].append(path)
    for record in by_path.values():
        listed: set[str] = set()
        for attachment in record.attachments:
            path = f"{record.path}/{attachment.file}"
            listed.add(path)
            if path not in files and path not in unread:
                names = [name.removeprefix(f"{record.path}/") for name in own[record.path]]
                close = nearest(attachment.file, names)
                listed.update(f"{record.path}/{name}" for name in close[:1])
                suggestion = f"是不是“{close[0]}”？" if close else ""
                problem = MISSING_ATTACHMENT.found(
                    attachment.span,
                    file=attachment.file,
                    folder=f"content/{record.path}",
                    suggestion=suggestion,
                )
                found.append(problem.at(record.source))
        for path in own[record.path]:
            if path not in listed and urls.encoded(path) not in linked:
                name = path.rpartition("/")[2]
                found.append(UNUSED_FILE.found(file=name).at(f"content/{path}"))
    return found


def check_old_addresses(records: Iterable[AnyRecord], base_path: str) -> list[Diagnostic]:
    """Return SG312 for old addresses that no file of the column can have."""
    return [
        WRONG_OLD_ADDRESS.found(record.place(f"aliases/{number}"), address=alias).at(record.source)
        for record in records
        for number, alias in enumerate(record.aliases)
        if not urls.is_plain(urls.old_path(alias, base_path))
    ]


def check_addresses(claims: Iterable[tuple[str, str, Span | None]]) -> list[Diagnostic]:
    """Return SG321 for addresses that two files claim; a claim is (site path, source file, place).

    Addresses that differ only in case are one address: some servers and disks cannot tell them apart.
    """
    found: list[Diagnostic] = []
    first: dict[str, tuple[str, Span | None]] = {}
    for address, source, span in claims:
        other = first.setdefault(address.lower(), (source, span))
        if other != (source, span):
            related = (Place(path=other[0], span=other[1], note="先用了这个网址"),)
            found.append(SAME_ADDRESS.found(span, address=address, other=other[0]).at(source, related))
    return found
