"""Jobs of the trail."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does for the trail."""

    SEAL = "audit.seal"
    VERIFY_RECENT = "audit.verify_recent"
    VERIFY_ALL = "audit.verify_all"
