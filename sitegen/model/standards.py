"""What texts are inspected for: limits and word lists, as data of `catalogs/inspection/`.

Each family of rules has a record of its own, with Chinese keys in its file. Without data (the defaults) rules find
nothing.
"""

from __future__ import annotations

import msgspec

from sitegen.model.guide_standard import GuideStandard
from sitegen.model.privacy import Privacy
from sitegen.model.profile import RequestRules

__all__ = ["GuideStandard", "Privacy", "Standards"]


class Standards(msgspec.Struct, frozen=True, kw_only=True):
    """The data of all families."""

    privacy: Privacy = Privacy()
    guide: GuideStandard = GuideStandard()

    def of(self, request: RequestRules) -> Standards:
        """Return the standards with the limits that the place has for requests (依申请公开)."""
        return msgspec.structs.replace(self, guide=self.guide.of(request))
