"""What operations on outgoing papers refuse, each by its name."""

from __future__ import annotations

from enum import StrEnum


class LetterProblem(StrEnum):
    """Why a paper cannot be changed or issued so."""

    NOT_EDITABLE = "NOT_EDITABLE"
    CHANGED_MEANWHILE = "CHANGED_MEANWHILE"
    """Somebody saved it after this page was opened."""
    NO_SUBJECT = "NO_SUBJECT"
    NO_TEXT = "NO_TEXT"
    NO_SIGNER = "NO_SIGNER"
    UNKNOWN_SIGNER = "UNKNOWN_SIGNER"
    NO_ADDRESSEE = "NO_ADDRESSEE"
    ISSUED_IN_THE_FUTURE = "ISSUED_IN_THE_FUTURE"
    ISSUED_BEFORE_THE_LAST = "ISSUED_BEFORE_THE_LAST"
    """A higher number must not carry an earlier day."""
    NO_REASON = "NO_REASON"
    NOT_A_WORD_FILE = "NOT_A_WORD_FILE"
    BAD_SYMBOL = "BAD_SYMBOL"
    BAD_NUMBER = "BAD_NUMBER"
    YEAR_HAS_BEGUN = "YEAR_HAS_BEGUN"


class LetterRefused(Exception):
    """The paper cannot be changed or issued so, and why."""

    def __init__(self, problem: LetterProblem, detail: str = "") -> None:
        super().__init__(str(problem))
        self.problem, self.detail = problem, detail
