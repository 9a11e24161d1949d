"""Nothing vanishes: what was published stays where it was, with its number and its date (R52, R74, R110).

The column is held against the register of addresses that an earlier one left behind: that of the last build
into the same folder, or that of a commit. An address may come to answer with a redirect (旧地址) or with a
statement (撤下说明), and in no other way may its record go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sitegen import urls
from sitegen.diagnostics import Diagnostic, Kind, Leeway, Severity, Span
from sitegen.disclosure.publication import publication, why_held
from sitegen.model.kinds import BY_NAME
from sitegen.model.local_rules import Answer
from sitegen.model.records import AnyRecord, Tombstone
from sitegen.model.values import Stage
from sitegen.site import Site
from sitegen.views.make_register import addresses_of, make_register
from sitegen.views.register import Entry, Register, Status

WHY_GONE = "公开过的网址要一直能打开：已经废止、失效的文件只能标注，不能删除（R52）。"
ADDRESS_GONE = Kind(
    id="SG331",
    name="公开过的网页不见了",
    message="《{title}》在 {address} 公开过，现在没有了。",
    why=WHY_GONE,
    help="移动或者改名的，在新文件里写“旧地址: [{address}]”；不该删的，恢复 {source}；"
    "确实要撤下的，在 {source} 写一份“类型: 撤下说明”，说明日期、理由和联系方式。{old}",
    in_draft=Severity.ERROR,
)
HIDDEN = Kind(
    id="SG332",
    name="公开过的信息改成不公开",
    message="《{title}》在 {address} 公开过，现在{reason}，网页会不见。",
    why=WHY_GONE,
    help="仍然公开的，改回原来的写法；确实要撤下的，把这个文件改成“类型: 撤下说明”，说明日期、理由和联系方式"
    "（原文可以另存一份不公开的文件）。{old}",
    in_draft=Severity.ERROR,
)
REDIRECT_GONE = Kind(
    id="SG333",
    name="旧地址打不开了",
    message="{address} 以前会转到《{title}》，现在打不开了。",
    why="改过的网址要一直能转到新的地方（R52、R108）。",
    help="在这个文件的“旧地址”里写上 {address}。",
    in_draft=Severity.ERROR,
)
PLACE_GONE = Kind(
    id="SG334",
    name="栏目、机构或者译文的网页不见了",
    message="“{title}”在 {address} 公开过，现在没有了。",
    why=WHY_GONE,
    help="恢复 {source}{ended}；已经并到别处的，在那里的一篇信息的“旧地址”里写 {address}。",
    in_draft=Severity.ERROR,
)
INDEX_NUMBER_CHANGED = Kind(
    id="SG335",
    name="索引号改了",
    message="《{title}》公开时的索引号是“{before}”，现在是“{now}”。",
    why="索引号是每条信息唯一不变的标识，一经生成不再更改（R74）。",
    help="改回“索引号: {before}”。这里换成了另一条信息的，另用一个文件名，原来的内容留在原处。",
    in_draft=Severity.ERROR,
)
PUBLISHED_EARLIER = Kind(
    id="SG336",
    name="发布日期往前改了",
    message="《{title}》公开时的发布日期是 {before}，现在改成了更早的 {now}。",
    why="发布日期不能早于第一次公开的日期；伪造发稿日期是单项否决的问题（R110）。",
    help="改回 {before}；确实是补录历史信息的，加一行“补录: 是”。",
    in_draft=Severity.ERROR,
)
DATED_BACK = Kind(
    id="SG337",
    name="发布日期早于公开的日期",
    message="《{title}》写的发布日期是 {now}，但是到 {as_of} 栏目里还没有它。",
    why="发布日期是信息真正公开的日期；伪造发稿日期是单项否决的问题（R110）。",
    help="把“发布日期”改成真正公开的这一天；补录历史信息的，加一行“补录: 是”。",
    in_draft=Severity.ERROR,
)
ROOT_CHANGED = Kind(
    id="SG338",
    name="整个栏目换了地址",
    message="栏目的地址从 {before} 换成了 {now}，所有网页的网址都变了。",
    why=WHY_GONE,
    help="请门户网站的服务器把 {before} 开头的网址都转到 {now}；写错了的，改正“网址”或者“基础路径”。",
    severity=Severity.WARNING,
    in_draft=Severity.ERROR,
    leeway=Leeway.NONE,
)
NO_REGISTER = Kind(
    id="SG339",
    name="上次公开的登记读不出来",
    message="“{path}”读不出来，没有和上次公开的网页对照。",
    why="要知道上次公开了哪些网页，才能发现不见了的。",
    help="从备份恢复输出文件夹；或者用 sitegen check --since 和 git 里的版本对照。",
    severity=Severity.WARNING,
    in_draft=Severity.ERROR,
    leeway=Leeway.NONE,
)
KINDS = (
    ADDRESS_GONE,
    HIDDEN,
    REDIRECT_GONE,
    PLACE_GONE,
    INDEX_NUMBER_CHANGED,
    PUBLISHED_EARLIER,
    DATED_BACK,
    ROOT_CHANGED,
    NO_REGISTER,
)


ADVICE: Mapping[Status, str] = {
    Status.COLUMN: "，里面可以是空的",
    Status.BODY: "，写上“撤并日期”和“撤并说明”",
    Status.TRANSLATION: "；不再提供译文的，在中文那一篇的“旧地址”里写这个网址，读者会转到中文",
    Status.EDITION: "里的“繁体版: 是”",
}
"""What may be done about pages that are not of a single record."""


def vanished(site: Site, last: Register) -> Iterator[Diagnostic]:
    """Yield SG331–SG338: what `last` had published and `site` no longer answers in the same way.

    Where `site` is of an earlier day than `last`, what is only not yet public on that day has not vanished.
    """
    now = make_register(site)
    if now.base != last.base:
        yield ROOT_CHANGED.found(before=last.base, now=now.base).at("content/site.yaml")
    known = now.entries.keys() | (_coming(site) if site.as_of < last.as_of else set())
    redirects = _redirects(last)
    for path, before in last.entries.items():
        entry = now.entries.get(path)
        if entry is not None:
            yield from _changed(path, before, entry, site, last)
        elif path not in known:
            yield from _gone(path, before, site, now, redirects.get(path, ()))
    if site.as_of >= last.as_of:
        yield from _dated_back(site, last)


def _coming(site: Site) -> set[str]:
    """Return the addresses of what becomes public after the as-of date, or is a statement from then on."""
    later = publication(site.held.values(), date.max)
    records = (*later.published, *later.tombstones.values())
    base_path = site.config.base_path
    return {path for record in records for path, _ in addresses_of(record, Status.PUBLISHED, base_path)}


def _redirects(last: Register) -> Mapping[str, Sequence[str]]:
    """Return the old addresses of each address."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, entry in last.entries.items():
        if entry.target:
            found[entry.target].append(path)
    return found


