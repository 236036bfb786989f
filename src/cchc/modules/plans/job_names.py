"""The names of the module's jobs, stable in the queue."""

from enum import StrEnum


class Job(StrEnum):
    """What the worker does for this module."""

    READ_DRAFT = "plans.read_draft"
    RECKON_STATES = "plans.reckon_states"
    RECKON_STATES_NOW = "plans.reckon_states_now"
    REDATE_FOR_CALENDARS = "plans.redate_for_calendars"
    POLL_MAIL_FOLDER = "plans.poll_mail_folder"
