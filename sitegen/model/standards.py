"""What texts are inspected for: limits and word lists, as data of `catalogs/` with Chinese keys in the files.

Each family of rules has a record here and a file of its own. Without their data (the defaults) rules find nothing.
"""

from __future__ import annotations

import msgspec


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A province: the two digits with which the ID numbers that it issues begin."""

    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")


class Privacy(msgspec.Struct, frozen=True, kw_only=True):
    """`catalogs/inspection/privacy.yaml`: personal data and secrets (R30)."""

    regions: tuple[Region, ...] = msgspec.field(name="省级代码", default=())


class Standards(msgspec.Struct, frozen=True, kw_only=True):
    """The data of all families."""

    privacy: Privacy = Privacy()
