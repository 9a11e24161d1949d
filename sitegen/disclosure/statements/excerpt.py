"""The lines of a text that can say anything of validity: reading these is reading the text, in a part of the time."""

import re

from sitegen.disclosure.statements.title_acts import document_nature
from sitegen.patterns import expression

HEAD = 300
"""Characters at the beginning that always stay: the document's own number and the sentence that issues it."""

_GAP = "……"
"""Stands for lines that were left out, so that their neighbours are not taken for one sentence or list."""
_VERB = "(?:施行|实施|执行|实行|试行|暂行|生效|启用|适用|有效)"
# The look-ahead says nothing new; it lets the search pass quickly over all that cannot begin a match.
_TELLING = expression(
    "(?=[《〔［【﹝[起后止施实执试暂生启适有废失作停终不替代撤取简下以如目清序补解])"
    rf"(?:[《〔［【﹝]|\[[12]|[起后止][^。；;\n]{{0,30}}{_VERB}|{_VERB}(?:时间|日期|期|至|到)|(?:试行|暂行)[^。；;\n]{{0,8}}年"
    r"|废止|失效|作废|停止|终止|不再|替代|代替|撤销|取代|简称|下列|以下|如下|目录|清单|序号|补充|解释)"
)
_SIGNATURE = re.compile(
    r"^(?:.{1,40}\n)?[（(]?[12１２一二][0-9０-９〇○零一二三四五六七八九\s]{3,7}年.{1,10}日[）)]?\s*$",
    re.MULTILINE,
)


def telling_lines(text: str, title: str) -> str:
    """Return the lines of a text with a paragraph or a table row a line that the reader of statements needs.

    A document that was made to end or to review others is returned whole: any line of it may be a row. The
    first `HEAD` characters stay where they are.
    """
    if len(text) <= 2 * HEAD or document_nature(title).ends_others:
        return text
    end = _line_end(text, HEAD)
    kept = [text[:end]]
    for first, last in _spans(text, end + 1):
        if first > end + 1:
            kept.append(_GAP)
        kept.append(text[max(first, end + 1) : last])
        end = last
    return "\n".join(kept)


def _spans(text: str, start: int) -> list[tuple[int, int]]:
    """Return the whole lines from `start` on that tell something, in order."""
    spans = [(match.start(), match.end()) for match in _SIGNATURE.finditer(text, start)]
    while match := _TELLING.search(text, start):
        start = _line_end(text, match.end())
        spans.append((text.rfind("\n", 0, match.start()) + 1, start))
    return sorted(spans)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end
