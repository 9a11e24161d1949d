"""检查报告: how the column and each of its bodies stand, as pages, workbooks, data and calendars."""

from sitegen.reporting.inspection.make import inspection_report
from sitegen.reporting.inspection.records import InspectionReport

__all__ = ["InspectionReport", "inspection_report"]
