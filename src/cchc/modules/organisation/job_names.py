"""Names of the organisation's jobs in the queue; never changed once released."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does for the organisation."""

    HAND_OVER = "organisation.hand_over_open_work"
