"""What one event means for a document, in words; the one place where such sentences are made.

All take the paper of the acting document. “本文件” is the document whose page it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.disclosure.courses import Course, Idle, Reason
from sitegen.disclosure.events import Act, Event, EventKind, Paper, cited_paper
from sitegen.disclosure.phrases import Phrase, Sentence, chinese_date, full_name, sentence, short_name

ACTING: dict[EventKind, str] = {
    EventKind.AMEND: "修改",
    EventKind.PARTLY_REPEAL: "部分废止",
    EventKind.REPEAL: "废止",
    EventKind.REPLACE: "替代",
    EventKind.RENEW: "延续",
    EventKind.LAPSE: "宣布失效",
    EventKind.CONTINUE: "继续有效",
    EventKind.SUSPEND: "暂停执行",
    EventKind.RESUME: "恢复执行",
}
"""The word for each relation, from the acting document to the other."""

HINDRANCE: dict[Reason, str] = {
    Reason.SELF: "它指的就是自己",
    Reason.ACTOR_ENDED: "它自己在此之前已经废止或者失效",
    Reason.ACTOR_SUSPENDED: "它自己当时正在暂停执行",
    Reason.TARGET_ENDED: "本文件在此之前已经废止或者失效",
    Reason.EARLIER_REPEAL: "本文件在此之前已经废止，以先废止的为准",
    Reason.LATE_RENEWAL: "有效期在此之前已经届满",
    Reason.NO_NEW_TERM: "它没有写明更晚的“有效期至”",
    Reason.NOT_SUSPENDED: "本文件当时没有暂停执行",
}
"""Why an act has no effect."""


def paper_in(courses: Mapping[str, Course], key: str) -> Paper:
    """Return the paper with a key; one that no course knows is named by its key."""
    course = courses.get(key)
    return course.paper if course else cited_paper(key)


def since_words(on: date | None) -> str:
    """Return 自2023年7月1日起, or that the day is not known."""
    return f"自{chinese_date(on)}起" if on else "自某日（日期不明）起"


def over_words(paper: Paper, term: date) -> str:
    """Return that a term ends, and how it was reckoned where the document does not name it."""
    if paper.presumed_years and term == paper.valid_until:
        return f"没有写明有效期，按{paper.presumed_years}年计算，到{chinese_date(term)}届满"
    return f"有效期到{chinese_date(term)}届满"


def source_words(event: Event, actor: Paper) -> Sentence:
    """Return who says so: 《…》（…）第二十一条."""
    return sentence(full_name(actor), event.by_provision)


def effect_words(event: Event) -> str:
    """Return what an act does to this document, after the name of the acting one."""
    part = event.provision
    match event.kind:
        case EventKind.AMEND:
            return f"修改了本文件{part}"
        case EventKind.PARTLY_REPEAL:
            return f"废止了本文件{part or '的部分条款'}"
        case EventKind.REPLACE:
            return "替代本文件，本文件同时废止"
        case EventKind.REPEAL:
            return "规定本文件废止"
        case EventKind.LAPSE:
            return "宣布本文件失效"
        case EventKind.RENEW:
            return f"把有效期延续到{chinese_date(event.until)}" if event.until else "延续有效期"
        case EventKind.CONTINUE:
            return f"把本文件{part}列为“继续有效”"
        case EventKind.SUSPEND:
            return f"决定暂停执行本文件{part}"
        case _:
            return f"决定恢复执行本文件{part}"


def deed_words(act: Act, target: Paper) -> str:
    """Return what an act does to another document, as its own side says it: 废止《…》（…）第三条."""
    name = full_name(target).text + act.provision
    match act.kind:
        case EventKind.LAPSE:
            return f"宣布{name}失效"
        case EventKind.CONTINUE:
            return f"把{name}列为“继续有效”"
        case _:
            return f"{ACTING[act.kind]}{name}"


def act_sentence(event: Event, actor: Paper) -> Sentence:
    """Return the sentence of an act that took effect, with the day from which it works."""
    if event.kind is EventKind.LIFT:
        return sentence(f"{since_words(event.on)}，", full_name(actor), "不再施行，本文件恢复执行。")
    said = sentence(*source_words(event, actor), effect_words(event))
    return sentence(*said, *_working_day(event, actor), "。")


def _working_day(event: Event, actor: Paper) -> Sentence:
    if event.on is None:
        return sentence("，生效日期不明")
    if event.kind is EventKind.CONTINUE:
        return sentence(f"（{chinese_date(event.on)}）")
    if event.on == actor.effective_on:
        return sentence(f"；该文件自{chinese_date(event.on)}起施行，从这一天起生效")
    return sentence(f"，自{chinese_date(event.on)}起生效")


def idle_sentence(idle: Idle, actor: Paper) -> Sentence:
    """Return the sentence of an act without effect, with the reason."""
    return sentence(
        full_name(actor), f"也写明{ACTING[idle.act.kind]}本文件，但是{HINDRANCE[idle.reason]}，所以不起作用。"
    )


def passive(event: Event, actor: Paper) -> Sentence:
    """Return 由青政规〔2023〕4号废止: an act in few words, seen from this document."""
    by = sentence("由", short_name(actor))
    match event.kind:
        case EventKind.AMEND:
            return sentence(*by, f"修改{event.provision}")
        case EventKind.PARTLY_REPEAL:
            return sentence(*by, f"废止{event.provision or '部分条款'}")
        case EventKind.RENEW:
            return sentence(*by, f"延续到{chinese_date(event.until)}" if event.until else "延续")
        case EventKind.CONTINUE:
            return sentence(*by, "列为继续有效")
        case _:
            return sentence(*by, ACTING[event.kind], event.provision)


def own_words(event: Event) -> str:
    """Return what one of the document's own dates means."""
    if event.kind is EventKind.EXPIRE:
        return "有效期届满，失效"
    if event.kind is EventKind.TERM_END:
        return "有效期届满，不自动失效"
    return f"{event.provision}施行"


def brief(event: Event, courses: Mapping[str, Course]) -> tuple[Phrase, ...]:
    """Return any event in few words."""
    if event.kind in ACTING:
        return passive(event, paper_in(courses, event.actor))
    if event.kind is EventKind.LIFT:
        return sentence("恢复执行，", short_name(paper_in(courses, event.actor)), "不再施行")
    return sentence(own_words(event))