def _may_change(before: str, record: AnyRecord, site: Site) -> bool:
    """Tell whether the place gives a new number with another publisher, and it begins with another code (R74)."""
    stays = site.catalogues.profile.index_number.stays
    if (stays.value is Answer.YES) is stays.holds_for(None):
        return False
    return before.partition("/")[0] != record.index_number.partition("/")[0] != ""


def _gone(path: str, before: Entry, site: Site, now: Register, old: Sequence[str]) -> Iterator[Diagnostic]:
    address = _address(path, site)
    if before.status in ADVICE:
        source = _place_source(path, before)
        advice = ADVICE[before.status]
        found = PLACE_GONE.found(title=before.title, address=address, source=source, ended=advice)
        yield found.at(source)
    elif before.target:
        yield from _redirect_gone(address, before, site, now)
    else:
        named = "、".join(_address(each, site) for each in old)
        yield _record_gone(path, before, site, f"它的旧地址（{named}）也要接着写上。" if old else "")


def _record_gone(path: str, before: Entry, site: Site, old: str) -> Diagnostic:
    address, record = _address(path, site), site.held.get(path.removesuffix(".html"))
    if record is None:
        source = f"content/{path.removesuffix('.html')}.md"
        return ADDRESS_GONE.found(title=before.title, address=address, source=source, old=old).at(source)
    reason = why_held(record)
    if isinstance(record, Tombstone) and record.stage is Stage.FINAL:
        reason = "写的撤下日期还没有到"
    found = HIDDEN.found(_held_place(record), title=before.title, address=address, reason=reason, old=old)
    return found.at(record.source)


