"""The names of the module's jobs, stable in the queue."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does for this module."""

    RUN_DAY = "urging.run_day"
    CATCH_UP = "urging.catch_up"

    # --- letters
