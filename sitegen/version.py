"""What names this state of the program: everything that makes remembered results useless when it is another."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PARTS = (
    *("imagesize", "jinja2", "markdown-it-py", "mdit-py-plugins", "minify-html", "msgspec", "nh3", "PyYAML"),
    *("olefile", "pagefind-bin", "pypdfium2", "python-calamine", "python-stdnum"),
)
"""Libraries whose version a remembered result depends on."""
_INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>\d[^-]*)(?:-.*)?\.(?:dist|egg)-info")


def program_version() -> str:
    """Return what names this state of the program: the digest of its modules and the versions below them."""
    package = Path(__file__).parent
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(_modules(str(package))):
        digest.update(file.removeprefix(str(package)).encode() + b"\0" + Path(file).read_bytes())
    installed = _installed()
    for part in PARTS:
        digest.update(f"{part} {installed.get(_normalized(part)) or _version(part)}\n".encode())
    return digest.hexdigest()


def _modules(folder: str) -> Iterator[str]:
    """Give all modules below a folder."""
    with os.scandir(folder) as listing:
        for entry in listing:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path


def _installed() -> dict[str, str]:
    """Return the versions of what is installed, by normalised name, as the names of folders tell them.

    Reading them from the folders, as `importlib.metadata` does, takes a tenth of a build that changes one page. What
    comes first on the path counts.
    """
    found: dict[str, str] = {}
    for folder in filter(os.path.isdir, sys.path):
        with os.scandir(folder) as listing:
            names = (_INSTALLED.fullmatch(entry.name) for entry in listing)
            for match in filter(None, names):
                found.setdefault(_normalized(match["name"]), match["version"])
    return found


def _normalized(name: str) -> str:
    """Return the name of a library as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _version(part: str) -> str:
    from importlib.metadata import version  # here, as importing it takes as long as most builds' rules

    return version(part)
