"""`sitegen status`: one document, its state, and where each step is written."""

from __future__ import annotations

import pytest

from tests.world import document

OLD = "content/zhengce/xzgfxwj/jiu.md"
NEW = "content/zhengce/xzgfxwj/xin.md"
FILES = {
    OLD: document(
        标题="青岚区临时救助办法",
        文号="青政规〔2018〕2号",
        成文日期="2018-03-02",
        发布日期="2018-03-05 09:00",
        施行日期="2018-05-01",
    ),
    NEW: document(
        标题="青岚区社会救助办法",
        文号="青政规〔2026〕4号",
        有效期至="2031-02-09",
        废止="[青政规〔2018〕2号, {文件: 青民发〔2015〕7号, 标题: 《救助站管理规定》}]",
    ),
    "content/zhengce/xzgfxwj/caogao.md": document(
        标题="青岚区慈善办法", 文号="青政规〔2026〕9号", 稿件状态="草稿"
    ),
}
TOLD = """\
《青岚区临时救助办法》（青政规〔2018〕2号）
文件：content/zhengce/xzgfxwj/jiu.md
效力状态：已废止，自2026年2月10日起（截至2026年11月20日）

这样得出：
  1. 2018年3月5日公布；自2018年5月1日起施行，施行日期已到。
     见 content/zhengce/xzgfxwj/jiu.md:10（R54）
  2. 《青岚区社会救助办法》（青政规〔2026〕4号）规定本文件废止；该文件自2026年2月10日起施行，从这一天起生效。
     见 content/zhengce/xzgfxwj/xin.md:12（R55）
  3. 所以自2026年2月10日起已废止。此前发生的事项，仍可能适用本文件。

下一次变化：目前没有。
"""


@pytest.fixture
def project(world):
    return str(world(FILES).folder)


@pytest.mark.parametrize(
    "document",
    [
        "青政规〔2018〕2号",
        "青政规[2018]2号",
        "青政规2018 2",
        "青政规２０１８年第２号",
        "zhengce/xzgfxwj/jiu",
        "content/zhengce/xzgfxwj/jiu.md",
        "https://www.qinglan.gov.cn/zfxxgk/zhengce/xzgfxwj/jiu.html",
        "jiu",
        "《青岚区临时救助办法》",
        "临时救助办法",
    ],
)
def test_document_is_found_by_any_of_its_names(run, project, document):
    result = run("status", document, "--project", project)
    assert (result.exit_code, result.stdout) == (0, TOLD)


def test_several_words_are_one_question(run, project):
    assert run("status", "青政规2018", "2", "--project", project).stdout == TOLD
    assert run("status", "--project", project).exit_code == 2


def test_file_is_found_from_the_current_folder(run, project, monkeypatch):
    monkeypatch.chdir(f"{project}/content/zhengce")
    assert run("status", "xzgfxwj/jiu.md").stdout == TOLD


def test_state_of_another_day(run, project):
    told = run("status", "青政规〔2018〕2号", "--project", project, "--as-of", "2026-02-09").stdout
    assert "效力状态：现行有效，自2018年5月1日起（截至2026年2月9日）" in told
    assert told.endswith(
        "下一次变化：2026年2月10日起为已废止。\n"
        "  2026年2月10日　由青政规〔2026〕4号废止，见 content/zhengce/xzgfxwj/xin.md:12\n"
    )


def test_notices_are_told(run, project):
    told = run("status", "xin", "--project", project).stdout
    assert "下一次变化：2031年2月10日起为已失效。" in told
    assert "  2030年11月12日　页面开始提示（提前90天）\n  2031年1月11日　页面开始提示（提前30天）\n" in told


def test_document_that_is_only_cited(run, project):
    told = run("status", "青民发〔2015〕7号", "--project", project).stdout
    assert told.startswith(
        "《救助站管理规定》（青民发〔2015〕7号）\n文件：栏目里没有，只在别的文件里提到\n效力状态：已废止"
    )


def test_what_has_no_state(run, project):
    result = run("status", "caogao", "--project", project)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "《青岚区慈善办法》还是草稿，没有公开，所以没有效力状态。",
    )


def test_unknown_document(run, project):
    result = run("status", "青政规〔2018〕20号", "--project", project)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("没有找到“青政规〔2018〕20号”。是不是：\n  青政规〔2018〕2号\n")


def test_several_documents(run, project):
    result = run("status", "青岚区", "--project", project)
    assert result.exit_code == 2
    result = run("status", "救助办法", "--project", project)
    assert result.exit_code == 2
    assert "《青岚区临时救助办法》（青政规〔2018〕2号）" in result.stderr
    assert "《青岚区社会救助办法》（青政规〔2026〕4号）" in result.stderr


def test_errors_elsewhere_are_mentioned(run, world):
    place = world({**FILES, "content/zhengce/xzgfxwj/cuo.md": document(索引号="", 文号="青政规〔2026〕5号")})
    result = run("status", "jiu", "--project", str(place.folder))
    assert (result.exit_code, result.stdout) == (0, TOLD)
    assert result.stderr.startswith("注意：项目里有 1 个错误")


def test_project_that_cannot_be_read(run, world):
    place = world()
    place.remove("content/site.yaml")
    result = run("status", "jiu", "--project", str(place.folder))
    assert result.exit_code == 1
    assert "SG510" in result.stderr
