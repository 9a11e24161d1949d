"""What an open file is told by itself: nothing that `sitegen check` does not say in the same words."""

from __future__ import annotations

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.formats import encoding
from sitegen.language_server.checking import Beyond, all_findings, beyond, own_findings
from sitegen.language_server.known import known_of
from tests.broken.site_file import broken_sites, lay
from tests.world import AS_OF, document, record

PLACE = "content/zhengce/xzgfxwj/jiuzhu.md"
SOME = [site for site in broken_sites() if site.command == "check"][::16]


@pytest.mark.parametrize("site", SOME, ids=lambda site: site.name)
def test_a_file_is_told_what_the_check_says(site, world):
    place = world()
    lay(site, place.folder)
    checked = place.check()
    if checked.content is None:
        return
    known = known_of(place.project(AS_OF), checked.content)
    for file in sorted((place.folder / "content").rglob("*")):
        path = file.relative_to(place.folder).as_posix()
        if file.suffix not in (".md", ".yaml") or not file.is_file() or file.is_symlink():
            continue
        said = tuple(each for each in checked.diagnostics if each.path == path)
        assert set(own_findings(path, file.read_bytes(), known)) <= set(said)
        text = encoding.decode(file.read_bytes())[0]
        assert set(all_findings(path, text, known, beyond(said, path, text, known))) >= set(said)


def looked(world, text: str, lines_more: str = "") -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return the ids found in a document after a look, when `lines_more` were put in at the top of its body."""
    place = world({PLACE: text})
    checked = place.check()
    known = known_of(place.project(AS_OF), checked.content)
    said = tuple(each for each in checked.diagnostics if each.path == PLACE)
    rest = beyond(said, PLACE, text, known)
    now = all_findings(PLACE, text.replace("\n\n第一条", f"\n\n{lines_more}第一条"), known, rest)
    return sorted(each.id for each in now), now


def test_what_only_the_column_tells_stays_with_its_line(world):
    text = document("第一条　见[通知](../../fdzdgknr/tongzhi/meiyou.md)。\n")
    before, found = looked(world, text)
    assert before == ["SG304"]
    after, moved = looked(world, text, "又一段。\n\n")
    assert after == before
    assert moved[0].span.line == found[0].span.line + 2


def test_what_only_the_column_tells_goes_with_its_line(world):
    text = document("第一条　见[通知](../../fdzdgknr/tongzhi/meiyou.md)。\n")
    place = world({PLACE: text})
    checked = place.check()
    known = known_of(place.project(AS_OF), checked.content)
    rest = beyond([each for each in checked.diagnostics if each.path == PLACE], PLACE, text, known)
    assert all_findings(PLACE, text.replace("meiyou", "gongnuan"), known, rest) == ()


def test_a_draft_a_waiver_and_the_weights_of_the_site_count_as_in_the_check(world):
    signed = "姓名: 王, 日期: 2026-11-01"
    waiver = f"[{{规则: SG246, 理由: 省里的新分类, {signed}}}, {{规则: SG311, 理由: 图里没有字, {signed}}}]"
    files = {
        PLACE: document(主题分类="没有的分类", 不查=waiver),
        "content/fdzdgknr/tongzhi/a.md": record(稿件状态="草稿", 体裁="没有", 不查=""),
    }
    place = world(files)
    checked = place.check()
    known = known_of(place.project(AS_OF), checked.content)
    for path, text in files.items():
        own = own_findings(path, text.encode(), known)
        said = [each for each in checked.diagnostics if each.path == path]
        assert set(own) <= set(said)
    assert "SG754" not in {each.id for each in own_findings(PLACE, files[PLACE].encode(), known)}


def test_nothing_is_said_of_files_that_are_no_content(world):
    place = world()
    known = known_of(place.project(AS_OF), place.check().content)
    assert own_findings("README.md", b"# Hello", known) == ()
    assert own_findings("catalogs/layout.yaml", b"a: b", known) == ()
    assert all_findings(PLACE, "---\n", None, Beyond()) == ()
