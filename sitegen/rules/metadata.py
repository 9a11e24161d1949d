"""Metadata as the place wants them: 索引号, 统一登记号, 内容概述, 机构代码 (R61, R72–R75, R85)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from sitegen.diagnostics import Diagnostic, Kind, Leeway, Place, Severity
from sitegen.disclosure.phrases import quoted
from sitegen.model.local_rules import Absence, LocalRule, Texts
from sitegen.model.profile import Profile, RegistryRules
from sitegen.model.records import AnyRecord, Document
from sitegen.rules.scope import NORMATIVE, by_trust, has_ended, origin_of, own_documents
from sitegen.site import Site

INDEX_FORM = Kind(
    id="SG560",
    name="索引号的格式不对",
    message="索引号“{number}”不合本地的格式。",
    why="索引号由机构代码、年份和流水号组成，生成后永远不变（R72、R74）。",
    help="还没有公开的，用 sitegen new 编的号，例如“{example}”；已经公开的不要改，"
    "把这种格式写进口径的“另认格式”。{origin}",
    severity=Severity.WARNING,
)
BODY_CODE = Kind(
    id="SG561",
    name="机构代码的校验码不符",
    message="机构代码“{code}”的最后一位与校验算法不符。",
    why="最后一位由前面各位算出，不符多半是抄错了（R75，GB 11714、GB 32100）。",
    help="对照统一社会信用代码证书核对。{origin}",
    severity=Severity.WARNING,
)
NO_REGISTRY_NUMBER = Kind(
    id="SG562",
    name="没有统一登记号",
    message="没有写“统一登记号”，这个机构以前的行政规范性文件有。",
    why="行政规范性文件要统一登记、统一编号、统一印发（R61）。",
    help="加一行“统一登记号: {example}”；本地不编登记号的，在口径里写“缺少时”为“不检查”。{origin}",
    severity=Severity.WARNING,
)
REGISTRY_FORM = Kind(
    id="SG563",
    name="统一登记号的格式不对",
    message="统一登记号“{number}”不合本地的格式。",
    why="格式一致，才能按登记号查找和核对（R61）。",
    help="写成“{example}”的样子；本地的格式不同的，改口径里“登记号”的“格式”。{origin}",
    severity=Severity.WARNING,
)
SAME_REGISTRY_NUMBER = Kind(
    id="SG569",
    name="统一登记号重复",
    message="统一登记号“{number}”已经是{title}的。",
    why="统一登记、统一编号，一个号只给一个文件（R61）。",
    help="核对登记簿，改正写错的一个。",
    leeway=Leeway.OLD,
)
LONG_SUMMARY = Kind(
    id="SG565",
    name="内容概述太长",
    message="内容概述有 {length} 个字，一般不超过 {most} 个字。",
    why="内容概述在列表和检索结果里显示，一两句话就够（R85）。",
    help="写得简短一些。{origin}",
    severity=Severity.WARNING,
)
REPEATED_SUMMARY = Kind(
    id="SG566",
    name="内容概述重复标题",
    message="内容概述只是把标题又写了一遍。",
    why="内容概述不重复其他项目的内容（R85）。",
    help="用一两句话说明规定了什么、给谁、怎样办；没有可说的，删掉这一行。",
    severity=Severity.WARNING,
)
KINDS = (
    INDEX_FORM,
    BODY_CODE,
    NO_REGISTRY_NUMBER,
    REGISTRY_FORM,
    LONG_SUMMARY,
    REPEATED_SUMMARY,
    SAME_REGISTRY_NUMBER,
)

NATIONAL = r"^[0-9A-Z]{9}/\d{4}-\d{5}$"
"""The form of the State Council's guide, which is right everywhere (R72)."""
WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ISSUED = re.compile(r"(?:\d[0-9A-Z]|M[AB])[0-9A-Z]{6}[0-9X]\Z")
"""A code of nine characters that an office issued; one with other letters was made up by the place itself."""
SIGNS = re.compile(r"[\W_]+")


def metadata(site: Site) -> Iterator[Diagnostic]:
    """Yield SG560, SG565 and SG566 for everything that is or will be public and was made here."""
    profile = site.catalogues.profile
    for record in (*site.records, *site.held.values()):
        if record.reprint_of is None:
            yield from _index_number(record, profile)
            yield from _summary(record, profile)


def _index_number(record: AnyRecord, profile: Profile) -> Iterator[Diagnostic]:
    rules, number = profile.index_number, record.index_number
    if not number or not rules.pattern.holds_for(record.dated_on):
        return
    patterns = (rules.pattern.value, *rules.other_patterns.value, NATIONAL)
    if not any(_form(pattern).fullmatch(number) for pattern in patterns):
        found = INDEX_FORM.found(
            record.place("index_number"),
            number=number,
            example=_sample(rules.pattern.samples),
            origin=origin_of(rules.pattern),
        )
        yield found.at(record.source)


