"""Whom the preview answers, and with what: nothing outside its folder, nobody who calls it by another name."""

from __future__ import annotations

import errno
import os
import socket

import pytest

from sitegen.serve import files
from sitegen.serve.files import find
from sitegen.serve.guard import allowed_hosts
from sitegen.serve.server import is_loopback, listen
from tests.serve.preview import BASE, PATIENCE
from tests.world import PDF, record, sound_file

NOTICE = "content/fdzdgknr/tongzhi/gongnuan.md"
PAGE = "fdzdgknr/tongzhi/gongnuan.html"
FILES = {
    NOTICE: record(附件="[biao.pdf, 表.docx]"),
    "content/fdzdgknr/tongzhi/gongnuan/biao.pdf": PDF,
    "content/fdzdgknr/tongzhi/gongnuan/表.docx": sound_file("表.docx"),
}
OUTSIDE = [
    "../site.yaml",
    "../../../content/site.yaml",
    "zhinan/../../memory.sqlite",
    "./index.html",
    "zhinan//index.html",
    "/index.html",
    ".sitegen-staging/0",
    "zhinan\\index.html",
    "C:index.html",
    "index.html\0",
    "index.html/",
    "..",
    "zhinan/..",
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_preview_is_found(world, path):
    place = world(FILES)
    place.build(output=".cache/preview")
    assert find(place.folder / ".cache" / "preview", path) is None


def test_link_out_of_the_preview_is_not_followed(world):
    place = world(FILES)
    place.build(output="preview")
    preview = place.folder / "preview"
    (preview / "out.yaml").symlink_to(place.folder / "content" / "site.yaml")
    (preview / "out").symlink_to(place.folder / "content")
    (preview / "circle.html").symlink_to(preview / "circle.html")
    (preview / "in.html").symlink_to(preview / "index.html")
    assert [find(preview, path) for path in ("out.yaml", "out/site.yaml", "circle.html")] == [None] * 3
    assert find(preview, "in.html") == (preview / "index.html").resolve()


def test_folder_means_its_first_page(world):
    place = world(FILES)
    place.build(output="preview")
    preview = (place.folder / "preview").resolve()
    assert find(preview, "") == preview / "index.html"
    assert find(preview, "zhinan/") == preview / "zhinan" / "index.html"
    assert find(preview, "zhinan") is None
    assert files.is_folder(preview, "zhinan")


def test_requests_for_what_lies_outside_are_refused(preview):
    shown = preview(FILES)
    up = (
        "../../site.yaml",
        "%2e%2e/%2e%2e/%2e%2e/content/site.yaml",
        "..%2f..%2fmemory.sqlite",
        "..%5cmemory.sqlite",
    )
    for path in (*up, "%00", ".sitegen-staging/0", "zhinan/%2e%2e/index.html"):
        answer = shown.get(BASE + path)
        assert answer.status == 404, path
        assert "网站标识码" not in answer.text
    assert shown.get("//etc/passwd").status == 404
    assert shown.get("/%2e%2e/%2e%2e/etc/passwd").status == 404


def test_request_for_another_host_is_refused(preview):
    shown = preview(FILES)
    own = f"127.0.0.1:{shown.port}"
    assert shown.get(BASE, Host=own).status == 200
    assert shown.get(BASE, Host=f"LocalHost:{shown.port}").status == 200
    assert shown.get(BASE, Host=f"[::1]:{shown.port}").status == 200
    for host in (
        "evil.example",
        f"evil.example:{shown.port}",
        "127.0.0.1",
        f"{own}.evil.example",
        "",
        f"x@{own}",
    ):
        answer = shown.get(BASE, Host=host)
        assert answer.status == 403, host
        assert "政府信息公开" not in answer.text
    assert shown.get("/__sitegen/events", Host="evil.example").status == 403


def test_port_80_needs_no_number():
    assert "localhost" in allowed_hosts(80)
    assert "localhost" not in allowed_hosts(8000)


def test_answers_carry_what_protects_the_reader(preview):
    shown = preview(FILES)
    below = [BASE + path for path in (PAGE, "nowhere.html", "static/theme.css", "atom.xml")]
    for path in (*below, "/", "/__sitegen/reload.js", "/__sitegen/events"):
        headers = shown.get(path, method="HEAD").headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
    policy = shown.get(BASE + PAGE).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_types_are_told_with_their_encoding(preview):
    shown = preview(FILES)
    expected = {
        PAGE: "text/html; charset=utf-8",
        "static/theme.css": "text/css; charset=utf-8",
        "static/theme.js": "text/javascript; charset=utf-8",
        "data/documents.json": "application/json; charset=utf-8",
        "data/documents.csv": "text/csv; charset=utf-8",
        "sitemap.xml": "application/xml; charset=utf-8",
        "atom.xml": "application/atom+xml; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
        "fdzdgknr/tongzhi/gongnuan/biao.pdf": "application/pdf",
    }
    assert {path: shown.get(BASE + path).headers["content-type"] for path in expected} == expected


def test_part_of_a_file_is_given_as_a_part(preview):
    shown = preview(FILES)
    answer = shown.get(f"{BASE}fdzdgknr/tongzhi/gongnuan/biao.pdf", Range="bytes=0-7")
    assert (answer.status, answer.text, answer.headers["content-type"]) == (
        206,
        "%PDF-1.4",
        "application/pdf",
    )


def test_addresses_lead_where_they_should(preview):
    shown = preview(FILES)
    assert (shown.get("/").status, shown.get("/").headers["location"]) == (307, BASE)
    assert shown.get("/zfxxgk").headers["location"] == BASE
    assert shown.get(f"{BASE}zhinan").headers["location"] == f"{BASE}zhinan/"
    assert shown.get(BASE + PAGE, method="HEAD").text == ""
    assert shown.get(BASE + PAGE, method="POST").status == 405
    assert shown.get("/elsewhere.html").status == 404
    assert "没有找到这个网页" in shown.get(f"{BASE}never-was.html").text
    assert shown.get(f"{BASE}fdzdgknr/tongzhi/gongnuan/%E8%A1%A8.docx").text.startswith("PK")


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104 - what may not be
        ("::", False),
        ("192.168.1.5", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_only_this_machine_is_loopback(host, is_own):
    assert is_loopback(host) is is_own


def test_listening_elsewhere_is_impossible():
    with pytest.raises(OSError, match=os.strerror(errno.EADDRNOTAVAIL)):
        listen("0.0.0.0", 0)  # noqa: S104 - what may not be


def test_browser_that_tries_https_first_is_no_news(preview, caplog):
    shown = preview()
    with socket.create_connection(("127.0.0.1", shown.port), timeout=PATIENCE) as asking:
        asking.sendall(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
        assert b" 400 " in asking.recv(100)
    assert caplog.messages == []
