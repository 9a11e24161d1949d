"""The preview as a whole: files are saved, and a browser is told."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import threading

from sitegen import pipeline
from sitegen.serve.outcome import told
from tests.serve.preview import BASE, PATIENCE
from tests.world import lines_of, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
PAGE = "fdzdgknr/tongzhi/gongnuan.html"
OTHER = "content/fdzdgknr/tongzhi/qita.md"
TEMPLATE = "themes/default/templates/document.html"


def test_saved_text_is_served_and_its_page_is_told(preview):
    shown = preview({NOTICE: record("旧的正文。\n", 索引号="QL0001000/2026-00001")})
    page = shown.get(BASE + PAGE)
    assert "旧的正文。" in page.text
    facts = page.facts()
    news = shown.news(facts["page"], int(facts["build"]), facts["session"])
    shown.world.write({NOTICE: record("新的正文。\n", 索引号="QL0001000/2026-00001")})
    assert next(news)["page"] is True
    assert "新的正文。" in shown.get(BASE + PAGE).text
    news.close()


def test_page_is_not_told_to_load_when_only_others_changed(preview):
    other = "content/zhidu/zhidu.md"
    shown = preview({other: record(标题="旧的标题", 发布日期="2020-01-01 09:00")})
    facts = shown.get(BASE + "zhinan/index.html").facts()
    news = shown.news(facts["page"], int(facts["build"]), facts["session"])
    shown.save(other, record("改过。\n", 标题="新的标题", 发布日期="2020-01-01 09:00"))
    assert next(news)["page"] is False
    news.close()


def test_page_learns_at_once_what_it_missed(preview):
    shown = preview({NOTICE: record()})
    facts = shown.get(BASE + PAGE).facts()
    shown.save(NOTICE, record("改过。\n"))
    assert next(shown.news(facts["page"], int(facts["build"]), facts["session"]))["page"] is True


def test_page_of_an_earlier_run_of_the_server_is_loaded_again(preview):
    shown = preview({NOTICE: record()})
    assert next(shown.news(PAGE, 7, "earlier"))["page"] is True


def test_style_sheet_is_told_by_its_name(preview):
    shown = preview({NOTICE: record()})
    facts = shown.get(BASE + PAGE).facts()
    news = shown.news(facts["page"], int(facts["build"]), facts["session"])
    shown.world.write({"themes/default/static/theme.css": "body { color: green }\n"})
    told = next(news)
    assert (told["page"], told["assets"]) == (False, ["static/theme.css"])
    news.close()


def test_burst_of_500_files_gives_few_builds(preview):
    shown = preview()
    files = {f"content/fdzdgknr/tongzhi/t{number}.md": record(标题=f"通知{number}") for number in range(500)}
    shown.world.write(files)
    assert shown.until(lambda outcome: outcome.documents == 500).number <= 6


def test_changes_during_a_build_give_one_more(preview):
    inside = iter([f"第{number}次" for number in range(3)])

    def build(project, output, memory, workers, watch):
        text = next(inside, "")
        if text:
            (project.folder / NOTICE).write_text(
                record(f"{text}\n", 索引号="QL0001000/2026-00001"), encoding="utf-8"
            )
        return pipeline.preview(project, output, memory, workers, watch)

    shown = preview({NOTICE: record()}, build=build)
    assert shown.until(lambda outcome: outcome.number == 4).changed == ()
    assert "第2次" in shown.get(BASE + PAGE).text
    assert shown.outcomes.empty()


def test_errors_leave_the_last_good_page_and_stand_beside_it(preview):
    shown = preview({NOTICE: record("好的正文。\n", 标题="标题甲")})
    outcome = shown.save(NOTICE, record(标题="标题乙", 发布日期="2026-02-30"))
    assert lines_of(outcome.diagnostics)[0].startswith(f"{NOTICE}:7:")
    page = shown.get(BASE + PAGE).text
    assert "好的正文。" in page
    for text in ("这一页有1处错误", "没有“2026-02-30”", "为什么", "怎么改", "<em>2026-02-30</em>"):
        assert text in page
    home = shown.get(BASE).text
    assert "这一页没有问题" in home
    assert "别处有1处错误" in home
    shown.save(NOTICE, record("改好的正文。\n"))
    page = shown.get(BASE + PAGE).text
    assert "改好的正文。" in page
    assert "没有发现问题" in page


def test_broken_template_is_a_finding_and_its_repair_is_seen(preview):
    shown = preview({NOTICE: record("正文在此。\n")})
    shown.world.write(
        {TEMPLATE: "{% extends 'with_bar.html' %}{% block main %}{{ page.titel }}{% endblock %}"}
    )
    outcome = shown.until(lambda outcome: not outcome.is_good)
    assert [found.path for found in outcome.diagnostics] == [TEMPLATE]
    page = shown.get(BASE + PAGE).text
    assert "正文在此。" in page
    assert "titel" in page
    shown.save(TEMPLATE, "{% extends 'with_bar.html' %}{% block main %}改好了{% endblock %}")
    assert "改好了" in shown.get(BASE + PAGE).text


def test_deleted_content_folder_and_its_return(preview):
    shown = preview({NOTICE: record("正文在此。\n")})
    content, aside = shown.world.folder / "content", shown.world.folder / "aside"
    shutil.copytree(content, aside)
    shutil.rmtree(content)
    shown.until(lambda outcome: not outcome.is_good)
    assert "正文在此。" in shown.get(BASE + PAGE).text
    shutil.copytree(aside, content)
    shown.until(lambda outcome: outcome.is_good)
    shown.world.write({NOTICE: record("又来了。\n")})
    shown.until(lambda outcome: PAGE in outcome.changed)
    assert "又来了。" in shown.get(BASE + PAGE).text


def test_folder_that_was_moved_away_and_back(preview):
    shown = preview({NOTICE: record()})
    content, aside = shown.world.folder / "content", shown.world.folder / "aside"
    content.rename(aside)
    shown.until(lambda outcome: not outcome.is_good)
    aside.rename(content)
    shown.until(lambda outcome: outcome.is_good)
    shown.world.write({NOTICE: record("又来了。\n")})
    shown.until(lambda outcome: PAGE in outcome.changed)
    assert "又来了。" in shown.get(BASE + PAGE).text


def test_project_that_was_exchanged_for_a_copy(preview):
    shown = preview({NOTICE: record()})
    folder, aside = shown.world.folder, shown.world.folder.with_name("aside")
    folder.rename(aside)
    gone = shown.until(lambda outcome: outcome.trouble is not None)
    assert told(gone).startswith("找不到项目文件夹")
    assert not folder.exists()
    shutil.copytree(aside, folder)
    shown.until(lambda outcome: outcome.is_good)
    shown.world.write({NOTICE: record("又来了。\n")})
    shown.until(lambda outcome: PAGE in outcome.changed)
    assert "又来了。" in shown.get(BASE + PAGE).text


def test_checkout_of_another_branch(preview):
    shown = preview({NOTICE: record("主干。\n")})
    git(shown, "init", "-q", "-b", "main")
    git(shown, "add", "content")
    git(shown, "commit", "-q", "-m", "main")
    git(shown, "checkout", "-q", "-b", "branch")
    files = {f"content/zhengce/f{number}/_column.yaml": f"标题: 栏目{number}\n" for number in range(40)}
    shown.world.write({NOTICE: record("分支。\n"), OTHER: record(标题="分支的通知"), **files})
    git(shown, "add", "content")
    git(shown, "commit", "-q", "-m", "branch")
    git(shown, "checkout", "-q", "main")
    shown.until(lambda outcome: outcome.is_good and outcome.documents == 1)
    assert "主干。" in shown.get(BASE + PAGE).text
    assert shown.get(f"{BASE}zhengce/f7/").status == 404
    git(shown, "checkout", "-q", "branch")
    shown.until(lambda outcome: outcome.is_good and outcome.documents == 2)
    assert "分支。" in shown.get(BASE + PAGE).text
    assert shown.get(f"{BASE}zhengce/f7/").status == 200


def test_site_file_that_cannot_be_read_and_its_repair(preview):
    shown = preview({NOTICE: record("正文在此。\n")})
    good = (shown.world.folder / "content" / "site.yaml").read_text(encoding="utf-8")
    outcome = shown.save("content/site.yaml", "名称: [青岚区\n")
    assert not outcome.is_good
    assert "content/site.yaml" in shown.get(BASE + PAGE).text
    assert shown.save("content/site.yaml", good).is_good


def test_moved_base_path_is_followed(preview):
    shown = preview({NOTICE: record()})
    good = (shown.world.folder / "content" / "site.yaml").read_text(encoding="utf-8")
    shown.save("content/site.yaml", good.replace("/zfxxgk/", "/zwgk/xxgk/"))
    assert shown.get("/").headers["location"] == "/zwgk/xxgk/"
    assert shown.get(f"/zwgk/xxgk/{PAGE}").status == 200
    assert shown.get(BASE + PAGE).status == 404


def test_errors_before_any_good_build_fill_the_page(preview):
    shown = preview({NOTICE: record(标题="")})
    for path in ("/", BASE, "/anything/at/all.html"):
        answer = shown.get(path)
        assert answer.status == 200
        assert "1处错误" in answer.text
        assert NOTICE in answer.text
    facts = answer.facts()
    news = shown.news(facts["page"], int(facts["build"]), facts["session"])
    shown.world.write({NOTICE: record()})
    assert next(news)["build"] == 2
    news.close()
    assert shown.get("/").status == 307


def test_second_run_without_changes_knows_what_the_first_one_knew(preview):
    files = {NOTICE: record(), OTHER: record(稿件状态="草稿", 标题="草稿甲")}
    first = preview(files)
    first.__exit__()
    again = preview(files)
    assert again.first.changed == ()
    assert again.get(BASE + PAGE).status == 200
    assert "草稿1篇" in again.get(BASE).text


def test_deleted_page_says_so_and_comes_back(preview):
    shown = preview({NOTICE: record(), OTHER: record(标题="另一篇")})
    shown.world.remove(NOTICE)
    shown.next()
    answer = shown.get(BASE + PAGE)
    assert answer.status == 404
    assert "这个网页没有了" in answer.text
    assert NOTICE in answer.text
    shown.save(NOTICE, record())
    assert shown.get(BASE + PAGE).status == 200


def test_page_of_a_draft_says_why_it_is_not_there(preview):
    withheld = record(公开属性="依申请公开", 不公开依据="条例第十六条")
    shown = preview({NOTICE: record(稿件状态="草稿", 标题="草稿甲"), OTHER: withheld})
    assert "《草稿甲》现在没有网页" in shown.get(BASE + PAGE).text
    assert "草稿1篇，不公开或没到日期1篇" in shown.get(BASE).text


def test_removed_preview_is_built_again(preview):
    shown = preview({NOTICE: record()})
    shutil.rmtree(shown.world.folder / ".cache" / "sitegen" / "preview")
    assert shown.get(BASE + PAGE).status == 503
    shown.next()
    assert shown.get(BASE + PAGE).status == 200


def test_waiting_page_until_the_first_build_is_done(preview):
    go = threading.Event()

    def build(project, output, memory, workers, watch):
        assert go.wait(PATIENCE)
        return pipeline.preview(project, output, memory, workers, watch)

    shown = preview({NOTICE: record()}, build=build, wait=False)
    answer = shown.get(BASE + PAGE)
    assert answer.status == 503
    assert "正在生成预览" in answer.text
    facts = answer.facts()
    news = shown.news(facts["page"], int(facts["build"]), facts["session"])
    go.set()
    assert next(news)["build"] == 1
    news.close()
    assert shown.get(BASE + PAGE).status == 200


def test_fault_of_the_program_is_shown_and_survived(preview):
    failing = iter([False, True, False])

    def build(project, output, memory, workers, watch):
        if next(failing):
            raise ZeroDivisionError("<b>nobody expects this</b>")
        return pipeline.preview(project, output, memory, workers, watch)

    shown = preview({NOTICE: record("正文在此。\n")}, build=build)
    assert not shown.save(NOTICE, record("后来。\n")).is_good
    page = shown.get(BASE + PAGE).text
    assert "正文在此。" in page
    assert "sitegen 自己出了错" in page
    assert "ZeroDivisionError: &lt;b&gt;nobody expects this&lt;/b&gt;" in page
    assert shown.save(NOTICE, record("再后来。\n")).is_good
    assert "再后来。" in shown.get(BASE + PAGE).text


def test_full_disk_is_said_and_survived(preview):
    full = iter([False, True, False])

    def build(project, output, memory, workers, watch):
        if next(full):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return pipeline.preview(project, output, memory, workers, watch)

    shown = preview({NOTICE: record("正文在此。\n")}, build=build)
    shown.save(NOTICE, record("后来。\n"))
    page = shown.get(BASE + PAGE).text
    assert "正文在此。" in page
    assert "磁盘满了" in page
    assert shown.save(NOTICE, record("再后来。\n")).is_good


def test_place_that_cannot_be_written(preview):
    shown = preview({".cache/sitegen/preview": "a file where the folder should be\n"})
    assert shown.first.trouble is not None
    assert "读写文件时出了问题" in shown.get("/").text


def test_panel_alone_is_the_same_as_on_the_page(preview):
    shown = preview({NOTICE: record(标题="标题<script>alert(1)</script>", 成文日期="2026-02-30")})
    fragment = shown.get(f"/__sitegen/panel?page={PAGE}").text
    assert "这一页有1处错误" in fragment
    assert "<script>" not in fragment


def test_polling_sees_changes_too(preview):
    shown = preview({NOTICE: record()}, poll=True)
    assert shown.save(NOTICE, record("改过了。\n")).is_good
    assert "改过了。" in shown.get(BASE + PAGE).text


def git(shown, *command):
    roles = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
    names = {f"GIT_{role}": "clerk@example.invalid" for role in roles}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    subprocess.run(["git", *command], cwd=shown.world.folder, check=True, env=names | settings)
