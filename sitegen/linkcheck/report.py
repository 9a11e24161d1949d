"""What became of the addresses, as text with places and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sitegen.diagnostics import Place
from sitegen.disclosure.phrases import chinese_date
from sitegen.linkcheck.answers import Answer
from sitegen.reporting.excerpt import printable

Places = Mapping[str, tuple[Place, ...]]
Answers = Mapping[str, Answer]


def as_text(places: Places, answers: Answers) -> str:
    """Return the addresses that do not answer or lead elsewhere, with their places, and a summary."""
    lines = [line for address in places for line in _lines(address, places[address], answers.get(address))]
    broken = sum(1 for address in places if address in answers and answers[address].problem)
    unasked = sum(1 for address in places if address not in answers)
    left = f"，{unasked} 个没有问到" if unasked else ""
    return "\n".join([*lines, f"共 {len(places)} 个外部网址，{broken} 个打不开{left}。"]) + "\n"


def _lines(address: str, places: tuple[Place, ...], answer: Answer | None) -> Iterator[str]:
    if answer is None or not (answer.problem or answer.moved_to):
        return
    sign = "✕" if answer.problem else "○"
    told = answer.problem or f"已经搬到 {printable(answer.moved_to)}"
    yield f"{sign} {printable(address)}：{told}（{chinese_date(answer.on)}查的）"
    yield from (f"    {where(place)}" for place in places)


def where(place: Place) -> str:
    """Return a place as path, line and column."""
    return f"{place.path}:{place.span.line}:{place.span.column}" if place.span else place.path


def as_json(places: Places, answers: Answers) -> str:
    """Return every address with its answer and its places."""
    data = [
        {
            "address": address,
            "checked_on": answer.on.isoformat() if answer else None,
            "ok": not answer.problem if answer else None,
            "problem": answer.problem if answer else "",
            "moved_to": answer.moved_to if answer else "",
            "places": [
                {"path": each.path, "line": each.span and each.span.line, "column": each.span and each.span.column}
                for each in where_written
            ],
        }
        for address, where_written in places.items()
        for answer in [answers.get(address)]
    ]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
