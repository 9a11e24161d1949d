"""lychee, run as a program where it is installed: it asks many hosts at once and knows their odd answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import click

from sitegen.linkcheck.answers import Answer
from sitegen.linkcheck.networks import PRIVATE, is_private

NAME = "lychee"
FAILED = ("fail_map", "error_map", "timeout_map")
"""Where its reports list what does not answer: the name has changed between its versions."""
OPTIONS = ("--no-progress", "--exclude-all-private", "--format", "json")
DONE = (0, 2)
"""It leaves with 0 where all addresses answer, with 2 where some do not."""


def find_lychee() -> str | None:
    """Return the path of the program, None where it is not installed."""
    return shutil.which(NAME)


def ask_lychee(program: str, addresses: Collection[str], today: date, timeout: float) -> dict[str, Answer]:
    """Return the answers of all addresses; a fault of the program is told as such. Private networks are not asked."""
    inside = {address for address in addresses if is_private(urlsplit(address).hostname or "")}
    asked = [address for address in addresses if address not in inside]
    with TemporaryDirectory(prefix="sitegen-") as folder:
        listing = Path(folder) / "addresses.txt"
        listing.write_text("".join(f"{address}\n" for address in asked), encoding="utf-8")
        done = subprocess.run(
            [program, *OPTIONS, "--timeout", str(int(timeout)), str(listing)],
            capture_output=True,
            check=False,
        )
    if done.returncode not in DONE:
        raise click.ClickException(f"lychee 没有做成：{done.stderr.decode('utf-8', 'replace').strip()[:200]}")
    failed = dict(_failed(done.stdout))
    return {
        address: Answer(on=today, problem=failed.get(address) or failed.get(f"{address}/", ""))
        for address in asked
    } | {address: Answer(on=today, problem=PRIVATE) for address in inside}


def _failed(report: bytes) -> Iterator[tuple[str, str]]:
    """Give the addresses that a report of lychee lists as failed, with why."""
    try:
        data = json.loads(report)
    except ValueError as error:
        raise click.ClickException("lychee 的报告读不懂，请用 --no-lychee。") from error
    for name in FAILED:
        for entries in (data.get(name) or {}).values():
            for entry in entries:
                status = entry.get("status") or {}
                code, words = status.get("code"), status.get("text") or "打不开"
                yield entry.get("url", ""), f"打不开（{code or words}）"
