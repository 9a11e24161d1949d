"""grading: which findings count, and how much. After everything has been checked, before it is decided what is made.

In this order: what is let pass (不查), what `site.yaml` says, what drafts may lack, what is frozen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, in_order
from sitegen.grading.baseline import Baseline, Stock, thaw
from sitegen.grading.passed import Passed
from sitegen.grading.rule_names import Kinds
from sitegen.grading.waivers import Waivers, waive
from sitegen.grading.weights import settings, weigh
from sitegen.model.records import AnyRecord
from sitegen.model.site_config import Body, Column, SiteConfig
from sitegen.model.values import Stage, Waiver

__all__ = ["Aside", "Graded", "Terms", "grade", "terms_of"]


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What a site says of how its findings are to be taken, and the day for which that is asked."""

    config: SiteConfig
    waivers: Waivers
    drafts: frozenset[str]
    baseline: Baseline | None
    as_of: date


class Aside(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The findings that do not count and why, and how the list of frozen ones stands where there is one."""

    passed: tuple[Passed, ...] = ()
    stock: Stock | None = None


class Graded(msgspec.Struct, frozen=True, kw_only=True):
    """The findings that count, and what was put aside."""

    diagnostics: tuple[Diagnostic, ...]
    aside: Aside


def terms_of(
    config: SiteConfig,
    records: Iterable[AnyRecord],
    others: Iterable[Column | Body],
    baseline: Baseline | None,
    as_of: date,
) -> Terms:
    """Return the terms that the files of a site state."""
    waivers: dict[str, tuple[Waiver, ...]] = {}
    drafts: set[str] = set()
    for record in records:
        if record.stage is Stage.DRAFT:
            drafts.add(record.source)
        if record.waivers:
            waivers[record.source] = record.waivers
    waivers |= {each.source: each.waivers for each in others if each.waivers}
    return Terms(config=config, waivers=waivers, drafts=frozenset(drafts), baseline=baseline, as_of=as_of)


def grade(found: Iterable[Diagnostic], terms: Terms, kinds: Kinds) -> Graded:
    """Return what of `found` counts. SG750–SG759."""
    weights, faults = settings(terms.config.checks, kinds)
    waived = waive(in_order(found), terms.waivers, kinds, terms.as_of)
    weighed = in_order(weigh((*waived.left, *faults, *waived.faults), weights, terms.drafts, kinds))
    if terms.baseline is None:
        return Graded(diagnostics=weighed, aside=Aside(passed=waived.passed))
    thawed = thaw(weighed, terms.baseline, kinds)
    aside = Aside(passed=(*waived.passed, *thawed.passed), stock=thawed.stock)
    return Graded(diagnostics=in_order(thawed.left), aside=aside)
