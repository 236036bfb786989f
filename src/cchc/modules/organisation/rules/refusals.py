"""Why a change to agencies, groups or calendars is refused."""

from __future__ import annotations

from enum import StrEnum


class StructureWhyNot(StrEnum):
    """Why agencies cannot be changed so; `labels` has a sentence for each."""

    NAME_EMPTY = "NAME_EMPTY"
    NAME_TAKEN = "NAME_TAKEN"
    ALIAS_TAKEN = "ALIAS_TAKEN"
    CODE_TAKEN = "CODE_TAKEN"
    CODE_MALFORMED = "CODE_MALFORMED"
    FORMER_CODE_MALFORMED = "FORMER_CODE_MALFORMED"
    KIND_NOT_AT_LEVEL = "KIND_NOT_AT_LEVEL"
    LEVEL_ABOVE_PARENT = "LEVEL_ABOVE_PARENT"
    PARENT_MISSING = "PARENT_MISSING"
    PARENT_NOT_LIVING = "PARENT_NOT_LIVING"
    PARENT_BELOW_ITSELF = "PARENT_BELOW_ITSELF"
    SECOND_PROVINCE = "SECOND_PROVINCE"
    NOT_LIVING = "NOT_LIVING"
    ALREADY_ENDS = "ALREADY_ENDS"
    BEFORE_LAST_CHANGE = "BEFORE_LAST_CHANGE"
    ENDS_BEFORE_IT_BEGINS = "ENDS_BEFORE_IT_BEGINS"
    NOTHING_CHANGES = "NOTHING_CHANGES"
    CHILDREN_LIVE = "CHILDREN_LIVE"
    TOO_FEW = "TOO_FEW"
    HEIR_MISSING = "HEIR_MISSING"
    HEIR_NOT_LIVING = "HEIR_NOT_LIVING"
    HEIR_ENDS_TOO = "HEIR_ENDS_TOO"
    CIRCULAR = "CIRCULAR"
    TIER_STAYS = "TIER_STAYS"
    GROUP_CODE_TAKEN = "GROUP_CODE_TAKEN"
    GROUP_NAME_EMPTY = "GROUP_NAME_EMPTY"
    GROUP_EMPTY_RULE = "GROUP_EMPTY_RULE"
    OPEN_GROUP_WITH_RULE = "OPEN_GROUP_WITH_RULE"
    MEMBER_ALREADY = "MEMBER_ALREADY"
    DAY_ALREADY_SPECIAL = "DAY_ALREADY_SPECIAL"
    DAYS_BACKWARDS = "DAYS_BACKWARDS"
    REASON_EMPTY = "REASON_EMPTY"
    HOURS_OVERLAP = "HOURS_OVERLAP"
    HOURS_BACKWARDS = "HOURS_BACKWARDS"
    HOURS_IN_THE_PAST = "HOURS_IN_THE_PAST"
    NO_WORKING_HOURS = "NO_WORKING_HOURS"


class StructureRefused(Exception):
    """The change cannot be made; `names` are the agencies that stand in the way."""

    def __init__(self, why: StructureWhyNot, names: tuple[str, ...] = ()) -> None:
        super().__init__(": ".join([str(why), *names]))
        self.why, self.names = why, names
