"""What every answer of the preview has, and whom it answers: this machine's browser, by this machine's name."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sitegen.serve.files import ACTIVE

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # WebAssembly of our own, for the search
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
REFUSED = "这是本机的预览，只回答 http://127.0.0.1 和 http://localhost 开头的地址。\n"


def allowed_hosts(port: int) -> frozenset[str]:
    """Return the `Host` headers that a browser on this machine sends to the server at `port`."""
    names = ("127.0.0.1", "localhost", "[::1]")
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class Guard:
    """Refuses requests that name another host, and adds the headers that protect the reader to each answer.

    A page elsewhere can point a name of its own at 127.0.0.1 and then read what is served there; such a request
    carries that name.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def protect(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(ALWAYS)
                if headers.get("content-type", "") in ACTIVE:
                    headers["Content-Security-Policy"] = POLICY
            await send(message)

        if scope["type"] != "http":
            return
        if Headers(scope=scope).get("host", "").lower() in self._hosts:
            await self._app(scope, receive, protect)
        else:
            await PlainTextResponse(REFUSED, status_code=403)(scope, receive, protect)
