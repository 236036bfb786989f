"""What a person can be allowed to do with figures."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on the catalogue; the rows behind a figure are its own module's to show."""

    VIEW = "figures.view"
    EXPORT = "figures.export"
    FREEZE = "figures.freeze"
    """Keep a number as it stands now, for a report."""
