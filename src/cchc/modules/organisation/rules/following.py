"""Which posts and roles go along when an agency passes into another."""

from __future__ import annotations

from cchc.modules.organisation.rules.kinds import PostKind, RoleCode


def post_follows(kind: PostKind) -> bool:
    """Staff go to the heir with their titles; a head is appointed there anew."""
    return kind is not PostKind.HEAD


def role_follows(role: RoleCode, *, is_delegated: bool) -> bool:
    """Roles of staff go to the heir; the head's does not, and a delegation ends with its right."""
    return role is not RoleCode.AGENCY_HEAD and not is_delegated
