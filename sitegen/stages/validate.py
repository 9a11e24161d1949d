"""validate: a draft → a record. Everything that one file can be told without looking at another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from sitegen.diagnostics import Fault, Kind, Leeway, Severity, Span
from sitegen.disclosure.from_bodies import attributes_of
from sitegen.disclosure.statements import TermEnding
from sitegen.formats import fields
from sitegen.formats.markdown import Markdown
from sitegen.formats.nodes import Mapping as Header
from sitegen.formats.nodes import Scalar
from sitegen.formats.suggestions import nearest
from sitegen.model.kinds import BY_NAME, RecordKind, owner_of_keys, titles
from sitegen.model.records import AnyRecord
from sitegen.model.standards import Standards
from sitegen.model.values import Disclosure, Review, Stage

UNKNOWN_KIND = Kind(
    id="SG243",
    name="没有这种信息",
    message="没有“{value}”这种信息。",
    why="信息的种类决定要填哪些项目、放在哪里、怎样显示。",
    help="可以写：{choices}。{suggestion}",
)
MISSING_FIELD = Kind(
    id="SG244",
    name="缺少必填项目",
    message="“{kind}”要写“{key}”，这里没有。",
    why="没有这一项，公开的信息就不完整。",
    help="在文件开头加一行“{key}: {example}”。{meaning}（{source}）。",
    leeway=Leeway.OLD,
)
NO_BASIS = Kind(
    id="SG245",
    name="不公开没有依据",
    message="公开属性是“{value}”，但没有写“不公开依据”。",
    why="不主动公开的，要说明法律依据（R82，国办发〔2016〕80号）。",
    help="加一行“不公开依据: 条例第十六条第二款”一类的依据；可以公开的，改为“主动公开”。",
    leeway=Leeway.OLD,
)
WRONG_THEME = Kind(
    id="SG246",
    name="没有这个主题分类",
    message="主题分类里没有“{value}”。",
    why="主题分类用国务院的22个一级类和二级类（R76），读者按它查找。",
    help="照 catalogs/themes.yaml 的名称写成“一级\\二级”。{suggestion}",
    leeway=Leeway.FREE,
)
WRONG_GENRE = Kind(
    id="SG247",
    name="没有这个体裁",
    message="体裁里没有“{value}”。",
    why="体裁分类是统一的名单（R77）。",
    help="照 catalogs/genres.yaml 的名称写。{suggestion}",
    leeway=Leeway.FREE,
)
DATES_OUT_OF_ORDER = Kind(
    id="SG248",
    name="日期先后不对",
    message="“{later}”（{later_on}）早于“{earlier}”（{earlier_on}）。",
    why="文件先成文、后公开；有效期在施行以后（R62、R79）。",
    help="核对两个日期，改正写错的一个。{exception}",
    leeway=Leeway.OLD,
)
EMPTY_BODY = Kind(
    id="SG249",
    name="没有正文",
    message="《{title}》没有正文，也没有附件。",
    why="公开的信息不能是空的；空白内容会被检查扣分（R115）。",
    help="在第二个“---”下面写正文；还没写好的，加一行“稿件状态: 草稿”。",
    leeway=Leeway.OLD,
)
EMPTY_DRAFT = Kind(
    id="SG250",
    name="草稿没有标题",
    message="这份草稿还没有标题。",
    why="没有标题，列表和提示里就说不出是哪一份。",
    help="加一行“标题: ……”。",
    severity=Severity.WARNING,
)
REVIEW_INCOMPLETE = Kind(
    id="SG251",
    name="审核环节不全",
    message="审核里没有写“{steps}”，本站要求写明{required}。",
    why="发布前要经过审核，site.yaml 的“审核要求”或者地方口径的“公开审核署名”定了要写哪几个环节（R32、R83）。",
    help="在“审核”里补上，例如“{example}: 区民政局办公室”。",
)
REVIEW_WANTED = msgspec.structs.replace(REVIEW_INCOMPLETE, severity=Severity.WARNING)
KINDS = (
    REVIEW_INCOMPLETE,
    UNKNOWN_KIND,
    MISSING_FIELD,
    NO_BASIS,
    WRONG_THEME,
    WRONG_GENRE,
    DATES_OUT_OF_ORDER,
    EMPTY_BODY,
    EMPTY_DRAFT,
)
ELSEWHERE = owner_of_keys()
EXCEPTIONS = {
    "effective_on": "确实溯及既往的，加一行“溯及既往: ……”写明理由。",
}
"""What makes an order of dates right that is else wrong, by the later date's attribute."""


