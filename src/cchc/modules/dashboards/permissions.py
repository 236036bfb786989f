"""What a person can be allowed to read on the boards over everything."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on boards."""

    VIEW_HEADS = "dashboards.heads.view"
    """The sheet of responsibility of an agency's head."""
