"""The closed lists of words of the module: stored, stable, never shown as they are."""

from enum import StrEnum


class Session(StrEnum):
    """The half of a day in which an entry stands."""

    MORNING = "MORNING"
    AFTERNOON = "AFTERNOON"
    ALL_DAY = "ALL_DAY"


class EntryState(StrEnum):
    """Where an entry of the work calendar stands."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    RETURNED = "RETURNED"
    CANCELLED = "CANCELLED"


class Mark(StrEnum):
    """How an entry differs from the week as it was first published."""

    NONE = ""
    ADDED = "ADDED"
    CHANGED = "CHANGED"
    CANCELLED = "CANCELLED"


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    REGULAR_SESSION = "REGULAR_SESSION"
    """Phiên họp thường kỳ, once a month."""
    TOPIC = "TOPIC"
    BRIEFING = "BRIEFING"
    WORKING = "WORKING"
    CONFERENCE = "CONFERENCE"


class Answer(StrEnum):
    """What an invited agency or person answered."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    DELEGATED = "DELEGATED"
    """Somebody else comes in their stead."""
    DECLINED = "DECLINED"


class Presence(StrEnum):
    """Whether somebody came."""

    UNKNOWN = "UNKNOWN"
    PRESENT = "PRESENT"
    ABSENT_EXCUSED = "ABSENT_EXCUSED"
    ABSENT = "ABSENT"
