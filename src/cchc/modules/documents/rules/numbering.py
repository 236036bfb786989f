"""Numbers and symbols of outgoing papers (NĐ 30/2020, điều 15 and Appendix I, II.3)."""

from __future__ import annotations

import re

from cchc.modules.documents.rules.kinds import ABBREVIATIONS, LetterKind
from cchc.platform.text.folding import fold

_SYMBOL = re.compile(r"[0-9A-ZĐ&]+(?:-[0-9A-ZĐ&]+){0,4}")
_COMMITTEES = ("ubnd ", "uy ban nhan dan ")
_OFFICES = ("van phong ubnd", "van phong uy ban nhan dan")


def full_number(number: int, symbol: str) -> str:
    """ "07/SNV-CCHC": two figures at least, no spaces."""
    return f"{number:02d}/{symbol}"


def is_symbol(text: str) -> bool:
    """Whether a text may follow a number: capitals and figures, parts joined by hyphens."""
    return len(text) <= 40 and _SYMBOL.fullmatch(text) is not None


def agency_code(name: str) -> str:
    """What symbols call an agency: UBND, VP, or its initials (Sở Nội vụ is SNV)."""
    plain = fold(name)
    if plain.startswith(_OFFICES):
        return "VP"
    if plain.startswith(_COMMITTEES):
        return "UBND"
    words = [word for word in re.split(r"[\s,\-–]+", name) if word and fold(word) != "va"]
    return "".join(word[0] for word in words).upper()[:12] or "CQ"


def usual_symbol(kind: LetterKind, agency_name: str) -> str:
    """The symbol while nothing else is set: SNV-CCHC for a công văn, TB-SNV for a notice."""
    code = agency_code(agency_name)
    return f"{code}-CCHC" if kind is LetterKind.LETTER else f"{ABBREVIATIONS[kind]}-{code}"
