"""Bringing people in from a table: a dry run that names every wrong cell, then all or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cchc.modules.organisation.labels.people import POSTS
from cchc.modules.organisation.models import Agency, Person
from cchc.modules.organisation.operations.people import Details, FirstPost
from cchc.modules.organisation.operations.people_in_bulk import (
    NewPerson,
    RoleToGive,
    bring_in,
)
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.roles import CATALOGUE, permission_to_give
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.modules.organisation.rules.names import is_username
from cchc.modules.organisation.rules.people_table import (
    Column,
    RawRow,
    RowError,
    RowWhyNot,
    missing_cells,
    read_day,
    twice,
)
from cchc.modules.organisation.rules.reach import AGENCY_ROLES, USUAL_ROLE, Gift, weight_of
from cchc.platform.access import Actor
from cchc.platform.text.folding import fold


@dataclass(frozen=True, slots=True)
class Examined:
    """What a table would bring: the people of its sound rows, and what is wrong with the others."""

    people: tuple[NewPerson, ...]
    errors: tuple[RowError, ...]


def examine_people(*, rows: Sequence[RawRow], actor: Actor, now: datetime) -> Examined:
    """The dry run: writes nothing."""
    reader = _Reader(actor, now.date())
    read = [reader.read(row) for row in rows]
    errors = [error for _, found in read for error in found]
    errors += [*twice(rows, Column.USERNAME), *twice(rows, Column.EMAIL), *_taken(rows)]
    errors.sort(key=lambda error: (error.line, list(Column).index(error.column)))
    bad = {error.line for error in errors}
    sound = [person for row, (person, _) in zip(rows, read, strict=True) if row.line not in bad]
    return Examined(tuple(p for p in sound if p is not None), tuple(errors))


def import_people(
    *, rows: Sequence[RawRow], source: str, password: str, actor: Actor, now: datetime
) -> list[Person]:
    """Bring in everybody in the table; nobody when one row is wrong.

    Raises ImportRefused with the errors of the dry run, AccessDenied or PersonRefused.
    """
    examined = examine_people(rows=rows, actor=actor, now=now)
    if examined.errors:
        raise ImportRefused(examined.errors)
    return bring_in(people=examined.people, source=source, password=password, actor=actor, now=now)


class ImportRefused(Exception):
    """The table has wrong cells, so nobody was brought in."""

    def __init__(self, errors: tuple[RowError, ...]) -> None:
        super().__init__(f"{len(errors)} wrong cells")
        self.errors = errors


class _Reader:
    """Understands rows against the agencies, posts and roles of a day."""

    def __init__(self, actor: Actor, on: date) -> None:
        self.actor, self.on = actor, on
        self.by_name: dict[str, set[int]] = defaultdict(set)
        self.parent: dict[int, int | None] = {}
        rows = Agency.objects.living_on(on).values_list(
            "id", "name", "short_name", "code", "parent_id"
        )
        for agency_id, name, short_name, code, parent_id in rows:
            self.parent[agency_id] = parent_id
            for word in {fold(name), fold(short_name), fold(code)} - {""}:
                self.by_name[word].add(agency_id)
        self.posts = {fold(str(words)): kind for kind, words in POSTS.items()}
        self.roles = {fold(str(CATALOGUE[role].name)): role for role in AGENCY_ROLES}

    def read(self, row: RawRow) -> tuple[NewPerson | None, list[RowError]]:
        """The person of a row, or what is wrong with it."""
        errors = missing_cells(row)
        agency = self._agency(row, errors)
        place = self._division(row, agency, errors)
        kind = self._post(row, errors)
        role = self._role(row, kind, errors)
        since = self._since(row, errors)
        self._check_rights(row, place, agency, role, errors)
        if errors or agency is None or place is None or kind is None or since is None:
            return None, errors
        title = row.text(Column.TITLE) or str(POSTS[kind])
        post = FirstPost(agency_id=place, kind=kind, title=title, held_from=since)
        below = role is not None and weight_of(role) is Gift.KEY
        roles = (RoleToGive(role, agency, with_sub_agencies=below),) if role else ()
        return NewPerson(_details(row), post, roles), errors

    def _agency(self, row: RawRow, errors: list[RowError]) -> int | None:
        text = row.text(Column.AGENCY)
        if not text:
            return None
        found = self.by_name.get(fold(text), set())
        if len(found) == 1:
            return next(iter(found))
        why = RowWhyNot.AGENCY_AMBIGUOUS if found else RowWhyNot.AGENCY_UNKNOWN
        errors.append(RowError(row.line, Column.AGENCY, why, text))
        return None

    def _division(self, row: RawRow, agency: int | None, errors: list[RowError]) -> int | None:
        text = row.text(Column.DIVISION)
        if not text or agency is None:
            return agency
        for candidate in self.by_name.get(fold(text), set()):
            if self.parent[candidate] == agency:
                return candidate
        errors.append(RowError(row.line, Column.DIVISION, RowWhyNot.DIVISION_UNKNOWN, text))
        return None

    def _post(self, row: RawRow, errors: list[RowError]) -> PostKind | None:
        text = row.text(Column.POST)
        kind = self.posts.get(fold(text)) if text else PostKind.OFFICER
        if kind is None:
            errors.append(RowError(row.line, Column.POST, RowWhyNot.POST_UNKNOWN, text))
        return kind

    def _role(self, row: RawRow, kind: PostKind | None, errors: list[RowError]) -> RoleCode | None:
        text = row.text(Column.ROLE)
        if not text:
            return USUAL_ROLE[kind] if kind else None
        role = self.roles.get(fold(text))
        if role is None:
            errors.append(RowError(row.line, Column.ROLE, RowWhyNot.ROLE_UNKNOWN, text))
        return role

    def _since(self, row: RawRow, errors: list[RowError]) -> date | None:
        text = row.text(Column.SINCE)
        day = read_day(text) if text else self.on
        if day is None:
            errors.append(RowError(row.line, Column.SINCE, RowWhyNot.DATE_UNREADABLE, text))
        username = row.text(Column.USERNAME).lower()
        if username and not is_username(username):
            errors.append(RowError(row.line, Column.USERNAME, RowWhyNot.USERNAME_UNFIT, username))
        return day

    def _check_rights(
        self,
        row: RawRow,
        place: int | None,
        agency: int | None,
        role: RoleCode | None,
        errors: list[RowError],
    ) -> None:
        if place is not None and not self.actor.may(Permission.MANAGE_PEOPLE, agency_id=place):
            errors.append(RowError(row.line, Column.AGENCY, RowWhyNot.NOT_ALLOWED))
        if role and agency and not self.actor.may(permission_to_give(role), agency_id=agency):
            errors.append(RowError(row.line, Column.ROLE, RowWhyNot.NOT_ALLOWED))


def _details(row: RawRow) -> Details:
    return Details(
        full_name=row.text(Column.FULL_NAME),
        username=row.text(Column.USERNAME),
        email=row.text(Column.EMAIL),
        phone=row.text(Column.PHONE),
    )


def _taken(rows: Sequence[RawRow]) -> list[RowError]:
    """Cells whose user name or e-mail belongs to somebody already."""
    errors = []
    for column, field in ((Column.USERNAME, "username"), (Column.EMAIL, "email")):
        wanted = {row.text(column).lower() for row in rows} - {""}
        found = Person.objects.filter(**{f"{field}__in": wanted})
        taken = {value.lower() for value in found.values_list(field, flat=True)}
        errors += [
            RowError(row.line, column, RowWhyNot.TAKEN, row.text(column))
            for row in rows
            if row.text(column).lower() in taken
        ]
    return errors
