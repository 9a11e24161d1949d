"""公开情况 as text, JSON, CSV and XLSX: which obligations are met, by domain, and each one with its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sitegen.disclosure.fulfilment import Status
from sitegen.disclosure.phrases import chinese_date
from sitegen.reporting.tables import Table, csv_bytes, xlsx_bytes
from sitegen.views.coverage import HEADINGS, CoverageData, DomainData, ObligationData

FORMS: Sequence[str] = ("text", "json", "csv", "xlsx")
NOTES = {
    "应在网站公开": "目录勾选了政府网站，公开方式是主动公开，公开对象是全社会；目录没有看全的不计入",
    "责任机关": "目录写明的按目录；没有写明的，按公开过这个事项的机关，没有机关公开过的，算在这个领域牵头的机关",
    "应公开日期": "只在最近一件迟于时限时写；补录、转载和起算日期不明的不判断",
    "无此类信息": "已经声明没有此类信息，在声明的时期内算已公开",
}


def table_of(coverage: CoverageData) -> Table:
    """Return all obligations with all their columns."""
    return Table(
        name="标准目录公开情况",
        as_of=coverage.as_of,
        headings=tuple(HEADINGS.values()),
        rows=[[getattr(found, attribute) for attribute in HEADINGS] for found in coverage.obligations],
        notes=(
            ("名称", coverage.title),
            ("截至", chinese_date(coverage.as_of)),
            ("应公开", f"{coverage.required}项，已公开{coverage.met}项"),
            *NOTES.items(),
        ),
    )


def as_csv(coverage: CoverageData) -> bytes:
    """Return the obligations as CSV."""
    return csv_bytes(table_of(coverage))


def as_xlsx(coverage: CoverageData) -> bytes:
    """Return the obligations as a workbook."""
    return xlsx_bytes(table_of(coverage))


def as_json(coverage: CoverageData) -> bytes:
    """Return counts by domain and all obligations."""
    return msgspec.json.format(msgspec.json.encode(coverage), indent=1) + b"\n"


def as_text(coverage: CoverageData, wanted: int | None) -> str:
    """Return a line for each domain, then what is not published; `wanted` is the share that the site must reach."""
    width = max((len(found.domain) for found in coverage.domains), default=0)
    lines = [
        f"标准目录公开情况，截至{chinese_date(coverage.as_of)}（已公开／应公开）",
        "",
        *(_domain(found, width) for found in coverage.domains),
        "",
        _total(coverage),
    ]
    if wanted is not None and coverage.required:
        lines.append(verdict(coverage, wanted))
    missing = list(_missing(coverage))
    if missing:
        lines += ["", "还没有公开的事项：", *missing]
    return "".join(f"{line}\n" for line in lines)


def reaches(coverage: CoverageData, wanted: int | None) -> bool:
    """Tell whether the share of met obligations is at least `wanted` per cent; where nothing is due it is."""
    return wanted is None or coverage.met * 100 >= wanted * coverage.required


def verdict(coverage: CoverageData, wanted: int) -> str:
    """Return in words whether the share that the site must reach is reached, and what is lacking."""
    if reaches(coverage, wanted):
        return f"达到要求的 {wanted}%。"
    lacking = -(-(wanted * coverage.required - coverage.met * 100) // 100)
    return f"没有达到要求的 {wanted}%，还差 {lacking} 项。"


def _domain(found: DomainData, width: int) -> str:
    name = found.domain + "　" * (width - len(found.domain))
    figure = f"{found.met}/{found.required}" if found.required else "—"
    remarks = (
        ("未公开", found.required - found.met),
        ("迟于时限", found.late),
        ("超期未更新", found.stale),
        ("不在网站公开", found.not_required),
        ("目录没有看全", found.unknown),
    )
    return (
        f"{name}　{figure:>7}　{'，'.join(f'{word}{count}项' for word, count in remarks if count)}".rstrip()
    )


def _total(coverage: CoverageData) -> str:
    if not coverage.required:
        return "没有能确定应在网站公开的事项。"
    share = coverage.met * 1000 // coverage.required
    return f"合计 {coverage.met}/{coverage.required}，{share // 10}.{share % 10}%。"


def _missing(coverage: CoverageData) -> Iterator[str]:
    for found in coverage.obligations:
        if found.status == Status.NEVER:
            yield _line(found)


def _line(found: ObligationData) -> str:
    return f"  {found.code}　{found.body or '责任机关不明'}　时限：{found.time_limit}"
