"""Files whose ingredients are equal are equal: a build leaves them alone without making their views."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from sitegen import pipeline
from sitegen.cache import Memory
from sitegen.model.records import AnyRecord, Document, Interpretation, Periodical
from sitegen.model.values import Disclosure
from sitegen.pipeline import Checked, Project
from sitegen.site import Site
from sitegen.stages.link import link
from sitegen.stages.link.link import Content
from sitegen.stages.plan import FullText, plan
from sitegen.stages.workers import Workers
from sitegen.stopwatch import Stopwatch
from tests.world import BASE, World, document, record

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2026, 11, 22)
Edit = Callable[[AnyRecord], AnyRecord | None]
Files = dict[bytes, bytes]


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Return the sample column, which has every state and every relation."""
    watch = Stopwatch(time.perf_counter, lambda _: None)
    return pipeline.check(Project(folder=ROOT, as_of=AS_OF), Memory(None, "test"), Workers(1), watch)


@pytest.fixture(scope="module")
def before(checked) -> Files:
    return files_of(linked(checked, checked.reading.records))


def linked(checked: Checked, records: tuple[AnyRecord, ...]) -> Site:
    site = checked.site
    content = Content(
        config=site.config,
        catalogues=site.catalogues,
        columns=tuple(site.columns.values()),
        bodies=tuple(site.bodies.values()),
        records=records,
        files=site.files,
    )
    return link(content, AS_OF)[0]


def files_of(site: Site) -> Files:
    """Return the encoded files of each record by its ingredients."""
    found: Files = {}
    _, shares = plan(site, (), ROOT / "content", FullText())
    for bundle in (bundle for share in shares for bundle in share.make() if bundle.made_of):
        assert bundle.made_of not in found
        found[bundle.made_of] = msgspec.msgpack.encode([*bundle.make()])
    return found


def retitle(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, title=f"{record.title}（新）")


def remove(_: AnyRecord) -> None:
    return None


def withhold(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, disclosure=Disclosure.ON_REQUEST)


def postpone(record: AnyRecord) -> AnyRecord:
    later = datetime(2027, 3, 1, 9, 0)
    return msgspec.structs.replace(record, published_at=later)


def move_day(record: AnyRecord) -> AnyRecord:
    day = record.published_at or datetime(2020, 1, 1)
    return msgspec.structs.replace(record, published_at=day - timedelta(days=1))


def commence_later(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, effective_on=date(2026, 12, 20)) if isinstance(record, Document) else record


def expire(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, valid_until=date(2026, 11, 1)) if isinstance(record, Document) else record


def renumber(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, document_number="") if isinstance(record, Document) else record


def reshape(record: AnyRecord) -> AnyRecord:
    return msgspec.structs.replace(record, forms=("动漫",)) if isinstance(record, Interpretation) else record


EDITS: tuple[Edit, ...] = (
    retitle,
    remove,
    withhold,
    postpone,
    move_day,
    commence_later,
    expire,
    renumber,
    reshape,
)


def related(site: Site) -> list[str]:
    """Return records that others show, in an order in which neighbours differ."""
    shown = {path for path in (*site.acts, *site.cited_by) if path in site.by_path}
    shown |= {path for path in site.by_path if isinstance(site.by_path[path], Interpretation)}
    return sorted(shown, key=lambda path: path[::-1])


def compare(checked: Checked, before: Files, path: str, edit: Edit) -> Files:
    """Edit a record, hold all files against those before, and return the new ones."""
    edited = edit(checked.site.by_path[path])
    others = tuple(each for each in checked.reading.records if each.path != path)
    after = files_of(linked(checked, (*others, edited) if edited is not None else others))
    same = before.keys() & after.keys()
    assert not [each for each in same if before[each] != after[each]], f"{edit.__name__} of {path}"
    return after


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_equal_ingredients_make_equal_files(checked, before, edit):
    for path in related(checked.site)[EDITS.index(edit) :: 12]:
        after = compare(checked, before, path, edit)
        assert len(before.keys() & after.keys()) > len(before) * 0.8, "what is edited changes few others"


STAGES = ("征地前期准备/拟征收土地告知", "征地前期准备/拟征收土地现状调查", "征地组织实施/征地补偿安置方案公告")


def test_stages_of_a_case_are_shown_with_one_another(tmp_path):
    notices = {
        f"content/fdzdgknr/tongzhi/zhengdi-{number}.md": record(
            标题=f"云山村征地公告之{number}", 项目="云山村2026年第3批次征地", 标准目录=f"[农村集体土地征收/{stage}]"
        )
        for number, stage in enumerate(STAGES)
    }
    checked = World(tmp_path, {**BASE, **notices}).check()
    before = files_of(checked.site)
    after = compare(checked, before, "fdzdgknr/tongzhi/zhengdi-1", move_day)
    assert len(after.keys() - before.keys()) == len(STAGES)


def test_pages_name_the_successor_of_a_successor(tmp_path):
    rules = {
        f"content/zhengce/xzgfxwj/banfa-{year}.md": document(
            标题=f"青岚区{year}年供水办法",
            文号=f"青政规〔{year}〕1号",
            成文日期=f"{year}-01-05",
            发布日期=f"{year}-01-06 09:00",
            施行日期=f"{year}-02-01",
            替代=f"[青政规〔{year - 4}〕1号]" if year > 2014 else "",
        )
        for year in (2014, 2018, 2022)
    }
    checked = World(tmp_path, {**BASE, **rules}).check()
    before = files_of(checked.site)
    after = compare(checked, before, "zhengce/xzgfxwj/banfa-2022", retitle)
    assert len(after.keys() - before.keys()) == len(rules)


def count_more(record: AnyRecord) -> AnyRecord:
    assert isinstance(record, Periodical)
    assert record.requests is not None
    more = msgspec.structs.replace(record.requests, received=record.requests.received + 1)
    return msgspec.structs.replace(record, requests=more)


def test_reports_show_the_figures_of_the_same_body_s_other_years(checked, before):
    for edit in (count_more, remove, postpone):
        after = compare(checked, before, "nianbao/zhengfu/2024", edit)
        assert len(before.keys() - after.keys()) == 5, "one for each year"


def test_ingredients_of_an_edited_record_differ(checked, before):
    after = compare(checked, before, related(checked.site)[0], retitle)
    assert before.keys() - after.keys()
