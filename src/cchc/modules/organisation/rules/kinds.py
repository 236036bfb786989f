"""Kinds and levels of agencies, of posts, and of what happens to an agency in its life."""

from enum import StrEnum


class Level(StrEnum):
    """The tier of government an agency belongs to; the district tier ended on 30/6/2025."""

    CENTRAL = "CENTRAL"
    PROVINCE = "PROVINCE"
    DISTRICT = "DISTRICT"
    COMMUNE = "COMMUNE"


class AgencyKind(StrEnum):
    """What an agency is."""

    PEOPLES_COMMITTEE = "PEOPLES_COMMITTEE"
    DEPARTMENT = "DEPARTMENT"
    """Sở and its equals: specialised agency of the provincial committee, its Office included."""
    PROVINCIAL_BODY = "PROVINCIAL_BODY"
    """Ban, ngành outside the specialised agencies: police, military, tax, treasury, insurance."""
    PARTY_OR_MASS_BODY = "PARTY_OR_MASS_BODY"
    """Party, People's Council, Front, mass organisations: in no group of the administration."""
    DISTRICT_OFFICE = "DISTRICT_OFFICE"
    """Phòng of a district committee."""
    DIVISION = "DIVISION"
    """Phòng, ban inside an agency."""
    PUBLIC_SERVICE_UNIT = "PUBLIC_SERVICE_UNIT"
    PRESS = "PRESS"
    """Newspaper, radio and television."""
    OTHER = "OTHER"


INNER_KINDS = (AgencyKind.DIVISION, AgencyKind.DISTRICT_OFFICE)
"""Kinds that only the papers and lists of their own agency name."""


class SuccessionKind(StrEnum):
    """How an agency passed into another."""

    MERGED = "MERGED"
    SPLIT = "SPLIT"
    """Divided (chia): it ended."""
    SEPARATED = "SEPARATED"
    """A part went its own way (tách): it lives on."""
    DISSOLVED = "DISSOLVED"
    TIER_ABOLISHED = "TIER_ABOLISHED"


class ChangeKind(StrEnum):
    """What changed about an agency that lives on."""

    RENAMED = "RENAMED"
    MOVED = "MOVED"


class AliasKind(StrEnum):
    """Another way to write an agency's name."""

    ALIAS = "ALIAS"
    ABBREVIATION = "ABBREVIATION"
    FORMER_NAME = "FORMER_NAME"


class SpecialDayKind(StrEnum):
    """What is special about a day."""

    CLOSED = "CLOSED"
    WORKING = "WORKING"
    MORNING_ONLY = "MORNING_ONLY"
    AFTERNOON_ONLY = "AFTERNOON_ONLY"


class PostKind(StrEnum):
    """What a person is in an agency."""

    HEAD = "HEAD"
    DEPUTY_HEAD = "DEPUTY_HEAD"
    DIVISION_HEAD = "DIVISION_HEAD"
    DEPUTY_DIVISION_HEAD = "DEPUTY_DIVISION_HEAD"
    REFORM_OFFICER = "REFORM_OFFICER"
    OFFICER = "OFFICER"


class RoleCode(StrEnum):
    """The roles a person can be given; what each may do is in the matrix page."""

    SYSTEM_ADMINISTRATOR = "SYSTEM_ADMINISTRATOR"
    PROVINCIAL_OPERATOR = "PROVINCIAL_OPERATOR"
    OFFICE_OPERATOR = "OFFICE_OPERATOR"
    REFORM_OFFICER = "REFORM_OFFICER"
    AGENCY_HEAD = "AGENCY_HEAD"
    DIVISION_HEAD = "DIVISION_HEAD"
    OFFICER = "OFFICER"
    PROVINCIAL_LEADER = "PROVINCIAL_LEADER"
    AUDITOR = "AUDITOR"
    TRAINER = "TRAINER"