def _redirect_gone(address: str, before: Entry, site: Site, now: Register) -> Iterator[Diagnostic]:
    """Yield SG333 for a redirect; where its target is gone as well, SG331 has said that it must go on."""
    target = now.entries.get(before.target)
    record_path = (target.target if target is not None and target.target else before.target).removesuffix(
        ".html"
    )
    record = site.by_path.get(record_path) or site.tombstones.get(record_path)
    if record is not None:
        found = REDIRECT_GONE.found(record.place("aliases"), address=address, title=record.title)
        yield found.at(record.source)


def _changed(path: str, before: Entry, entry: Entry, site: Site, last: Register) -> Iterator[Diagnostic]:
    """Yield SG335 and SG336 for a record that is still here, or has moved to an address that is new.

    What leads to a record that was there before has been merged with it, and keeps neither number nor date.
    """
    if before.target or entry.target in last.entries:
        return
    own = (entry.target or path).removesuffix(".html")
    record = site.by_path.get(own) or site.tombstones.get(own)
    if record is None:
        return
    lacks = not record.index_number and "index_number" in BY_NAME[record.kind].required  # SG244 says so
    kept = record.index_number == before.index_number or _may_change(before.index_number, record, site)
    if before.index_number and not kept and not lacks:
        number = record.place("index_number") or record.place("title")
        found = INDEX_NUMBER_CHANGED.found(
            number, title=record.title, before=before.index_number, now=record.index_number or "（没有）"
        )
        yield found.at(record.source)
    day = record.published_at.date() if record.published_at is not None else None
    if day and before.published_on and day < before.published_on and not record.backfilled:
        earlier = PUBLISHED_EARLIER.found(
            record.place("published_at"), title=record.title, before=before.published_on, now=day
        )
        yield earlier.at(record.source)


def _dated_back(site: Site, last: Register) -> Iterator[Diagnostic]:
    """Yield SG337 for records that the column did not hold on a day on which they claim to have been public."""
    for record in site.records:
        moment = record.published_at
        if moment is None or moment.date() >= last.as_of or record.backfilled:
            continue
        addresses = (path for path, _ in addresses_of(record, Status.PUBLISHED, site.config.base_path))
        if not any(path in last.entries for path in addresses):
            found = DATED_BACK.found(
                record.place("published_at"), title=record.title, now=moment.date(), as_of=last.as_of
            )
            yield found.at(record.source)


def _held_place(record: AnyRecord) -> Span | None:
    places = (record.place(name) for name in ("stage", "disclosure", "withdrawn_on", "published_at", "title"))
    return next((place for place in places if place is not None), None)


def _place_source(path: str, entry: Entry) -> str:
    if entry.status is Status.BODY:
        return f"content/{path.removesuffix('.html')}.yaml"
    if entry.status is Status.TRANSLATION:
        return f"content/{urls.source_of_translation(path)}"
    if entry.status is Status.EDITION:
        return "content/site.yaml"
    return f"content/{path.removesuffix('index.html')}_column.yaml"


def _address(path: str, site: Site) -> str:
    """Return a site path as 旧地址 takes it: from the portal's root."""
    base = site.config.base_path.strip("/")
    return f"/{base}/{path}" if base else f"/{path}"
