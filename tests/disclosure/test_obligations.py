"""Obligations: what is demanded, of whom, and how it is met."""

from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from sitegen import config
from sitegen.disclosure.demands import Demand, Limit, demand_of, limit_of, website_names
from sitegen.disclosure.obligations import Matter, make_coverage
from sitegen.disclosure.periods import period_of, stands_until
from sitegen.model.catalogues import Domain, DomainFacts, Item, LimitPart, TimeLimit
from sitegen.model.local_rules import Answer
from sitegen.model.records import Document, NothingToDisclose, Record
from sitegen.model.site_config import Body, Column
from sitegen.model.values import Reprint

AS_OF = date(2026, 11, 20)
CATALOGUES = config.read_catalogues(config.find_catalogues(Path("nowhere")), "default")[0]
WEBSITE = website_names(CATALOGUES.channels)
CODE = "社会救助/临时救助/办事指南"
CIVIL = Body(path="jigou/minzheng", title="青岚区民政局", short_title="区民政局", sort="政府部门", order=2)
FINANCE = Body(path="jigou/caizheng", title="青岚区财政局", short_title="区财政局", sort="政府部门", order=3)
TOWN = Body(path="jigou/yunxi", title="云溪镇人民政府", sort="乡镇人民政府", order=8)
STREET = Body(path="jigou/wangjiang", title="望江街道办事处", sort="街道办事处", order=9)
GOVERNMENT = Body(path="jigou/zhengfu", title="青岚区人民政府", sort="政府", order=0)
GONE = Body(path="jigou/jiu", title="青岚区救助局", order=1, ended_on=date(2019, 3, 1))
COLUMN = Column(path="fdzdgknr/jiuzhu", title="社会救助", domains=("社会救助",), responsible_body=CIVIL.title)


def item(code=CODE, **values):
    given = {
        "title": code.rpartition("/")[2],
        "channels": ("政府网站", "公开查阅点"),
        "audience": "全社会",
        "method": "主动公开",
    }
    return Item(code=code, **(given | values))


def record(name="zhinan", made=Record, **values):
    given = {
        "kind": "information",
        "title": "临时救助办事指南",
        "publisher": CIVIL.title,
        "written_on": date(2026, 6, 1),
        "published_at": datetime(2026, 6, 3, 9),
        "catalogue_items": (CODE,),
    }
    return made(path=f"fdzdgknr/jiuzhu/{name}", **(given | values))


def nothing(period, **values):
    return record("wu", NothingToDisclose, reason="没有发生", period=period, **values)


def covered(*records, items=(), columns=(COLUMN,), chosen=(), profile=CATALOGUES.profile, **domain):
    made = Domain(
        facts=DomainFacts(number=21, code="shehui-jiuzhu", title="社会救助"), items=items or (item(),)
    )
    made = msgspec.structs.replace(made, **domain)
    newest_first = sorted(records, key=lambda found: found.published_at, reverse=True)
    return make_coverage(
        Matter(
            catalogues=msgspec.structs.replace(CATALOGUES, domains=(made,), profile=profile),
            records=newest_first,
            columns=columns,
            bodies=(GOVERNMENT, CIVIL, FINANCE, TOWN, STREET, GONE),
            as_of=AS_OF,
            chosen=chosen,
        )
    )


def told(*records, **values):
    return [(found.body, str(found.status)) for found in covered(*records, **values).obligations]


