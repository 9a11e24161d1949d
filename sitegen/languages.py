"""The second languages that a column can have beside Chinese (R149): what they are called and where their pages lie."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language of translations.

    `code` is that of BCP 47. `suffix` is what the name of a translation has more than that of its original, `folder`
    the tree of its pages. `title` is what those who read it call it, `chinese` what editors do.
    """

    code: str
    suffix: str
    folder: str
    title: str
    chinese: str


ENGLISH: Final = Language(code="en", suffix=".en", folder="en/", title="English", chinese="英文")
MONGOLIAN: Final = Language(code="mn-Mong", suffix=".mn", folder="mn/", title="ᠮᠣᠩᠭᠣᠯ", chinese="蒙古文")
"""In vertical script, whose lines follow each other from left to right."""
BY_CODE: Final[Mapping[str, Language]] = MappingProxyType({each.code: each for each in (ENGLISH, MONGOLIAN)})
"""All of them; a site has one."""
