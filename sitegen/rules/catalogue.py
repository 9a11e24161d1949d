"""Records, columns and the items of standard catalogues: what may be tied to what (R90, R92, S42)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from sitegen.diagnostics import Diagnostic, Fault, Kind, Leeway, Severity, Span
from sitegen.disclosure.demands import Demand, closed_to_public, demand_of, is_retired, website_names
from sitegen.disclosure.obligations import ALL_DOMAINS
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.catalogues import Domain, Item
from sitegen.model.records import (
    AnyRecord,
    Consultation,
    Document,
    GazetteIssue,
    Interpretation,
    Meeting,
    NothingToDisclose,
)
from sitegen.model.values import Disclosure, Stage
from sitegen.site import Site

CLOSED_ITEM = Kind(
    id="SG602",
    name="不应在网站公开的事项",
    message="目录事项“{code}”{reason}，这条信息却是主动公开的。",
    why="目录写明只对特定群体公开或者依申请公开的，不能放到网站上（R90）。",
    help="核对是不是写错了事项；确实属于这个事项的，把“公开属性”改为“依申请公开”，或者从栏目里撤下。",
    leeway=Leeway.OLD,
)
DOMAIN_WITHOUT_COLUMN = Kind(
    id="SG603",
    name="领域没有对应的栏目",
    message="“{domain}”领域的标准目录没有对应的栏目。",
    why="标准目录和栏目要直接对应，读者才能从目录找到栏目（R92）。",
    help="在放这个领域信息的栏目的 _column.yaml 里写“领域: [{domain}]”。",
    leeway=Leeway.OLD,
)
ITEM_WITHOUT_COLUMN = Kind(
    id="SG623",
    name="事项没有对应的栏目",
    message="“{domain}”领域的{which}没有对应的栏目。",
    why="每个事项都要有放它的栏目，读者才能从目录找到栏目（R92、S37）。",
    help="在目录里给事项写“栏目”，或者在放整个领域信息的栏目的 _column.yaml 里写“领域: [{domain}]”。",
    leeway=Leeway.OLD,
)
RETIRED_ITEM = Kind(
    id="SG604",
    name="事项已经停用",
    message="目录事项“{code}”已经停用。",
    why="停用的事项不再使用，信息要对应到现在的事项（R92）。",
    help="{successor}",
    leeway=Leeway.OLD,
)
MISSING_ELEMENTS = Kind(
    id="SG605",
    name="缺少必备要素",
    message="“{code}”要求写明的内容，这一页没有：{missing}。",
    why="目录对这个事项规定了必须公开的内容（S42）。",
    help="给缺少的内容各加一个小标题；写在附件里的，让附件的名称写出来；已经写了的，让小标题用这几个词。",
    severity=Severity.WARNING,
)
UNKNOWN_DOMAIN = Kind(
    id="SG606",
    name="没有这个领域",
    message="“{key}”里的“{name}”不是标准目录的领域。",
    why="栏目和标准目录用同一个领域名称，才能互相链接（R92）。",
    help="{suggestion}照 catalogs/domains/ 里的“名称”写。",
    leeway=Leeway.OLD,
)
KINDS = (
    CLOSED_ITEM,
    DOMAIN_WITHOUT_COLUMN,
    RETIRED_ITEM,
    MISSING_ELEMENTS,
    UNKNOWN_DOMAIN,
    ITEM_WITHOUT_COLUMN,
)

REASONS = {Demand.GROUP_ONLY: "只对特定群体公开", Demand.ON_REQUEST_ONLY: "是依申请公开的"}
_ON_THE_SITE = frozenset((Demand.REQUIRED, Demand.UNKNOWN))
_MOST_NAMED = 3
NO_PAGE_OF_AN_ITEM = Document | Interpretation | Consultation | Meeting | GazetteIssue | NothingToDisclose
"""Kinds of record with a form of their own; elements are asked for in the others."""
_BETWEEN = re.compile(r"[^\w-]+")


def catalogue_items(site: Site) -> Iterator[Diagnostic]:
    """Yield SG602 and SG604: records tied to items that are not for the open site, or no longer used."""
    closed = {code: reason for code, item in site.items.items() if (reason := closed_to_public(item))}
    retired = {code for code, item in site.items.items() if is_retired(item, site.as_of)}
    watched = closed.keys() | retired
    for record in chain(site.records, site.held.values()):
        if watched.isdisjoint(record.catalogue_items):
            continue
        for number, code in enumerate(record.catalogue_items):
            if code in retired:
                successor = _successor(site.items[code])
                yield RETIRED_ITEM.found(_place(record, number), code=code, successor=successor).at(
                    record.source
                )
            elif code in closed and _is_for_the_public(record):
                problem = CLOSED_ITEM.found(_place(record, number), code=code, reason=REASONS[closed[code]])
                yield problem.at(record.source)


def domain_columns(site: Site) -> Iterator[Diagnostic]:
    """Yield SG606 for unknown domains, and once for each domain that is in use what has no column.

    A column serves the domains that it names; an item may name columns of its own. SG603: no item of the domain has
    one; SG623: some have none. Items that may not or need not be on the site want no column.
    """
    known = [domain.facts.title for domain in site.catalogues.domains]
    for name in site.config.domains:
        if name not in known and name != ALL_DOMAINS:
            yield _unknown("标准目录领域", name, known).at("content/site.yaml")
    served: set[str] = set()
    for column in site.columns.values():
        served.update(column.domains)
        for name in column.domains:
            if name not in known:
                yield _unknown("领域", name, known).at(column.source)
    chosen = known if ALL_DOMAINS in site.config.domains else site.config.domains
    lacking = {
        domain.facts.title: codes
        for domain in site.catalogues.domains
        if domain.facts.title not in served and (codes := _without_column(domain, site)) is not None
    }
    for name in known:
        if name in chosen and name in lacking:
            yield _lacking(site, name, lacking[name], None).at("content/site.yaml")
    for name, record, number in _first_uses(site, lacking):
        if name not in chosen:
            yield _lacking(site, name, lacking[name], _place(record, number)).at(record.source)


def required_elements(site: Site) -> Iterator[Diagnostic]:
    """Yield SG605 for the newest page of each body about an item, where it lacks what the item requires.

    A page is the item's own where that is the first of its items and the record has no form of its own.
    """
    demanding = {code: item for code, item in site.items.items() if item.required_elements}
    seen: set[tuple[str, str]] = set()
    for record in site.records if demanding else ():
        code = record.catalogue_items[0] if record.catalogue_items else ""
        if (
            code not in demanding
            or isinstance(record, NO_PAGE_OF_AN_ITEM)
            or (code, record.publisher) in seen
        ):
            continue
        seen.add((code, record.publisher))
        missing = _missing(record, demanding[code])
        if missing:
            problem = MISSING_ELEMENTS.found(_place(record, 0), code=code, missing="、".join(missing))
            yield problem.at(record.source)


def _place(record: AnyRecord, number: int) -> Span | None:
    return record.place(f"catalogue_items/{number}") or record.place("catalogue_items")


def _successor(item: Item) -> str:
    if item.replaced_by:
        return f"改为“{item.replaced_by}”。"
    return "照 catalogs/domains/ 里现在的事项改写；没有对应的事项，就去掉它。"


def _is_for_the_public(record: AnyRecord) -> bool:
    return record.disclosure is Disclosure.ACTIVE and record.stage is Stage.FINAL


def _unknown(key: str, name: str, known: list[str]) -> Fault:
    return UNKNOWN_DOMAIN.found(key=key, name=name, suggestion=did_you_mean(name, known))


def _without_column(domain: Domain, site: Site) -> tuple[str, ...] | None:
    """Return the items of a domain that name no column, of those that may be on the site; None where all name one."""
    website = website_names(site.catalogues.channels)
    wanted = [item for item in domain.items if demand_of(item, website, site.as_of) in _ON_THE_SITE]
    codes = tuple(item.code for item in wanted if site.columns.keys().isdisjoint(item.columns))
    return codes if codes or not wanted else None


def _lacking(site: Site, domain: str, codes: tuple[str, ...], place: Span | None) -> Fault:
    """Say that a domain has no column, or which of its items have none where others name theirs."""
    items = next(each.items for each in site.catalogues.domains if each.facts.title == domain)
    if all(site.columns.keys().isdisjoint(item.columns) for item in items):
        return DOMAIN_WITHOUT_COLUMN.found(place, domain=domain)
    named = "、".join(f"“{code}”" for code in codes[:_MOST_NAMED])
    which = f"事项{named}" + (f"等 {len(codes)} 个" if len(codes) > _MOST_NAMED else "")
    return ITEM_WITHOUT_COLUMN.found(place, domain=domain, which=which)


def _first_uses(
    site: Site, lacking: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, AnyRecord, int]]:
    """Give each domain of which a published record names an item without a column, with the newest such record."""
    codes: set[str] = set()
    names: set[str] = set()
    for record in site.records:
        if codes.issuperset(record.catalogue_items):
            continue
        for number, code in enumerate(record.catalogue_items):
            codes.add(code)
            name = code.partition("/")[0]
            if name not in names and code in site.items and _wants_column(code, name, lacking):
                names.add(name)
                yield name, record, number


def _wants_column(code: str, domain: str, lacking: Mapping[str, tuple[str, ...]]) -> bool:
    return domain in lacking and (not lacking[domain] or code in lacking[domain])


def _missing(record: AnyRecord, item: Item) -> list[str]:
    """Return the required elements that no heading, title or attachment of the record names."""
    names = [*record.anchors, record.title, *(file.name or file.file for file in record.attachments)]
    text = "\n".join(_BETWEEN.sub("", name) for name in names)
    return [
        wanted.partition("/")[0]
        for wanted in item.required_elements
        if not any(_BETWEEN.sub("", word) in text for word in wanted.split("/"))
    ]
