"""Bank cards and mobile numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.diagnostics import Kind, Leeway, Severity
from sitegen.inspection.check_digits import is_card
from sitegen.inspection.contexts import before, head_of_cell, mentions
from sitegen.inspection.digit_chains import Chain, Joint
from sitegen.inspection.hits import Hit, masked
from sitegen.model.privacy import BankCards, Privacy

BANK_CARD = Kind(
    id="SG703",
    name="银行卡号",
    message="{where}有银行卡号（{shown}）。",
    why="银行账户是个人的财产信息，公开会被人冒用（条例第十五条，R30）。",
    help="公示补贴、救助只写姓名和金额，卡号整个删掉；单位收款用单位账户。",
    leeway=Leeway.WAIVER,
    in_draft=Severity.ERROR,
)
MOBILE_NUMBER = Kind(
    id="SG704",
    name="手机号码",
    message="{where}有手机号码（{shown}），看不出是公开的联系电话。",
    why="个人的手机号码不该公开；给公众打的电话要写明是什么电话（条例第十五条，R30）。",
    help="个人的号码删掉，或者中间写星号，例如“{shown}”；是联系电话的，在号码前面写上“联系电话”“咨询电话”，最好换成办公电话。",
    severity=Severity.WARNING,
    leeway=Leeway.WAIVER,
)
KINDS = (BANK_CARD, MOBILE_NUMBER)

_CARD_LENGTHS = range(16, 20)
_UNION_PAY = "62"
_FOURS = 4
_MOBILE = 11
_COUNTRY = ("86", "086", "0086")
_MOBILE_BREAKS = ((), (3, 7), (3,), (7,))
_UNIT = re.compile(r"\s*(?:\\?[.．]\d|[万亿]?(?:元|股|吨|千瓦|平方))")
_ROUND = "0000"
"""No number of a person ends so; sums of money do."""


def bank_cards(text: str, chain: Chain, privacy: Privacy) -> Iterator[Hit]:
    """Yield bank cards (SG703): the check digit is right, and the bank known or a card spoken of."""
    for length in _CARD_LENGTHS:
        for start, end in chain.windows(length):
            number = chain.digits[start:end]
            if not number.isdigit() or not is_card(number) or not _in_fours(chain, start, end):
                continue
            place, stop = chain.span(start, end)
            if _is_known(number, privacy.cards) or _is_called_card(text, place, number, privacy):
                yield Hit(kind=BANK_CARD, start=place, end=stop, shown=masked(number), key=number)


def mobile_numbers(text: str, chain: Chain, privacy: Privacy) -> Iterator[Hit]:
    """Yield mobile numbers that no word declares to be for the public (SG704)."""
    for start, end in _mobiles(chain):
        number = chain.digits[start:end]
        place, stop = chain.span(start, end)
        if not number.isdigit() or not number.startswith(privacy.mobiles.prefixes) or number.endswith(_ROUND):
            continue
        if "****" in text[place:stop] or _is_sum(text, place, stop, privacy) or _is_declared(text, place, privacy):
            continue
        yield Hit(kind=MOBILE_NUMBER, start=place, end=stop, shown=masked(number), key=number)


def _in_fours(chain: Chain, start: int, end: int) -> bool:
    """Tell whether the digits stand together, or in groups of four as on a card, and none is a letter."""
    if chain.letters_in(start, end):
        return False
    breaks = chain.inside(start, end)
    alike = len({joint for _, joint in breaks}) <= 1
    return alike and all(joint <= Joint.BLANK and cut % _FOURS == 0 for cut, joint in breaks)


def _is_known(number: str, cards: tuple[BankCards, ...]) -> bool:
    prefixes = _prefixes(cards).get(len(number))
    return prefixes is not None and number.startswith(prefixes)


@lru_cache(maxsize=2)
def _prefixes(cards: tuple[BankCards, ...]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for each in cards:
        found[each.length] = found.get(each.length, ()) + each.prefixes
    return found


def _is_called_card(text: str, at: int, number: str, privacy: Privacy) -> bool:
    pieces = (before(text, at), head_of_cell(text, at)[0])
    return number.startswith(_UNION_PAY) and mentions(privacy.card_words, pieces)


def _mobiles(chain: Chain) -> Iterator[tuple[int, int]]:
    """Yield runs of eleven digits that are broken as people break a telephone number, if at all."""
    for start, end in chain.windows(_MOBILE):
        breaks = chain.inside(start, end)
        worst = max((joint for _, joint in breaks), default=Joint.UNSEEN)
        alone = (not breaks or chain.around(start, end) > worst) and not chain.letters_in(start, end)
        if tuple(cut for cut, _ in breaks) in _MOBILE_BREAKS and worst <= Joint.BLANK and alone:
            yield start, end
    for start, end in chain.groups():
        if chain.digits[start : end - _MOBILE] in _COUNTRY:
            yield end - _MOBILE, end


def _is_sum(text: str, start: int, end: int, privacy: Privacy) -> bool:
    """Tell whether a number is money or a total: by the unit behind it, or the word just before it."""
    return _UNIT.match(text, end) is not None or mentions(privacy.mobiles.sum_words, (text[max(0, start - 6) : start],))


def _is_declared(text: str, at: int, privacy: Privacy) -> bool:
    """Tell whether a number is one for the public: a word before it says so, or it stands in a list of offices.

    In a roster of persons the head of the column (联系电话) declares nothing.
    """
    words = privacy.mobiles
    cell, head = head_of_cell(text, at)
    if cell or head:
        if mentions(words.person_words, (head,)):
            return False
        said = before(text, at).rpartition("|")[2].rpartition("\t")[2]
        return mentions(words.contact_words, (said,)) or (
            mentions(words.contact_words, (cell,)) and mentions(words.office_words, (head,))
        )
    return mentions(words.contact_words, (before(text, at),))
