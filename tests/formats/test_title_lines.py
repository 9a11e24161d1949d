"""Where the lines of titles may end, with the words that are shipped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import find_catalogues, read_catalogues
from sitegen.formats.title_lines import phrases

TITLES = """
关于|印发|青岚区|公共|租赁|住房|管理|办法的|通知
青岚区|政府|投资|项目|管理|办法
青岚区|应急|管理局|2025年|政府|信息|公开|工作|年度|报告
《青岚区|普惠|托育|服务|补助|办法|（试行）》|解读
青岚区|2026年|11月|12日|寒潮蓝色|预警|信号
青岚区|人民|政府|第122次|常务|会议|议题|和审议|情况
第十一条的|决定
规章|和行政|规范性|文件：|农业、|林业、|水利
石桥镇|国土|空间|总体|规划|（2021—2035年）
对石桥锐达金属制品厂|处罚的|公示
的
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    catalogues, faults = read_catalogues(find_catalogues(tmp_path_factory.mktemp("empty")), "default")
    assert not faults
    return frozenset(catalogues.title_words)


@pytest.mark.parametrize("title", TITLES.split())
def test_lines_end_between_words(words, title):
    assert "|".join(phrases(title.replace("|", ""), words)) == title


@given(st.text(alphabet="关于印发青岚区的办法和《》（）、第2026年十 ab"))
def test_nothing_is_lost(title):
    parts = list(phrases(title, {"关于", "印发", "办法"}))
    assert "".join(parts) == title
    assert all(parts)


def test_a_site_may_have_words_of_its_own(tmp_path):
    (tmp_path / "catalogs").mkdir()
    (tmp_path / "catalogs/words.txt").write_text("锐达 # 厂名\n", encoding="utf-8")
    catalogues, _ = read_catalogues(find_catalogues(tmp_path), "default")
    assert catalogues.title_words == ("锐达",)


def test_words_are_as_long_as_is_looked_for(words):
    assert {len(word) for word in words} == {2, 3}
