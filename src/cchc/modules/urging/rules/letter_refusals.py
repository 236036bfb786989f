"""What operations on urging letters refuse, each by its name."""

from __future__ import annotations

from enum import StrEnum


class LetterWhyNot(StrEnum):
    """Why a letter cannot be made, or an item not be answered so."""

    NOTHING_CHOSEN = "NOTHING_CHOSEN"
    TOO_MANY = "TOO_MANY"
    NO_LONGER_LATE = "NO_LONGER_LATE"
    ANSWER_IN_THE_PAST = "ANSWER_IN_THE_PAST"
    FINISH_BEFORE_ANSWER = "FINISH_BEFORE_ANSWER"
    AS_OF_IN_THE_FUTURE = "AS_OF_IN_THE_FUTURE"
    NO_ANSWER = "NO_ANSWER"
    PROMISED_IN_THE_PAST = "PROMISED_IN_THE_PAST"
    NOT_OPEN = "NOT_OPEN"
    """Done already, or the letter was taken back."""


class LetterNotAllowed(Exception):
    """The letter cannot be made or answered so, and why."""

    def __init__(self, why: LetterWhyNot) -> None:
        super().__init__(str(why))
        self.why = why
