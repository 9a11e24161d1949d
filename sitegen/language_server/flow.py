"""What is open inside brackets up to the cursor: `{拟稿: 王, 审核: …` is a mapping, a name and a place for a value."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

CLOSING = {"{": "}", "[": "]"}


class Frame(msgspec.Struct):
    """An open bracket: its sign, its names so far, the name whose value is being written, where that word began."""

    sign: str
    row: int
    start: int
    key: str = ""
    written: set[str] = msgspec.field(default_factory=set)


def frames_of(
    lines: Sequence[str], start: tuple[int, int], stop: tuple[int, int]
) -> tuple[list[Frame], int | None]:
    """Return the brackets open at `stop`, the first of which is at `start`; and the line in which that one was closed.

    Places are a line and a column, from 0.
    """
    frames: list[Frame] = []
    quote = ""
    for row in range(start[0], stop[0] + 1):
        text = lines[row] if row < stop[0] else lines[row][: stop[1]]
        for column in range(start[1] if row == start[0] else 0, len(text)):
            sign = text[column]
            if quote:
                quote = "" if sign == quote else quote
            elif sign in "\"'" and not _word(lines, frames[-1], row, column):
                quote = sign
            elif sign in CLOSING and (not frames or not _word(lines, frames[-1], row, column)):
                frames.append(Frame(sign, row, column + 1))
            elif frames and sign == CLOSING[frames[-1].sign]:
                frames.pop()
                if not frames:
                    return [], row
                _begin(frames[-1], row, column + 1)
            else:
                _sign(lines, frames[-1], sign, row, column)
    _skip_space(lines, frames[-1], stop)
    return frames, None


def _sign(lines: Sequence[str], frame: Frame, sign: str, row: int, column: int) -> None:
    if sign == ",":
        frame.key = ""
        _begin(frame, row, column + 1)
    elif sign == ":" and frame.sign == "{" and not frame.key and lines[row][column + 1 : column + 2] in ("", " "):
        frame.key = _word(lines, frame, row, column).strip("\"'")
        frame.written.add(frame.key)
        _begin(frame, row, column + 1)


def _begin(frame: Frame, row: int, column: int) -> None:
    frame.row, frame.start = row, column


def _word(lines: Sequence[str], frame: Frame, row: int, column: int) -> str:
    """Return what was written since the last sign of structure, on the line of the cursor."""
    return lines[row][frame.start if frame.row == row else 0 : column].strip()


def _skip_space(lines: Sequence[str], frame: Frame, stop: tuple[int, int]) -> None:
    if frame.row == stop[0]:
        while frame.start < stop[1] and lines[stop[0]][frame.start] == " ":
            frame.start += 1
