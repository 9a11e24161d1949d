"""文号 (发文字号): finding them in a text, reading their parts, writing them in one form.

The canonical form is 机关代字〔年〕序号号 with the brackets 〔〕, half-width digits, no leading zeros and no
spaces; for orders and announcements 某某令第12号 and 某某公告2020年第5号; older ones may have a letter behind the
year, 某政〔2001〕综12号. Real texts write ［］[]【】﹝﹞()（）,
mix or lose a bracket, lose the 号, put spaces inside and 〇, ○ or O for zero.
"""

import re
from collections.abc import Container, Iterator
from itertools import pairwise

import msgspec

from sitegen.disclosure.chinese_dates import parse_number
from sitegen.disclosure.compact_text import translate
from sitegen.patterns import expression

_YEAR = r"(?:[12] ?[0-9〇oO] ?[0-9〇oO] ?[0-9〇oO]|[一二][〇零0一二三四五六七八九]{3})"
_SERIAL = (
    r"(?:(?P<serial>[0-9〇oO]{1,5}(?: [0-9〇oO]{1,3})?)号"
    r"|(?P<bare>[0-9〇oO]{1,5})(?![0-9年月日%.〇])|(?P<character_serial>[一二三四五六七八九十百〇零]{1,6})号)"
)


# A year in two brackets of any kind; or in one bracket only, and then the 号 must be there.
_BRACKETED = expression(
    rf"(?:(?:〔(?P<year>{_YEAR})年?[〕)])(?:(?P<section>[综文办字函]{{1,2}})(?=第?[0-9]{{1,5}}号))?第?{_SERIAL}"
    rf"|(?:\((?P<round_year>{_YEAR})年?[〕)]|〔(?P<open_year>{_YEAR})|(?<=[一-鿿])(?P<close_year>{_YEAR})〕)"
    r"第?(?P<strict_serial>[0-9〇oO]{1,5}(?: [0-9〇oO]{1,3})?)号)"
)
_ORDINAL = r"[0-9]{1,5}|[一二三四五六七八九十百〇零]{1,6}"
_NUMBERED = expression(
    rf"(?:(?P<kind>令|公告|通告)(?P<year>[12][0-9]{{3}})年第?(?P<year_serial>{_ORDINAL})号"
    rf"|令(?:第|\n第)?(?P<serial>{_ORDINAL})号|第(?P<front_serial>{_ORDINAL})号令)"
)
# After a number: 、13号, and its year if that is another one.
_SHARING = expression(
    rf"(?:文件|文)?(?:[、和及与,]|以及)(?P<own>(?:〔(?P<year>{_YEAR})〕)?第?(?P<serial>[0-9]{{1,4}})号(?![楼线院地井车公机]))"
)
_ANY = expression(r"〔|〕[0-9第〇]|\([12]|令|公告|通告")

# What may stand before the year: characters, a place in brackets as in 青（岚）综管, letters.
_PLACE = expression(r"\((?![一二三四五六七八九十]+\))[一-鿿]{1,4}\)$")
_LONGEST_RUN = 60

# Words that end whatever stood before the number when nothing else separates the two.
_FOREIGN = expression(
    r".*(?:通知|决定|意见|办法|规定|公告|通告|细则|方案|批复|措施|条例|规则|请示|纪要|预案|的函|复函|说明|"
    r"标准|目录|清单|制度|指南|指引|规划|计划|要点|规程|规范|守则|章程|纲要|流程|机制|定额|命令|通报|"
    r"行\)|修订\)|版\)|稿\)|文件编号|文号|字号|文件|空间|下载|首页|页面|打印|关闭|分享|关于|根据|按照|依据|依照|详见|遵照|贯彻|以及|执行|落实|以下简称|废止|失效|撤销|的)"
    r"(?=.{2})"
)
# 省人民政府青政发〔1986〕148号: the issuer's whole name stands before its 代字.
_ISSUER = expression(r"[一-鿿]{0,10}?(?:人民政府|国务院)(?:办公[厅室])?(?=[一-鿿]{2,6}$)")
_LONGEST_PREFIX = 14
_BODY_ENDS = "部委局署院会行办厅府社"
_LONGEST_BODY = 16
# 不动产权证（2012）第3号 has the shape of a number, but names a paper.
_CERTIFICATE = ("证", "证书", "执照", "产权", "许可")
_LONGEST_CLEAN_PREFIX = 12


