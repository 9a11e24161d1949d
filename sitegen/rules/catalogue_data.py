"""What the files of catalogues name: known channels, bodies and columns, codes that stand for one item (R89, R92)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.disclosure.demands import Demand, demand_of, is_in_words, is_known_channel, website_names
from sitegen.disclosure.responsibility import Bodies, bodies_at
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.catalogues import Domain, Item
from sitegen.site import Site

UNKNOWN_CHANNEL = Kind(
    id="SG607",
    name="没有这个公开渠道",
    message="事项“{code}”的公开渠道“{name}”不在名单里。",
    why="公开渠道有固定的名称（R89），写错了就看不出要不要在网站公开。",
    help="{suggestion}照 catalogs/channels.yaml 里的名称写；别的渠道写成“其他：{name}”。",
)
UNKNOWN_RESPONSIBLE = Kind(
    id="SG608",
    name="没有这个责任机构",
    message="{where}的责任机构“{name}”不在 content/jigou/ 里，或者已经撤并。",
    why="目录写明的责任机构要真实存在，才知道由谁公开（S32）。",
    help="写机构的全称或者简称，或者写机构的类别，如“乡镇人民政府”，表示每一个都要公开。{suggestion}",
)
UNKNOWN_COLUMN = Kind(
    id="SG609",
    name="没有这个栏目",
    message="事项“{code}”写的栏目“{path}”不存在。",
    why="事项要对应到真实的栏目（R92）。",
    help="{suggestion}写栏目的文件夹，如 fdzdgknr/shehui-jiuzhu。",
)
SAME_CODE = Kind(
    id="SG617",
    name="事项代码重复",
    message="事项代码“{code}”用了不止一次，另一处在 {other}。",
    why="一个代码只代表一个事项，永远不变（R92）。",
    help="给其中一个事项改用新的代码。",
)
UNKNOWN_SUCCESSOR = Kind(
    id="SG618",
    name="“改为”的事项不存在",
    message="事项“{code}”停用后“改为”的“{name}”不在目录里。",
    why="停用的事项要指明现在用哪个事项，读者和编辑才找得到（R92）。",
    help="{suggestion}照目录里的“代码”写；没有接替的事项，去掉“改为”。",
)
LIMIT_IN_WORDS = Kind(
    id="SG620",
    name="公开时限没有写成天数",
    message="事项“{code}”的公开时限“{text}”只有原文，看不出哪一天到期。",
    why="应在网站公开的事项，时限要能算出来，才知道是不是迟了（R91）。",
    help="在“公开时限”里写“工作日”“自然日”或者“类型”（实时、及时、长期）；"
    "不从信息形成之日算起的，写“起算”。",
    severity=Severity.WARNING,
)
KINDS = (
    UNKNOWN_CHANNEL,
    UNKNOWN_RESPONSIBLE,
    UNKNOWN_COLUMN,
    SAME_CODE,
    UNKNOWN_SUCCESSOR,
    LIMIT_IN_WORDS,
)

Steps = tuple[str | int, ...]


def catalogue_data(site: Site) -> Iterator[Diagnostic]:
    """Yield SG607–SG609, SG617, SG618: what the files of the domains name and nobody knows; and SG620."""
    website = website_names(site.catalogues.channels)
    bodies = bodies_at(site.bodies.values(), site.as_of)
    first: dict[str, Domain] = {}
    for domain in site.catalogues.domains:
        for position, name in enumerate(domain.bodies):
            if name not in bodies.by_name:
                yield _responsible(
                    name, f"“{domain.facts.title}”领域", domain, bodies, ("责任机构", position)
                )
        for number, item in enumerate(domain.items):
            place = ("事项", number)
            if item.code in first:
                problem = SAME_CODE.found(
                    domain.place(*place, "代码"), code=item.code, other=first[item.code].source
                )
                yield problem.at(domain.source)
            first.setdefault(item.code, domain)
            for position, name in enumerate(item.bodies):
                if name not in bodies.by_name:
                    where = (*place, "责任机构", position)
                    yield _responsible(name, f"事项“{item.code}”", domain, bodies, where)
            yield from _item(item, place, domain, site)
            if is_in_words(item) and demand_of(item, website, site.as_of) is Demand.REQUIRED:
                text = item.time_limit.text if item.time_limit is not None else ""
                problem = LIMIT_IN_WORDS.found(domain.place(*place, "公开时限", "原文"), code=item.code, text=text)
                yield problem.at(domain.source)


def _responsible(name: str, owner: str, domain: Domain, bodies: Bodies, where: Steps) -> Diagnostic:
    suggestion = did_you_mean(name, [*bodies.by_name])
    problem = UNKNOWN_RESPONSIBLE.found(domain.place(*where), where=owner, name=name, suggestion=suggestion)
    return problem.at(domain.source)


def _item(item: Item, place: Steps, domain: Domain, site: Site) -> Iterator[Diagnostic]:
    channels = site.catalogues.channels
    for position, name in enumerate(item.channels):
        if not is_known_channel(name, channels):
            suggestion = did_you_mean(name, [term.title for term in channels.channels])
            span = domain.place(*place, "公开渠道", position)
            problem = UNKNOWN_CHANNEL.found(span, code=item.code, name=name, suggestion=suggestion)
            yield problem.at(domain.source)
    for position, path in enumerate(item.columns):
        if path not in site.columns:
            suggestion = did_you_mean(path, [*site.columns])
            span = domain.place(*place, "栏目", position)
            problem = UNKNOWN_COLUMN.found(span, code=item.code, path=path, suggestion=suggestion)
            yield problem.at(domain.source)
    if item.replaced_by and item.replaced_by not in site.items:
        suggestion = did_you_mean(item.replaced_by, [*site.items])
        span = domain.place(*place, "改为")
        problem = UNKNOWN_SUCCESSOR.found(span, code=item.code, name=item.replaced_by, suggestion=suggestion)
        yield problem.at(domain.source)
