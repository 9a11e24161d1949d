"""What an amending decision says about one article of another document."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class RewriteKind(StrEnum):
    """What is done to an article, to a part of it, or to words in it."""

    REPLACE = "replace"
    DELETE = "delete"
    ADD = "add"


class Rewrite(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One instruction of an amending decision.

    `article` is the article that it speaks of ("" where a new article comes with its `place` only), `part` a 款
    or 项 of it, `phrase` words in it. `wording` is the new text, a paragraph a line; `place` what a new article
    or part becomes. `document` is the 文号 or the title of the amended document, as the text last gave it;
    `quote` the words of the instruction without the new text.
    """

    kind: RewriteKind
    article: str = ""
    part: str = ""
    phrase: str = ""
    wording: str = ""
    place: str = ""
    document: str = ""
    quote: str
