"""网页的大小: pages that hold more pictures than a reader on a slow line will wait for (R104)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.model.records import AnyRecord
from sitegen.rules.scope import by_trust, origin_of
from sitegen.site import Site

HEAVY_PAGE = Kind(
    id="SG826",
    name="网页太大",
    message="正文里的图片一共{kilobytes}千字节，超过{limit}千字节。",
    why="网页要在三秒以内打开；太大的图片在手机上要等很久（R104）。",
    help="把图片缩小到网页上显示的宽度再用，照片存成 JPEG；高清的原图放到“附件”里。{origin}",
    severity=Severity.WARNING,
)
KINDS = (HEAVY_PAGE,)
KILOBYTE = 1024


def page_weight(site: Site) -> Iterator[Diagnostic]:
    """Yield SG826 for records whose pictures weigh more than the place allows a page; attachments do not count."""
    rule = site.catalogues.profile.page.kilobytes
    if not rule.holds_for(None):
        return
    for record in site.records:
        kilobytes = -(-_weight(record, site) // KILOBYTE)
        if kilobytes > rule.value:
            heavy = by_trust(HEAVY_PAGE, rule).found(
                record.place("title"), kilobytes=kilobytes, limit=rule.value, origin=origin_of(rule)
            )
            yield heavy.at(record.source)


def _weight(record: AnyRecord, site: Site) -> int:
    """Return the bytes of the pictures of a text, each once."""
    shown = {unquote(target.path) for target in site.targets.get(record.path, ()) if target and target.picture}
    return sum(site.files[path].size for path in shown if path in site.files)
