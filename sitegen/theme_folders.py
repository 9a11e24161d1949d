"""The files of a theme: which there are, and which of two files of one name counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec


class TemplateFile(msgspec.Struct, frozen=True, kw_only=True):
    """A template. `shown` is the path that findings name; `text` is None if the file is not UTF-8."""

    shown: str
    text: str | None

    def line(self, number: int) -> str:
        """Return line `number` (from 1), or nothing if there is no such line."""
        lines = (self.text or "").splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


class StaticFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is copied as it is. `path` is relative to the theme's static folder, with slashes."""

    path: str
    source: Path
    digest: bytes


def read_templates(folders: Sequence[Path]) -> dict[str, TemplateFile]:
    """Read `templates/**/*.html` of all folders, by name; a file of an earlier folder hides later ones."""
    found: dict[str, TemplateFile] = {}
    for folder in folders:
        for name, path in _files(folder / "templates"):
            if name not in found and path.suffix == ".html":
                shown = "/".join((*folder.parts[-2:], "templates", name))
                found[name] = TemplateFile(shown=shown, text=_text(path))
    return dict(sorted(found.items()))


def list_static(folders: Sequence[Path]) -> tuple[StaticFile, ...]:
    """List `static/**` of all folders, in order of path; a file of an earlier folder hides later ones."""
    found: dict[str, Path] = {}
    for folder in folders:
        for name, path in _files(folder / "static"):
            found.setdefault(name, path)
    return tuple(
        StaticFile(path=name, source=path, digest=sha256(path.read_bytes()).digest())
        for name, path in sorted(found.items())
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path.relative_to(folder).as_posix(), path


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
