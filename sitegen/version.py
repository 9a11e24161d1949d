"""What names this state of the program: everything that makes remembered results useless when it is another."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

PARTS = (
    *("imagesize", "jinja2", "markdown-it-py", "mdit-py-plugins", "minify-html", "msgspec", "nh3", "PyYAML"),
    *("olefile", "pypdfium2", "python-calamine", "python-stdnum"),
)
"""Libraries whose version a remembered result depends on."""


def program_version() -> str:
    """Return what names this state of the program: the digest of its modules and the versions below them."""
    package = Path(__file__).parent
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    for part in PARTS:
        digest.update(f"{part} {version(part)}\n".encode())
    return digest.hexdigest()
