"""`sitegen links` against servers that answer oddly, all on this machine: none of them stops it or makes it lie."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import build_opener

import pytest

from sitegen.linkcheck.networks import PrivateNetworkError, public_only
from tests.world import BASE, World, record

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
CERTIFICATE = Path(__file__).parent / "own-certificate.txt"
"""A certificate for 127.0.0.1 that nobody has signed, with its key: for this test only."""
ENOUGH = 4_000_000


class Odd(BaseHTTPRequestHandler):
    """Answers by path: `/429` with that status, and what `PATHS` says."""

    asked: list[str]
    stopped: threading.Event

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = self.path.removeprefix("http://www.example.com")
        self.asked.append(f"{self.command} {path}")
        name = path.strip("/")
        if name in REDIRECTS:
            self._send(302 if name in ("loop", "cookie", "disk") else 301, name, **REDIRECTS[name])
        elif name == "slow":
            self.stopped.wait(10)
        elif name == "hangs-up" and self.command == "HEAD":
            self.close_connection = True
        elif name == "endless":
            self._endless()
        elif name == "busy":
            waited = self.asked.count("HEAD /busy") + self.asked.count("GET /busy") > 1
            self._send(200 if waited else 429, name, **({} if waited else {"Retry-After": "1"}))
        elif name == "charset":
            self._send(200, name, **{"Content-Type": "text/html; charset=no-such"})
        else:
            self._send(int(name) if name.isdecimal() else 200, name)

    def _send(self, status: int, name: str, **headers: str) -> None:
        if name == "cookie" and "seen=1" in self.headers.get("Cookie", ""):
            status, headers = 200, {}
        self.send_response_only(status)
        for key, value in ({"Set-Cookie": "seen=1"} | headers if name == "cookie" else headers).items():
            self.send_header(key, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _endless(self) -> None:
        self.send_response_only(200)
        self.end_headers()
        sent = 0
        while self.command == "GET" and sent < ENOUGH and not self.stopped.is_set():
            sent += self.wfile.write(b"x" * 65536)
        self.asked.append(f"sent {sent}")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


REDIRECTS = {
    "to-dead": {"Location": "/404"},
    "loop": {"Location": "/loop"},
    "cookie": {"Location": "/cookie"},
    "nowhere": {},
    "disk": {"Location": "file:///etc/passwd"},
    "chinese": {"Location": "/政策".encode("gbk").decode("latin-1")},
    "inside": {"Location": "http://127.0.0.1:1/ok"},
    "inside-by-name": {"Location": "http://127.1:1/ok"},
}


class Quiet(ThreadingHTTPServer):
    """Says nothing of those who hang up."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server of odd answers, and what it was asked."""
    asked: list[str] = []
    stopped = threading.Event()
    server = Quiet(("127.0.0.1", 0), type("Handler", (Odd,), {"asked": asked, "stopped": stopped}))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    stopped.set()
    server.shutdown()
    server.server_close()
    thread.join()


def told(run, place: World, *more: str) -> list[str]:
    """Return the problem of each address, or where it has moved to."""
    arguments = ("--pause", "0", "--no-lychee", "--as-of", "2026-11-20", "--format", "json", *more)
    answers = json.loads(run("links", "--project", str(place.folder), *arguments).stdout)
    return [each["problem"] or each["moved_to"] for each in answers]


def site(world, *addresses: str) -> World:
    text = "".join(f"[第{number}个]({address})\n\n" for number, address in enumerate(addresses))
    return world({**BASE, NOTICE: record(text)})


ANSWERS = {
    "200": "",
    "charset": "",
    "301 to a dead page": "没有这个网页（404）",
    "403": "",
    "404": "没有这个网页（404）",
    "410": "网页已经撤下（410）",
    "429": "",
    "busy": "",
    "500": "对方服务器出错（500）",
    "503": "对方服务器暂停服务（503）",
    "hangs-up": "",
    "loop": "一直转来转去，打不开",
    "cookie": "",
    "nowhere": "要转到别处，没有写转到哪里",
    "disk": "转到不是网页的地址",
}
NAMES = {"301 to a dead page": "to-dead"}