class DocumentNumber(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a 文号. `year` is 0 for orders that are counted without a year (某某令第12号)."""

    prefix: str
    year: int
    serial: int


class NumberMention(msgspec.Struct, frozen=True, kw_only=True):
    """A number found in a text: its canonical form and where it stands (end exclusive)."""

    number: str
    start: int
    end: int


class _Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A number before its prefix has been cut to size: `run` is all that might belong to the prefix.

    One that `shares` has the prefix of the number before it.
    """

    run: str
    year: int
    serial: int
    form: str
    start: int
    end: int
    section: str = ""
    shares: bool = False


def normalise_document_number(text: str) -> str:
    """Return the canonical form of one number; text that is no number comes back without its spaces."""
    parsed = _parse(_plain(text))
    return "".join(text.split()) if parsed is None else _written(parsed.run, parsed)


def parse_document_number(text: str) -> DocumentNumber | None:
    """Split one number into 机关代字, year and serial; None when it is no number."""
    parsed = _parse(_plain(text))
    if parsed is None:
        return None
    ending = parsed.section if parsed.form == "bracketed" else parsed.form.removeprefix("yearly ")
    return DocumentNumber(prefix=parsed.run + ending, year=parsed.year, serial=parsed.serial)


def find_document_numbers(text: str, boundaries: Container[int] = ()) -> list[NumberMention]:
    """Find every number in a compact text, in order.

    `boundaries` are the positions before which the original had a space or a line break: they help
    to tell where a prefix begins when a title runs into it. So do the prefixes that stand free
    elsewhere in the same text.
    """
    candidates = list(_candidates(text))
    free = {candidate.run for candidate in candidates if _stands_free(candidate, text, boundaries)}
    mentions: list[NumberMention] = []
    prefix = ""
    for candidate in candidates:
        prefix = prefix if candidate.shares else _prefix(candidate, free, boundaries)
        if prefix or candidate.form == "令":
            start = (
                candidate.start if candidate.shares else candidate.start + len(candidate.run) - len(prefix)
            )
            number = _written(prefix, candidate)
            mentions.append(NumberMention(number=number, start=start, end=candidate.end))
    return mentions


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", translate(text)).strip("()《》,。、:;")


def _parse(plain: str) -> _Candidate | None:
    candidates = list(_candidates(plain))
    if len(candidates) != 1 or candidates[0].start != 0:
        return None
    return candidates[0]


def _candidates(text: str) -> Iterator[_Candidate]:
    if _ANY.search(text) is None:
        return
    last_end = 0
    matches = [*_BRACKETED.finditer(text), *_NUMBERED.finditer(text)]
    for match in sorted(matches, key=lambda found: found.start()):
        if match.start() < last_end:
            continue
        made = _bracketed if match.re.pattern == _BRACKETED.pattern else _ordered
        candidate = made(match, text, last_end)
        if candidate is not None:
            yield candidate
            further = list(_sharing(text, candidate))
            yield from further
            last_end = (further or [candidate])[-1].end


def _sharing(text: str, first: _Candidate) -> Iterator[_Candidate]:
    """Give the numbers that share the prefix of the one before them: 某政〔2016〕12、13号和〔2017〕5号."""
    candidate = first
    while candidate.form == "bracketed" and (match := _SHARING.match(text, candidate.end)):
        candidate = msgspec.structs.replace(
            candidate,
            year=_digits(match["year"]) if match["year"] else candidate.year,
            serial=_digits(match["serial"]),
            section="",
            start=match.start("own"),
            end=match.end(),
            shares=True,
        )
        yield candidate


def _bracketed(match: re.Match[str], text: str, earliest: int) -> _Candidate | None:
    run = _run_before(text, match.start(), earliest)
    if not run:
        return None
    year = next(part for part in match.group("year", "round_year", "open_year", "close_year") if part)
    serial = next(part for part in match.group("serial", "bare", "character_serial", "strict_serial") if part)
    return _Candidate(
        run=run,
        year=_digits(year),
        serial=_digits(serial),
        form="bracketed",
        start=match.start() - len(run),
        end=match.end(),
        section=match["section"] or "",
    )


def _ordered(match: re.Match[str], text: str, earliest: int) -> _Candidate:
    run = _run_before(text, match.start(), earliest)
    serial = next(part for part in match.group("year_serial", "serial", "front_serial") if part)
    return _Candidate(
        run=run,
        year=int(match["year"] or 0),
        serial=parse_number(serial) or 0,
        form=f"yearly {match['kind']}" if match["kind"] else "令",
        start=match.start() - len(run),
        end=match.end(),
    )


def _run_before(text: str, position: int, earliest: int) -> str:
    earliest, start = max(earliest, position - _LONGEST_RUN), position
    while start > earliest:
        character = text[start - 1]
        place = _PLACE.search(text, max(earliest, start - 6), start) if character == ")" else None
        if place is None and not ("一" <= character <= "鿿" or (character.isascii() and character.isalpha())):
            break
        start = place.start() if place else start - 1
    run, before = text[start:position], text[start - 1 : start]
    if before.isdigit():
        return run.lstrip("年月日")
    return run.lstrip("和与及或并") if before in ("号", "》", ")", "、", ",") else run


def _digits(text: str) -> int:
    ascii_text = text.replace(" ", "").translate({ord("〇"): "0", ord("o"): "0", ord("O"): "0"})
    if ascii_text.isdigit() and ascii_text.isascii():
        return int(ascii_text)
    return parse_number(text) or 0


def _written(prefix: str, parsed: _Candidate) -> str:
    prefix = prefix.replace("(", "（").replace(")", "）")
    if parsed.form == "bracketed":
        return f"{prefix}〔{parsed.year}〕{parsed.section}{parsed.serial}号"
    if parsed.form == "令":
        return f"{prefix}令第{parsed.serial}号"
    return f"{prefix}{parsed.form.removeprefix('yearly ')}{parsed.year}年第{parsed.serial}号"


def _stands_free(candidate: _Candidate, text: str, boundaries: Container[int]) -> bool:
    """Whether the prefix is certain: short, fenced off by punctuation and without a gap inside."""
    start, length = candidate.start, len(candidate.run)
    return (
        not candidate.shares
        and 2 <= length <= _LONGEST_CLEAN_PREFIX
        and start > 0
        and (text[start - 1] in "(《|" or text[start - 1].isdigit())
        and not any(start + offset in boundaries for offset in range(1, length))
        and _FOREIGN.match(candidate.run) is None
    )


def _prefix(candidate: _Candidate, free: set[str], boundaries: Container[int]) -> str:
    run = candidate.run
    if run in free:
        return run
    known = [prefix for prefix in free if run.endswith(prefix)]
    if known and candidate.form == "bracketed":
        return max(known, key=len)
    foreign = _FOREIGN.match(run)
    kept = run[foreign.end() :] if foreign else run
    start = candidate.start + len(run) - len(kept)
    if candidate.form == "bracketed" or not _joint(kept, start, boundaries):
        kept = _after_gap(kept, start, boundaries)
    if len(kept) == 3 and kept[0] == "原" and kept[1] not in "政府办":
        kept = kept[1:]
    if len(kept) > 3 and kept[0] in "原按据将对":
        kept = kept[1:]
    if kept.endswith("的"):
        return ""
    if candidate.form == "bracketed" and (issuer := _ISSUER.match(kept)):
        kept = kept[issuer.end() :]
    if candidate.form == "bracketed" and (len(kept) > _LONGEST_PREFIX or kept.endswith(_CERTIFICATE)):
        return ""
    return kept


def _joint(run: str, start: int, boundaries: Container[int]) -> bool:
    """Whether a run names several bodies with gaps between them: 财政部 税务总局公告2026年第9号."""
    cuts = [0, *(offset for offset in range(1, len(run)) if start + offset in boundaries), len(run)]
    parts = [run[first:last] for first, last in pairwise(cuts)]
    return all(2 <= len(part) <= _LONGEST_BODY and part[-1] in _BODY_ENDS for part in parts)


def _after_gap(run: str, start: int, boundaries: Container[int]) -> str:
    """Cut at the last gap of the original text, unless a line break fell inside a short prefix (青管 综办)."""
    for offset in range(len(run) - 2, 0, -1):
        if start + offset in boundaries:
            rest = run[offset:]
            if len(rest) >= 3 or offset > 3:
                return rest
    return run
