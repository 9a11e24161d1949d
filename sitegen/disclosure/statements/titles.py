"""Titles compared: the same document is cited with and without its issuer, its brackets and its covering notice."""

from sitegen.disclosure.compact_text import translate
from sitegen.disclosure.statements.words import GENRE
from sitegen.patterns import expression

_MARKS = expression(r"[\s《》〈〉“”\"'‘’「」,。、:;·]+")
# What a website adds to the title of a document that has ended: （已废止）, 【已失效】.
_SITE_NOTE = expression(
    r"^[(〔]已?(?:废止|失效)[)〕]|[(〔](?:该文件|此件|文件|现)?已(?:经)?(?:废止|失效|修改|修订)[)〕]"
)
_GENERIC = expression(
    rf"(?:实施|暂行|试行|管理|若干|补充|原|新|本|该|两|旧|第[一二三四五]个)*{GENRE}?(?:\([^()]*\))?"
)
_ISSUED = expression(
    r"^.{0,60}?(?:印发|转发|公布|发布|下发|颁布|批转)(?:关于|的)?(.{4,}?)(?:的(?:紧急|补充)?(?:通知|公告|通告|函|决定|命令|令))?$"
)
_ABOUT = expression(r"^[^的]{2,40}?关于(.{4,})$")
_EDITION = expression(r"\((?:[^()]{0,12}(?:试行|暂行|实行|修订|修正|修改|年版|版|稿|草案|年)[^()]{0,4})\)$")


def is_generic(title: str) -> bool:
    """Whether a title is but a word for a sort of document: 《办法》, 《暂行规定》, 《实施细则》."""
    return _GENERIC.fullmatch(_MARKS.sub("", translate(title))) is not None


def title_core(title: str) -> str:
    """Return what two citations of one document have in common.

    Brackets and punctuation go, then the issuer before 关于, then the cover of 印发…的通知. The edition in
    brackets, （试行） or （2022年修订）, stays: it may tell two documents apart.
    """
    plain = _MARKS.sub("", _SITE_NOTE.sub("", translate(title)))
    issued = _ISSUED.match(plain)
    if issued:
        return issued[1].removeprefix("关于")
    about = _ABOUT.match(plain)
    return about[1] if about else plain.removeprefix("关于")


def without_site_note(title: str) -> str:
    """Return a title without what the website says of it, as in （已废止）."""
    note = _SITE_NOTE.search(translate(title))
    return title[: note.start()] + title[note.end() :] if note else title


def title_stem(title: str) -> str:
    """Return the core without its edition: what a text and its revisions have in common."""
    core = title_core(title)
    while (shorter := _EDITION.sub("", core)) != core:
        core = shorter
    return core
