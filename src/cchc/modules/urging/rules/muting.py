"""Stopping the urging for a while: always with a reason, never without an end."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

LONGEST_DAYS = 92
"""A quarter; whoever needs longer says so again."""


class MuteWhyNot(StrEnum):
    """Why urging cannot be stopped so; `labels` has a sentence for each."""

    NO_REASON = "NO_REASON"
    ENDS_IN_THE_PAST = "ENDS_IN_THE_PAST"
    TOO_LONG = "TOO_LONG"
    ALREADY_MUTED = "ALREADY_MUTED"
    OVER = "OVER"


class MuteRefused(Exception):
    """Urging cannot be stopped so."""

    def __init__(self, why: MuteWhyNot) -> None:
        super().__init__(str(why))
        self.why = why


def check_mute(*, reason: str, ends_on: date, today: date, is_muted: bool) -> None:
    """Raise MuteRefused unless urging may stop until this day, itself included."""
    if not reason.strip():
        raise MuteRefused(MuteWhyNot.NO_REASON)
    if ends_on < today:
        raise MuteRefused(MuteWhyNot.ENDS_IN_THE_PAST)
    if ends_on > today + timedelta(days=LONGEST_DAYS):
        raise MuteRefused(MuteWhyNot.TOO_LONG)
    if is_muted:
        raise MuteRefused(MuteWhyNot.ALREADY_MUTED)
