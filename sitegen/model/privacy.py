"""`catalogs/inspection/privacy.yaml`: what personal data and secrets look like (R30)."""

from __future__ import annotations

import msgspec


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A province: the two digits with which the ID numbers that it issues begin."""

    code: str = msgspec.field(name="代码")
    title: str = msgspec.field(name="名称")


class BirthYears(msgspec.Struct, frozen=True, kw_only=True):
    """The years of birth that an ID number can name, both included."""

    first: int = msgspec.field(name="最早", default=0)
    last: int = msgspec.field(name="最晚", default=0)


class BankCards(msgspec.Struct, frozen=True, kw_only=True):
    """The cards of one bank: the digits that their numbers begin with, and how many digits they have."""

    bank: str = msgspec.field(name="银行")
    length: int = msgspec.field(name="位数")
    prefixes: tuple[str, ...] = msgspec.field(name="开头")


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document or an account of a person: the words before its number, and what the number looks like.

    In `patterns` A stands for a letter and 9 for a digit, everything else for itself.
    """

    title: str = msgspec.field(name="名称")
    words: tuple[str, ...] = msgspec.field(name="词语")
    patterns: tuple[str, ...] = msgspec.field(name="样式")


class Mobiles(msgspec.Struct, frozen=True, kw_only=True):
    """Mobile numbers, and the words beside which one is a number for the public to call."""

    prefixes: tuple[str, ...] = msgspec.field(name="号段", default=())
    contact_words: tuple[str, ...] = msgspec.field(name="联系词", default=())
    office_words: tuple[str, ...] = msgspec.field(name="单位词", default=())
    person_words: tuple[str, ...] = msgspec.field(name="个人词", default=())
    sum_words: tuple[str, ...] = msgspec.field(name="金额词", default=())


class Addresses(msgspec.Struct, frozen=True, kw_only=True):
    """Words before the address of a home."""

    words: tuple[str, ...] = msgspec.field(name="词语", default=())


class Secrecy(msgspec.Struct, frozen=True, kw_only=True):
    """Marks of state secrets and of what is for internal use, and notes that forbid publication."""

    grades: tuple[str, ...] = msgspec.field(name="密级", default=())
    labels: tuple[str, ...] = msgspec.field(name="密级栏", default=())
    internal: tuple[str, ...] = msgspec.field(name="内部标志", default=())
    keeping: tuple[str, ...] = msgspec.field(name="保管要求", default=())
    closed: tuple[str, ...] = msgspec.field(name="不公开附注", default=())
    heading_lines: int = msgspec.field(name="文首行数", default=0)


class Unpacking(msgspec.Struct, frozen=True, kw_only=True):
    """How much of an attachment is read before it is called too large to be checked."""

    levels: int = msgspec.field(name="压缩层数", default=0)
    files: int = msgspec.field(name="文件数", default=0)
    megabytes: int = msgspec.field(name="解压后兆字节", default=0)
    ratio: int = msgspec.field(name="压缩倍数", default=0)
    pages: int = msgspec.field(name="页数", default=0)


class Privacy(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """`catalogs/inspection/privacy.yaml`: personal data and secrets (R30)."""

    regions: tuple[Region, ...] = msgspec.field(name="省级代码", default=())
    birth_years: BirthYears = msgspec.field(name="出生年份", default=BirthYears())
    identity_words: tuple[str, ...] = msgspec.field(name="身份证词语", default=())
    other_numbers: tuple[str, ...] = msgspec.field(name="别的编号", default=())
    card_words: tuple[str, ...] = msgspec.field(name="银行卡词语", default=())
    cards: tuple[BankCards, ...] = msgspec.field(name="银行卡", default=())
    papers: tuple[Paper, ...] = msgspec.field(name="证件", default=())
    mobiles: Mobiles = msgspec.field(name="手机", default=Mobiles())
    addresses: Addresses = msgspec.field(name="住址", default=Addresses())
    secrecy: Secrecy = msgspec.field(name="保密", default=Secrecy())
    stray_files: tuple[str, ...] = msgspec.field(name="不该放的文件", default=())
    nobodies: tuple[str, ...] = msgspec.field(name="不是人名的作者", default=())
    surnames: str = msgspec.field(name="姓氏", default="")
    unpacking: Unpacking = msgspec.field(name="附件", default=Unpacking())
    shown: int = msgspec.field(name="每种最多列出", default=0)
