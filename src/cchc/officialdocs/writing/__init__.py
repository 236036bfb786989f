"""Writes documents in the form of Decree 30/2020/NĐ-CP; what it writes, the reader reads."""

from cchc.officialdocs.writing.letter import (
    Appendix,
    AppendixColumn,
    AppendixGroup,
    Block,
    BlockKind,
    Letter,
)
from cchc.officialdocs.writing.letter_docx import letter_docx
from cchc.officialdocs.writing.letter_items import LetterItem, items_appendix
from cchc.officialdocs.writing.letter_pdf import letter_pdf
from cchc.officialdocs.writing.letter_word import NotALetter, blocks_of_word, stamped
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
    "Appendix",
    "AppendixColumn",
    "AppendixGroup",
    "Block",
    "BlockKind",
    "Letter",
    "LetterItem",
    "NotALetter",
    "PaperPart",
    "PaperRow",
    "PaperSection",
    "PlanPaper",
    "Signature",
    "blocks_of_word",
    "items_appendix",
    "letter_docx",
    "letter_pdf",
    "plan_docx",
    "plan_xlsx",
    "stamped",
]
