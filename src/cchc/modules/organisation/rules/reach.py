"""How far a role reaches: over the whole province, or in one agency and what is below it."""

from __future__ import annotations

from enum import StrEnum

from cchc.modules.organisation.rules.kinds import PostKind, RoleCode

PROVINCE_ROLES = frozenset(
    {
        RoleCode.SYSTEM_ADMINISTRATOR,
        RoleCode.PROVINCIAL_OPERATOR,
        RoleCode.OFFICE_OPERATOR,
        RoleCode.PROVINCIAL_LEADER,
        RoleCode.AUDITOR,
        RoleCode.TRAINER,
    }
)
"""Roles that hold everywhere and name no agency."""

AGENCY_ROLES = frozenset(RoleCode) - PROVINCE_ROLES
"""Roles that hold in one named agency."""

NEVER_DELEGATED = frozenset({RoleCode.SYSTEM_ADMINISTRATOR, RoleCode.AUDITOR, RoleCode.TRAINER})
"""Roles of trust in one person; whoever is away is replaced by a new assignment."""

USUAL_ROLE = {
    PostKind.HEAD: RoleCode.AGENCY_HEAD,
    PostKind.DEPUTY_HEAD: RoleCode.OFFICER,
    PostKind.DIVISION_HEAD: RoleCode.DIVISION_HEAD,
    PostKind.DEPUTY_DIVISION_HEAD: RoleCode.OFFICER,
    PostKind.REFORM_OFFICER: RoleCode.REFORM_OFFICER,
    PostKind.OFFICER: RoleCode.OFFICER,
}
"""The role that a form proposes for a post; whoever gives it decides."""


class Gift(StrEnum):
    """How weighty it is to give a role, which decides who may give it."""

    STAFF = "STAFF"
    KEY = "KEY"
    PROVINCE = "PROVINCE"


def weight_of(role: RoleCode) -> Gift:
    """A role of staff, a key role (head, reform officer), or one over the province."""
    if role in PROVINCE_ROLES:
        return Gift.PROVINCE
    if role in (RoleCode.AGENCY_HEAD, RoleCode.REFORM_OFFICER):
        return Gift.KEY
    return Gift.STAFF
