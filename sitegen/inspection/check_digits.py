"""Numbers with check digits, and the codes of counties, as python-stdnum knows them.

It is imported where it is asked: it brings half of the standard library's network with it, and most texts hold no such
number.
"""

from __future__ import annotations


def is_card(number: str) -> bool:
    """Tell whether the check digit of a bank card is right (ISO/IEC 7812-1)."""
    from stdnum import luhn

    return bool(luhn.is_valid(number))


def of_identity_number(number: str) -> str:
    """Return the check digit that an ID number should end with (GB 11643—1999)."""
    from stdnum.cn import ric

    return str(ric.calc_check_digit(number))


def is_credit_code(number: str) -> bool:
    """Tell whether this is a 统一社会信用代码 (GB 32100—2015)."""
    from stdnum.cn import uscc

    return bool(uscc.is_valid(number))


def is_county(code: str) -> bool:
    """Tell whether some county or city ever had this code of six digits (GB/T 2260)."""
    from stdnum import numdb

    return any("county" in facts for _, facts in numdb.get("cn/loc").info(code))
