"""Kinds of outgoing papers, their states, and by what authority they are signed."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What an outgoing paper is."""

    LETTER = "LETTER"
    """Công văn: has "V/v" instead of a name."""
    NOTICE = "NOTICE"
    REPORT = "REPORT"
    PLAN = "PLAN"
    DECISION = "DECISION"


NAMES: dict[LetterKind, str] = {
    LetterKind.LETTER: "",
    LetterKind.NOTICE: "Thông báo",
    LetterKind.REPORT: "Báo cáo",
    LetterKind.PLAN: "Kế hoạch",
    LetterKind.DECISION: "Quyết định",
}
"""The name as it is printed on the paper; a công văn has none."""
ABBREVIATIONS: dict[LetterKind, str] = {
    LetterKind.LETTER: "",
    LetterKind.NOTICE: "TB",
    LetterKind.REPORT: "BC",
    LetterKind.PLAN: "KH",
    LetterKind.DECISION: "QĐ",
}
"""In symbols (NĐ 30/2020, Appendix III)."""


class LetterState(StrEnum):
    """Where an outgoing paper stands."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    """Laid before who signs."""
    ISSUED = "ISSUED"
    """Signed, numbered, entered in the register."""
    SENT = "SENT"
    WITHDRAWN = "WITHDRAWN"
    """Taken back after it was issued; it keeps its number."""
    ABANDONED = "ABANDONED"
    """A draft that will never be issued."""


class Authority(StrEnum):
    """By what authority a person signs."""

    OWN = "OWN"
    """The head in his or her own name: GIÁM ĐỐC; of a committee: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH."""
    CHAIR = "CHAIR"
    """The chair of a committee in his or her own name: CHỦ TỊCH."""
    DEPUTY = "DEPUTY"
    """KT.: the deputy for the head."""
    BY_ORDER = "BY_ORDER"
    """TL.: the head of an office below, by order."""
    BY_MANDATE = "BY_MANDATE"
    """TUQ.: by mandate."""
