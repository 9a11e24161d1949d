"""What the column says of itself on every page: tags of site and columns, footer, bodies (R94–R102, R123)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic, Kind, Severity
from sitegen.formats.suggestions import did_you_mean
from sitegen.model.local_rules import LocalRule
from sitegen.model.site_config import Body, Column, SiteConfig
from sitegen.monitoring.opening import is_open
from sitegen.rules.scope import by_trust, origin_of
from sitegen.site import Site

INCOMPLETE_BODY = Kind(
    id="SG550",
    name="机构简介不全",
    message="{body}的简介缺少：{missing}。",
    why="机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名都要公开（R21、R123，条例第二十条第二项）。",
    help="在这个文件里补上。",
    severity=Severity.WARNING,
)
UNKNOWN_COLUMN_TYPE = Kind(
    id="SG551",
    name="栏目类型不对",
    message="栏目“{title}”的栏目类型“{type}”{problem}。",
    why="网页标签 ColumnType 有固定的取值，检查系统按它认栏目（R5、R96）。",
    help="{suggestion}照 catalogs/column-types.yaml 里的名称写。",
    severity=Severity.WARNING,
)
BARE_COLUMN = Kind(
    id="SG552",
    name="栏目的标签不全",
    message="栏目“{title}”没有写{missing}。",
    why="网页标签 ColumnDescription、ColumnKeywords、ColumnType 都是必填的，不写就只能用程序凑的词（R95）。",
    help="在 _column.yaml 里补上{missing}。",
    severity=Severity.WARNING,
)
BARE_FOOTER = Kind(
    id="SG553",
    name="页脚信息不全",
    message="site.yaml 没有写：{missing}。",
    why="每页的页脚要有备案号、主办单位、联系方式和“我为政府网站找错”的入口（R101）。",
    help="在 site.yaml 里补上；门户页脚已经有的，也要写在这里。",
    severity=Severity.WARNING,
)
ODD_SETTING = Kind(
    id="SG554",
    name="网址或者备案号的写法不对",
    message="“{key}”写的“{value}”不合规定的写法。",
    why="政府网站用 .gov.cn 的域名；备案号有固定的写法，写错了查不到（R101、R102）。",
    help="照批准的网址、备案号一字不差地写。{origin}",
    severity=Severity.WARNING,
)
KINDS = (INCOMPLETE_BODY, UNKNOWN_COLUMN_TYPE, BARE_COLUMN, BARE_FOOTER, ODD_SETTING)


def public_bodies(site: Site) -> Iterator[Diagnostic]:
    """Yield SG550 for bodies that exist and lack some of the six statutory elements."""
    for body in site.bodies.values() if is_open(site) else ():
        missing = [name for name, value in _elements(body).items() if not value]
        if missing and (body.ended_on is None or body.ended_on > site.as_of):
            yield INCOMPLETE_BODY.found(body=body.title, missing="、".join(missing)).at(body.source)


def column_tags(site: Site) -> Iterator[Diagnostic]:
    """Yield SG551 for types that are none or not for this column, SG552 for tags without a value of their own."""
    types = site.catalogues.column_types
    known = [term.title for term in types.types]
    for column in site.columns.values():
        for name in column.column_types:
            problem = "不得用于专栏" if name in types.forbidden else "" if name in known else "不在名单里"
            if problem:
                suggestion = "" if name in known else did_you_mean(name, known)
                found = UNKNOWN_COLUMN_TYPE.found(
                    title=column.title, type=name, problem=problem, suggestion=suggestion
                )
                yield found.at(column.source)
        missing = _missing_tags(column)
        if missing and is_open(site):
            yield BARE_COLUMN.found(title=column.title, missing="、".join(missing)).at(column.source)


def site_settings(site: Site) -> Iterator[Diagnostic]:
    """Yield SG553 for what the footer lacks, SG554 for an address or a number that cannot be right.

    Before the column is open, it may stand at any address.
    """
    config, rules = site.config, site.catalogues.profile.page
    missing = [key for key, value in _footer(config).items() if not value]
    if missing and is_open(site):
        yield BARE_FOOTER.found(missing="、".join(missing)).at("content/site.yaml")
    host = (urlsplit(config.address).hostname or "") if is_open(site) else ""
    for key, value, tested, rule in (
        ("网址", config.address, host, rules.domain),
        ("ICP备案号", config.icp_number, config.icp_number, rules.icp_number),
        ("公安备案号", config.police_number, config.police_number, rules.police_number),
    ):
        if tested and not _fits(tested, rule):
            odd = by_trust(ODD_SETTING, rule).found(key=key, value=value, origin=origin_of(rule))
            yield odd.at("content/site.yaml")


def _fits(value: str, rule: LocalRule[str]) -> bool:
    return not rule.holds_for(None) or re.match(rule.value, value) is not None


def _elements(body: Body) -> Mapping[str, object]:
    return {
        "职能": body.duty,
        "内设机构": body.units,
        "办公地址": body.address,
        "办公时间": body.hours,
        "联系电话": body.phone,
        "负责人": body.leaders,
    }


def _missing_tags(column: Column) -> list[str]:
    values = {"说明": column.description, "关键词": column.keywords, "栏目类型": column.column_types}
    return [f"“{key}”" for key, value in values.items() if not value]


def _footer(config: SiteConfig) -> Mapping[str, str]:
    return {
        "ICP备案号": config.icp_number,
        "公安备案号": config.police_number,
        "联系电话": config.phone,
        "联系地址": config.postal_address,
        "门户的“找错地址”": config.portal.report_errors,
    }
