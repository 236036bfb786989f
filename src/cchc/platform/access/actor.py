"""Who acts, and where they may do what. Built once per request or job, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    on_behalf_of: str = ""
    """Who delegated the right (ủy quyền); empty for a right of one's own."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, an API client, or the system itself."""

    user_id: int | None
    name: str = ""
    grants: tuple[Grant, ...] = ()
    agency_id: int | None = None
    """The agency in whose name the person works now (their main post)."""
    is_system: bool = False
    acted_for: set[str] = field(default_factory=set, compare=False, repr=False)
    """The delegators whose rights were needed so far; `require` notes them for the trail."""

    @property
    def signature(self) -> str:
        """The name as the trail writes it, with those on whose behalf the act was done."""
        if not self.acted_for:
            return self.name
        return f"{self.name} (thay mặt {', '.join(sorted(self.acted_for))})"

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
        return self.is_system or any(g.scope and permission in g.permissions for g in self.grants)

    def require(self, permission: StrEnum, *, agency_id: int | None) -> None:
        """Raise AccessDenied unless the permission holds for this agency."""
        if not self.may(permission, agency_id=agency_id):
            raise AccessDenied(permission)
        self._note_delegators(permission, agency_id)

    def require_somewhere(self, permission: StrEnum) -> None:
        """Raise AccessDenied unless the permission holds for any agency at all (for lists)."""
        if not self.may_somewhere(permission):
            raise AccessDenied(permission)

    def _note_delegators(self, permission: StrEnum, agency_id: int | None) -> None:
        giving = [g for g in self.grants if permission in g.permissions and agency_id in g.scope]
        if giving and all(grant.on_behalf_of for grant in giving):
            self.acted_for.add(giving[0].on_behalf_of)


NOBODY = Actor(user_id=None)
SYSTEM = Actor(user_id=None, name="Hệ thống", is_system=True)
