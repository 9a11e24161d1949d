"""What programs read: feeds, search description, tags for sharing."""

from __future__ import annotations

import json
import re
from datetime import date
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest

from tests.world import BASE as BASE_FILES
from tests.world import document, lines_of, record

BASE = "https://www.qinglan.gov.cn/zfxxgk/"
RULES = "content/zhengce/xzgfxwj/jiuzhu.md"
NEWER = "content/zhengce/xzgfxwj/jiuzhu-2026.md"
NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def town():
    return {
        RULES: document(
            "第一条　为了规范救助，制定本办法。\n",
            **{
                "标题": "青岚区临时救助办法",
                "文号": "青政规〔2020〕1号",
                "成文日期": "2020-01-05",
                "发布日期": "2020-01-06 09:00",
                "施行日期": "2020-02-10",
            },
        ),
        NEWER: document(
            "第一条　制定本办法。\n\n第二条　本办法自2026年3月1日起施行。青政规〔2020〕1号同时废止。\n",
            **{
                "标题": "青岚区社会救助办法",
                "文号": "青政规〔2026〕2号",
                "施行日期": "2026-03-01",
                "废止": "[青政规〔2020〕1号]",
            },
        ),
        NOTICE: record(内容概述="供暖从十一月十五日开始。"),
    }


def test_one_feed_tells_what_has_happened_to_the_validity_of_documents(world):
    place = world(town())
    assert lines_of(place.build().diagnostics) == []
    found = feedparser.parse(place.page("biandong/atom.xml"))
    assert not found.bozo
    assert found.feed.title == "文件效力变化　青岚区人民政府政府信息公开"
    told = {(entry.title, entry.published[:10], entry.link) for entry in found.entries}
    begun = "青岚区社会救助办法：开始施行，青政规〔2020〕1号同时废止"
    ended = "青岚区临时救助办法：由青政规〔2026〕2号废止"
    assert told == {
        (begun, "2026-03-01", f"{BASE}zhengce/xzgfxwj/jiuzhu-2026.html"),
        (ended, "2026-03-01", f"{BASE}zhengce/xzgfxwj/jiuzhu.html"),
    }
    assert len({entry.id for entry in found.entries}) == len(found.entries) == 2
    assert found.feed.updated.startswith("2026-03-01T00:00:00")


def test_the_feed_tells_a_change_on_its_day_and_not_before(world):
    place = world(town())
    place.build(as_of=date(2026, 2, 28))
    assert feedparser.parse(place.page("biandong/atom.xml")).entries == []


def test_feeds_tell_the_state_of_documents(world):
    place = world(town())
    place.build()
    found = feedparser.parse(place.page("zhengce/xzgfxwj/atom.xml"))
    told = {entry.title: ([tag.term for tag in entry.get("tags", [])], entry.summary) for entry in found.entries}
    states, summary = told["青岚区临时救助办法"]
    assert states == ["已废止"]
    assert summary.startswith("效力状态：已废止，自2026年3月1日起由青政规〔2026〕2号废止。")
    states, summary = told["青岚区社会救助办法"]
    assert states == ["现行有效"]
    assert summary.startswith("效力状态：现行有效，")
    notices = feedparser.parse(place.page("fdzdgknr/tongzhi/atom.xml"))
    assert [(entry.summary, "tags" in entry) for entry in notices.entries] == [("供暖从十一月十五日开始。", False)]


def test_every_domain_has_a_feed(world):
    column = f"{BASE_FILES['content/fdzdgknr/tongzhi/_column.yaml']}领域: [社会救助]\n"
    notice = record(标准目录="[社会救助/临时救助/政策法规文件]")
    place = world({**town(), NOTICE: notice, "content/fdzdgknr/tongzhi/_column.yaml": column})
    place.build()
    feeds = [path for path in place.tree() if re.fullmatch(r"lingyu/[\w-]+/atom\.xml", path)]
    assert len(feeds) == 26
    titles = [entry.title for path in feeds for entry in feedparser.parse(place.page(path)).entries]
    assert titles == ["关于做好冬季供暖工作的通知"]


def test_every_feed_can_be_read(world):
    place = world(town())
    place.build()
    for path in place.tree():
        if path.endswith("atom.xml"):
            found = feedparser.parse(place.page(path))
            assert not found.bozo, path
            assert found.version == "atom10"
            assert found.feed.title
            assert found.feed.id
            assert found.feed.updated
            assert {link.rel for link in found.feed.links} >= {"self", "alternate"}


def test_browsers_are_told_how_to_search(world):
    place = world(town())
    place.build()
    root = ElementTree.fromstring(place.page("opensearch.xml"))  # noqa: S314 - a file that we have just written
    assert root.tag == f"{OPEN_SEARCH}OpenSearchDescription"
    name, address = root.find(f"{OPEN_SEARCH}ShortName"), root.find(f"{OPEN_SEARCH}Url")
    assert name is not None
    assert name.text == "政府信息公开"
    assert address is not None
    assert address.attrib == {
        "type": "text/html",
        "method": "get",
        "template": f"{BASE}sousuo.html?q={{searchTerms}}",
    }
    assert "opensearchdescription+xml" in place.page("zhengce/xzgfxwj/jiuzhu.html")


