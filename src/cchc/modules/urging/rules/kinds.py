"""The closed lists of words of the module: stored, stable, never shown as they are."""

from enum import StrEnum


class Audience(StrEnum):
    """Who is told at a step, from the work upwards."""

    HOLDER = "HOLDER"
    """The officer who holds the work, or the agency's reform officer while nobody was named."""
    DIVISION_HEAD = "DIVISION_HEAD"
    AGENCY_HEAD = "AGENCY_HEAD"
    LEADER = "LEADER"
    """The leader of the province in charge of the agency."""


LINE = tuple(Audience)
"""The way up."""


class Channel(StrEnum):
    """How somebody is told; in the application always."""

    IN_APP = "IN_APP"
    EMAIL = "EMAIL"
    SMS = "SMS"


class MuteTarget(StrEnum):
    """What is not urged for a while."""

    ASSIGNMENT = "ASSIGNMENT"
    AGENCY = "AGENCY"
    PERSON = "PERSON"


class Section(StrEnum):
    """The parts of a digest, in the order in which it is read."""

    ESCALATED = "ESCALATED"
    """Other people's late work, told to this person as their superior."""
    OVERDUE = "OVERDUE"
    DUE_TODAY = "DUE_TODAY"
    RETURNED = "RETURNED"
    DUE_SOON = "DUE_SOON"
    NEWLY_GIVEN = "NEWLY_GIVEN"
