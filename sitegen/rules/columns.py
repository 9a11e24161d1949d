"""Columns as an inspection sees them: nothing empty, nothing out of date, nothing out of place (R5, R112–R128)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.phrases import chinese_date
from sitegen.model.local_rules import LocalRule
from sitegen.monitoring.freshness import ColumnUpdate, column_updates, empty_columns, last_news
from sitegen.monitoring.opening import is_open
from sitegen.rules.scope import by_trust, origin_of
from sitegen.site import Site

EMPTY_COLUMN = Kind(
    id="SG544",
    name="空白栏目",
    message="栏目“{title}”是空的。",
    why="空白栏目会被检查扣分，达到几个就单项否决（R115）。",
    help="发布应当公开的内容；确实没有的，放一份“无此类信息”的说明；不需要的栏目，删去文件夹。",
    severity=Severity.WARNING,
)
STALE_COLUMN = Kind(
    id="SG545",
    name="栏目超期未更新",
    message="栏目“{title}”最近一次更新是{last}，已经{age}天，超过{days}天。",
    why="栏目要按期更新，长期不更新会被检查扣分（R113、R114、R118—R121）。",
    help="发布新的信息；内容核对过仍然准确的，在文件里写上“核验日期”；"
    "更新期限不合适的，改 _column.yaml 的“更新周期”。（依据：{source}）",
    severity=Severity.WARNING,
)
STALE_HOME = Kind(
    id="SG546",
    name="首页超期未更新",
    message="整个专栏最近一次发布是{last}，已经{age}天，超过{days}天。",
    why="首页长时间没有更新，检查时单项否决（R112）。",
    help="发布新的信息。{origin}",
    severity=Severity.WARNING,
)
VETO = Kind(
    id="SG547",
    name="达到单项否决的数目",
    message="{what}有{count}个，达到{limit}个就单项否决。",
    why="检查指标里的单项否决，有一项整个网站就不合格（R113—R115）。",
    help="先处理这些栏目：{names}。{origin}",
    severity=Severity.WARNING,
)
NO_STATUTORY_ITEM = Kind(
    id="SG548",
    name="栏目不对应法定内容",
    message="栏目“{title}”放在“法定主动公开内容”里，没有写对应第二十条、第二十一条的哪一项。",
    why="专栏只放法定主动公开的内容，别的内容会被指为“内容混杂”（R5）。",
    help="在 _column.yaml 里加一行“法定内容: [a20-15]”一类的代码；不属于法定内容的，移到别的栏目。",
    severity=Severity.WARNING,
)
KINDS = (EMPTY_COLUMN, STALE_COLUMN, STALE_HOME, VETO, NO_STATUTORY_ITEM)

STATUTORY_PART = "fdzdgknr"
"""The code of the part 法定主动公开内容 in `catalogs/layout.yaml`."""
NAMED = 8
"""Columns that a finding names."""


def column_standing(site: Site) -> Iterator[Diagnostic]:
    """Yield SG544–SG547 for a column that is open to the public."""
    if not is_open(site):
        return
    empty, updates = empty_columns(site), column_updates(site)
    for column in empty:
        yield EMPTY_COLUMN.found(title=column.title).at(column.source)
    stale = [update for update in updates if update.is_stale]
    for update in stale:
        yield _stale(update, site)
    yield from _home(site)
    rules = site.catalogues.profile.veto
    yield from _veto("空白栏目", [column.title for column in empty], rules.empty_columns)
    yield from _veto("应更新未更新的栏目", [update.column.title for update in stale], rules.overdue_columns)
    names = [update.column.title for update in updates if update.is_neglected]
    yield from _veto("动态、通知、政策文件类超期未更新的栏目", names, rules.stale_columns)


def statutory_columns(site: Site) -> Iterator[Diagnostic]:
    """Yield SG548 for columns below 法定主动公开内容 with records that answer to no item of art. 20 or 21."""
    part = next((part for part in site.catalogues.layout.parts if part.code == STATUTORY_PART), None)
    if part is None or not is_open(site):
        return
    for path, column in site.columns.items():
        if not path.startswith(f"{part.folder}/") or _answers(path, site):
            continue
        if any(not record.statutory_items for record in site.members.get(path, ())):
            yield NO_STATUTORY_ITEM.found(title=column.title).at(column.source)


def _answers(path: str, site: Site) -> bool:
    while path:
        column = site.columns.get(path)
        if column is not None and column.statutory_items:
            return True
        path = path.rpartition("/")[0]
    return False


def _stale(update: ColumnUpdate, site: Site) -> Diagnostic:
    problem = STALE_COLUMN.found(
        title=update.column.title,
        last=chinese_date(update.last),
        age=(site.as_of - update.last).days,
        days=update.limit.days if update.limit is not None else 0,
        source=update.limit.source if update.limit is not None else "",
    )
    return problem.at(update.column.source)


def _home(site: Site) -> Iterator[Diagnostic]:
    rule, last = site.catalogues.profile.freshness.home, last_news(site)
    if last is None or not rule.holds_for(None) or (site.as_of - last).days <= rule.value:
        return
    problem = STALE_HOME.found(
        last=chinese_date(last), age=(site.as_of - last).days, days=rule.value, origin=origin_of(rule)
    )
    yield problem.at("content/site.yaml")


def _veto(what: str, names: list[str], rule: LocalRule[int]) -> Iterator[Diagnostic]:
    if rule.holds_for(None) and len(names) >= max(rule.value, 1):
        shown = "、".join(names[:NAMED]) + ("等" if len(names) > NAMED else "")
        problem = by_trust(VETO, rule).found(
            what=what, count=len(names), limit=rule.value, names=shown, origin=origin_of(rule)
        )
        yield problem.at("content/site.yaml")
