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
    """Ban, ngành tỉnh outside the specialised agencies: police, military, tax, party and mass bodies."""
    DISTRICT_OFFICE = "DISTRICT_OFFICE"
    """Phòng of a district committee."""
    DIVISION = "DIVISION"
    """Phòng, ban inside an agency."""
    PUBLIC_SERVICE_UNIT = "PUBLIC_SERVICE_UNIT"
    PRESS = "PRESS"
    """Newspaper, radio and television."""
    OTHER = "OTHER"


class SuccessionKind(StrEnum):
    """How an agency passed into another."""

    MERGED = "MERGED"
    SPLIT = "SPLIT"
    RENAMED = "RENAMED"
    DISSOLVED = "DISSOLVED"
    TIER_ABOLISHED = "TIER_ABOLISHED"


class AliasKind(StrEnum):
    """Another way to write an agency's name."""

    ALIAS = "ALIAS"
    ABBREVIATION = "ABBREVIATION"
    FORMER_NAME = "FORMER_NAME"


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
