"""What was read out of a file, as data for other programs and as lines for people."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import msgspec

from sitegen.disclosure.quotations import quoted
from sitegen.disclosure.statements import ACT_WORDS, Statements
from sitegen.suggesting.proposal import Proposal, Resolved


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One file: what was read, what is proposed, its text before and after.

    `problem` says in Chinese why nothing could be read or written; `written` whether the file was changed.
    """

    path: str
    title: str = ""
    number: str = ""
    date: str = ""
    statements: Statements | None = None
    acts: tuple[Resolved, ...] = ()
    proposal: Proposal = Proposal()
    before: str = ""
    after: str = ""
    problem: str = ""
    written: bool = False


def as_data(answer: Answer) -> dict[str, object]:
    """Return the answer as plain data; what is not known is null."""
    statements = answer.statements
    commencement = statements.commencement if statements else None
    term = statements.term if statements else None
    return {
        "path": answer.path,
        "title": answer.title or None,
        "number": answer.number or None,
        "date": answer.date or None,
        "commencement": commencement
        and {
            "date": _day(commencement.date),
            "rule": commencement.rule.value,
            "quote": commencement.quote,
        },
        "term": term
        and {"until": _day(term.until), "years": term.years, "months": term.months, "quote": term.quote},
        "acts": [_act(each) for each in answer.acts],
        "additions": [
            {"key": each.key, "value": each.value or list(each.items)} for each in answer.proposal.additions
        ],
        "remarks": list(answer.proposal.remarks),
        "written": answer.written,
        "problem": answer.problem or None,
    }


def _act(each: Resolved) -> dict[str, object]:
    act, target = each.act, each.target
    return {
        "kind": act.kind.value,
        "number": act.number or None,
        "title": act.title or None,
        "date": _day(act.date),
        "quote": act.quote,
        "affects": act.affects or None,
        "until": _day(act.until),
        "target": target.path if target and target.path else None,
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def as_lines(answer: Answer) -> Iterator[str]:
    """Give the answer for people: what was read, what contradicts it, and what was or would be written."""
    yield answer.path
    if answer.problem:
        yield f"  {answer.problem}"
    yield from (f"  {line}" for line in _read(answer))
    yield from (f"  △ {remark}" for remark in answer.proposal.remarks)
    yield from (f"  {line}" for line in _difference(answer))


def _read(answer: Answer) -> Iterator[str]:
    statements = answer.statements
    if statements is None:
        return
    own = "，".join(filter(None, (answer.number, answer.date and f"{answer.date} 成文")))
    if own:
        yield f"正文所载：{own}"
    if (found := statements.commencement) is not None:
        yield f"施行：{found.date or '日期不明'}（“{quoted(found.quote)}”）"
    if (term := statements.term) is not None:
        yield f"有效期：到 {term.until or '日期不明'}（“{quoted(term.quote)}”）"
    for each in answer.acts:
        act = each.act
        title = act.title if "《" in act.title or not act.title else f"《{act.title}》"
        named = "".join(filter(None, (title, act.number and f"（{act.number}）")))
        since = f"，{act.date} 起" if act.date else ""
        yield f"{ACT_WORDS[act.kind]}：{named}{act.affects}{since}（“{quoted(act.quote)}”）"
    if not (statements.commencement or statements.term or answer.acts):
        yield "没有读到施行、有效期和废止、修改的内容。"


def _difference(answer: Answer) -> Iterable[str]:
    if answer.before == answer.after:
        return ()
    lines = difflib.unified_diff(
        answer.before.splitlines(), answer.after.splitlines(), answer.path, answer.path, n=1, lineterm=""
    )
    return [*lines, "已经写入。" if answer.written else "没有写入；加上 --apply 就写。"]
