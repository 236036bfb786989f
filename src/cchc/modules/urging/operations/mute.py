"""Stopping the urging of a part, an agency or a person for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards, person_cards
from cchc.modules.plans.public import part_to_urge
from cchc.modules.urging.events import UrgingMuted, UrgingUnmuted
from cchc.modules.urging.models import Mute
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.rules.kinds import MuteTarget
from cchc.modules.urging.rules.muting import MuteRefused, MuteWhyNot, check_mute
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze


@dataclass(frozen=True, slots=True)
class Target:
    """What is not urged: one part (an assignment), the work of an agency, or a person."""

    kind: MuteTarget
    id: int


@dataclass(frozen=True, slots=True)
class Named:
    """A target in words, with the agency whose right decides and the task whose page shows it."""

    words: str
    agency_id: int | None
    task_id: int | None = None


@transaction.atomic
def mute(*, target: Target, reason: str, ends_on: date, actor: Actor, now: datetime) -> Mute:
    """Stop urging until this day, itself included; it goes on by itself afterwards.

    Of a person only the telling stops: the word goes to the next in line. Raises NotVisible,
    AccessDenied or MuteRefused.
    """
    today = in_vietnam(now).date()
    named = named_target(target, actor=actor, today=today)
    actor.require(Permission.MUTE, agency_id=named.agency_id)
    same = Mute.objects.select_for_update().in_force_on(today).filter(**_fields(target))
    check_mute(reason=reason, ends_on=ends_on, today=today, is_muted=bool(same))
    row = Mute.objects.create(
        **_fields(target),
        reason=squeeze(reason),
        starts_on=today,
        ends_on=ends_on,
        muted_by_id=actor.user_id,
        muted_at=now,
    )
    event = UrgingMuted(
        mute_id=row.pk,
        target=named.words,
        task_id=named.task_id,
        agency_id=target.id if target.kind is MuteTarget.AGENCY else None,
        ends_on=ends_on,
        reason=row.reason,
    )
    announce(event, actor=actor, at=now)
    return row


@transaction.atomic
def lift_mute(*, mute_id: int, actor: Actor, now: datetime) -> Mute:
    """Let urging go on before the end. Raises NotVisible, AccessDenied or MuteRefused."""
    row = Mute.objects.select_for_update().filter(pk=mute_id).first()
    if row is None:
        raise NotVisible
    target = target_of(row)
    today = in_vietnam(now).date()
    named = named_target(target, actor=actor, today=today)
    actor.require(Permission.MUTE, agency_id=named.agency_id)
    if row.lifted_at is not None or row.ends_on < today:
        raise MuteRefused(MuteWhyNot.OVER)
    row.lifted_at, row.lifted_by_id = now, actor.user_id
    row.save(update_fields=["lifted_at", "lifted_by_id"])
    event = UrgingUnmuted(
        mute_id=row.pk,
        target=named.words,
        task_id=named.task_id,
        agency_id=target.id if target.kind is MuteTarget.AGENCY else None,
    )
    announce(event, actor=actor, at=now)
    return row


def named_target(target: Target, *, actor: Actor, today: date) -> Named:
    """What is meant, in words. Raises NotVisible for what there is not or may not be known."""
    if target.kind is MuteTarget.ASSIGNMENT:
        part = part_to_urge(target.id, actor=actor)
        words = _("{task} của {agency}").format(
            task=f"{part.code} {part.content}".strip()[:200], agency=part.agency_name
        )
        return Named(str(words), part.agency_id, part.task_id)
    if target.kind is MuteTarget.AGENCY:
        card = agency_cards([target.id], today).get(target.id)
        if card is None:
            raise NotVisible
        return Named(card.name, card.id)
    person = person_cards([target.id], today).get(target.id)
    if person is None:
        raise NotVisible
    return Named(person.full_name, person.agency_id)


def target_of(row: Mute) -> Target:
    """What a mute is about."""
    if row.assignment_id is not None:
        return Target(MuteTarget.ASSIGNMENT, row.assignment_id)
    if row.agency_id is not None:
        return Target(MuteTarget.AGENCY, row.agency_id)
    return Target(MuteTarget.PERSON, row.person_id or 0)


def _fields(target: Target) -> dict[str, int]:
    names = {
        MuteTarget.ASSIGNMENT: "assignment_id",
        MuteTarget.AGENCY: "agency_id",
        MuteTarget.PERSON: "person_id",
    }
    return {names[target.kind]: target.id}
