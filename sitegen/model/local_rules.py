"""One rule of a 地方口径: its value, where it comes from, and how far that was read.

What was not read in the original (◐, ✎) may be wrong, so a check that rests on it warns and never stops a build.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Generic, TypeVar

import msgspec

Value = TypeVar("Value", covariant=True)
Count = Annotated[int, msgspec.Meta(ge=0)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
DayOfYear = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Texts = tuple[str, ...]


class Trust(StrEnum):
    """可信度: how a value was learnt."""

    READ = "✔"
    QUOTED = "◐"
    ASSUMED = "✎"


class Answer(StrEnum):
    """The value of a yes-or-no rule."""

    YES = "是"
    NO = "否"


class Absence(StrEnum):
    """What to do where something is missing."""

    ERROR = "错误"
    WARN = "提醒"
    IGNORE = "不检查"


class Presumption(StrEnum):
    """What a text without a term is taken to have."""

    NONE = "不推定"
    LONGEST = "按一般最长年限"


class LastDay(StrEnum):
    """届满日: a term of n years ends on the day before the same date, or on the same date."""

    DAY_BEFORE = "前一日"
    SAME_DAY = "同日"


class Signature(StrEnum):
    """Whether the names of those who drafted, reviewed and released a text must be shown."""

    REQUIRED = "必填"
    OPTIONAL = "选填"


class LocalRule(msgspec.Struct, Generic[Value], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule, and whether the place follows it.

    `since` limits it to documents written on that day or later. `choices` are all values that the rule may have.
    """

    value: Value = msgspec.field(name="值")
    source: str = msgspec.field(name="来源")
    trust: Trust = msgspec.field(name="可信度")
    adopted: Answer = msgspec.field(name="采用", default=Answer.YES)
    since: date | None = msgspec.field(name="适用自", default=None)
    note: str = msgspec.field(name="说明", default="")
    choices: Texts = msgspec.field(name="可选值", default=())
    samples: str | Texts = msgspec.field(name="示例", default=())

    @property
    def is_certain(self) -> bool:
        """Whether the rule was read in the original, so that a check may insist on it."""
        return self.trust is Trust.READ

    def holds_for(self, written_on: date | None) -> bool:
        """Tell whether the place follows the rule for a document of that day."""
        if self.adopted is Answer.NO:
            return False
        return self.since is None or written_on is None or self.since <= written_on


class Years(LocalRule[Count], frozen=True, kw_only=True):
    """A limit in years; `allowed` are the lengths that the place names (3年或者5年)."""

    allowed: tuple[Count, ...] = msgspec.field(name="可选年限", default=())


class Numbering(LocalRule[str], frozen=True, kw_only=True):
    """How an 索引号 is made."""

    serial_digits: Count = msgspec.field(name="流水号位数", default=5)
    code_sort: str = msgspec.field(name="机构代码", default="")


class CardFields(LocalRule[Texts], frozen=True, kw_only=True):
    """The fields of the header card in order, and what the place calls some of them."""

    labels: dict[str, str] = msgspec.field(name="显示名", default={})


class Freshness(LocalRule[Count], frozen=True, kw_only=True):
    """After how many days without news a column is stale.

    `column_types` (ColumnType) and `titles` say which columns: words of the first, parts of the second.
    """

    notice_days: Count = msgspec.field(name="提前提醒", default=0)
    column_types: Texts = msgspec.field(name="栏目类型", default=())
    titles: Texts = msgspec.field(name="栏目名称", default=())


class Interval(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often some columns, statutory items or domains must have news."""

    days: Count = msgspec.field(name="天数")
    columns: Texts = msgspec.field(name="栏目", default=())
    items: Texts = msgspec.field(name="事项", default=())
    domains: Texts = msgspec.field(name="领域", default=())
