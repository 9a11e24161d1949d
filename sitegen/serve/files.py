"""From the path of a request to a file of the preview, and its type."""

from __future__ import annotations

from pathlib import Path

TEXT = "; charset=utf-8"
TYPES = {
    ".html": f"text/html{TEXT}",
    ".css": f"text/css{TEXT}",
    ".js": f"text/javascript{TEXT}",
    ".json": f"application/json{TEXT}",
    ".xml": f"application/xml{TEXT}",
    ".txt": f"text/plain{TEXT}",
    ".csv": f"text/csv{TEXT}",
    ".ics": f"text/calendar{TEXT}",
    ".svg": f"image/svg+xml{TEXT}",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
    ".ofd": "application/ofd",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".wps": "application/vnd.ms-works",
    ".et": "application/vnd.ms-excel",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
}
ATOM = f"application/atom+xml{TEXT}"
UNKNOWN = "application/octet-stream"
ACTIVE = (TYPES[".html"], TYPES[".svg"], TYPES[".xml"], ATOM)
"""Types that a browser may run script in."""


def find(preview: Path, path: str) -> Path | None:
    """Return the file at the decoded site path `path` ("" and "a/" mean a folder's first page); None if there is none.

    Nothing outside `preview` is ever found, whatever the path or a link in the folder says.
    """
    parts = [*path.split("/")[:-1], path.rpartition("/")[2] or "index.html"]
    if not all(_is_plain(part) for part in parts):
        return None
    file = preview.joinpath(*parts)
    try:
        real = file.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: links in a circle
        return None
    return real if real.is_relative_to(preview.resolve()) and real.is_file() else None


def is_folder(preview: Path, path: str) -> bool:
    """Tell whether `path`, which does not end with a slash, names a folder with a first page."""
    return find(preview, f"{path}/") is not None


def type_of(file: Path) -> str:
    """Return the content type of a file, with its encoding."""
    return ATOM if file.name == "atom.xml" else TYPES.get(file.suffix.lower(), UNKNOWN)


def _is_plain(part: str) -> bool:
    """Tell whether a part of a path is a name: not empty, not hidden, no way up, no drive and no stream."""
    return bool(part) and not part.startswith(".") and not any(sign in part for sign in "\\:\0")
