"""Tables that we make ourselves are read back: the official form of each domain, with and without new names."""

from __future__ import annotations

import re

import msgspec

from sitegen.importing.catalogue_file import items_of, read_catalogue, text_of
from sitegen.importing.imported import Given, Known, Wishes, import_tables
from sitegen.importing.merging import OF_THE_TABLE
from tests.importing.cases import DAY, FILES, WORDS
from tests.importing.make_files import html_file
from tests.world import BASE

NOT_COUNTED = {"对象说明", "公开时限"}
"""What the form has not, or what people read out of a limit that is only text."""


def known_domains() -> list[Known]:
    found = []
    for name in sorted(name for name in FILES if name.startswith("domains/")):
        catalogue = read_catalogue(FILES[name])
        facts = catalogue["领域"]
        number, code, title = int(facts["编号"]), facts["代码"], facts["名称"]
        found.append(Known(number=number, code=code, title=title, file=name, catalogue=catalogue))
    return found


def test_the_workbooks_of_the_site_are_read_back(world):
    column = "标题: 救助\n收录: [政府信息]\n领域: [社会救助]\n责任机构: 青岚区民政局\n"
    place = world({**BASE, "content/fdzdgknr/tongzhi/_column.yaml": column})
    assert place.build().diagnostics == ()
    books = sorted((place.folder / "build" / "lingyu").glob("*/mulu.xlsx"))
    known = known_domains()
    assert len(books) == len(known)
    given = [Given(name=f"{book.parent.name}.xlsx", data=book.read_bytes()) for book in books]
    written, found = import_tables(given, known, WORDS, Wishes(), frozenset(), DAY)
    assert {each.id for each in found} <= {"SG648", "SG651"}
    made = {each.file: items_of(read_catalogue(each.text.encode())) for each in written}
    for each in known:
        wanted = [item for item in items_of(each.catalogue) if not item.get("停用")]
        assert [text_of(item, "代码") for item in made[each.file]] == [
            text_of(item, "代码") for item in wanted
        ]
        for before, after in zip(wanted, made[each.file], strict=True):
            for key in set(OF_THE_TABLE) - NOT_COUNTED:
                assert _plain(after.get(key)) == _plain(before.get(key)), (before["代码"], key)


def _plain(value: object) -> object:
    """Return a value without what the form cannot keep: where points within a point are parted."""
    return re.split("[；;]", "；".join(value)) if isinstance(value, list) else value


def test_a_renamed_item_keeps_the_code_that_the_table_gives():
    head = "| 事项代码 | 一级事项 | 二级事项 | 公开内容 |"
    rows = [
        "| 旅游/投诉/电话 | 监督 | 投诉热线 | 号码 |",
        "|  | 监督 | 结果 | 统计 |",
        "| 旅游/投诉/电话 | 监督 | 邮箱 | 地址 |",
    ]
    item = {"代码": "旅游/投诉/电话", "一级事项": "投诉", "二级事项": "电话", "备注": "看过"}
    facts = {"编号": "27", "代码": "lvyou", "名称": "旅游"}
    known = Known(
        number=27,
        code="lvyou",
        title="旅游",
        file="domains/27-lvyou.yaml",
        catalogue={"领域": facts, "事项": [item]},
        own=True,
    )
    given = [Given(name="a.html", data=html_file([head, *rows]))]
    written, found = import_tables(given, [known], WORDS, Wishes(domain="旅游"), frozenset(), DAY)
    items = items_of(read_catalogue(written[0].text.encode()))
    assert [(text_of(each, "代码"), text_of(each, "二级事项")) for each in items] == [
        ("旅游/投诉/电话", "投诉热线"),
        ("旅游/监督/结果", "结果"),
        ("旅游/监督/邮箱", "邮箱"),
    ]
    assert text_of(items[0], "备注") == "看过"
    assert [each.id for each in found if each.id != "SG647"] == ["SG657"]
    again = msgspec.structs.replace(known, catalogue=read_catalogue(written[0].text.encode()))
    assert import_tables(given, [again], WORDS, Wishes(domain="旅游"), frozenset(), DAY)[0] == written
