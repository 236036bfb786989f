"""What can be allowed in the organisation module."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on agencies, people and rights."""

    VIEW_AGENCIES = "organisation.agency.view"
    MANAGE_AGENCIES = "organisation.agency.manage"
    VIEW_PEOPLE = "organisation.person.view"
    MANAGE_PEOPLE = "organisation.person.manage"
    ASSIGN_ROLES = "organisation.role.assign"
    """Roles of an agency's staff."""
    ASSIGN_KEY_ROLES = "organisation.role.assign_key"
    """An agency's head and reform officer."""
    ASSIGN_PROVINCE_ROLES = "organisation.role.assign_province"
    """Roles that reach over the whole province."""
    DELEGATE = "organisation.role.delegate"
    MANAGE_CALENDAR = "organisation.calendar.manage"
    MANAGE_PORTFOLIOS = "organisation.portfolio.manage"
    """Say which leader of the province is in charge of which agencies."""
    VIEW_TRAIL = "organisation.trail.view"
    MOVE_CLOCK = "organisation.clock.move"
