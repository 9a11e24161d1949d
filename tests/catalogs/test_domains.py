"""The 26 standard catalogues: complete numbers, stable codes, parsed limits, known channels (R88–R92)."""

from __future__ import annotations

import re
from typing import Any

Files = dict[str, dict[str, Any]]
NAMES = (
    "国土空间规划、农村集体土地征收、重大建设项目、公共资源交易、财政预决算、安全生产、救灾、税收管理、保障性住房、"
    "国有土地上房屋征收与补偿、市政服务、农村危房改造、城市综合执法、生态环境、公共文化服务、公共法律服务、扶贫、"
    "食品药品监管、就业、社会保险、社会救助、养老服务、户籍管理、涉农补贴、义务教育、卫生健康"
)
HEAD = "领域、版本、生效日期、发文机关、发文字号、完整性、完整性说明、应有事项数、来源、流程、事项"
ITEM = (
    "代码、序号、一级事项、二级事项、公开内容、必备要素、公开依据、公开时限、公开主体、公开渠道、公开对象、对象说明、公开方式、"
    "公开层级、来源、佐证、不完整、备注、停用"
)


def _items(domains: Files) -> list[dict[str, Any]]:
    return [item for domain in domains.values() for item in domain["事项"]]


def test_the_26_domains_are_complete_and_in_order(domains: Files) -> None:
    facts = [domain["领域"] for domain in domains.values()]
    assert [int(fact["编号"]) for fact in facts] == list(range(1, 27))
    assert [fact["名称"] for fact in facts] == NAMES.split("、")
    assert [f"{int(fact['编号']):02d}-{fact['代码']}" for fact in facts] == list(domains)


def test_only_known_keys_and_no_empty_values(domains: Files) -> None:
    assert {key for domain in domains.values() for key in domain} <= set(HEAD.split("、"))
    assert {key for item in _items(domains) for key in item} <= set(ITEM.split("、"))
    assert [item["代码"] for item in _items(domains) if not all(item.values())] == []


def test_completeness_is_stated(domains: Files) -> None:
    for domain in domains.values():
        assert domain["完整性"] in {"完整", "部分"}
        assert domain["完整性说明"]
        assert len(domain["事项"]) <= int(domain.get("应有事项数", 10**6))


def test_dates_and_document_numbers_have_their_form(domains: Files) -> None:
    dates = [domain["生效日期"] for domain in domains.values() if "生效日期" in domain]
    numbers = [domain["发文字号"] for domain in domains.values() if "发文字号" in domain]
    assert dates
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) for date in dates)
    assert all(re.fullmatch(r"[一-龥]+〔\d{4}〕[1-9]\d*号", number) for number in numbers)


def test_codes_are_unique_and_made_of_the_names(domains: Files) -> None:
    codes = [item["代码"] for item in _items(domains)]
    assert len(codes) == len(set(codes))
    for domain in domains.values():
        for item in domain["事项"]:
            names = [domain["领域"]["名称"], item.get("一级事项"), item["二级事项"]]
            expected = "/".join(name.replace("/", "、") for name in names if name)
            assert item["代码"] == expected


def test_a_code_can_stand_unquoted_in_front_matter(domains: Files) -> None:
    unsafe = re.compile(r"[,\[\]{}#:&*!|>'\"%@`\s]")
    assert [item["代码"] for item in _items(domains) if unsafe.search(item["代码"])] == []


def test_every_source_is_listed(domains: Files) -> None:
    for name, domain in domains.items():
        known = {source["编号"] for source in domain["来源"]}
        cited = {ref for item in domain["事项"] for ref in [item["来源"], *item.get("佐证", [])]}
        cited |= {ref for item in domain["事项"] for ref in re.findall(r"s\d+", item.get("备注", ""))}
        assert cited <= known, name
        assert all(source["名称"] for source in domain["来源"])


def test_channels_are_in_the_list(domains: Files, lists: Files) -> None:
    known = {channel["名称"] for channel in lists["channels"]["渠道"]}
    used = {channel for item in _items(domains) for channel in item.get("公开渠道", [])}
    assert {channel for channel in used - known if not re.fullmatch(r"其他：.+", channel)} == set()


def test_controlled_words(domains: Files) -> None:
    items = _items(domains)
    assert {item["公开对象"] for item in items if "公开对象" in item} == {"全社会", "特定群体"}
    assert {item["公开方式"] for item in items if "公开方式" in item} == {"主动公开", "依申请公开"}
    assert {level for item in items for level in item.get("公开层级", [])} <= {"市级", "县级", "乡级", "村级"}


def test_time_limits_are_parsed_or_kept_as_text(domains: Files) -> None:
    for item in _items(domains):
        limit = item.get("公开时限")
        if limit is None:
            continue
        assert limit["原文"]
        parts = limit.get("分项", [])
        assert not (parts and set(limit) - {"原文", "分项"})
        for part in parts or [limit]:
            _assert_limit(part, limit["原文"])


def _assert_limit(part: dict[str, Any], text: str) -> None:
    assert set(part) <= {"原文", "内容", "工作日", "自然日", "类型", "起算"}
    assert len({"工作日", "自然日", "类型"} & set(part)) <= 1, text
    assert part.get("类型", "实时") in {"实时", "及时", "长期"}
    assert f"{part.get('工作日', '')}个工作日" in text if "工作日" in part else True
    assert f"{part.get('自然日', '')}日" in text if "自然日" in part else True


def test_a_plain_limit_is_never_left_as_text_only(domains: Files) -> None:
    plain = re.compile(
        r"[^；，]*(形成|变更|制作或获取|制定或获取)[^；，]*\d+个工作日[^；，]*$|(实时|及时)公开$"
    )
    limits = [item["公开时限"] for item in _items(domains) if "公开时限" in item]
    assert [limit["原文"] for limit in limits if len(limit) == 1 and plain.match(limit["原文"])] == []


def test_only_what_was_seen_is_shipped(texts: dict[str, str]) -> None:
    unwanted = re.compile(r"recalled|镜像|文库|非政府域名|《XX省")
    assert [(name, match.group()) for name, text in texts.items() for match in unwanted.finditer(text)] == []
