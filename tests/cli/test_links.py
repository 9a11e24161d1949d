"""`sitegen links` against a server on this machine: what answers, what does not, what is remembered."""

from __future__ import annotations

import json
import stat
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.world import BASE, World, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"


class Pages(BaseHTTPRequestHandler):
    """Answers by path, and notes what it was asked."""

    asked: list[tuple[str, str, str]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers.get("User-Agent", "")))
        path = self.path.partition("?")[0]
        if path == "/only-get" and self.command == "HEAD":
            self.send_error(405)
        elif path in ("/moved", "/for-now"):
            self.send_response(301 if path == "/moved" else 302)
            self.send_header("Location", "/ok")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path == "/no-programs":
            self.send_error(403)
        elif path == "/broken":
            self.send_error(500)
        elif path in ("/ok", "/only-get", "/%E6%94%BF%E7%AD%96"):
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Return the address of a server, and what it was asked so far."""
    asked: list[tuple[str, str, str]] = []
    handler = type("Handler", (Pages,), {"asked": asked})
    made = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}", asked
    made.shutdown()
    made.server_close()
    thread.join()


def site(world, *lines: str, **fields: str) -> World:
    text = "".join(f"{line}\n\n" for line in lines)
    return world({**BASE, NOTICE: record(text or "正文。\n", **fields)})


def links(run, place: World, *more: str, now: str = "2026-11-20") -> tuple[str, int]:
    arguments = ("--project", str(place.folder), "--private", "--pause", "0", "--timeout", "5", "--as-of", now)
    result = run("links", *arguments, *more)
    return result.stdout, result.exit_code


def test_places_of_what_does_not_answer_are_told(run, world, server):
    base, _ = server
    place = site(
        world,
        f"见[文件]({base}/gone)和[文件]({base}/ok)。",
        f"又见[文件]({base}/gone#a)，[别处]({base}/broken)。",
        f"[旧址]({base}/moved)、[暂时]({base}/for-now)、[登录]({base}/no-programs)、[下载]({base}/only-get)。",
        f"[政策]({base}/政策)",
    )
    assert links(run, place) == (
        f"✕ {base}/gone：没有这个网页（404）（2026年11月20日查的）\n"
        f"    {NOTICE}:11:2\n"
        f"    {NOTICE}:13:3\n"
        f"✕ {base}/broken：对方服务器出错（500）（2026年11月20日查的）\n"
        f"    {NOTICE}:13:{17 + len(base)}\n"
        f"○ {base}/moved：已经搬到 {base}/ok（2026年11月20日查的）\n"
        f"    {NOTICE}:15:1\n"
        "共 8 个外部网址，2 个打不开。\n",
        0,
    )
    assert links(run, place, "--fail")[1] == 1


def test_only_what_failed_or_is_old_is_asked_again(run, world, server):
    base, asked = server
    place = site(world, f"[甲]({base}/ok)，[乙]({base}/gone)")
    links(run, place)
    asked.clear()
    links(run, place, now="2026-11-22")
    assert [(method, path) for method, path, _ in asked] == [("HEAD", "/gone"), ("GET", "/gone")]
    asked.clear()
    links(run, place, now="2026-11-28")
    assert {path for _, path, _ in asked} == {"/ok", "/gone"}
    asked.clear()
    told, _ = links(run, place, "--offline", now="2026-12-30")
    assert asked == []
    assert f"✕ {base}/gone：没有这个网页（404）（2026年11月28日查的）" in told


def test_the_site_says_who_asks(run, world, server):
    base, asked = server
    links(run, site(world, f"[甲]({base}/ok)"))
    assert [(method, "qinglan.gov.cn" in agent) for method, _, agent in asked] == [("HEAD", True)]


def test_addresses_of_front_matter_and_settings_are_looked_at(run, world, server):
    base, _ = server
    place = site(world, 转载=f"{{来源: 青岚日报, 地址: '{base}/gone'}}")
    place.write({"content/site.yaml": BASE["content/site.yaml"] + f"门户:\n  找错地址: {base}/ok\n"})
    data = json.loads(links(run, place, "--format", "json")[0])
    assert [(each["address"], each["ok"], each["places"][0]["path"]) for each in data] == [
        (f"{base}/ok", True, "content/site.yaml"),
        (f"{base}/gone", False, NOTICE),
    ]
    assert data[1]["checked_on"] == "2026-11-20"


def test_private_networks_are_not_asked(run, world, server):
    base, asked = server
    place = site(world, f"[甲]({base}/ok)、[乙](http://localhost:1/)、[丙](http://169.254.169.254/a)")
    result = run("links", "--project", str(place.folder), "--no-lychee", "--as-of", "2026-11-20")
    assert asked == []
    assert result.stdout.count("是内部网络的地址") == 3


def test_a_host_that_is_not_there(run, world):
    told, code = links(run, site(world, "[甲](http://127.0.0.1:1/a)"))
    assert "✕ http://127.0.0.1:1/a：连接不上" in told
    assert code == 0


def test_a_damaged_memory_is_forgotten(run, world, server):
    base, _ = server
    place = site(world, f"[甲]({base}/ok)")
    links(run, place)
    (place.folder / ".cache/sitegen/links.json").write_text("{", encoding="utf-8")
    assert links(run, place)[0] == "共 1 个外部网址，0 个打不开。\n"


def test_a_column_without_links(run, world):
    assert links(run, site(world)) == ("共 0 个外部网址，0 个打不开。\n", 0)


def test_lychee_is_used_where_it_is_installed(run, world, tmp_path, monkeypatch):
    """A small program stands for lychee: it reads the list and answers in lychee's form."""
    report = {"fail_map": {"x": [{"url": "https://a.example/gone", "status": {"text": "404 Not Found", "code": 404}}]}}
    program = tmp_path / "bin/lychee"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ncat <<'EOF'\n{json.dumps(report)}\nEOF\nexit 2\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    place = site(world, "[甲](https://a.example/gone)、[乙](https://a.example/ok)")
    result = run("links", "--project", str(place.folder), "--as-of", "2026-11-20")
    assert "✕ https://a.example/gone：打不开（404）（2026年11月20日查的）\n" in result.stdout
    assert result.stdout.endswith("共 2 个外部网址，1 个打不开。\n")
    program.write_text("#!/bin/sh\necho bad >&2\nexit 1\n", encoding="utf-8")
    failed = run("links", "--project", str(place.folder), "--days", "0")
    assert failed.exit_code == 1
    assert "lychee 没有做成：bad" in failed.stderr
