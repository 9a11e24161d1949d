"""Asking addresses politely: HEAD first, one request at a time to each host, with a pause in between."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import msgspec

from sitegen.linkcheck.answers import Answer
from sitegen.linkcheck.networks import (
    PRIVATE,
    PrivateNetworkError,
    is_private,
    is_unasked,
    is_unknown,
    public_only,
)

ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 500, 501, 503})
"""What servers that do not know HEAD answer to it: then GET decides."""
REFUSES_PROGRAMS = frozenset({401, 403, 429, 999})
"""Answers of a page that is there but not for programs."""
TOO_MANY = 429
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
    if not manners.private and is_private(urlsplit(address).hostname or ""):
        return Answer(on=today, problem=PRIVATE)
    reply = _request("HEAD", address, manners)
    if reply.status in ASK_AGAIN or reply.dropped:
        reply = _request("GET", address, manners)
    if reply.status == TOO_MANY and 0 < reply.wait <= manners.timeout:
        time.sleep(reply.wait)
        reply = _request("GET", address, manners)
    if reply.trouble:
        return Answer(on=today, problem=reply.trouble)
    if reply.status < 400 or reply.status in REFUSES_PROGRAMS:
        return Answer(on=today, moved_to=reply.moved_to)
    return Answer(on=today, problem=f"{WORDS.get(reply.status, '打不开')}（{reply.status}）")


class _Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one request: the status, where a permanent redirect leads, what went wrong on the way.

    `wait` are the seconds that the server asks for, `dropped` tells that it hung up without an answer.
    """

    status: int = 0
    moved_to: str = ""
    trouble: str = ""
    wait: float = 0
    dropped: bool = False


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to pages, never into private networks, and notes whether all were for good."""

    def __init__(self, private: bool) -> None:
        self.private = private
        self.codes: list[int] = []
        self.refused = ""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the request that follows; None where it must not be followed."""
        self.codes.append(code)
        parts = urlsplit(newurl)
        if not self.private and is_private(parts.hostname or ""):
            self.refused = f"转到别处，那里{PRIVATE}"
        return None if self.refused else super().redirect_request(req, fp, code, msg, headers, newurl)

    def trouble(self, location: str | None) -> str:
        """Return why a redirect led nowhere; what is no address of the web comes from `urllib` as the last answer."""
        if self.refused or self.codes:
            return self.refused or "一直转来转去，打不开"
        return "转到不是网页的地址" if location else "要转到别处，没有写转到哪里"


def _request(method: str, address: str, manners: Manners) -> _Reply:
    """Send one request and those that its redirects ask for; no more of a page is read than shows that it is there."""
    redirects = _Redirects(manners.private)
    headers = {"User-Agent": AGENT.format(site=manners.site), "Accept": "*/*"}
    request = Request(_ascii(address), method=method, headers=headers)  # noqa: S310 - http(s) only: see gather
    guards = () if manners.private else public_only()
    try:
        with build_opener(redirects, HTTPCookieProcessor(), *guards).open(request, timeout=manners.timeout) as response:
            response.read1(READ)
            moved = response.url if redirects.codes and set(redirects.codes) <= set(PERMANENT) else ""
            return _Reply(status=response.status, moved_to=moved)
    except HTTPError as error:
        error.close()
        trouble = redirects.trouble(error.headers.get("Location")) if 300 <= error.code < 400 else ""
        return _Reply(status=error.code, trouble=trouble, wait=_seconds(error.headers.get("Retry-After")))
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        return _Reply(trouble=_trouble(reason), dropped=isinstance(reason, http.client.HTTPException | ConnectionError))


def _seconds(text: str | None) -> float:
    """Return a Retry-After in seconds; 0 where there is none, or where it is a date."""
    return float(text) if text and text.isdecimal() else 0


def _trouble(reason: object) -> str:
    if isinstance(reason, PrivateNetworkError):
        return PRIVATE
    if isinstance(reason, TimeoutError):
        return "很久没有回答"
    if isinstance(reason, OSError) and is_unknown(reason):
        return "没有这个网站（域名查不到）"
    if isinstance(reason, OSError) and is_unasked(reason):
        return "域名暂时查不到，看看这台电脑是不是连着网"
    return "网站的安全证书有问题" if "CERTIFICATE" in str(reason).upper() else "连接不上"


def _ascii(address: str) -> str:
    """Return an address as it goes over the net: Chinese in the path escaped, in the host as xn--."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = quote(parts.path, safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="=&%/:?@!$'()*+,;~-._")
    return urlunsplit((parts.scheme, host, path, query, ""))
