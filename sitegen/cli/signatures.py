"""Who reviewed what, from commit messages: asked of git only where `site.yaml` wants it (提交署名)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from sitegen.cli import git
from sitegen.model.values import REVIEW_STEPS, REVIEW_TRAILERS, Review

ASKED_FOR = ("提交署名".encode(), b"review_from_commits")
"""What stands in a `site.yaml` that may want it; whether it does, is decided where that file is read."""
ADDRESS = re.compile(r"\s*<[^<>]*>\s*$")


def signatures_of(project: Path) -> Mapping[str, Review]:
    """Return by file who drafted, reviewed and released its last change; nothing where nobody asks for it."""
    settings = project / git.CONTENT / "site.yaml"
    if not settings.is_file() or not any(word in settings.read_bytes() for word in ASKED_FOR):
        return {}
    repository = git.open_repository(project)
    if not git.has_commits(repository):
        return {}
    return {path: _review(trailers) for path, trailers in git.last_trailers(repository).items()}


def _review(trailers: tuple[tuple[str, str], ...]) -> Review:
    """Return a review of the lines “name: value”; of two for one step, the first counts."""
    steps: dict[str, str] = {}
    for name, value in trailers:
        step = REVIEW_TRAILERS.get(name.lower())
        if step is not None:
            steps.setdefault(REVIEW_STEPS[step], ADDRESS.sub("", value).strip())
    return Review(**steps)
