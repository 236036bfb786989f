"""Jobs of the storage."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does for the storage."""

    SWEEP = "storage.sweep"
