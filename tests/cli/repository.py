"""Small git repositories for tests, with dates and authors of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, on: str = "2026-11-20") -> str:
    """Run git in `folder` as an invented clerk at noon of the day `on`, whatever this machine is set to."""
    moment = f"{on}T12:00:00+08:00"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "沈望川",
        "GIT_AUTHOR_EMAIL": "shen@qinglan.example",
        "GIT_COMMITTER_NAME": "沈望川",
        "GIT_COMMITTER_EMAIL": "shen@qinglan.example",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode().strip()


def commit_all(folder: Path, message: str, on: str = "2026-11-20") -> None:
    """Commit everything in `folder`, which becomes a repository at the first call."""
    if not (folder / ".git").is_dir():
        git(folder, "init", "-q", "-b", "main")
        (folder / ".gitignore").write_text(".cache/\nbuild/\n", encoding="utf-8")
    git(folder, "add", "--all", on=on)
    git(folder, "commit", "-q", "-m", message, on=on)
