"""What was put aside, in words: personal data that somebody let pass are always named, the rest is counted."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.grading import Aside
from sitegen.grading.baseline import Stock
from sitegen.grading.passed import Passed, Passing
from sitegen.reporting.excerpt import printable


def render(aside: Aside) -> str:
    """Return the lines about what does not count; nothing where nothing was put aside."""
    return "".join(f"{line}\n" for line in lines_of(aside))


def lines_of(aside: Aside) -> Iterator[str]:
    """Yield a line for each waived finding of personal data, then how many others passed, then how the list stands."""
    waived = [passed for passed in aside.passed if passed.by is Passing.WAIVED]
    for passed in waived:
        if passed.is_personal:
            yield f"已放行：{line_of(passed)}"
    others = sum(not passed.is_personal for passed in waived)
    if others:
        yield f"按“不查”放行 {others} 处。"
    if aside.stock is not None:
        yield stock_line(aside.stock)


def line_of(passed: Passed) -> str:
    """Return where a finding is, what it is, and who let it pass when and why."""
    found = passed.found
    place = f"{printable(found.path)}:{found.span.line}" if found.span is not None else printable(found.path)
    who = "，".join(filter(None, (printable(passed.name), str(passed.on) if passed.on else "")))
    return f"{place} {found.id} {printable(found.message)}理由：{printable(passed.reason)}" + (
        f"（{who}）" if who else ""
    )


def stock_line(stock: Stock) -> str:
    """Return how many frozen findings are left, and how many fewer than when the list was last written."""
    less = stock.before - stock.left
    since = f"（{stock.since}）" if stock.since else ""
    if not less:
        return f"存量 {stock.left} 条，和上次{since}一样多。"
    return f"存量 {stock.left} 条，比上次{since}少 {less} 条。运行 sitegen baseline --prune 把改好的划去。"
