"""The matrix: what each role may do, module by module."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count

from cchc.modules.organisation.models import RoleAssignment
from cchc.modules.organisation.roles import CATALOGUE, ModuleGrants, modules_in_matrix
from cchc.modules.organisation.rules.reach import PROVINCE_ROLES


@dataclass(frozen=True, slots=True)
class RoleColumn:
    """A role as a column."""

    code: str
    name: str
    description: str
    holder_count: int
    is_province_wide: bool


@dataclass(frozen=True, slots=True)
class PermissionLine:
    """A permission as a line: for each role in order, whether it holds it."""

    words: str
    held: tuple[bool, ...]
    is_everyone: bool


@dataclass(frozen=True, slots=True)
class ModuleLines:
    """The permissions of one module."""

    title: str
    lines: tuple[PermissionLine, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Roles across, permissions down."""

    roles: tuple[RoleColumn, ...]
    modules: tuple[ModuleLines, ...]


def matrix(*, on: date) -> Matrix:
    """The whole catalogue with how many people hold each role now; one query."""
    counted = (
        RoleAssignment.objects.valid_on(on)
        .filter(person__is_active=True)
        .values_list("role")
        .annotate(Count("person_id", distinct=True))
    )
    holders = dict(counted)
    roles = tuple(
        RoleColumn(
            code=role.code,
            name=str(role.name),
            description=str(role.description),
            holder_count=holders.get(role.code, 0),
            is_province_wide=role.code in PROVINCE_ROLES,
        )
        for role in CATALOGUE.values()
    )
    return Matrix(roles, tuple(_module(registered) for registered in modules_in_matrix()))


def _module(registered: ModuleGrants) -> ModuleLines:
    granted: set[StrEnum] = set(registered.to_everyone)
    for permissions in registered.grants.values():
        granted |= permissions
    known = [*registered.words, *sorted(granted - set(registered.words))]
    return ModuleLines(
        title=str(registered.title),
        lines=tuple(_line(registered, permission) for permission in known),
    )


def _line(registered: ModuleGrants, permission: StrEnum) -> PermissionLine:
    is_everyone = permission in registered.to_everyone
    return PermissionLine(
        words=str(registered.words.get(permission, permission)),
        held=tuple(
            is_everyone or permission in registered.grants.get(role, frozenset())
            for role in CATALOGUE
        ),
        is_everyone=is_everyone,
    )
