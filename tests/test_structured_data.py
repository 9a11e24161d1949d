"""JSON-LD: what pages tell machines has the shape that schema.org asks for, and stays data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from sitegen import filters
from sitegen.diagnostics import has_errors
from sitegen.views.common import Link
from tests.world import document, record

BASE = "https://www.qinglan.gov.cn/zfxxgk/"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"
PAGE = "zhengce/xzgfxwj/jiuzhu.html"
BLOCK = re.compile(r"<script type=\"?application/ld\+json\"?>(.*?)</script>", re.DOTALL)
FORCES = {f"https://schema.org/{name}" for name in ("InForce", "NotInForce", "PartiallyInForce")}


def is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def is_day(value: object) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def is_address(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"https?://[^\s/]+/\S*", value) is not None


def is_period(value: object) -> bool:
    start, _, end = str(value).partition("/")
    return is_day(start) and (end == ".." or (is_day(end) and start <= end))


def list_of(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and value != [] and all(check(item) for item in value)


def thing(*types: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, dict) and value["@type"] in types and list(faults(value)) == []


ORGANIZATION = thing("GovernmentOrganization")
COMMON = {"@type": is_text, "@id": is_address, "name": is_text, "url": is_address}
SHAPES: dict[str, tuple[set[str], dict[str, Callable[[object], bool]]]] = {
    "Legislation": (
        {"name"},
        {
            "inLanguage": is_text,
            "legislationIdentifier": is_text,
            "identifier": is_text,
            "legislationType": is_text,
            "legislationDate": is_day,
            "datePublished": is_day,
            "legislationDateOfApplicability": is_day,
            "legislationDateVersion": is_day,
            "legislationLegalForce": lambda value: value in FORCES,
            "creativeWorkStatus": lambda value: value in {"有效", "已修改", "已废止", "尚未生效"},
            "temporalCoverage": is_period,
            "legislationPassedBy": list_of(ORGANIZATION),
            "publisher": ORGANIZATION,
            "keywords": list_of(is_text),
            "abstract": is_text,
            "isBasedOn": list_of(thing("Legislation")),
            "legislationChanges": list_of(thing("Legislation")),
            "legislationRepeals": list_of(thing("Legislation")),
        },
    ),
    "GovernmentOrganization": (
        {"name"},
        {
            "alternateName": is_text,
            "identifier": is_text,
            "address": thing("PostalAddress"),
            "telephone": is_text,
            "faxNumber": is_text,
            "email": is_text,
            "foundingDate": is_day,
            "dissolutionDate": is_day,
            "parentOrganization": ORGANIZATION,
        },
    ),
    "PostalAddress": ({"streetAddress"}, {"streetAddress": is_text, "addressCountry": is_text}),
    "BreadcrumbList": ({"itemListElement"}, {"itemListElement": list_of(thing("ListItem"))}),
    "ListItem": (
        {"position", "name", "item"},
        {"position": lambda value: isinstance(value, int), "item": is_address},
    ),
    "Dataset": (
        {"name", "description", "url", "distribution", "creator"},
        {
            "description": lambda value: is_text(value) and len(str(value)) >= 30,
            "inLanguage": is_text,
            "isAccessibleForFree": lambda value: value is True,
            "dateModified": is_day,
            "creator": ORGANIZATION,
            "distribution": list_of(thing("DataDownload")),
        },
    ),
    "DataDownload": ({"contentUrl"}, {"contentUrl": is_address, "encodingFormat": is_text}),
}
"""Of each type: what it must have, and what it may have beside `COMMON` and how that must look."""


def faults(data: dict[str, object]) -> Iterator[str]:
    """Give the properties of a thing that are missing, unknown or of the wrong form."""
    required, known = SHAPES[str(data["@type"])]
    yield from sorted(required - data.keys())
    for name, value in data.items():
        check = {**COMMON, **known}.get(name)
        if name != "@context" and (check is None or not check(value)):
            yield name


def things(place, path: str) -> dict[str, dict]:
    """Return what a page of the build says to machines, by type."""
    found = [json.loads(text) for text in BLOCK.findall(place.page(path))]
    assert all(data["@context"] == "https://schema.org" for data in found)
    assert [list(faults(data)) for data in found] == [[] for _ in found]
    return {data["@type"]: data for data in found}


@pytest.fixture
def built(world):
    """Return a site with a document that was amended and repeals another."""
    place = world(
        {
            RULES: document(
                有效期至="2031-02-09",
                关键词="[临时救助]",
                内容概述="救助的办法",
                索引号="QL0001000/2026-90001",
            ),
            "content/zhengce/xzgfxwj/jiu.md": document(
                标题="青岚区旧办法", 文号="青政规〔2020〕3号", 有效期至="2030-12-31"
            ),
            "content/zhengce/xzgfxwj/xin.md": document(
                标题="关于修改和废止文件的决定",
                文号="青政规〔2026〕2号",
                施行日期="2026-03-01",
                修改="[{文件: 青政规〔2026〕1号, 条款: 第三条}, {文件: 青政规〔2026〕1号, 条款: 第五条}]",
                废止="[青政规〔2020〕3号, {文件: 青政〔2001〕9号, 标题: 《某规定》}]",
                依据="[青政规〔2026〕1号]",
            ),
            "content/fdzdgknr/tongzhi/gongnuan.md": record(),
            "content/jigou/minzheng.yaml": "名称: 青岚区民政局\n简称: 区民政局\n代码: QL0002000\n办公地址: 安民路18号\n"
            "联系电话: 0000-6660210\n成立日期: 2001-01-01\n上级: 青岚区人民政府\n",
        }
    )
    assert not has_errors(place.build().diagnostics)
    return place


def test_document_tells_its_force_and_its_dates(built):
    found = things(built, PAGE)["Legislation"]
    own = {name: value for name, value in found.items() if isinstance(value, str)}
    assert own == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"{BASE}{PAGE}",
        "url": f"{BASE}{PAGE}",
        "name": "青岚区临时救助办法",
        "inLanguage": "zh-CN",
        "legislationIdentifier": "青政规〔2026〕1号",
        "identifier": "QL0001000/2026-90001",
        "legislationType": "行政规范性文件",
        "legislationDate": "2026-01-05",
        "datePublished": "2026-01-06",
        "legislationDateOfApplicability": "2026-02-10",
        "legislationDateVersion": "2026-03-01",
        "legislationLegalForce": "https://schema.org/InForce",
        "creativeWorkStatus": "已修改",
        "temporalCoverage": "2026-02-10/2031-02-09",
        "abstract": "救助的办法",
    }
    assert found["legislationPassedBy"][0]["url"] == f"{BASE}jigou/qu-zhengfu.html"


def test_acting_document_names_what_it_changes_and_repeals_once(built):
    found = things(built, "zhengce/xzgfxwj/xin.html")["Legislation"]
    assert [each["legislationIdentifier"] for each in found["legislationChanges"]] == ["青政规〔2026〕1号"]
    repealed = [(each["name"], each.get("url")) for each in found["legislationRepeals"]]
    assert repealed == [("青岚区旧办法", f"{BASE}zhengce/xzgfxwj/jiu.html"), ("某规定", None)]
    assert [each["@id"] for each in found["isBasedOn"]] == [f"{BASE}{PAGE}"]
    assert found["temporalCoverage"] == "2026-03-01/.."


def test_repealed_document_is_covered_to_its_last_day(built):
    found = things(built, "zhengce/xzgfxwj/jiu.html")["Legislation"]
    assert found["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert found["creativeWorkStatus"] == "已废止"
    assert found["temporalCoverage"] == "2026-02-10/2026-02-28"


def test_every_page_says_truly_what_it_says(built):
    pages = [path for path in built.tree() if path.endswith(".html")]
    for path in pages:
        crumbs = things(built, path).get("BreadcrumbList")
        if crumbs is None:
            assert 'class="crumbs"' not in built.page(path) or path in (
                "index.html",
                "404.html",
                "2019/12.html",
            )
            continue
        items = crumbs["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert items[0]["item"] == f"{BASE}index.html"
        assert items[-1]["item"].startswith(BASE)


def test_body_and_data_set(built):
    body = things(built, "jigou/minzheng.html")["GovernmentOrganization"]
    assert (body["telephone"], body["address"]["streetAddress"]) == ("0000-6660210", "安民路18号")
    assert body["parentOrganization"]["url"] == f"{BASE}jigou/qu-zhengfu.html"
    data = things(built, "index.html")["Dataset"]
    files = [each["contentUrl"].removeprefix(BASE) for each in data["distribution"]]
    assert files == ["data/documents.json", "data/documents.csv"]
    assert set(files) <= built.tree().keys()


def test_plain_information_is_no_legislation(built):
    assert set(things(built, "fdzdgknr/tongzhi/gongnuan.html")) == {"BreadcrumbList"}


def test_words_never_end_the_data_block(world):
    title = "办法</script><script>alert(1)</script><!--"
    place = world({RULES: document(标题=f"'{title}'")})
    place.build()
    assert things(place, PAGE)["Legislation"]["name"] == title
    scripts = LexborHTMLParser(place.page(PAGE)).css("script")
    assert all(
        "src" in script.attributes or script.attributes["type"] == "application/ld+json" for script in scripts
    )


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_signs_that_could_are_written_as_numbers(sign):
    made = filters.breadcrumbs((Link(title=sign, path="a.html"),), "乙", f"{BASE}b.html", BASE)
    assert sign not in made
    assert json.loads(made)["itemListElement"][0]["name"] == sign
