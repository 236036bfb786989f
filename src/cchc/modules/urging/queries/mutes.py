"""What is not urged now, and what was not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.public import agency_cards, person_cards
from cchc.modules.plans.public import part_lines
from cchc.modules.urging.labels import MUTE_TARGETS
from cchc.modules.urging.models import Mute
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.rules.kinds import MuteTarget
from cchc.platform.access import Actor

_PAST = 100


@dataclass(frozen=True, slots=True)
class MuteRow:
    """One mute as pages show it."""

    id: int
    kind: str
    target: str
    url: str
    agency_id: int | None
    reason: str
    starts_on: date
    ends_on: date
    muted_by: str
    was_lifted: bool
    may_lift: bool


@dataclass(frozen=True, slots=True)
class MutesPage:
    """Tạm ngừng nhắc: what is silent now, and what was."""

    current: tuple[MuteRow, ...]
    past: tuple[MuteRow, ...]
    may_mute: bool


def mutes_page(*, actor: Actor, today: date) -> MutesPage:
    """The mutes of the agencies where the actor may see urging. Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    current = Mute.objects.in_force_on(today).order_by("ends_on", "pk")
    past = Mute.objects.exclude(pk__in=current).order_by("-ends_on", "-pk")[:_PAST]
    return MutesPage(
        current=_seen(mute_rows(current, actor=actor, today=today), actor),
        past=_seen(mute_rows(past, actor=actor, today=today), actor),
        may_mute=actor.may_somewhere(Permission.MUTE),
    )


def mute_rows(mutes: Iterable[Mute], *, actor: Actor, today: date) -> tuple[MuteRow, ...]:
    """Mutes with names put to the numbers."""
    found = list(mutes)
    parts = part_lines({one.assignment_id for one in found if one.assignment_id})
    agencies = agency_cards({one.agency_id for one in found if one.agency_id}, today)
    people = person_cards(
        {pk for one in found for pk in (one.person_id, one.muted_by_id) if pk}, today
    )
    rows = []
    for one in found:
        kind, target, url, agency_id = MuteTarget.PERSON, "", "", None
        if one.assignment_id is not None:
            part = parts[one.assignment_id]
            kind, agency_id, url = MuteTarget.ASSIGNMENT, part.agency_id, part.url
            target = f"{part.code} {part.content} – {part.agency_name}".strip()
        elif one.agency_id is not None:
            card = agencies[one.agency_id]
            kind, target, agency_id = MuteTarget.AGENCY, card.name, card.id
        elif one.person_id in people:
            person = people[one.person_id]
            target, agency_id = person.full_name, person.agency_id
        muted_by = people.get(one.muted_by_id or 0)
        is_over = one.lifted_at is not None or one.ends_on < today
        rows.append(
            MuteRow(
                id=one.pk,
                kind=str(MUTE_TARGETS[kind]),
                target=target,
                url=url,
                agency_id=agency_id,
                reason=one.reason,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                muted_by=muted_by.full_name if muted_by else "",
                was_lifted=one.lifted_at is not None,
                may_lift=not is_over and actor.may(Permission.MUTE, agency_id=agency_id),
            )
        )
    return tuple(rows)


def _seen(rows: tuple[MuteRow, ...], actor: Actor) -> tuple[MuteRow, ...]:
    scope = actor.scope_of(Permission.VIEW)
    return tuple(row for row in rows if row.agency_id in scope)
