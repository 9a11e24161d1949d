"""What addresses answered, and the memory of it: a dated file that may be deleted at any time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one address answered on a day. `problem` is empty if it did; `moved_to` is where it leads for good."""

    on: date
    problem: str = ""
    moved_to: str = ""


Answers = dict[str, Answer]


def read_answers(file: Path) -> Answers:
    """Return what is remembered; nothing where the file is missing or damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Answers)
    except (FileNotFoundError, msgspec.DecodeError):
        return {}


def write_answers(file: Path, answers: Answers) -> None:
    """Write the memory; a killed program leaves the old file or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.new")
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(answers.items()))), indent=1))
    beside.replace(file)


def still_good(answers: Answers, today: date, days: int) -> Answers:
    """Return the answers that need not be asked for again: good ones, not older than `days`."""
    oldest = today - timedelta(days=days)
    return {
        address: answer
        for address, answer in answers.items()
        if not answer.problem and oldest < answer.on <= today
    }