@pytest.mark.parametrize(
    ("values", "demand"),
    [
        ({}, Demand.REQUIRED),
        ({"channels": ("政府网站公开",)}, Demand.REQUIRED),
        ({"channels": ("社区/企事业单位/村公示栏（电子屏）",)}, Demand.ELSEWHERE),
        ({"channels": ("其他：部门网站",), "audience": ""}, Demand.ELSEWHERE),
        ({"audience": "特定群体"}, Demand.GROUP_ONLY),
        ({"audience": "全社会、特定群体"}, Demand.REQUIRED),
        ({"method": "依申请公开"}, Demand.ON_REQUEST_ONLY),
        ({"channels": ()}, Demand.UNKNOWN),
        ({"audience": ""}, Demand.UNKNOWN),
        ({"method": ""}, Demand.UNKNOWN),
        ({"retired": "2024-01-01"}, Demand.RETIRED),
        ({"retired": "2027-01-01"}, Demand.REQUIRED),
        ({"retired": "是"}, Demand.RETIRED),
    ],
)
def test_an_item_is_demanded_only_where_three_columns_agree(values, demand):
    assert demand_of(item(**values), WEBSITE, AS_OF) is demand


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (None, Limit(20)),
        (TimeLimit(text="10个工作日内", working_days=10), Limit(10)),
        (TimeLimit(text="20日内", calendar_days=20), Limit(20, working=False)),
        (TimeLimit(text="实时公开", sort="实时"), Limit(20)),
        (TimeLimit(text="长期公开", sort="长期"), None),
        (TimeLimit(text="批复后20日内", calendar_days=20, counted_from="批复"), None),
        (TimeLimit(text="随采购公告公开"), None),
        (
            TimeLimit(parts=(LimitPart(working_days=20), LimitPart(working_days=7))),
            Limit(20),
        ),
        (TimeLimit(parts=(LimitPart(working_days=20), LimitPart(working_days=7, counted_from="决定"))), None),
        (TimeLimit(parts=(LimitPart(sort="长期"), LimitPart(working_days=20))), None),
    ],
)
def test_limits_are_never_guessed(limit, expected):
    assert limit_of(item(time_limit=limit), 20) == expected


@pytest.mark.parametrize(
    ("period", "until"),
    [
        ("2026年", date(2027, 12, 31)),
        ("2026年度", date(2027, 12, 31)),
        ("2026年上半年", date(2026, 12, 31)),
        ("2026年下半年", date(2027, 6, 30)),
        ("2026年第三季度", date(2026, 12, 31)),
        ("2026年四季度", date(2027, 3, 31)),
        ("2027年12月", date(2028, 1, 31)),
        ("2028年1月份", date(2028, 2, 29)),
        ("长期", None),
        ("", None),
    ],
)
def test_a_declaration_stands_until_the_next_period_is_over(period, until):
    assert stands_until(period) == until


def test_a_period_is_a_whole_one():
    assert period_of("2026年上半年") == (date(2026, 1, 1), date(2026, 6, 30))
    assert period_of("2026年13月") is None
    assert period_of("2026年以来") is None


def test_met_late_and_never():
    days = TimeLimit(text="10个工作日内", working_days=10)
    items = (item(time_limit=days), item("社会救助/临时救助/监督检查"))
    assert told(record(), items=items) == [(CIVIL.title, "met"), (CIVIL.title, "never")]
    found = covered(record(published_at=datetime(2026, 6, 19, 9)), items=items).obligations[0]
    assert (found.status, found.due, found.days_late) == ("late", date(2026, 6, 15), 3)
    assert not found.provisional
    on_the_day = record(published_at=datetime(2026, 6, 15, 23, 59))
    assert told(on_the_day, items=items[:1]) == [(CIVIL.title, "met")]


def test_only_the_newest_record_is_judged():
    late = record("a", written_on=date(2026, 1, 5), published_at=datetime(2026, 5, 1))
    assert told(late, record("b")) == [(CIVIL.title, "met")]
    assert told(late, record("b", published_at=datetime(2026, 3, 1))) == [(CIVIL.title, "late")]


def test_years_without_a_calendar_are_provisional():
    late = record(written_on=date(2031, 1, 6), published_at=datetime(2031, 6, 1))
    assert covered(late).obligations[0].provisional


@pytest.mark.parametrize(
    "values",
    [{"backfilled": True}, {"reprint_of": Reprint(source="民政部")}, {"written_on": None}],
    ids=["backfilled", "reprint", "undated"],
)
def test_what_tells_nothing_of_its_first_publication_is_not_late(values):
    old = {"written_on": date(2020, 1, 1)} | values
    assert told(record(**old)) == [(CIVIL.title, "met")]


def test_verification_counts_and_stale_only_where_the_place_says_so():
    old = record(published_at=datetime(2025, 1, 6), written_on=date(2025, 1, 2), verified_on=date(2026, 3, 1))
    found = covered(old).obligations[0]
    assert (found.status, found.last_updated, found.last_verified) == (
        "met",
        date(2025, 1, 6),
        date(2026, 3, 1),
    )
    rule = CATALOGUES.profile.item
    adopted = msgspec.structs.replace(rule, adopted=msgspec.structs.replace(rule.adopted, value=Answer.YES))
    profile = msgspec.structs.replace(CATALOGUES.profile, item=adopted)
    assert told(old, profile=profile) == [(CIVIL.title, "stale")]
    checked = msgspec.structs.replace(old, verified_on=AS_OF - timedelta(days=rule.newest_days.value))
    assert told(checked, profile=profile) == [(CIVIL.title, "met")]