def test_pages_say_what_to_show_where_they_are_shared(world):
    place = world(town())
    place.build()
    page = place.page("fdzdgknr/tongzhi/gongnuan.html")
    assert dict(re.findall(r'<meta property="([\w:]+)" content="([^"]*)"', page)) == {
        "og:title": "关于做好冬季供暖工作的通知",
        "og:type": "article",
        "og:site_name": "青岚区人民政府政府信息公开",
        "og:locale": "zh_CN",
        "og:description": "供暖从十一月十五日开始。",
        "og:url": f"{BASE}fdzdgknr/tongzhi/gongnuan.html",
        "article:published_time": "2026-01-06T09:00+08:00",
    }
    assert 'property="og:type"' in place.page("index.html")


@pytest.fixture
def harvested(world):
    """Return what a superior platform reads: every file of data by its path."""
    place = world(town())
    place.build()
    tree = place.tree()
    return {path: json.loads(data) for path, data in tree.items() if path.endswith(".json")}


def test_harvesting_begins_at_the_directory_and_finds_every_record(harvested):
    directory = harvested["data/index.json"]
    assert directory["records"] == 3
    assert [(each["month"], each["published"], each["changes"]) for each in directory["months"]] == [
        ("2020-01", 1, 0),
        ("2020-02", 0, 1),
        ("2026-01", 2, 0),
        ("2026-03", 0, 2),
    ]
    found = [
        entry["data"].removeprefix(BASE)
        for month in directory["months"]
        for entry in harvested[month["address"].removeprefix(BASE)]["published"]
    ]
    assert sorted(found) == [
        "fdzdgknr/tongzhi/gongnuan.json",
        "zhengce/xzgfxwj/jiuzhu-2026.json",
        "zhengce/xzgfxwj/jiuzhu.json",
    ]
    assert all(path in harvested for path in found)


def test_a_month_tells_what_was_published_and_what_changed(harvested):
    month = harvested["data/changes-2026-03.json"]
    assert month["as_of"] == "2026-03-31"
    ended = next(each for each in month["changes"] if each["event"] == "repeal")
    assert ended == {
        "on": "2026-03-01",
        "event": "repeal",
        "words": "由青政规〔2026〕2号废止",
        "title": "青岚区临时救助办法",
        "address": f"{BASE}zhengce/xzgfxwj/jiuzhu.html",
        "data": f"{BASE}zhengce/xzgfxwj/jiuzhu.json",
        "state_before": "in_force",
        "state": "repealed",
        "document_number": "青政规〔2020〕1号",
        "by": f"{BASE}zhengce/xzgfxwj/jiuzhu-2026.html",
    }


def test_all_data_follows_the_published_schemas(harvested):
    schemas = {path: data for path, data in harvested.items() if "/schema/" in path}
    for path, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{BASE}{path}"
    used = set()
    for path, data in harvested.items():
        if path not in schemas:
            name = _schema_of(path)
            jsonschema.Draft202012Validator(schemas[f"data/schema/{name}.json"]).validate(data)
            used.add(f"data/schema/{name}.json")
    assert used == schemas.keys()


def _schema_of(path: str) -> str:
    """Return the schema that a file must follow; there is none without one."""
    if path.startswith("data/changes-"):
        return "changes"
    if path.endswith("/yiwu.json"):
        return "coverage"
    name = path.removeprefix("data/").removesuffix(".json")
    named = ("documents", "index", "taizhang", "coverage", "register", "manifest")
    return name if name in named else "record"


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("data/taizhang.json", lambda data: data["documents"][0].update(state="valid")),
        ("data/coverage.json", lambda data: data.update(required="many")),
        ("data/register.json", lambda data: data["entries"].update({"a.html": {"title": "甲"}})),
        ("manifest.json", lambda data: data.pop("complete")),
    ],
)
def test_the_schemas_refuse_what_is_wrong(harvested, path, change):
    schema = harvested[f"data/schema/{_schema_of(path)}.json"]
    change(harvested[path])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(harvested[path], schema, jsonschema.Draft202012Validator)


def test_every_name_in_the_schemas_has_a_title_and_codes_have_words(harvested):
    for path, schema in harvested.items():
        if "/schema/" in path:
            assert re.search(r"[\u4e00-\u9fff]", schema["title"])
            for definition in schema["$defs"].values():
                for key, value in definition.get("properties", {}).items():
                    assert value["title"], f"{path}: {key}"
                    assert not re.search(r"[a-z]{3}", value["title"])
                    assert all(code in value["description"] for code in value.get("enum", ()))
