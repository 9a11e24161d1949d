"""JUnit XML: a suite for each file, a failed case for each error; what only reminds is skipped, with its words."""

from __future__ import annotations

import re
from itertools import groupby

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.formats.xml_text import escape, quoteattr
from sitegen.reporting import text
from sitegen.reporting.check_report import CheckReport

_NOT_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def render(report: CheckReport) -> str:
    """Return the document; without a finding it holds one case that has passed, for platforms want at least one."""
    suites = [
        _suite(path, tuple(group), report)
        for path, group in groupby(report.diagnostics, key=lambda found: found.path)
    ]
    total, failed, skipped = len(report.diagnostics), _count(report.diagnostics), 0
    skipped = total - failed
    if not suites:
        suites, total = [_passed(report)], 1
    head = _attributes(name="sitegen check", tests=total, failures=failed, errors=0, skipped=skipped, time=0)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {head}>\n{"".join(suites)}</testsuites>\n'


def _count(found: tuple[Diagnostic, ...]) -> int:
    return sum(each.severity is Severity.ERROR for each in found)


def _suite(path: str, found: tuple[Diagnostic, ...], report: CheckReport) -> str:
    failed = _count(found)
    head = _attributes(
        name=path, tests=len(found), failures=failed, errors=0, skipped=len(found) - failed, time=0
    )
    return f"<testsuite {head}>\n{''.join(_case(each, report) for each in found)}</testsuite>\n"


def _case(found: Diagnostic, report: CheckReport) -> str:
    place = f"（第{found.span.line}行第{found.span.column}个字）" if found.span is not None else ""
    head = _attributes(
        name=f"{found.id} {report.name_of(found.id)}{place}",
        classname=found.path,
        file=report.folder + found.path,
        line=found.span.line if found.span is not None else 1,
        time=0,
    )
    said = f"{found.message}\n为什么：{found.why}\n怎么改：{found.help}"
    if found.severity is Severity.ERROR:
        inner = f"<failure {_attributes(message=found.message, type=found.id)}>{_text(said)}</failure>"
    else:
        weight = text.WORDS[found.severity]
        inner = (
            f"<skipped {_attributes(message=f'{weight}：{found.message}')}/><system-out>{_text(said)}</system-out>"
        )
    return f"<testcase {head}>{inner}</testcase>\n"


def _passed(report: CheckReport) -> str:
    suite = _attributes(name=report.title, tests=1, failures=0, errors=0, skipped=0, time=0)
    case = _attributes(name="没有发现问题", classname="sitegen", time=0)
    return f"<testsuite {suite}>\n<testcase {case}/>\n</testsuite>\n"


def _attributes(**values: object) -> str:
    return " ".join(f"{name}={quoteattr(_clean(str(value)))}" for name, value in values.items())


def _text(value: str) -> str:
    return escape(_clean(value))


def _clean(value: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return re.sub(_NOT_XML, "·", value)
