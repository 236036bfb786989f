"""Saying who is told when: a ladder is never changed, a new version takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction

from cchc.modules.urging.events import DigestHourSet, LadderEnded, LadderSet
from cchc.modules.urging.models import DigestHour, Ladder, LadderStep
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.ladders import kind_of
from cchc.modules.urging.rules.choosing import Kind
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS, NAME
from cchc.modules.urging.rules.hours import check_hour
from cchc.modules.urging.rules.ladder import (
    LadderRefused,
    LadderWhyNot,
    Step,
    check_steps,
    in_order,
)
from cchc.platform.access import SYSTEM, Actor, NotVisible
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import fold, squeeze

_SINCE = date(2000, 1, 1)
"""The default ladder holds for all that came before anybody set one."""


@transaction.atomic
def set_ladder(
    *,
    name: str,
    plan_kind: str = "",
    document_kind: str = "",
    obligation: str = "",
    area_code: str = "",
    steps: Sequence[Step],
    effective_from: date,
    actor: Actor,
    now: datetime,
) -> Ladder:
    """Set a ladder for a kind of work that has none of its own yet.

    Raises AccessDenied or LadderRefused.
    """
    actor.require(Permission.MANAGE_LADDERS, agency_id=None)
    _lock()
    _check_day(effective_from, now)
    ladder = Ladder(
        name=squeeze(name),
        plan_kind=plan_kind,
        document_kind=squeeze(document_kind),
        document_kind_folded=fold(document_kind),
        obligation=obligation,
        area_code=area_code,
        effective_from=effective_from,
    )
    kind = kind_of(ladder)
    if any(kind_of(other) == kind for other in Ladder.objects.not_over_on(effective_from)):
        raise LadderRefused(LadderWhyNot.SAME_WORK_TWICE)
    return _save(ladder, steps, actor=actor, now=now)


@transaction.atomic
def change_ladder(
    *,
    ladder_id: int,
    name: str,
    steps: Sequence[Step],
    effective_from: date,
    actor: Actor,
    now: datetime,
) -> Ladder:
    """Let new steps hold from a day on; what was told before stays as it was told.

    Raises NotVisible, AccessDenied or LadderRefused.
    """
    actor.require(Permission.MANAGE_LADDERS, agency_id=None)
    present = _locked(ladder_id)
    _check_day(effective_from, now)
    if present.effective_to is not None or Ladder.objects.filter(replaces=present).exists():
        raise LadderRefused(LadderWhyNot.ENDED)
    if effective_from <= present.effective_from:
        raise LadderRefused(LadderWhyNot.BEGINS_TOO_EARLY)
    present.effective_to = effective_from - timedelta(days=1)
    present.save(update_fields=["effective_to"])
    following = Ladder(
        name=squeeze(name),
        plan_kind=present.plan_kind,
        document_kind=present.document_kind,
        document_kind_folded=present.document_kind_folded,
        obligation=present.obligation,
        area_code=present.area_code,
        effective_from=effective_from,
        replaces=present,
    )
    return _save(following, steps, actor=actor, now=now)


@transaction.atomic
def end_ladder(*, ladder_id: int, actor: Actor, now: datetime) -> Ladder:
    """Use a ladder no longer after today: its work goes by the next ladder that covers it.

    Raises NotVisible, AccessDenied, or LadderRefused for the default and for what has ended.
    """
    actor.require(Permission.MANAGE_LADDERS, agency_id=None)
    ladder = _locked(ladder_id)
    today = in_vietnam(now).date()
    if kind_of(ladder) == Kind():
        raise LadderRefused(LadderWhyNot.DEFAULT_STAYS)
    if ladder.effective_to is not None:
        raise LadderRefused(LadderWhyNot.ENDED)
    ladder.effective_to = max(today, ladder.effective_from)
    ladder.save(update_fields=["effective_to"])
    event = LadderEnded(ladder_id=ladder.pk, ladder_name=ladder.name, on=ladder.effective_to)
    announce(event, actor=actor, at=now)
    return ladder


@transaction.atomic
def set_digest_hour(*, sends_at: time, actor: Actor, now: datetime) -> DigestHour:
    """Let digests leave at this time from tomorrow on. Raises AccessDenied or HourRefused."""
    actor.require(Permission.MANAGE_LADDERS, agency_id=None)
    check_hour(sends_at)
    tomorrow = in_vietnam(now).date() + timedelta(days=1)
    row, _made = DigestHour.objects.update_or_create(
        effective_from=tomorrow,
        defaults={"sends_at": sends_at, "set_at": now, "set_by_id": actor.user_id},
    )
    event = DigestHourSet(sends_at=f"{sends_at:%H:%M}", effective_from=tomorrow)
    announce(event, actor=actor, at=now)
    return row


@transaction.atomic
def ensure_default(*, now: datetime) -> None:
    """See that there is a ladder for any work whatever; harmless when there is."""
    if not Ladder.objects.exists():
        _save(Ladder(name=NAME, effective_from=_SINCE), DEFAULT_STEPS, actor=SYSTEM, now=now)


def _check_day(effective_from: date, now: datetime) -> None:
    if effective_from < in_vietnam(now).date():
        raise LadderRefused(LadderWhyNot.BEGINS_TOO_EARLY)


def _lock() -> None:
    """Let changes of ladders wait for one another."""
    list(Ladder.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


def _locked(ladder_id: int) -> Ladder:
    _lock()
    found = Ladder.objects.filter(pk=ladder_id).first()
    if found is None:
        raise NotVisible
    return found


def _save(ladder: Ladder, steps: Sequence[Step], *, actor: Actor, now: datetime) -> Ladder:
    if not ladder.name:
        raise LadderRefused(LadderWhyNot.NO_NAME)
    check_steps(steps)
    ladder.made_at, ladder.made_by_id = now, actor.user_id
    ladder.save()
    LadderStep.objects.bulk_create(
        LadderStep(
            ladder=ladder,
            number=number,
            offset=step.offset,
            every=step.every,
            audience=step.audience,
            channels=list(step.channels),
            answer_within=step.answer_within,
        )
        for number, step in enumerate(in_order(steps), start=1)
    )
    event = LadderSet(
        ladder_id=ladder.pk,
        ladder_name=ladder.name,
        effective_from=ladder.effective_from,
        replaces_id=ladder.replaces_id,
    )
    announce(event, actor=actor, at=now)
    return ladder
