"""What a 政府信息公开指南 must say (R26, R37, R38), from `catalogs/inspection/guide.yaml`."""

from __future__ import annotations

import msgspec

from sitegen.model.local_rules import Answer
from sitegen.model.profile import RequestRules


class GuideElement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a guide says; any of `words` shows that it does. Art. 12 names those that are required."""

    title: str = msgspec.field(name="名称")
    required: Answer = msgspec.field(name="必须", default=Answer.NO)
    words: tuple[str, ...] = msgspec.field(name="词语")


class GuideLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that guides print: a number of working days in a clause with any of `words` means this one.

    `rule` is what the profile calls it; `days` is its value there.
    """

    title: str = msgspec.field(name="名称")
    words: tuple[str, ...] = msgspec.field(name="词语")
    rule: str = msgspec.field(name="口径")
    days: int = msgspec.field(name="工作日", default=0)


class GuideStandard(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """All that a guide is held against."""

    elements: tuple[GuideElement, ...] = msgspec.field(name="内容", default=())
    limits: tuple[GuideLimit, ...] = msgspec.field(name="期限", default=())

    def of(self, request: RequestRules) -> GuideStandard:
        """Return the standard with the place's own limits; a limit that the profile does not know is left out."""
        days = {
            field.encode_name: getattr(request, field.name).value for field in msgspec.structs.fields(request)
        }
        known = (limit for limit in self.limits if limit.rule in days)
        limits = tuple(msgspec.structs.replace(limit, days=days[limit.rule]) for limit in known)
        return msgspec.structs.replace(self, limits=limits)
