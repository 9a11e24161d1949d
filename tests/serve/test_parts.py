"""The parts of the preview, each alone."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from datetime import date

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter

from sitegen.diagnostics import Diagnostic, Place, Severity, Span
from sitegen.reporting.findings_html import by_file, counted, file_section
from sitegen.serve import panel, places
from sitegen.serve.changes import Changes
from sitegen.serve.outcome import Facts, Held, Outcome, Trouble, told, trouble_of
from sitegen.serve.panel import Context
from sitegen.serve.session import MOST, News, Seen, Session
from sitegen.serve.watcher import Watcher, ignored
from tests.serve.preview import PATIENCE

DAY = date(2026, 11, 20)
PAGE = "a/b.html"


def found(path="content/a/b.md", line=1, severity=Severity.ERROR, **values):
    facts = {"id": "SG999", "span": Span(line, 1, line, 3), "message": "坏了", "why": "规定", "help": "改好"}
    return Diagnostic(path=path, severity=severity, **(facts | values))


def outcome(*diagnostics, **values):
    return Outcome(**({"number": 1, "as_of": DAY, "seconds": 0.125, "diagnostics": diagnostics} | values))


def context(**sources):
    return Context(read_source=lambda path: sources.get(path), base_path="/zfxxgk/", has_page=lambda _: True)


def section(*diagnostics, text="第一行\n第二行\n", href=""):
    return file_section(by_file(diagnostics)[0], lambda _: text, href, "h3")


class TestChanges:
    def test_burst_is_told_once(self):
        changes = Changes(time.monotonic, quiet=0.02)
        for _ in range(500):
            changes.tell()
        assert changes.wait()
        later = threading.Timer(0.05, changes.close)
        later.start()
        assert not changes.wait()

    def test_burst_without_end_is_told_all_the_same(self):
        changes = Changes(time.monotonic, quiet=0.05, longest=0.2)
        over = threading.Event()

        def go_on():
            while not over.wait(0.005):
                changes.tell()

        talker = threading.Thread(target=go_on)
        talker.start()
        assert changes.wait()
        over.set()
        talker.join()

    def test_change_after_the_burst_is_told_next_time(self):
        changes = Changes(time.monotonic, quiet=0.01)
        changes.tell()
        assert changes.wait()
        changes.tell()
        assert changes.wait()

    def test_nobody_waits_once_it_is_closed(self):
        changes = Changes(time.monotonic)
        changes.tell()
        changes.close()
        assert not changes.wait()


class TestWatcher:
    def watching(self, folder, native=Observer):
        changed, said = threading.Event(), []
        return Watcher(folder, changed.set, said.append, native), changed, said

    def test_folder_that_comes_later_is_watched(self, tmp_path):
        watcher, changed, _ = self.watching(tmp_path)
        watcher.start()
        try:
            (tmp_path / "themes").mkdir()
            assert changed.wait(PATIENCE)
            changed.clear()
            (tmp_path / "themes" / "a.html").write_text("a")
            assert changed.wait(PATIENCE)
        finally:
            watcher.stop()

    def test_project_that_is_removed_and_cloned_again_is_watched(self, tmp_path):
        project = tmp_path / "project"
        (project / "content").mkdir(parents=True)
        watcher, changed, _ = self.watching(project)
        watcher.start()
        try:
            shutil.rmtree(project)
            assert changed.wait(PATIENCE)
            (project / "content").mkdir(parents=True)
            while changed.wait(0.3):
                changed.clear()
            (project / "content" / "a.md").write_text("x")
            assert changed.wait(PATIENCE)
        finally:
            watcher.stop()

    def test_only_what_a_build_reads_is_told(self, tmp_path):
        (tmp_path / "content").mkdir()
        watcher, changed, _ = self.watching(tmp_path)
        watcher.start()
        try:
            (tmp_path / "build").mkdir()
            (tmp_path / "notes.md").write_text("x")
            (tmp_path / "content" / ".a.md.swp").write_text("x")
            (tmp_path / "content" / "a.md~").write_text("x")
            assert not changed.wait(0.2)
            (tmp_path / "content" / "a.md").write_text("x")
            assert changed.wait(PATIENCE)
            changed.clear()
            (tmp_path / "baseline.json").write_text("{}")
            assert changed.wait(PATIENCE)
        finally:
            watcher.stop()

    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE])
    def test_looking_takes_the_place_of_being_told(self, tmp_path, number):
        class Emitter(EventEmitter):
            def on_thread_start(self):
                raise OSError(number, os.strerror(number))

        (tmp_path / "content").mkdir()
        watcher, changed, said = self.watching(tmp_path, lambda: BaseObserver(Emitter))
        watcher.start()
        try:
            assert said == [f"这台电脑不能直接得知文件的改动（{os.strerror(number)}），改为每秒看一次。"]
            (tmp_path / "content" / "a.md").write_text("x")
            assert changed.wait(PATIENCE)
        finally:
            watcher.stop()

    @pytest.mark.parametrize(
        ("path", "is_ignored"),
        [
            ("a.md", False),
            ("zhengce/a/b.pdf", False),
            (".git/index", True),
            ("zhengce/.DS_Store", True),
            ("zhengce/a.md~", True),
            ("zhengce\\a.tmp", True),
            ("desktop.ini", True),
            ("", False),
        ],
    )
    def test_hidden_and_temporary_files_are_ignored(self, path, is_ignored):
        assert ignored(path) is is_ignored


class TestSession:
    def session(self, tmp_path, *changes):
        session = Session("now", tmp_path)
        for number, changed in enumerate(changes, 1):
            session.publish(outcome(number=number, changed=changed, facts=Facts(base_path="/zfxxgk/")))
        return session

    def test_no_news_before_the_first_build(self, tmp_path):
        assert self.session(tmp_path).news(Seen(page=PAGE, build=0, session="now")) is None

    def test_news_are_what_changed_since(self, tmp_path):
        session = self.session(tmp_path, (PAGE, "static/a.css"), ("x.html", "a/b/c.png", "a/b.json"), ())
        assert session.news(Seen(page=PAGE, build=1, session="now")) == News(
            build=3, page=False, assets=("a/b/c.png",)
        )
        assert session.news(Seen(page=PAGE, build=0, session="now")).page
        assert session.news(Seen(page=PAGE, build=3, session="now")) is None

    def test_many_assets_mean_the_page(self, tmp_path):
        session = self.session(tmp_path, tuple(f"a/{number}.png" for number in range(MOST + 1)))
        assert session.news(Seen(page=PAGE, build=0, session="now")) == News(build=1, page=True)

    def test_base_path_of_the_last_settings_that_could_be_read(self, tmp_path):
        session = self.session(tmp_path, ())
        session.publish(outcome(found(), number=2))
        assert session.base_path == "/zfxxgk/"


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("index.html", "content/site.yaml"),
        ("zhengce/index.html", "content/zhengce/_column.yaml"),
        ("zhengce/page-2.html", "content/zhengce/_column.yaml"),
        ("zhengce/a.html", "content/zhengce/a.md"),
        ("jigou/qu.html", "content/jigou/qu.yaml"),
    ],
)
def test_page_and_its_source(page, source):
    assert places.source_of(page) == source
    assert places.page_of(source) == page.replace("page-2", "index")


def test_sources_without_a_page():
    paths = ("catalogs/layout.yaml", "themes/default/templates/a.html", "content/a/b/c.pdf", "content/x.yaml")
    assert [places.page_of(path) for path in paths] == [""] * 4


def test_attachments_belong_to_their_record():
    assert places.belongs("content/a/b.md", "content/a/b/c.pdf")
    assert not places.belongs("content/a/b.md", "content/a/bc.md")


def test_files_with_errors_come_first():
    groups = by_file([found("a", severity=Severity.WARNING), found("b"), found("c", severity=Severity.NOTE)])
    assert [group.path for group in groups] == ["b", "a", "c"]


def test_counting():
    many = [found(), found(severity=Severity.NOTE), found(severity=Severity.WARNING), found(line=2)]
    assert counted(many) == "2处错误、1处提醒、1处说明"
    assert counted([]) == ""


class TestFindings:
    def test_everything_from_outside_is_escaped(self):
        evil = "<img src=x onerror=alert(1)>"
        html = section(
            found(
                path=evil, message=evil, why=evil, help=evil, id=evil, related=(Place(path=evil, note=evil),)
            ),
            text=evil,
            href='"><script>',
        )
        assert "<img" not in html
        assert "<script>" not in html
        assert html.count("&lt;im") >= 6

    def test_line_is_shown_with_the_piece_marked(self):
        html = section(found(span=Span(2, 2, 2, 3)))
        assert "<i>2 │ </i>第<em>二</em>行" in html
        assert "第2行，第2个字" in html

    def test_piece_over_several_lines_is_marked_to_the_end_of_the_first(self):
        assert "第<em>一行</em></pre>" in section(found(span=Span(1, 2, 2, 2)))

    def test_place_after_the_end_of_a_line_has_a_mark_too(self):
        assert "第一行<em> </em></pre>" in section(found(span=Span(1, 9, 1, 9)))

    def test_long_line_is_cut_round_the_piece(self):
        html = section(found(span=Span(1, 501, 1, 503)), text="字" * 500 + "错误" + "字" * 500)
        assert f"…{'字' * 30}<em>错误</em>{'字' * 128}…" in html

    def test_finding_in_a_whole_file_or_in_one_that_is_gone(self):
        assert "整个文件" in section(found(span=None))
        assert "<pre" not in section(found(line=99))
        assert "<pre" not in file_section(by_file([found()])[0], lambda _: None, "", "h3")


class TestPanel:
    def test_this_page_comes_first(self):
        html = panel.panel(outcome(found("content/a/a.md"), found(), found("content/z.md")), PAGE, context())
        assert html.index("content/a/b.md") < html.index("其他文件") < html.index("content/a/a.md")
        assert "<span>这一页有1处错误</span>，<span>别处有2处错误</span>" in html

    def test_too_many_findings_are_cut_and_counted(self):
        many = [found(f"content/f{number:04}.md") for number in range(panel.MOST + 7)]
        html = panel.panel(outcome(*many), PAGE, context())
        assert html.count('class="diag"') == panel.MOST
        assert "还有7处没有列出" in html

    def test_findings_lead_to_the_page_of_their_file(self):
        assert '<a href="/zfxxgk/z.html">' in panel.panel(outcome(found("content/z.md")), PAGE, context())

    def test_warnings_do_not_sound_like_errors(self):
        html = panel.overlay(outcome(found(severity=Severity.WARNING)), PAGE, context())
        assert panel.NOT_BLOCKING in html
        assert "△ 1处提醒" in html
        assert panel.STILL_OLD not in html

    def test_what_is_held_back_is_counted_and_named(self):
        held = (
            Held(source="content/a.md", title="草<稿", why="还是草稿", is_draft=True),
            Held(source="content/b.md", title="内部", why="的公开属性是不予公开", is_draft=False),
        )
        html = panel.overlay(outcome(facts=Facts(held=held)), PAGE, context())
        assert "草稿1篇，不公开或没到日期1篇" in html
        assert "《草&lt;稿》还是草稿" in html
        assert "✓ 没有问题" in html


@pytest.mark.parametrize(
    ("told_of", "line"),
    [
        (
            outcome(documents=3, changed=("a", "b", "c"), removed=1),
            "公开 3 篇信息，写了 2 个文件，移除 1 个（用时 0.12 秒）。没有发现问题。",
        ),
        (outcome(documents=3), "公开 3 篇信息，网页没有变化（用时 0.12 秒）。没有发现问题。"),
        (outcome(found()), "共 1 个错误，涉及 1 个文件。网页没有更新（用时 0.12 秒），在浏览器里看怎么改。"),
        (
            outcome(trouble=Trouble(title="磁盘满了", words="")),
            "磁盘满了（用时 0.12 秒）。在浏览器里看详情。",
        ),
    ],
)
def test_outcome_in_one_line(told_of, line):
    assert told(told_of) == line


def test_troubles_are_told_apart():
    full = trouble_of(OSError(errno.ENOSPC, "x"))
    assert ("磁盘满了" in full.title, full.traceback) == (True, "")
    assert "Permission denied" in trouble_of(PermissionError(errno.EACCES, "Permission denied")).words
    assert "ValueError: x" in trouble_of(ValueError("x")).traceback
