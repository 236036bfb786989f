"""Writes documents in the form of Decree 30/2020/NĐ-CP; what it writes, the reader reads."""

from cchc.officialdocs.writing.paper import (
    PaperPart,
    PaperRow,
    PaperSection,
    PlanPaper,
    Signature,
)
from cchc.officialdocs.writing.plan_docx import plan_docx
from cchc.officialdocs.writing.plan_xlsx import plan_xlsx

__all__ = [
    "PaperPart",
    "PaperRow",
    "PaperSection",
    "PlanPaper",
    "Signature",
    "plan_docx",
    "plan_xlsx",
]
