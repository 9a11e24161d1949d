"""The next 索引号 (R72–R74) and the next 文号 (R78) of a body."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.disclosure.document_numbers import parse_document_number
from sitegen.model.kinds import RecordKind
from sitegen.model.local_rules import Numbering
from sitegen.model.site_config import Body

ORDER = "令"


def next_index_number(code: str, year: int, numbering: Numbering, texts: Iterable[str]) -> str:
    """Return the 索引号 after the highest that the body with this `code` has been given in `year`.

    `texts` are all places where a number in use may stand: numbers alone, or whole files. Gaps are not filled:
    a number that was given once is never given again.
    """
    begin, _, end = (
        numbering.value.replace("{机构代码}", code).replace("{年份}", str(year)).partition("{流水号}")
    )
    given = re.compile(rf"(?<![0-9A-Za-z]){re.escape(begin)}([0-9]+){re.escape(end)}")
    serials = [int(found[1]) for text in texts for found in given.finditer(text)]
    return f"{begin}{max(serials, default=0) + 1:0{numbering.serial_digits}}{end}"


def prefix_for(kind: RecordKind, body: Body) -> str:
    """Return the 机关代字 that a document of `kind` by `body` usually bears; "" where the body has none."""
    if kind.id == "regulatory_rule":
        return f"{body.title}{ORDER}"
    normative = [prefix for prefix in body.prefixes if "规" in prefix]
    others = [prefix for prefix in body.prefixes if "规" not in prefix]
    ordinary = [prefix for prefix in others if prefix.endswith("发")] + others
    return next(iter([*normative, *ordinary] if kind.governed else [*ordinary, *normative]), "")


def next_document_number(prefix: str, year: int, known: Iterable[str]) -> str:
    """Return the 文号 after the highest of `known` with the same prefix and year; orders are counted without a year."""
    counted = 0 if prefix.endswith(ORDER) else year
    parsed = [number for text in known if (number := parse_document_number(text)) is not None]
    serials = [number.serial for number in parsed if (number.prefix, number.year) == (prefix, counted)]
    serial = max(serials, default=0) + 1
    return f"{prefix}〔{counted}〕{serial}号" if counted else f"{prefix}第{serial}号"