def test_what_is_said_of_each_answer(run, world, serve):
    base, _ = serve
    place = site(world, *(f"{base}/{NAMES.get(name, name)}" for name in ANSWERS))
    assert dict(zip(ANSWERS, told(run, place, "--private", "--timeout", "5"), strict=True)) == ANSWERS


def test_a_server_that_does_not_answer(run, world, serve):
    base, _ = serve
    assert told(run, site(world, f"{base}/slow"), "--private", "--timeout", "0.2") == ["很久没有回答"]


def test_who_is_too_busy_is_asked_once_more(run, world, serve):
    base, asked = serve
    told(run, site(world, f"{base}/busy"), "--private")
    assert asked == ["HEAD /busy", "GET /busy"]


def test_no_more_of_a_page_is_read_than_needed(run, world, serve):
    base, asked = serve
    place = site(world, f"{base}/endless")
    assert told(run, place, "--private", "--timeout", "5") == [""]
    assert f"sent {ENOUGH}" not in asked


def test_a_redirect_in_the_characters_of_another_time(run, world, serve):
    base, _ = serve
    assert told(run, site(world, f"{base}/chinese"), "--private") == [f"{base}/%D5%FE%B2%DF"]


def test_a_certificate_that_nobody_signed(run, world, serve):
    handler = type("Handler", (Odd,), {"asked": [], "stopped": threading.Event()})
    server = Quiet(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    place = site(world, f"https://127.0.0.1:{server.server_port}/ok", serve[0].replace("http:", "https:") + "/ok")
    assert told(run, place, "--private") == ["网站的安全证书有问题", "连接不上"]
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_name_that_nobody_has(run, world):
    """Without a network the name cannot even be asked for, and that is what is said."""
    (problem,) = told(run, site(world, "https://no-such-host.invalid/"), "--timeout", "5")
    assert problem in ("没有这个网站（域名查不到）", "域名暂时查不到，看看这台电脑是不是连着网")


def test_other_ways_to_write_a_private_address(run, world, serve):
    base, asked = serve
    port = base.rpartition(":")[2]
    hosts = ("127.1", "2130706433", "0x7f000001", "localhost.", "[::1]", "[::ffff:127.0.0.1]")
    place = site(world, *(f"http://{host}:{port}/ok" for host in hosts))
    assert told(run, place) == ["是内部网络的地址，别人打不开"] * len(hosts)
    assert asked == []


def test_a_name_that_stands_for_a_private_address_is_not_connected_to(serve):
    """What a name stands for is known only when the connection is made: here an address takes the place of a name."""
    base, asked = serve
    with pytest.raises(URLError) as refused:
        build_opener(*public_only()).open(f"{base}/ok", timeout=5)
    assert isinstance(refused.value.reason, PrivateNetworkError)
    with pytest.raises(URLError) as refused:
        build_opener(*public_only()).open(base.replace("http:", "https:"), timeout=5)
    assert isinstance(refused.value.reason, PrivateNetworkError)
    assert asked == []


@pytest.mark.parametrize("name", ["inside", "inside-by-name"])
def test_a_public_page_that_leads_into_a_private_network(run, world, serve, monkeypatch, name):
    """The server stands for a proxy, and so for all of the public net; what is inside is not asked through it."""
    base, asked = serve
    monkeypatch.setenv("http_proxy", base)
    monkeypatch.delenv("no_proxy", raising=False)
    (problem,) = told(run, site(world, f"http://www.example.com/{name}"))
    assert [each for each in asked if not each.endswith(f"/{name}")] == []
    assert problem == "转到别处，那里是内部网络的地址，别人打不开"
