"""White space at the ends of lines and of the file. Two spaces that break a line of Markdown stay."""

from __future__ import annotations

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TRAILING = re.compile(r"[ \t\u3000\xa0]+$")


def trimmed(text: str) -> str:
    """Return a text without white space at the ends of its lines, and with one line feed at its own end.

    Lines of code stay as they are, and so do two spaces or more where the next line belongs to the same paragraph.
    """
    lines = text.split("\n")
    code = in_code(lines)
    kept = [
        line if code[number] or _breaks(line, lines, number) else _TRAILING.sub("", line)
        for number, line in enumerate(lines)
    ]
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""


def trimmed_yaml(text: str) -> str:
    """Return YAML without white space at the ends of its lines, and with one line feed at its own end."""
    lines = [_TRAILING.sub("", line) for line in text.split("\n")]
    return "\n".join(lines).rstrip("\n") + "\n" if any(lines) else ""


def _breaks(line: str, lines: list[str], number: int) -> bool:
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return line.endswith("  ") and bool(line.strip()) and bool(following.strip())


def in_code(lines: list[str]) -> list[bool]:
    """Tell of each line whether it stands in a fenced block, the fences included."""
    found: list[bool] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            found.append(True)
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        else:
            found.append(mark is not None)
            fence = mark[1] if mark else ""
    return found
