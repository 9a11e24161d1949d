#!/usr/bin/env python3
"""Time from saving one document until a development server serves the change.

    serve_latency.py --site SITE --edit content/documents/2022/000048.md \
        --url http://127.0.0.1:1313/documents/2022/000048/ -- hugo server --port 1313

Starts the server, waits for the page, then --edits times appends a unique mark
to the file and polls the page every 5 ms until the mark is there. Prints the
time until the first page, the median, least and largest latency, and the
server's memory. The file is put back at the end.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

TITLE = re.compile('\n(title|标题): "'.encode())


def get(url: urllib.parse.SplitResult) -> bytes:
    try:
        c = http.client.HTTPConnection(url.hostname, url.port, timeout=30)
        c.request("GET", url.path)
        r = c.getresponse()
        body = r.read()
        c.close()
        return body if r.status == 200 else b""
    except (OSError, http.client.HTTPException):
        return b""


def wait(url: urllib.parse.SplitResult, mark: bytes, limit: float) -> float:
    start = time.monotonic()
    while mark not in get(url):
        if time.monotonic() - start > limit:
            raise TimeoutError(f"no {mark.decode()} within {limit} s")
        time.sleep(0.005)
    return time.monotonic() - start


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--site", type=Path, required=True)
    ap.add_argument("--edit", required=True, help="file to edit, relative to --site")
    ap.add_argument("--url", required=True)
    ap.add_argument("--edits", type=int, default=7)
    ap.add_argument("--limit", type=float, default=300)
    ap.add_argument("--pause", type=float, default=1.0, help="seconds between edits")
    ap.add_argument("--title", action="store_true", help="change the title too, which the list pages show")
    ap.add_argument("command", nargs=argparse.REMAINDER)
    a = ap.parse_args()
    command = a.command[1:] if a.command[:1] == ["--"] else a.command
    url, path = urllib.parse.urlsplit(a.url), a.site / a.edit
    before = path.read_bytes()
    with (a.site / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=a.site, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    try:
        first = wait(url, b"</html>", a.limit)
        time.sleep(a.pause)
        took = []
        for k in range(a.edits):
            mark = f"MARK{os.getpid()}X{k}E"
            text = before + f"\n{mark}\n".encode()
            if a.title:
                text = TITLE.sub(lambda found, mark=mark: found.group() + mark.encode() + b" ", text, count=1)
            path.write_bytes(text)
            took.append(wait(url, mark.encode(), a.limit))
            time.sleep(a.pause)
        with open(f"/proc/{server.pid}/status") as f:
            peak = next((int(x.split()[1]) // 1024 for x in f if x.startswith("VmHWM")), 0)
        print(
            f"first page {first:.2f} s; reload median {statistics.median(took) * 1e3:.0f} ms, "
            f"min {min(took) * 1e3:.0f}, max {max(took) * 1e3:.0f}, {len(took)} edits; server peak {peak} MB"
        )
        return 0
    finally:
        path.write_bytes(before)
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
