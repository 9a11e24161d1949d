"""What one build of a session came to, and how it is told in one line."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterable
from datetime import date

import msgspec

from sitegen.diagnostics import Diagnostic, Severity, has_errors
from sitegen.disclosure.publication import why_held
from sitegen.model.values import Stage
from sitegen.pipeline import Built
from sitegen.reporting import text
from sitegen.site import Site

DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Why a build did not come to its end: in words for editors, and as a traceback where it is our fault."""

    title: str
    words: str
    traceback: str = ""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A record that is not published; `why` continues its title: “还是草稿”."""

    source: str
    title: str
    why: str
    is_draft: bool


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the preview says of the site: its path on the server (`/zfxxgk/`), and what is held back."""

    base_path: str = ""
    held: tuple[Held, ...] = ()


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One build. `number` counts from 1 in a session; the base path is "" where the settings could not be read.

    `changed` are the site paths that were written or removed; `removed` says how many of them were removed.
    """

    number: int
    as_of: date
    seconds: float
    diagnostics: tuple[Diagnostic, ...] = ()
    changed: tuple[str, ...] = ()
    removed: int = 0
    documents: int = 0
    facts: Facts = Facts()
    trouble: Trouble | None = None

    @property
    def is_good(self) -> bool:
        """Whether the preview now shows what the files say."""
        return self.trouble is None and not has_errors(self.diagnostics)


def facts_of(site: Site, diagnostics: Iterable[Diagnostic]) -> Facts:
    """Return the facts of a site. A record with errors says of itself what is wrong, it is not held back."""
    faulty = {found.path for found in diagnostics if found.severity is Severity.ERROR}
    held = tuple(
        Held(
            source=record.source,
            title=record.title,
            why=why_held(record),
            is_draft=record.stage is Stage.DRAFT,
        )
        for _, record in sorted(site.held.items())
        if record.source not in faulty
    )
    return Facts(base_path=f"/{site.config.base_path.strip('/')}/".replace("//", "/"), held=held)


def of_build(built: Built, facts: Facts, number: int, as_of: date, seconds: float) -> Outcome:
    """Return the outcome of a build that came to its end."""
    return Outcome(
        number=number,
        as_of=as_of,
        seconds=seconds,
        diagnostics=built.diagnostics,
        changed=built.changed,
        removed=built.counts.removed,
        documents=built.counts.documents,
        facts=facts,
    )


def of_failure(error: BaseException, number: int, as_of: date, seconds: float) -> Outcome:
    """Return the outcome of a build that `error` ended."""
    return Outcome(number=number, as_of=as_of, seconds=seconds, trouble=trouble_of(error))


def of_loss(number: int, as_of: date, seconds: float) -> Outcome:
    """Return the outcome of a build whose process was lost."""
    words = "可能是内存不够，系统把它关掉了。它已经重新开始，请再保存一次。"
    trouble = Trouble(title="生成网页的进程中断了", words=words)
    return Outcome(number=number, as_of=as_of, seconds=seconds, trouble=trouble)


def of_no_folder(number: int, as_of: date, seconds: float) -> Outcome:
    """Return the outcome where the project's folder is not there."""
    words = "它可能刚刚被删除、移走或者改了名。放回原来的地方，这里会自己更新。"
    return Outcome(
        number=number, as_of=as_of, seconds=seconds, trouble=Trouble(title="找不到项目文件夹", words=words)
    )


def trouble_of(error: BaseException) -> Trouble:
    """Say in words what `error` means: the machine's fault, or the program's."""
    if isinstance(error, OSError) and error.errno in DISK_FULL:
        return Trouble(
            title="磁盘满了，网页写不进去", words="请腾出一些空间，然后随便保存一个文件，就会重新生成。"
        )
    trace = "".join(traceback.format_exception(error))
    if isinstance(error, OSError):
        words = f"系统说：{error.strerror or error}。请检查文件夹的权限和磁盘，然后随便保存一个文件，就会重新生成。"
        return Trouble(title="读写文件时出了问题", words=words, traceback=trace)
    words = "这不是您的文件的问题。请把下面的文字发给维护人员。改动并保存任何一个文件，会再试一次。"
    return Trouble(title="sitegen 自己出了错", words=words, traceback=trace)


def told(outcome: Outcome) -> str:
    """Return the outcome in one line, for the terminal."""
    seconds = f"用时 {outcome.seconds:.2f} 秒"
    if outcome.trouble is not None:
        return f"{outcome.trouble.title}（{seconds}）。在浏览器里看详情。"
    findings = text.summary(outcome.diagnostics)
    if not outcome.is_good:
        return f"{findings}网页没有更新（{seconds}），在浏览器里看怎么改。"
    written = len(outcome.changed) - outcome.removed
    removed = f"，移除 {outcome.removed} 个" if outcome.removed else ""
    done = f"写了 {written} 个文件{removed}" if outcome.changed else "网页没有变化"
    return f"公开 {outcome.documents} 篇信息，{done}（{seconds}）。{findings}"
