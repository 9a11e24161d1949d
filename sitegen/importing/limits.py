"""公开时限: working days, calendar days, or 实时, 及时, 长期, where the words leave no doubt (R91)."""

from __future__ import annotations

import re

import cn2an
import msgspec

from sitegen.importing.points import parted_by_numbers
from sitegen.importing.texts import one_line, without_bullet
from sitegen.model.catalogues import LimitPart, TimeLimit

REST = "其他信息"
_CHINESE = "〇零一二三四五六七八九十百两"
_DAYS = re.compile(
    rf"(?P<number>\d{{1,3}}|[{_CHINESE}]{{1,5}})\s*个?\s*(?P<unit>工作日|自然日|日历日|日|天)"
    r"(?P<after>[以之]?[内前])?"
)
_NO_LIMIT = re.compile(
    r"(?:公示|公告|展示)(?:期|期限|时间)?[^，。；]{0,6}$"
    r"|不少于$|不得少于$|不低于$|至少$|每[隔个]?$|提前$|大于$|连续$"
)
_FORMING = re.compile(
    r"(?:自|在|从|于)?(?:该|本|此|所|政府|公开|事项|相关|有关|政务|信息|文件|政策|内容|数据|获取|[（(、/])*"
    r"(?:形成|变更|制作|制定|获取|获得|生成|产生|更新|变动).*"
)
_EVERY = re.compile(r"每(?P<number>\d{1,3})个?(?P<unit>工作日|日|天)(?:更新|公开|公布)(?:一次)?")
_WHERE = re.compile(r"[，,](?P<what>在.{2,40}?公[开示布])$")
_START = re.compile(
    r"(?:自|在|从|于)?(?P<what>[^，。；]{2,30}?)"
    r"(?:之日起|之日|后|以后|之后|起)(?:的)?(?:，)?$"
)
_ELSEWHERE = re.compile(r"另有规定|从其规定|有关规定|法定")
_SORTS = (("实时", r"实时"), ("及时", r"及时|即时|第一时间"), ("长期", r"长期|常年|永久|长年"))
_CLAUSES = re.compile(r"[；;。]|[，,](?=其中)|其中[：:，,]?")
_SUBJECT = re.compile(r"(?P<what>[^：:，,]{2,40})[：:](?P<rest>.+)")
_OBLIGED = re.compile(r"(?P<what>[^，,]{2,40}?)(?:应当?|须|需)?自(?=.)")
_GENERIC = re.compile(r"(?:该|本|此|所|政府|公开|事项|相关|有关|政务|信息|文件|政策|内容|应当?)+")


def time_limit(text: str, *, working: bool) -> tuple[TimeLimit, bool]:
    """Return a limit as it was understood, and whether all of it was.

    `working`: bare numbers are working days, because the heading of the column says so.
    """
    written = one_line(text)
    if working and re.fullmatch(r"\d{1,3}", written):
        return TimeLimit(text=f"{written}个工作日", working_days=int(written)), True
    lines = [line for line in text.split("\n") if line.strip()]
    alone = all(_part(without_bullet(one_line(line))) not in (None, LimitPart()) for line in lines)
    joined = ("；" if alone else "").join(lines)
    pieces = [piece for numbered in parted_by_numbers(joined) for piece in _CLAUSES.split(numbered)]
    clauses = (without_bullet(one_line(piece)).strip("，, ") for piece in pieces)
    parts = [_part(clause) for clause in clauses if clause]
    known = [part for part in parts if part is not None and part != LimitPart()]
    if len(known) == 1 and not known[0].content:
        one = known[0]
        limit = TimeLimit(
            text=written,
            working_days=one.working_days,
            calendar_days=one.calendar_days,
            sort=one.sort,
            counted_from=one.counted_from,
        )
        return limit, None not in parts
    if not known or None in parts:
        return TimeLimit(text=written), False
    if len({_value(part) for part in known}) == 1 and not any(part.content for part in known):
        one = known[0]
        return (
            TimeLimit(
                text=written, working_days=one.working_days, calendar_days=one.calendar_days, sort=one.sort
            ),
            True,
        )
    return TimeLimit(text=written, parts=_named(known)), True


def _named(parts: list[LimitPart]) -> tuple[LimitPart, ...]:
    """Call the one part that says not what it is for the rest, where all others say it."""
    silent = [part for part in parts if not part.content]
    if len(silent) != 1 or len(parts) < 2:
        return tuple(parts)
    return tuple(part if part.content else msgspec.structs.replace(part, content=REST) for part in parts)


def _value(part: LimitPart) -> tuple[object, ...]:
    return part.working_days, part.calendar_days, part.sort, part.counted_from


def _part(clause: str) -> LimitPart | None:
    """Return the limit of one clause; an empty one for words that set none, None for what is not understood."""
    again = _EVERY.fullmatch(clause)
    if again:
        days = int(again["number"])
        return LimitPart(
            working_days=days if again["unit"] == "工作日" else None,
            calendar_days=None if again["unit"] == "工作日" else days,
            counted_from="上一次更新",
        )
    subject = _SUBJECT.match(clause)
    content, said = (subject["what"], subject["rest"]) if subject else ("", clause)
    spans = [found for found in _DAYS.finditer(said) if not _NO_LIMIT.search(said[: found.start()])]
    if any(found["after"] in ("前", "之前", "以前") for found in spans) or len(spans) > 1:
        return None
    if spans:
        return _days(said, spans[0], content)
    sorts = [sort for sort, pattern in _SORTS if re.search(pattern, said)]
    if len(sorts) == 1:
        return LimitPart(content=content, sort=sorts[0])
    if _ELSEWHERE.search(said) and not sorts and "另有" in said:
        return LimitPart()
    return LimitPart() if _only_display(said) else None


def _only_display(said: str) -> bool:
    return bool(re.match(r"公[示告](?:期|期限|时间)?.{0,10}(?:日|天)$", said))


def _days(said: str, found: re.Match[str], content: str) -> LimitPart | None:
    number = int(found["number"]) if found["number"].isdigit() else _chinese(found["number"])
    if number is None:
        return None
    before = said[: found.start()]
    where = _WHERE.search(said)
    content = content or (where["what"] if where else "")
    obliged = _OBLIGED.match(before)
    if obliged and not content:
        content, before = obliged["what"], before[obliged.end() - 1 :]
        content = "" if _GENERIC.fullmatch(content) else content
    counted = _counted_from(before)
    if counted is None:
        return None
    working = found["unit"] == "工作日"
    return LimitPart(
        content=content,
        working_days=number if working else None,
        calendar_days=None if working else number,
        counted_from=counted,
    )


def _counted_from(before: str) -> str | None:
    """Return from what days count: nothing where from the information's forming, None where that is not clear."""
    plain = re.sub(r"(?:予以)?公开|在|应当?|须", "", before).strip("，, ")
    if not plain or _FORMING.fullmatch(plain):
        return ""
    start = _START.search(before.rstrip())
    if start is None:
        return None
    return re.sub(r"^(?:应当?)?(?:自|在|从|于)", "", start["what"])


def _chinese(number: str) -> int | None:
    try:
        return int(cn2an.cn2an(number.replace("〇", "零").replace("两", "二"), "smart"))
    except ValueError:
        return None
