"""A catalogue as tables have it, laid over the one in use: codes stay, items that are gone are retired (S36, R92)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Fault
from sitegen.importing.catalogue_file import Plain, items_of, text_of
from sitegen.importing.items import Draft
from sitegen.importing.kinds import CODE_KEPT, RETIRED, SAME_CODE, at_cell
from sitegen.importing.matching import Names, code_of, match, renamed_to
from sitegen.model.catalogues import LimitPart, TimeLimit

OF_THE_TABLE = [
    "代码",
    "序号",
    "一级事项",
    "二级事项",
    "公开内容",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道",
    "公开对象",
    "对象说明",
    "公开方式",
    "公开层级",
]
"""What an import writes anew; all other keys of an item were written by hand and stay."""
_OF_SOURCES = ("来源", "佐证", "不完整", "停用", "改为")
_ORDER = (*OF_THE_TABLE[:5], "必备要素", *OF_THE_TABLE[5:])


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """The catalogue in use: the site's own file, or the one that sitegen ships.

    `used` are the codes that the site's content names: of a shipped file only those items are kept when they are gone,
    of an own file all are.
    """

    items: tuple[Plain, ...] = ()
    own: bool = False
    used: frozenset[str] = frozenset()


def base_of(catalogue: Plain | None, *, own: bool, used: frozenset[str]) -> Base:
    """Return the base of an import."""
    return Base(items=items_of(catalogue) if catalogue else (), own=own, used=used)


def merge(
    file: str, drafts: Sequence[Draft], base: Base, day: date
) -> tuple[list[Plain], tuple[Diagnostic, ...]]:
    """Return the items of the new `file`: those of the tables in their order, then the retired ones (SG657–SG659).

    `day` is the day from which items that are gone are no longer used.
    """
    new = [Names(category=each.category, title=each.title, elements=each.elements) for each in drafts]
    old = [_names(item) for item in base.items]
    by_code = {text_of(item, "代码"): number for number, item in enumerate(base.items)}
    first = {draft.code: number for number, draft in reversed([*enumerate(drafts)]) if draft.code in by_code}
    given = {number: by_code[code] for code, number in first.items()}
    pairs = match(new, old, retired=[bool(item.get("停用")) for item in base.items], known=given)
    taken = {text_of(item, "代码"): _shown(item) for item in base.items}
    items: list[Plain] = []
    found: list[Diagnostic] = []
    for number, draft in enumerate(drafts):
        before = base.items[pairs[number]] if number in pairs else None
        if before is not None:
            code = text_of(before, "代码")
            found += _moved(draft, before)
        else:
            code, said = _free_code(draft, new[number], taken)
            found += said
            taken[code] = draft.title
        items.append(_item(code, draft, before or {}))
    gone = [item for number, item in enumerate(base.items) if number not in pairs.values()]
    unmatched = [number for number in range(len(new)) if number not in pairs]
    retired, faults = _retired(gone, base, day, [(new[number], items[number]) for number in unmatched])
    return items + retired, (*found, *(fault.at(file) for fault in faults))


def _names(item: Plain) -> Names:
    elements = item.get("公开内容")
    return Names(
        category=text_of(item, "一级事项"),
        title=text_of(item, "二级事项"),
        elements=tuple(map(str, elements)) if isinstance(elements, list) else (),
    )


def _shown(item: Plain) -> str:
    return "/".join(filter(None, (text_of(item, "一级事项"), text_of(item, "二级事项"))))


def _moved(draft: Draft, before: Plain) -> Iterator[Diagnostic]:
    was = _names(before)
    if was.category.split() != draft.category.split():
        yield at_cell(
            CODE_KEPT,
            draft.path,
            draft.row,
            draft.column,
            title=draft.title,
            before=was.category or "（没有一级事项）",
            after=draft.category or "（没有一级事项）",
            code=text_of(before, "代码"),
        )


def _free_code(draft: Draft, names: Names, taken: dict[str, str]) -> tuple[str, list[Diagnostic]]:
    """Return a code for a new item: the one of its names, or with a number where another item has that."""
    wanted = code_of(draft.domain, names)
    if wanted not in taken:
        return wanted, []
    code = next(code for count in range(2, len(taken) + 3) if (code := f"{wanted}（{count}）") not in taken)
    said = at_cell(
        SAME_CODE,
        draft.path,
        draft.row,
        draft.column,
        title=draft.title,
        wanted=wanted,
        other=taken[wanted],
        code=code,
    )
    return code, [said]


def _item(code: str, draft: Draft, before: Plain) -> Plain:
    fields: dict[str, object] = {
        "代码": code,
        "序号": draft.number,
        "一级事项": draft.category,
        "二级事项": draft.title,
        "公开内容": draft.elements,
        "公开依据": draft.basis,
        "公开时限": _limit(draft.limit) if draft.limit else None,
        "公开主体": draft.publisher,
        "公开渠道": draft.channels,
        "公开对象": draft.audience,
        "对象说明": draft.audience_note,
        "公开方式": draft.method,
        "公开层级": draft.levels,
    }
    kept = {key: value for key, value in before.items() if key not in (*OF_THE_TABLE, *_OF_SOURCES)}
    ordered = {key: (fields | kept).get(key) for key in (*_ORDER, *kept)}
    return {key: value for key, value in ordered.items() if value}


def _limit(limit: TimeLimit) -> Plain:
    values: dict[str, object] = {"原文": limit.text, **_days(limit)}
    if limit.parts:
        values["分项"] = [
            {"内容": part.content, **_days(part)} if part.content else _days(part) for part in limit.parts
        ]
    return values


def _days(limit: TimeLimit | LimitPart) -> dict[str, object]:
    values = {
        "工作日": limit.working_days,
        "自然日": limit.calendar_days,
        "类型": limit.sort,
        "起算": limit.counted_from,
    }
    return {key: value for key, value in values.items() if value}


def _retired(
    gone: Iterable[Plain], base: Base, day: date, added: Sequence[tuple[Names, Plain]]
) -> tuple[list[Plain], list[Fault]]:
    """Return the items that no table has any more, with the day; what became of them is only proposed."""
    items: list[Plain] = []
    named: list[str] = []
    names = [each for each, _ in added]
    for item in gone:
        code = text_of(item, "代码")
        if item.get("停用"):
            items.append(item)
        elif base.own or code in base.used:
            kept = {key: value for key, value in item.items() if key not in _OF_SOURCES}
            items.append({**kept, "停用": day.isoformat()})
            successor = renamed_to(_names(item), names)
            perhaps = "" if successor is None else f"（可能改成了“{text_of(added[successor][1], '代码')}”）"
            named.append(f"“{code}”{perhaps}")
    if not named:
        return items, []
    return items, [RETIRED.found(count=len(named), day=day.isoformat(), codes="、".join(named))]