def _summary(record: AnyRecord, profile: Profile) -> Iterator[Diagnostic]:
    rule, summary = profile.length.summary, record.summary
    if len(summary) > rule.value and rule.holds_for(record.dated_on):
        found = LONG_SUMMARY.found(
            record.place("summary"), length=len(summary), most=rule.value, origin=origin_of(rule)
        )
        yield found.at(record.source)
    if summary and SIGNS.sub("", summary) == SIGNS.sub("", record.title):
        yield REPEATED_SUMMARY.found(record.place("summary")).at(record.source)


def registry_numbers(site: Site) -> Iterator[Diagnostic]:
    """Yield SG562, SG563 and SG569 for the normative documents of the site's own bodies that have not ended.

    A number is missed only where the same body has given one to an earlier document: not every place numbers them.
    """
    rules = site.catalogues.profile.registry
    own = tuple(own_documents(site, NORMATIVE))
    since = _first_registered(own)
    yield from _registered_twice(own)
    for record in own:
        if record.registry_number:
            if rules.pattern.holds_for(record.dated_on) and not _form(rules.pattern.value).fullmatch(
                record.registry_number
            ):
                yield _wrong_registry(record, rules.pattern)
        elif _is_after(record, since.get(record.publisher)) and not has_ended(record, site):
            yield from _missing_registry(record, rules)


def _registered_twice(documents: Iterable[Document]) -> Iterator[Diagnostic]:
    owners: dict[str, Document] = {}
    for record in sorted(documents, key=lambda record: record.path):
        number = record.registry_number
        owner = owners.setdefault(number, record) if number else record
        if owner is not record:
            problem = SAME_REGISTRY_NUMBER.found(
                record.place("registry_number"), number=number, title=quoted(owner.title)
            )
            yield problem.at(
                record.source, (Place(path=owner.source, span=owner.place("registry_number"), note="先写的一个"),)
            )


def _first_registered(documents: Iterable[Document]) -> dict[str, date]:
    """Return from when on each body numbers its documents."""
    since: dict[str, date] = {}
    for record in documents:
        if record.registry_number and record.written_on is not None:
            since[record.publisher] = min(record.written_on, since.get(record.publisher, record.written_on))
    return since


def _is_after(record: Document, since: date | None) -> bool:
    return since is not None and record.written_on is not None and record.written_on > since


def _missing_registry(record: Document, rules: RegistryRules) -> Iterator[Diagnostic]:
    rule = rules.missing
    if rule.value is Absence.IGNORE or not rule.holds_for(record.dated_on):
        return
    kind = by_trust(NO_REGISTRY_NUMBER, rule) if rule.value is Absence.ERROR else NO_REGISTRY_NUMBER
    example = _sample(rules.pattern.samples)
    yield kind.found(record.place("title"), example=example, origin=origin_of(rule)).at(record.source)


def _wrong_registry(record: Document, rule: LocalRule[str]) -> Diagnostic:
    found = REGISTRY_FORM.found(
        record.place("registry_number"),
        number=record.registry_number,
        example=_sample(rule.samples),
        origin=origin_of(rule),
    )
    return found.at(record.source)


def body_codes(site: Site) -> Iterator[Diagnostic]:
    """Yield SG561 for the codes of bodies whose last character is not what the others make it."""
    rule = site.catalogues.profile.index_number.wrong_checksum
    if rule.value is Absence.IGNORE:
        return
    for body in site.bodies.values():
        if not is_checked(body.code):
            yield BODY_CODE.found(code=body.code, origin=origin_of(rule)).at(body.source)


def is_checked(code: str) -> bool:
    """Tell whether the last character of a code of nine (GB 11714) or eighteen (GB 32100) is right.

    Codes of other forms are not looked at.
    """
    if ISSUED.match(code):
        check = -sum(LETTERS.index(letter) * weight for letter, weight in zip(code, WEIGHTS, strict=False)) % 11
        return code[-1] == ("X" if check == 10 else str(check))
    if len(code) == 18 and all(letter in CREDIT_LETTERS for letter in code):
        places = zip(code, CREDIT_WEIGHTS, strict=False)
        check = -sum(CREDIT_LETTERS.index(letter) * weight for letter, weight in places) % 31
        return code[-1] == CREDIT_LETTERS[check]
    return True


@cache
def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _sample(samples: str | Texts) -> str:
    return samples if isinstance(samples, str) else next(iter(samples), "")
