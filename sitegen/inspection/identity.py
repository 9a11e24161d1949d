"""公民身份号码: numbers of 18 digits with their checksum, of 15 digits without one, and what contains them.

GB 11643—1999: six digits of the region, eight of the birth (six in the old number), three in order, one check digit
(ISO 7064, MOD 11-2). A county's code comes and goes, so that only the province is held to be known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from sitegen.diagnostics import Kind, Leeway, Severity
from sitegen.inspection import check_digits
from sitegen.inspection.contexts import before, head_of_cell, mentions
from sitegen.inspection.digit_chains import Chain, Joint
from sitegen.inspection.hits import Hit, masked
from sitegen.model.privacy import Privacy

IDENTITY_NUMBER = Kind(
    id="SG701",
    name="身份证号码",
    message="{where}有身份证号码（{shown}）。",
    why="公民身份号码是个人隐私，不得公开（条例第十五条，R30）。",
    help="没有必要公开的，整个删掉；确实要区分同名的人，只留前四位和后四位，中间写星号，例如“{shown}”。",
    leeway=Leeway.WAIVER,
    in_draft=Severity.ERROR,
)
LIKE_IDENTITY_NUMBER = Kind(
    id="SG702",
    name="像身份证号码的数字",
    message="{where}的“{shown}”像身份证号码。",
    why="写错一位的身份证号码、十五位的老号码，照样能认出是谁（条例第十五条，R30）。",
    help="是身份证号码的，删掉，或者只留前四位和后四位；是别的编号，可以不理会。",
    severity=Severity.WARNING,
    leeway=Leeway.WAIVER,
)
KINDS = (IDENTITY_NUMBER, LIKE_IDENTITY_NUMBER)

_LENGTH, _OLD_LENGTH = 18, 15
_DISABILITY = 20
"""残疾人证: an ID number, one digit for the sort and one for the degree."""
_NATURAL = frozenset({2, 4, 6, 8, 10, 12, 14, 17})
"""After how many digits people break the number: province, city, county, year, month, day, order, check digit."""
_MOST_BREAKS = 2
"""So often may a number without checksum be broken."""
_MOST_LETTERS = 3
"""So many ones may be letters, and only where the check digit is right."""
_INDEX_NUMBER = re.compile(r"[/／](?:19|20)[0-9]{2}[-－—]")
"""机构代码/年份-序号 (R72): its year makes a month and a day of birth of every third number."""
_FOREIGNER = "9"


def identity_numbers(text: str, chain: Chain, privacy: Privacy) -> Iterator[Hit]:
    """Yield the ID numbers in a chain of digits (SG701, SG702)."""
    taken: list[tuple[int, int]] = []
    for start, end in (*chain.windows(_LENGTH), *_embedded(text, chain, privacy)):
        number = chain.digits[start:end]
        if not _is_plausible(number, privacy) or _overlaps(taken, start, end):
            continue
        right = number[-1] == check_digits.of_identity_number(number)
        if (letters := chain.letters_in(start, end)) and not (right and letters <= _MOST_LETTERS):
            continue
        named = _named(text, chain.places[start][0], privacy)
        alone = named or _stands_alone(chain, start, end)
        if not (named or (right and (alone or _may_be_one(chain, start, end)))):
            continue
        if not _is_other_number(text, chain, start, end):
            taken.append((start, end))
            certain = right and (alone or _is_in_parts(chain, start, end))
            yield _hit(IDENTITY_NUMBER if certain else LIKE_IDENTITY_NUMBER, chain, start, end)
    yield from _old_numbers(text, chain, privacy, taken)


def _is_plausible(number: str, privacy: Privacy) -> bool:
    """Tell whether a number of 18 digits names a province and a day of birth; X may only be its last sign."""
    if not number[:-1].isdigit():
        return False
    known = {region.code for region in privacy.regions}
    if number[:2] not in known and not (number[0] == _FOREIGNER and number[1:3] in known):
        return False
    return _is_day(int(number[6:10]), int(number[10:12]), int(number[12:14]), privacy)


def _is_day(year: int, month: int, day: int, privacy: Privacy) -> bool:
    years = privacy.birth_years
    return years.first <= year <= years.last and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _stands_alone(chain: Chain, start: int, end: int) -> bool:
    """Tell whether groups of digits are one number rather than some of many side by side.

    Rows of figures are full of digits that make a region, a day and eighteen digits by chance. What stands around
    one number sets it off more than its groups are set off from each other.
    """
    breaks = chain.inside(start, end)
    worst = max((joint for _, joint in breaks), default=Joint.UNSEEN)
    return worst <= Joint.DASH or len(breaks) == _LENGTH - 1 or chain.around(start, end) > worst


def _may_be_one(chain: Chain, start: int, end: int) -> bool:
    """Tell whether groups among other figures are broken once, or only where people break the number.

    Between commas and brackets, where figures are listed, only region, birth and order make one number.
    """
    if _is_in_signs(chain, start, end):
        return _is_in_parts(chain, start, end)
    cuts = [cut for cut, _ in chain.inside(start, end)]
    return len(cuts) == 1 or _NATURAL.issuperset(cuts)


def _is_in_parts(chain: Chain, start: int, end: int) -> bool:
    """Tell whether a number is broken into region, birth and order, and does not end with what may be a year."""
    cuts = {cut for cut, _ in chain.inside(start, end)}
    return {6, 14} <= cuts <= {6, 10, 12, 14} and not chain.digits.startswith(("19", "20"), end - 4)


def _embedded(text: str, chain: Chain, privacy: Privacy) -> Iterator[tuple[int, int]]:
    """Yield where an ID number may stand in a longer group of digits.

    The number of a disabled person's card contains one, lists run it together with a mobile number; a word
    before the digits makes every part of them suspect.
    """
    mobiles = privacy.mobiles.prefixes
    for start, end in chain.groups():
        length = end - start
        if length == _LENGTH + 11:
            if chain.digits.startswith(mobiles, start + _LENGTH):
                yield start, start + _LENGTH
            if chain.digits.startswith(mobiles, start):
                yield end - _LENGTH, end
        elif length == _DISABILITY and chain.digits[end - 2] in "1234567" and chain.digits[end - 1] in "1234":
            yield start, start + _LENGTH
        if length > _LENGTH and _named(text, chain.places[start][0], privacy):
            yield from ((at, at + _LENGTH) for at in range(start, end - _LENGTH + 1))


def _is_other_number(text: str, chain: Chain, start: int, end: int) -> bool:
    """Tell whether digits are an index number, or the 统一社会信用代码 as which they are named."""
    place, stop = chain.span(start, end)
    if chain.inside(start, end):
        return _INDEX_NUMBER.search(text, place, stop) is not None
    return "信用代码" in before(text, place) and check_digits.is_credit_code(chain.digits[start:end])


def _old_numbers(text: str, chain: Chain, privacy: Privacy, taken: list[tuple[int, int]]) -> Iterator[Hit]:
    """Yield numbers of 15 digits: certain beside the word, doubtful where only region and birth fit."""
    for start, end in chain.windows(_OLD_LENGTH):
        breaks = chain.inside(start, end)
        if breaks and not (len(breaks) <= _MOST_BREAKS and chain.around(start, end) > max(j for _, j in breaks)):
            continue
        number = chain.digits[start:end]
        if not number.isdigit() or _overlaps(taken, start, end) or chain.letters_in(start, end):
            continue
        year, month, day = 1900 + int(number[6:8]), int(number[8:10]), int(number[10:12])
        if not _is_day(year, month, day, privacy):
            continue
        if number[:2] not in {region.code for region in privacy.regions}:
            continue
        place = chain.places[start][0]
        if _named(text, place, privacy):
            yield _hit(IDENTITY_NUMBER, chain, start, end)
        elif _is_in_signs(chain, start, end) or _is_other(text, place, privacy):
            continue
        elif check_digits.is_county(number[:6]):
            yield _hit(LIKE_IDENTITY_NUMBER, chain, start, end)


def _is_in_signs(chain: Chain, start: int, end: int) -> bool:
    """Tell whether commas, colons or brackets stand between the digits: most often those are several figures."""
    return any(joint == Joint.SIGN for _, joint in chain.inside(start, end))


def _named(text: str, at: int, privacy: Privacy) -> bool:
    """Tell whether the words before a number, or the head of its column, speak of an ID card."""
    return mentions(privacy.identity_words, (before(text, at), head_of_cell(text, at)[0]))


def _is_other(text: str, at: int, privacy: Privacy) -> bool:
    return mentions(privacy.other_numbers, (before(text, at), head_of_cell(text, at)[0]))


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def _hit(kind: Kind, chain: Chain, start: int, end: int) -> Hit:
    number = chain.digits[start:end]
    place, stop = chain.span(start, end)
    return Hit(kind=kind, start=place, end=stop, shown=masked(number), key=number)
