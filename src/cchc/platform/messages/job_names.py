"""Jobs of the messages."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does for the messages."""

    SEND_DUE = "messages.send_due"
