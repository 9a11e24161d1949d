"""The server's answers: files of the preview with the panel added to pages, the panel alone, and news of builds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sitegen import urls
from sitegen.searching import PagefindError, is_index_file
from sitegen.serve import files, pages, panel
from sitegen.serve.full_text import FullText
from sitegen.serve.guard import Guard, allowed_hosts
from sitegen.serve.outcome import Outcome
from sitegen.serve.panel import Context
from sitegen.serve.session import Seen, Session

ASSETS = Path(__file__).parent / "assets"
NOT_FOUND_PAGE = "404.html"
WHOLE = 4_000_000
"""Bytes: a file up to this size is read at once, so that a build cannot exchange it half way."""
KEPT = 100
"""Pages of which the preview's own part is kept till the next build."""
RETRY = 500
"""Milliseconds after which a page looks again for a server that went away."""
HTML = files.TYPES[".html"]


class Answers:
    """Answers requests from what the session knows and from the files of the preview.

    `read_source` gives the text of a file of the project; `rebuild` asks for a build.
    """

    def __init__(
        self,
        session: Session,
        read_source: Callable[[str], str | None],
        rebuild: Callable[[], None],
        full_text: FullText,
    ) -> None:
        self._session = session
        self._full_text = full_text
        self._read_source = read_source
        self._rebuild = rebuild
        self._overlays: tuple[int, dict[str, bytes]] = (0, {})

    def own_file(self, request: Request) -> Response:
        """Answer with the preview's own script or style sheet."""
        file = ASSETS / request.scope["path"].rpartition("/")[2]
        return Response(file.read_bytes(), media_type=files.type_of(file))

    def panel(self, request: Request) -> Response:
        """Answer with the bar and the panel for the page named in the query, as a fragment."""
        outcome = self._session.outcome
        if outcome is None:
            return Response(status_code=204)
        return HTMLResponse(panel.overlay(outcome, request.query_params.get("page", ""), self._context()))

    def problems(self, request: Request) -> Response:
        """Answer with a page that lists all findings."""
        del request
        outcome = self._session.outcome
        return self._waiting() if outcome is None else self._problems(outcome)

    async def events(self, request: Request) -> Response:
        """Answer with a stream of news for one open page."""
        query = request.query_params
        build = query.get("build", "")
        seen = Seen(
            page=query.get("page", ""),
            build=int(build) if build.isdecimal() and len(build) < 10 else 0,
            session=query.get("session", ""),
        )
        return EventSourceResponse(self._news(seen), sep="\n")

    async def _news(self, seen: Seen) -> AsyncIterator[ServerSentEvent]:
        with self._session.listening() as event:
            yield ServerSentEvent(comment="listening", retry=RETRY)
            while not self._session.is_closed:
                news = self._session.news(seen)
                if news is not None:
                    seen = Seen(page=seen.page, build=news.build, session=self._session.name)
                    yield ServerSentEvent(msgspec.json.encode(news).decode(), event="build")
                await event.wait()
                event.clear()

    def column(self, request: Request) -> Response:
        """Answer with a file of the column, or say why there is none."""
        session, path = self._session, request.scope["path"]
        outcome = session.outcome
        if outcome is None:
            return self._waiting()
        if not session.is_readable():
            if not outcome.is_good:
                return self._problems(outcome)
            self._rebuild()  # somebody removed the preview: `sitegen build --clean` does
            return self._waiting()
        base = session.base_path
        if path == "/" and base != "/":
            return RedirectResponse(base)
        if not path.startswith(base):
            return RedirectResponse(base) if f"{path}/" == base else self._lost(outcome, "")
        return self._file(outcome, path.removeprefix(base), request)

    def _file(self, outcome: Outcome, path: str, request: Request) -> Response:
        if is_index_file(path):
            return self._index_file(path)
        file = files.find(self._session.preview, path)
        if file is None:
            if not path.endswith("/") and files.is_folder(self._session.preview, path):
                return RedirectResponse(f"{self._session.base_path}{urls.encoded(path)}/")
            return self._not_found(outcome, path)
        kind = files.type_of(file)
        try:
            if kind == HTML:
                return self._page(outcome, file, _page_of(path))
            if "range" in request.headers or file.stat().st_size > WHOLE:
                return FileResponse(file, headers={"Content-Type": kind})
            return Response(file.read_bytes(), headers={"Content-Type": kind})
        except FileNotFoundError:  # the build that is under way removes it
            return self._not_found(outcome, path)

    def _index_file(self, path: str) -> Response:
        """Answer with a file of the full-text index, which is made now if it is not that of the last build."""
        try:
            file = self._full_text.find(path)
            if file is not None:
                return Response(file.read_bytes(), headers={"Content-Type": files.type_of(file)})
        except (PagefindError, OSError) as error:
            return Response(f"{error}\n", status_code=503, media_type=files.TYPES[".txt"])
        return Response("没有这个文件。\n", status_code=404, media_type=files.TYPES[".txt"])

    def _page(self, outcome: Outcome, file: Path, page: str, status: int = 200) -> Response:
        html = pages.with_overlay(file.read_bytes(), self._overlay(outcome, page))
        return Response(html, status_code=status, headers={"Content-Type": HTML})

    def _overlay(self, outcome: Outcome, page: str) -> bytes:
        """Return what a page gets of the last build; a page that is loaded again and again gets the same."""
        number, known = self._overlays
        if number != outcome.number or len(known) >= KEPT:
            known = {}
            self._overlays = (outcome.number, known)
        if page not in known:
            known[page] = pages.overlay(outcome, page, self._session.name, self._context())
        return known[page]

    def _not_found(self, outcome: Outcome, path: str) -> Response:
        session = self._session
        page = _page_of(path)
        said = pages.missing(outcome, page, session.name, self._context(), was_there=session.was_there(page))
        if said is not None:
            return HTMLResponse(said, status_code=404)
        return self._lost(outcome, page)

    def _lost(self, outcome: Outcome, page: str) -> Response:
        """Answer with the column's own page for addresses that never were."""
        session = self._session
        file = files.find(session.preview, NOT_FOUND_PAGE)
        if file is None:
            return Response("没有这个网页。\n", status_code=404, media_type=files.TYPES[".txt"])
        return self._page(outcome, file, page, 404)

    def _waiting(self) -> Response:
        return HTMLResponse(pages.waiting(self._session.name), status_code=503, headers={"Retry-After": "1"})

    def _problems(self, outcome: Outcome) -> Response:
        return HTMLResponse(pages.problems(outcome, self._session.name, self._context()))

    def _context(self) -> Context:
        session = self._session
        return Context(
            read_source=self._read_source,
            base_path=session.base_path or "/",
            has_page=lambda page: files.find(session.preview, page) is not None,
        )


def application(answers: Answers, port: int) -> Starlette:
    """Return the application that listens at `port` of this machine."""
    routes = [
        Route(pages.SCRIPT, answers.own_file),
        Route(pages.STYLE, answers.own_file),
        Route(pages.EVENTS, answers.events),
        Route(pages.PANEL, answers.panel),
        Route(pages.PROBLEMS, answers.problems),
        Route("/{path:path}", answers.column),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, hosts=allowed_hosts(port))])


def _page_of(path: str) -> str:
    """Return the site path of the page that the address `path` below the base path means."""
    return path if path.endswith(".html") else urls.index_of(path.rstrip("/"))
