"""What a finding weighs here: what `site.yaml` says of its sort, and less in a draft than in what is final."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from sitegen.diagnostics import Diagnostic, Fault, Kind, Leeway, Severity
from sitegen.grading.kinds import CANNOT_LOWER, SET_TWICE
from sitegen.grading.rule_names import Kinds, rule_of
from sitegen.grading.waivers import owner_of
from sitegen.model.site_config import CheckSetting, Weight

SITE = "content/site.yaml"
HEAVINESS = {Weight.OFF: 0, Weight.NOTE: 1, Weight.WARNING: 2, Weight.ERROR: 3}
WORDS = {Weight.OFF: "不查", Weight.NOTE: "说明", Weight.WARNING: "提醒", Weight.ERROR: "错误"}
ADVICE = {
    Leeway.OLD: "以前遗留的，可以用 sitegen baseline 冻结；",
    Leeway.WAIVER: "",
}
ONE_FILE = "个别文件确实可以放行的，在那个文件里写“不查”，写明理由、姓名和日期。"
Weights = Mapping[str, Weight]


def settings(written: Iterable[CheckSetting], kinds: Kinds) -> tuple[Weights, tuple[Diagnostic, ...]]:
    """Return the weight of each sort that `site.yaml` sets. SG750, SG756, SG757."""
    weights: dict[str, Weight] = {}
    faults: list[Fault] = []
    for setting in written:
        kind, found = rule_of(setting.rule, kinds)
        faults += found
        if kind is None:
            continue
        if kind.id in weights:
            faults.append(SET_TWICE.found(setting.rule.span, id=kind.id, name=kind.name))
        elif _lowers_what_may_not_be(kind, setting.weight):
            faults.append(_too_low(kind, setting))
        else:
            weights[kind.id] = setting.weight
    return weights, tuple(fault.at(SITE) for fault in faults)


def weigh(
    found: Iterable[Diagnostic], weights: Weights, drafts: Collection[str], kinds: Kinds
) -> Iterator[Diagnostic]:
    """Yield the findings with the weight that they have on this site; those that are not wanted are left out.

    `drafts` are the files of records that are drafts.
    """
    owners = dict.fromkeys(drafts)
    for each in found:
        weight = weights.get(each.id, Weight(each.severity))
        kind = kinds.get(each.id)
        if weight is not Weight.OFF and kind is not None and owner_of(each.path, owners):
            weight = min(weight, Weight(kind.in_draft), key=HEAVINESS.__getitem__)
        if weight is not Weight.OFF:
            yield _with(each, Severity(weight))


def _with(found: Diagnostic, severity: Severity) -> Diagnostic:
    return found if found.severity is severity else msgspec.structs.replace(found, severity=severity)


def _lowers_what_may_not_be(kind: Kind, wanted: Weight) -> bool:
    return kind.allows is not Leeway.FREE and HEAVINESS[wanted] < HEAVINESS[Weight(kind.severity)]


def _too_low(kind: Kind, setting: CheckSetting) -> Fault:
    return CANNOT_LOWER.found(
        setting.rule.span,
        id=kind.id,
        name=kind.name,
        weight=WORDS[Weight(kind.severity)],
        wanted=WORDS[setting.weight],
        advice=f"{ADVICE[kind.allows]}{ONE_FILE}" if kind.allows in ADVICE else "",
    )
