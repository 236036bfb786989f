"""Who acts, and where they may do what. Built once per request or job, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_

from cchc.platform.access.refusals import AccessDenied


@dataclass(frozen=True, slots=True)
class Scope:
    """The agencies that a grant covers."""

    agencies: frozenset[int] = frozenset()
    everywhere: bool = False

    def __contains__(self, agency_id: int | None) -> bool:
        return self.everywhere or agency_id in self.agencies

    def __or__(self, other: Scope) -> Scope:
        return Scope(self.agencies | other.agencies, self.everywhere or other.everywhere)

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.agencies)


@dataclass(frozen=True, slots=True)
class Grant:
    """What one role assignment gives: permissions, and the agencies where they hold."""

    permissions: frozenset[str]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, an API client, or the system itself."""

    user_id: int | None
    name: str = ""
    grants: tuple[Grant, ...] = ()
    agency_id: int | None = None
    """The agency in whose name the person works now (their main post)."""
    is_system: bool = False

    def scope_of(self, permission: StrEnum) -> Scope:
        """Every agency where this actor holds the permission."""
        if self.is_system:
            return Scope(everywhere=True)
        return reduce(or_, (g.scope for g in self.grants if permission in g.permissions), Scope())

    def may(self, permission: StrEnum, *, agency_id: int | None) -> bool:
        """Whether the permission holds for this agency."""
        return agency_id in self.scope_of(permission)

    def may_somewhere(self, permission: StrEnum) -> bool:
        """Whether the permission holds for any agency at all (for menus)."""
        return bool(self.scope_of(permission))

    def require(self, permission: StrEnum, *, agency_id: int | None) -> None:
        """Raise AccessDenied unless the permission holds for this agency."""
        if not self.may(permission, agency_id=agency_id):
            raise AccessDenied(permission)


NOBODY = Actor(user_id=None)
SYSTEM = Actor(user_id=None, name="Hệ thống", is_system=True)
