"""A text as what it is about: its title without the words that every official title has, its body without the frame."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

_HEAD = re.compile(r"^.{0,60}当前位置.{0,1500}?(?:相关链接：?|QQ空间|打印本页|【打印】|字体：|浏览次数)[^一-鿿]*", re.S)
_FOOT = re.compile(
    r"扫一扫|打印本页|【打印】|关闭窗口|【关闭】|责任编辑|上一篇|分享到|附件下载.{0,40}$|相关链接.{0,20}政府网站", re.S
)
_WRAPPING = re.compile(
    r"转发|印发|关于|的通知|通知$|的决定|的通告|的公告|的批复|的函|进一步|做好|有关|工作的|贯彻落实|试行|暂行|修订|（.{0,8}）"
)
_ISSUER = re.compile(
    r"^[一-鿿（）()]{2,25}?(?:局|委员会|人民政府(?:办公[室厅])?|管委会(?:办公室)?|办事处|大队|支队|中心|院|所|站|校|学|馆)"
    r"(?=关于|印发|转发|公开|政府信息|\d{4}年)"
)
"""Who issues, at the head of a title: 青岚区教育局 in 青岚区教育局2025年度部门决算."""
_NAMED = re.compile(
    r"关于[^。：；《》]{2,60}?的(?:通知|意见|决定|通告|公告|公示|批复|函)|《[^《》]{4,60}》"
    r"|(?<=[。：\s])[^。：，；]{4,40}(?:办法|方案|规定|细则|公示|公告|通告)"
)
_OPENING = 300
_TITLE_LENGTH = 60
_LONGEST = 4000
_SHORTEST_BODY = 100


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What suggestions are made of. `bodies` are all who publish or answer for it, `column` the column's title.

    `domains` are those that the column holds, by code, where the column says so.
    """

    title: str
    text: str = ""
    bodies: tuple[str, ...] = ()
    column: str = ""
    domains: tuple[str, ...] = ()


def subject_of(title: str, text: str, bodies: Iterable[str], column: str, domains: tuple[str, ...] = ()) -> Subject:
    """Make a subject of what a page says of itself. A page without a title has its first words for one.

    Names of bodies in the title count as bodies, not as what the title is about: what 教育局 settles of its accounts
    is not about schools.
    """
    text = bare_text(text)
    title = re.sub(r"\s+", "", title) or _first_title(text)
    issuers = {name for name in bodies if name} | {found[0] for found in _ISSUER.finditer(title)}
    for name in sorted(issuers, key=len, reverse=True):
        title = title.replace(name, " ")
    return Subject(
        title=_WRAPPING.sub(" ", title), text=text, bodies=tuple(sorted(issuers)), column=column, domains=domains
    )


def _first_title(text: str) -> str:
    """Return what a text without a title calls itself in its opening, else its first words."""
    found = _NAMED.search(text[:_OPENING])
    return found[0] if found else text[:_TITLE_LENGTH]


def bare_text(text: str) -> str:
    """Return a text without blanks and without the frame that saving a web page leaves around it.

    Very long texts are cut: what they are about is said in their first pages.
    """
    text = _HEAD.sub("", text, count=1)
    foot = next((found.start() for found in _FOOT.finditer(text) if found.start() > _SHORTEST_BODY), len(text))
    return re.sub(r"\s+", "", text[:foot])[:_LONGEST]
