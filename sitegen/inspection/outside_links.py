"""Links that lead away from the sites of the government (R107)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Fault, Kind, Severity
from sitegen.formats.leaving import host_outside
from sitegen.formats.markdown import LinkForm
from sitegen.inspection.manuscript import Manuscript
from sitegen.inspection.places import first_of_each
from sitegen.model.standards import Standards

NOT_OF_THE_GOVERNMENT = Kind(
    id="SG796",
    name="链接到政府以外的网站",
    message="链接“{text}”会把读者带到 {host}，那不是政府网站。",
    why="别的网站改版、转手以后，读者会被带到不相干的内容（R107）。",
    help="改成政府网站上的地址；只能用这个网站的，核对是谁办的，再请管理员把它的域名加进地方口径的“网页.可以链接的域名”。",
    severity=Severity.WARNING,
)
KINDS = (NOT_OF_THE_GOVERNMENT,)


def outside_links(manuscript: Manuscript, standards: Standards) -> Iterator[Fault]:
    """Yield SG796, once a file with remarks on the next places."""
    links = [link for link in manuscript.body.links if link.form == LinkForm.EXTERNAL]
    if links and standards.style.linked_domains:
        yield from first_of_each(
            NOT_OF_THE_GOVERNMENT.found(link.span, text=link.text, host=host)
            for link in links
            if (host := host_outside(link.target, standards.style.linked_domains))
        )