def test_a_place_may_set_intervals_by_domain():
    rule = msgspec.structs.replace(CATALOGUES.profile.column_intervals, adopted=Answer.YES)
    profile = msgspec.structs.replace(CATALOGUES.profile, column_intervals=rule)
    assert covered(profile=profile).stale_days == {"社会救助": 90, "社会保险": 60, "卫生健康": 60}


def test_a_declaration_meets_an_obligation_for_its_period():
    assert told(nothing("2026年上半年")) == [(CIVIL.title, "declared")]
    assert told(nothing("2024年")) == [(CIVIL.title, "never")]
    assert told(nothing("长期")) == [(CIVIL.title, "declared")]
    newer = record(published_at=datetime(2026, 6, 4))
    assert told(nothing("2026年"), newer) == [(CIVIL.title, "met")]
    assert told(nothing("2026年", published_at=datetime(2026, 7, 1)), newer) == [(CIVIL.title, "declared")]


def test_whoever_published_in_an_item_answers_for_it():
    found = told(record("a"), record("b", publisher=TOWN.title))
    assert found == [(CIVIL.title, "met"), (TOWN.title, "met")]
    assert told(record(responsible_body=FINANCE.title)) == [(FINANCE.title, "met")]
    paper = record("c", Document, publisher="青岚区人民政府", drafting_bodies=(FINANCE.title, CIVIL.title))
    assert told(paper) == [(FINANCE.title, "met")]


def test_the_leader_answers_for_what_nobody_published():
    other = item("社会救助/临时救助/监督检查")
    assert told(items=(other,)) == [(CIVIL.title, "never")]
    published = record(publisher=FINANCE.title)
    assert told(published, items=(item(), other)) == [(FINANCE.title, "met"), (FINANCE.title, "never")]
    assert told(items=(other,), columns=(), chosen=("社会救助",)) == [("", "never")]


def test_a_town_leads_only_where_there_is_nobody_else():
    other = item("社会救助/临时救助/监督检查")
    published = record(publisher=TOWN.title)
    assert told(published, items=(item(), other)) == [(TOWN.title, "met"), (CIVIL.title, "never")]
    assert told(published, items=(item(), other), columns=()) == [(TOWN.title, "met"), (TOWN.title, "never")]


def test_the_government_itself_leads_only_where_there_is_no_department():
    items = (item(), item("社会救助/临时救助/监督检查"))
    published = record(publisher=GOVERNMENT.title)
    assert told(published, items=items) == [(GOVERNMENT.title, "met"), (CIVIL.title, "never")]
    assert told(published, items=items, columns=())[1] == (GOVERNMENT.title, "never")


def test_what_ended_bodies_published_counts_for_the_leader():
    old = record("a", publisher=GONE.title, published_at=datetime(2018, 1, 8), written_on=date(2018, 1, 5))
    assert told(old) == [(CIVIL.title, "met")]
    found = covered(old, record("b")).obligations
    assert [(each.body, each.count, each.newest) for each in found] == [(CIVIL.title, 2, "fdzdgknr/jiuzhu/b")]


def test_a_catalogue_may_name_bodies_exactly():
    exact = item(bodies=("区民政局", "乡镇人民政府", "街道办事处"))
    assert told(record(publisher=TOWN.title), record("b", publisher=FINANCE.title), items=(exact,)) == [
        (CIVIL.title, "never"),
        (TOWN.title, "met"),
        (STREET.title, "never"),
    ]
    assert told(record(), bodies=("区财政局",)) == [(FINANCE.title, "never")]
    both = record(publisher=CIVIL.title, issuing_bodies=(FINANCE.title, CIVIL.title))
    assert told(both, bodies=("区财政局",)) == [(FINANCE.title, "met")]


def test_only_domains_in_use_are_asked_for():
    assert told(columns=()) == []
    assert told(columns=(), chosen=("全部",)) == [("", "never")]
    assert told(record(), columns=()) == [(CIVIL.title, "met")]
    assert told(chosen=("义务教育",)) == []
