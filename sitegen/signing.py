"""审核 from the history: what a record's last commit says of those who drafted, reviewed and released it (R32, R83)."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sitegen.diagnostics import Diagnostic, Kind
from sitegen.model.kinds import BY_NAME
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import SiteConfig
from sitegen.model.values import REVIEW_STEPS, Review, Stage

NOT_SIGNED = Kind(
    id="SG571",
    name="提交说明里没有审核",
    message="信息部分和最近一次改动的提交说明里都没有写“{steps}”。",
    why="发布前要经过审核，谁审核的要有记录（R32、R83，site.yaml 的“提交署名”）。",
    help="请审核的人在提交说明的最后一段写“{example}: 姓名”，或者在信息部分的“审核”里补上。",
)
KINDS = (NOT_SIGNED,)


def sign(
    records: tuple[AnyRecord, ...], config: SiteConfig, signatures: Mapping[str, Review]
) -> tuple[tuple[AnyRecord, ...], tuple[Diagnostic, ...]]:
    """Return the records with the steps filled in that only their commits name, and SG571 where neither does.

    `signatures` says by file what the last commit of each says. A file that was never committed is not in it: it is
    held to a review when it is.
    """
    if not config.review_from_commits:
        return records, ()
    signed = tuple(_signed(record, signatures.get(record.source)) for record in records)
    required = config.review_required or ("审核",)
    found = (_lacking(record, required) for record in signed if record.source in signatures)
    return signed, tuple(each for each in found if each is not None)


def _signed(record: AnyRecord, committed: Review | None) -> AnyRecord:
    if committed is None or committed == Review():
        return record
    own = record.review or Review()
    steps = {step: getattr(own, step) or getattr(committed, step) for step in REVIEW_STEPS.values()}
    return msgspec.structs.replace(record, review=Review(**steps))


def _lacking(record: AnyRecord, required: tuple[str, ...]) -> Diagnostic | None:
    if record.stage is not Stage.FINAL or "review" not in BY_NAME[record.kind].required:
        return None
    given = record.review or Review()
    missing = [step for step in required if not getattr(given, REVIEW_STEPS[step])]
    if not missing:
        return None
    place = record.place("review") or record.place("title")
    return NOT_SIGNED.found(place, steps="、".join(missing), example=missing[0]).at(record.source)
