"""Tables of the organisation."""

from cchc.modules.organisation.models.agency import Agency, AgencyAlias, PastState, Succession
from cchc.modules.organisation.models.calendars import AgencyHours, SpecialDay
from cchc.modules.organisation.models.group import AgencyGroup, AgencyGroupMember
from cchc.modules.organisation.models.person import Person, Post
from cchc.modules.organisation.models.portfolio import Portfolio
from cchc.modules.organisation.models.role import RoleAssignment

__all__ = [
    "Agency",
    "AgencyAlias",
    "AgencyGroup",
    "AgencyGroupMember",
    "AgencyHours",
    "PastState",
    "Person",
    "Portfolio",
    "Post",
    "RoleAssignment",
    "SpecialDay",
    "Succession",
]
