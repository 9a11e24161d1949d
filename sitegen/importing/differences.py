"""What differs between two catalogues of one domain: added, changed, moved, retired, and what may be renamed (S36)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sitegen.importing.matching import Names, renamed_to
from sitegen.importing.texts import key_of
from sitegen.model.catalogues import Domain, Item, LimitPart, TimeLimit

ADDED, CHANGED, MOVED, RECODED = "新增", "修改", "移动", "换了代码"
RETIRED, REMOVED, REVIVED = "停用", "删除", "恢复使用"
SORTS = (ADDED, CHANGED, MOVED, RECODED, RETIRED, REMOVED, REVIVED)
_FIELDS = {
    "序号": "number",
    "一级事项": "category",
    "二级事项": "title",
    "公开内容": "elements",
    "必备要素": "required_elements",
    "公开依据": "legal_basis",
    "公开时限": "time_limit",
    "公开主体": "publisher",
    "公开渠道": "channels",
    "公开对象": "audience",
    "对象说明": "audience_note",
    "公开方式": "method",
    "公开层级": "levels",
    "责任机构": "bodies",
    "栏目": "columns",
    "改为": "replaced_by",
}


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """A field of an item before and after, as text; what lists lost and won."""

    field: str
    before: str
    after: str
    lost: tuple[str, ...] = ()
    won: tuple[str, ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one item. `candidate` is the code of the item that a retired one may have become."""

    sort: str
    domain: str
    code: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    former_code: str = ""
    candidate: str = ""


def differences(before: Sequence[Domain], after: Sequence[Domain]) -> tuple[Change, ...]:
    """Return what differs, domain by domain, in the order of the new catalogue; what is gone comes last."""
    old = {domain.facts.title: domain for domain in before}
    new = {domain.facts.title: domain for domain in after}
    names = [*new, *(name for name in old if name not in new)]
    return tuple(
        change
        for name in names
        for change in _of_domain(
            name, old[name].items if name in old else (), new[name].items if name in new else ()
        )
    )


def _of_domain(domain: str, before: Sequence[Item], after: Sequence[Item]) -> Iterator[Change]:
    old = {item.code: item for item in before}
    new = {item.code: item for item in after}
    recoded = _recoded(
        [item for item in before if item.code not in new], [item for item in after if item.code not in old]
    )
    for item in after:
        former = old.get(item.code) or recoded.get(item.code)
        if former is None:
            if not item.retired:
                yield Change(sort=ADDED, domain=domain, code=item.code, title=item.title)
        else:
            yield from _changes(domain, former, item)
    added = [item for item in after if item.code not in old and item.code not in recoded and not item.retired]
    taken = {item.code for item in recoded.values()}
    for item in before:
        gone = item.code not in new and item.code not in taken
        retired = not gone and item.code in new and bool(new[item.code].retired) and not item.retired
        if gone or retired:
            successor = new[item.code].replaced_by if retired else ""
            yield Change(
                sort=RETIRED if retired else REMOVED,
                domain=domain,
                code=item.code,
                title=item.title,
                candidate=successor or _candidate(item, added),
            )


def _recoded(gone: Iterable[Item], fresh: Iterable[Item]) -> dict[str, Item]:
    """Return for each code that is new the item of the same names that had another code."""
    by_names = {(key_of(item.category), key_of(item.title)): item for item in gone}
    found: dict[str, Item] = {}
    for item in fresh:
        former = by_names.pop((key_of(item.category), key_of(item.title)), None)
        if former is not None:
            found[item.code] = former
    return found


def _changes(domain: str, former: Item, item: Item) -> Iterator[Change]:
    if former.code != item.code:
        yield Change(sort=RECODED, domain=domain, code=item.code, title=item.title, former_code=former.code)
    if former.retired and not item.retired:
        yield Change(sort=REVIVED, domain=domain, code=item.code, title=item.title)
    changed = tuple(_fields(former, item))
    if changed:
        moved = any(change.field == "一级事项" for change in changed)
        sort = MOVED if moved else CHANGED
        yield Change(sort=sort, domain=domain, code=item.code, title=item.title, fields=changed)


def _fields(former: Item, item: Item) -> Iterator[FieldChange]:
    for field, attribute in _FIELDS.items():
        before, after = getattr(former, attribute), getattr(item, attribute)
        if before == after:
            continue
        lists = isinstance(before, tuple) and isinstance(after, tuple)
        yield FieldChange(
            field=field,
            before=_text(before),
            after=_text(after),
            lost=tuple(each for each in before if each not in after) if lists else (),
            won=tuple(each for each in after if each not in before) if lists else (),
        )


def _text(value: str | tuple[str, ...] | TimeLimit | None) -> str:
    if isinstance(value, TimeLimit):
        parts = [_days(part) for part in value.parts] or [_days(value)]
        return f"{value.text}（{'；'.join(filter(None, parts))}）" if any(parts) else value.text
    return "、".join(value) if isinstance(value, tuple) else value or ""


def _days(limit: TimeLimit | LimitPart) -> str:
    words = [
        f"{limit.working_days}个工作日" if limit.working_days else "",
        f"{limit.calendar_days}日" if limit.calendar_days else "",
        limit.sort,
        f"自{limit.counted_from}起" if limit.counted_from else "",
    ]
    about = f"{limit.content}：" if isinstance(limit, LimitPart) and limit.content else ""
    return about + "，".join(filter(None, words)) if any(words) else ""


def _candidate(item: Item, added: Sequence[Item]) -> str:
    names = [Names(category=each.category, title=each.title) for each in added]
    position = renamed_to(Names(category=item.category, title=item.title), names)
    return added[position].code if position is not None else ""


def as_lines(changes: Sequence[Change]) -> list[str]:
    """Return the changes in words, domain by domain."""
    lines: list[str] = []
    for number, change in enumerate(changes):
        if not number or changes[number - 1].domain != change.domain:
            lines += ["", change.domain] if lines else [change.domain]
        lines.append(_headline(change))
        lines += [f"      {line}" for field in change.fields for line in _field_lines(field)]
    return lines


def _headline(change: Change) -> str:
    extra = f"（原来是 {change.former_code}）" if change.former_code else ""
    extra += f"（可能改成了 {change.candidate}）" if change.candidate else ""
    return f"  {change.sort}　{change.code}{extra}"


def _field_lines(change: FieldChange) -> Iterator[str]:
    if change.lost or change.won:
        yield f"{change.field}："
        yield from (f"  - {each}" for each in change.lost)
        yield from (f"  + {each}" for each in change.won)
    elif sorted(change.before) == sorted(change.after):
        yield f"{change.field}：次序变了"
    else:
        yield f"{change.field}：“{change.before}” → “{change.after}”"


def counts(changes: Iterable[Change]) -> Mapping[str, int]:
    """Return how many changes of each sort there are, all sorts in their order."""
    listed = [change.sort for change in changes]
    return {sort: listed.count(sort) for sort in SORTS}
