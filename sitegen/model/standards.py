"""What texts are inspected for: limits and word lists, as data of `catalogs/inspection/`.

Each family of rules has a record of its own, with Chinese keys in its file. Without data (the defaults) rules find
nothing.
"""

from __future__ import annotations

import msgspec

from sitegen.model.guide_standard import GuideStandard
from sitegen.model.local_rules import Answer
from sitegen.model.privacy import Privacy
from sitegen.model.profile import AnnualReportRules, Profile
from sitegen.model.service_standard import ServiceStandard
from sitegen.model.style import Style

__all__ = ["GuideStandard", "Privacy", "ServiceStandard", "Standards", "Style"]


class ReportLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What the text of an annual report is held against (R45, R46); nothing where a value is 0 or empty.

    `overview` are the characters of its first part, `until` the last day of the year that its figures cover (12-31).
    """

    overview: int = 0
    until: str = ""

    @classmethod
    def under(cls, rules: AnnualReportRules) -> ReportLimits:
        """Return the limits of a place."""
        return cls(
            overview=rules.overview_length.value if rules.overview_length.holds_for(None) else 0,
            until=rules.data_until.value if rules.data_until.holds_for(None) else "",
        )


class Standards(msgspec.Struct, frozen=True, kw_only=True):
    """The data of all families."""

    privacy: Privacy = Privacy()
    guide: GuideStandard = GuideStandard()
    service: ServiceStandard = ServiceStandard()
    style: Style = Style()
    report: ReportLimits = ReportLimits()

    def of(self, profile: Profile) -> Standards:
        """Return the standards with what the place decides: limits of requests, a note below papers, domains."""
        note = profile.paper.publication_note
        domains = profile.page.linked_domains
        style = msgspec.structs.replace(
            self.style,
            demands_note=Answer.YES is note.value is note.adopted,
            linked_domains=domains.value if domains.holds_for(None) else "",
        )
        report = ReportLimits.under(profile.annual_report)
        return msgspec.structs.replace(self, guide=self.guide.of(profile.request), style=style, report=report)