class Lists(msgspec.Struct, frozen=True, kw_only=True):
    """What one file is checked against: everything that checking it depends on beside the file.

    Steps of `required_review` must be named, those of `wanted_review` should be (SG251). `term_ending` says how the
    place counts terms of whole years, `standards` what texts are inspected for.
    """

    themes: frozenset[str]
    genres: frozenset[str]
    required_review: tuple[str, ...] = ()
    wanted_review: tuple[str, ...] = ()
    review_from_commits: bool = False
    term_ending: TermEnding = TermEnding.DAY_BEFORE
    standards: Standards = Standards()


class Validated(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a draft. `record` is None where it lacks what nothing can be said without."""

    record: AnyRecord | None
    faults: tuple[Fault, ...]


def validate(path: str, header: Header, body: Markdown, default_kind: str, lists: Lists) -> Validated:
    """Turn a draft into a record of its kind, and say everything that is wrong with it.

    `path` is the record path, `default_kind` what the column takes first. Returns SG240–SG250 and the faults
    of typed values. A record with errors is still returned where it has a kind and a title, so that other
    files' links to it are no second error.
    """
    kind, faults = _kind(header, default_kind)
    if kind is None:
        return Validated(record=None, faults=faults)
    done = fields.convert(header, kind.fields, subject=kind.title, elsewhere=ELSEWHERE)
    values = dict(done.values)
    values.pop("kind", None)
    faults += done.faults
    given = values.keys() | done.spans.keys()
    stage = values.get("stage", Stage.FINAL)
    if stage is Stage.FINAL:
        told = {"review"} if lists.required_review or lists.review_from_commits else set()  # SG251, SG571 say more
        faults += _missing(kind, given | told, header)
    elif "title" not in given:
        faults += (EMPTY_DRAFT.found(header.span),)
    faults += _listed(values, done.spans, lists)
    faults += _dates(kind, values, done.spans)
    faults += _disclosure(values, done.spans)
    if stage is Stage.FINAL and not lists.review_from_commits:
        faults += _review(kind, values, done.spans, header, lists)
    title = str(values.pop("title", "")) or path.rpartition("/")[2]
    if (
        stage is Stage.FINAL
        and _says_nothing(body)
        and not values.get("attachments")
        and not _may_be_empty(kind)
    ):
        faults += (EMPTY_BODY.found(done.spans.get("title", header.span), title=title),)
    values |= {"path": path, "kind": kind.id, "title": title, "spans": msgspec.msgpack.encode(done.spans)}
    return Validated(record=_record(kind, values | attributes_of(kind.record, body, values)), faults=faults)


def _kind(header: Header, default: str) -> tuple[RecordKind | None, tuple[Fault, ...]]:
    for entry in header.entries:
        if entry.key.text in ("类型", "kind") and isinstance(entry.value, Scalar):
            name = entry.value.text.strip()
            if name in BY_NAME:
                return BY_NAME[name], ()
            close = nearest(name, titles())
            suggestion = f"是不是“{close[0]}”？" if close else ""
            return None, (
                UNKNOWN_KIND.found(
                    entry.value.span, value=name, choices="、".join(titles()), suggestion=suggestion
                ),
            )
    return BY_NAME[default], ()


def _missing(kind: RecordKind, given: set[str], header: Header) -> tuple[Fault, ...]:
    """Return SG244 for each required attribute that is not there; a faulty value is no missing one."""
    where = Span(header.span.line, 1, header.span.line, 1)
    return tuple(
        MISSING_FIELD.found(
            where,
            kind=kind.title,
            key=field.key,
            source=field.source,
            example=field.example or "……",
            meaning=field.help,
        )
        for field in kind.fields.fields
        if field.attribute in kind.required and field.attribute not in given
    )


def _listed(values: dict[str, object], spans: dict[str, Span], lists: Lists) -> tuple[Fault, ...]:
    faults: list[Fault] = []
    for attribute, known, fault in (
        ("theme", lists.themes, WRONG_THEME),
        ("genre", lists.genres, WRONG_GENRE),
    ):
        value = values.get(attribute)
        if isinstance(value, str) and value not in known:
            close = nearest(value, sorted(known))
            suggestion = f"是不是“{close[0]}”？" if close else ""
            faults.append(fault.found(spans.get(attribute), value=value, suggestion=suggestion))
    return tuple(faults)


def _dates(kind: RecordKind, values: dict[str, object], spans: dict[str, Span]) -> tuple[Fault, ...]:
    """Return SG248 where dates that must follow one another do not."""
    names = {field.attribute: field.key for field in kind.fields.fields}
    pairs = [("written_on", "published_at"), ("effective_on", "valid_until"), ("starts_on", "ends_on")]
    if not values.get("retroactive"):
        pairs.append(("written_on", "effective_on"))
    faults: list[Fault] = []
    for earlier, later in pairs:
        first, second = values.get(earlier), values.get(later)
        if first is None or second is None:
            continue
        if str(second)[:10] < str(first)[:10]:
            faults.append(
                DATES_OUT_OF_ORDER.found(
                    spans.get(later),
                    earlier=names[earlier],
                    later=names[later],
                    earlier_on=str(first)[:10],
                    later_on=str(second)[:10],
                    exception=EXCEPTIONS.get(later, ""),
                )
            )
    return tuple(faults)


def _disclosure(values: dict[str, object], spans: dict[str, Span]) -> tuple[Fault, ...]:
    disclosure = values.get("disclosure")
    if (
        isinstance(disclosure, Disclosure)
        and disclosure is not Disclosure.ACTIVE
        and not values.get("disclosure_basis")
    ):
        word = {Disclosure.ON_REQUEST: "依申请公开", Disclosure.WITHHELD: "不予公开"}[disclosure]
        return (NO_BASIS.found(spans.get("disclosure"), value=word),)
    return ()


def _says_nothing(body: Markdown) -> bool:
    """Tell whether a text holds neither words nor a picture; one with an error may hold what was not read."""
    return not (
        body.plain.strip() or body.links or any(fault.severity is Severity.ERROR for fault in body.faults)
    )


def _review(
    kind: RecordKind, values: Mapping[str, object], spans: Mapping[str, Span], header: Header, lists: Lists
) -> tuple[Fault, ...]:
    """Return SG251 where the review record lacks a step that the site or the place demands, or is not there at all.

    What the place demands is only told: who is to sign is not known when a file is begun.
    """
    review = values.get("review")
    if review is None and "review" in kind.required and "review" not in spans:
        review = Review()
    if not isinstance(review, Review):
        return ()
    given = {"拟稿": review.drafted_by, "审核": review.reviewed_by, "发布": review.released_by}
    required, asked = lists.required_review, REVIEW_INCOMPLETE
    if all(given[step] for step in required):
        required, asked = lists.wanted_review, REVIEW_WANTED
    missing = [step for step in required if not given[step]]
    if not missing:
        return ()
    return (
        asked.found(
            spans.get("review", Span(header.span.line, 1, header.span.line, 1)),
            steps="、".join(missing),
            required="、".join(required),
            example=missing[0],
        ),
    )


def _may_be_empty(kind: RecordKind) -> bool:
    return kind.id in ("nothing_to_disclose", "meeting", "gazette_issue", "tombstone")


def _record(kind: RecordKind, values: Mapping[str, Any]) -> AnyRecord:
    """Return the record of a kind; the field table has seen to the types of `values`."""
    return kind.record(**values)
