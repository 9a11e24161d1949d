"""Asking addresses politely: HEAD first, one request at a time to each host, with a pause in between."""

from __future__ import annotations

import http.client
import ipaddress
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import msgspec

from sitegen.linkcheck.answers import Answer

ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 500, 501, 503})
"""What servers that do not know HEAD answer to it: then GET decides."""
REFUSES_PROGRAMS = frozenset({401, 403, 429, 999})
"""Answers of a page that is there but not for programs."""
PERMANENT = (301, 308)
HOSTS_AT_ONCE = 8
READ = 1024
AGENT = "Mozilla/5.0 (compatible; sitegen-links; +{site})"
WORDS = {
    404: "没有这个网页",
    410: "网页已经撤下",
    500: "对方服务器出错",
    502: "对方服务器出错",
    503: "对方服务器暂停服务",
}


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How to ask: seconds to wait for an answer and between two requests to a host, who asks, private hosts or not."""

    timeout: float
    pause: float
    site: str
    private: bool = False


def ask_all(
    addresses: Iterable[str], today: date, manners: Manners, told: Callable[[str], None]
) -> Iterator[tuple[str, Answer]]:
    """Give the answer of each address as hosts are done; `told` hears of every host that was asked."""
    by_host = sorted(addresses, key=_host)
    groups = [(host, list(group)) for host, group in groupby(by_host, key=_host)]
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        jobs = [(host, pool.submit(_ask_host, group, today, manners)) for host, group in groups]
        for host, job in jobs:
            yield from job.result()
            told(host)


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower()


def _ask_host(addresses: list[str], today: date, manners: Manners) -> list[tuple[str, Answer]]:
    answers = []
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        answers.append((address, ask(address, today, manners)))
    return answers


def ask(address: str, today: date, manners: Manners) -> Answer:
    """Return what an address answers. Networks of one's own are not asked unless the manners allow it."""
    if not manners.private and _is_private(urlsplit(address).hostname or ""):
        return Answer(on=today, problem="是内部网络的地址，别人打不开")
    status, moved_to, trouble = _request("HEAD", address, manners)
    if status in ASK_AGAIN:
        status, moved_to, trouble = _request("GET", address, manners)
    if trouble:
        return Answer(on=today, problem=trouble)
    if status < 400 or status in REFUSES_PROGRAMS:
        return Answer(on=today, moved_to=moved_to)
    return Answer(on=today, problem=f"{WORDS.get(status, '打不开')}（{status}）")


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to pages, never into private networks, and notes whether all were for good."""

    def __init__(self, private: bool) -> None:
        self.private = private
        self.codes: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the request that follows; None where it must not be followed."""
        self.codes.append(code)
        parts = urlsplit(newurl)
        if parts.scheme not in ("http", "https") or (not self.private and _is_private(parts.hostname or "")):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _request(method: str, address: str, manners: Manners) -> tuple[int, str, str]:
    """Return the status, where a permanent redirect leads, and what went wrong on the way."""
    redirects = _Redirects(manners.private)
    headers = {"User-Agent": AGENT.format(site=manners.site), "Accept": "*/*"}
    request = Request(_ascii(address), method=method, headers=headers)  # noqa: S310 - http(s) only: see gather
    try:
        with build_opener(redirects).open(request, timeout=manners.timeout) as response:
            response.read(READ)
            moved = response.url if redirects.codes and set(redirects.codes) <= set(PERMANENT) else ""
            return response.status, moved, ""
    except HTTPError as error:
        error.close()
        return error.code, "", ""
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        return 0, "", _trouble(error)


def _trouble(error: Exception) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return "很久没有回答"
    words = str(reason)
    if "Name or service not known" in words or "getaddrinfo" in words or "nodename" in words:
        return "没有这个网站（域名查不到）"
    if "CERTIFICATE" in words.upper():
        return "网站的安全证书有问题"
    return "连接不上"


def _ascii(address: str) -> str:
    """Return an address as it goes over the net: Chinese in the path escaped, in the host as xn--."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = quote(parts.path, safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="=&%/:?@!$'()*+,;~-._")
    return urlunsplit((parts.scheme, host, path, query, ""))
