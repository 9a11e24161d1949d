"""Figures of what is published for a year: applications for information, budgets and debt."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec


class Requests(msgspec.Struct, frozen=True, kw_only=True):
    """收到和处理政府信息公开申请情况: the column 总计 of the report's table, the rows of one sort taken together (R46).

    received + carried_in = handled + carried_out; handled is the sum of the six ways of handling.
    """

    received: int
    carried_in: int
    granted: int
    partly: int
    withheld: int
    unavailable: int
    unprocessed: int
    other: int
    handled: int
    carried_out: int


class Basis(StrEnum):
    """What figures of a budget are: planned, changed within the year, or final."""

    BUDGET = "budget"
    ADJUSTED = "adjusted"
    FINAL = "final"


class Fiscal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """收支和债务 of a government or a department for one year: 万元, but debt in 亿元 at the end of the year."""

    basis: Basis
    general_revenue: Decimal | None = None
    general_expenditure: Decimal | None = None
    fund_revenue: Decimal | None = None
    fund_expenditure: Decimal | None = None
    debt_limit: Decimal | None = None
    debt: Decimal | None = None
