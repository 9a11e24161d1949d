"""A session from its beginning to its end: watcher, builder and server together."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from secrets import token_hex

import msgspec
import uvicorn

from sitegen.serve.application import Answers, application
from sitegen.serve.away import Away
from sitegen.serve.builder import Builder
from sitegen.serve.changes import Changes
from sitegen.serve.full_text import FullText
from sitegen.serve.making import Here, Plan
from sitegen.serve.outcome import Outcome
from sitegen.serve.session import Session
from sitegen.serve.watcher import Watcher

Listening = socket.socket
"""A socket that listens."""
PATIENCE = 2
"""Seconds that answers under way may take after the end was asked for."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What a session needs. `told` gets each outcome and `say` other news, both from other threads.

    `read_source` gives the text of a file of the project. `poll` looks for changes instead of being told of them.
    """

    plan: Plan
    read_source: Callable[[str], str | None]
    told: Callable[[Outcome], None]
    say: Callable[[str], None]
    poll: bool = False


class Server(uvicorn.Server):
    """A server that lets go of the streams of news when it ends; they would last for ever."""

    def __init__(self, config: uvicorn.Config, session: Session) -> None:
        super().__init__(config)
        self._session = session

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then everything else."""
        self._session.close()
        await super().shutdown(sockets)


def is_loopback(host: str) -> bool:
    """Tell whether `host` means this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> Listening:
    """Return a socket that listens at a loopback address. Raises OSError where the port is taken."""
    name = "127.0.0.1" if host == "localhost" else host.strip("[]")
    if not is_loopback(name):
        raise OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
    listening = socket.socket(socket.AF_INET6 if ":" in name else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let two servers share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((name, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


@contextlib.contextmanager
def session(setting: Setting, port: int) -> Iterator[Server]:
    """Watch and build for the length of the block; give the server, which the caller runs on its socket."""
    plan = setting.plan
    maker = Here(plan) if plan.workers < 2 else Away(plan)
    known = Session(token_hex(4), plan.output)
    changes = Changes(plan.clock)
    full_text = FullText(plan, lambda: known.outcome.number if known.outcome is not None else 0)
    answers = Answers(known, setting.read_source, changes.tell, full_text)
    config = uvicorn.Config(
        application(answers, port),
        lifespan="off",
        log_config=None,
        log_level="error",  # a browser that tries https first is no news for editors
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
    )

    def publish(outcome: Outcome) -> None:
        known.publish(outcome)
        setting.told(outcome)

    builder = Builder(maker, changes, publish)
    watcher = Watcher(plan.folder, changes.tell, setting.say, *([None] if setting.poll else []))
    watcher.start()
    builder.start()
    try:
        yield Server(config, known)
    finally:
        watcher.stop()
        builder.stop()
