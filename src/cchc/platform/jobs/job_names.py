"""Jobs of the queue itself."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does to keep its own house."""

    FORGET_OLD = "jobs.forget_old"
