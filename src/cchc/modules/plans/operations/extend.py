"""Asking for more time and deciding on it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.events import DeadlineExtended, ExtensionAsked, ExtensionRefused
from cchc.modules.plans.models import DueChange, Extension, Occurrence
from cchc.modules.plans.operations.reaching import locked_occurrence, named_occurrence
from cchc.modules.plans.operations.reckoning import day_of, reckon, save
from cchc.modules.plans.operations.telling import (
    answering_for,
    deciders_of,
    tell_about,
)
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.rules.extension import (
    ExtensionNotAllowed,
    ExtensionProblem,
    check_asking,
    check_deciding,
    check_new_deadline,
)
from cchc.modules.plans.rules.kinds import DueChangeKind, ExtensionState
from cchc.modules.plans.rules.lifecycle import State
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import add_working_days, in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi


@transaction.atomic
def ask_extension(
    *, occurrence_id: int, wanted_on: date, reason: str, actor: Actor, now: datetime
) -> Extension:
    """Ask whoever assigned for a later deadline, before or after the present one.

    Raises NotVisible, AccessDenied or ExtensionNotAllowed.
    """
    occurrence = locked_occurrence(occurrence_id, actor)
    holder_id = occurrence.assignment.holder_id
    Rights(actor).require_ask_for_time(occurrence, holder_id=holder_id)
    today = in_vietnam(now).date()
    check_asking(
        state=State(occurrence.state),
        due_on=occurrence.due_on,
        wanted_on=wanted_on,
        reason=reason,
        today=today,
        has_pending=occurrence.has_pending_extension,
    )
    _check_above(occurrence, wanted_on)
    extension = Extension.objects.create(
        occurrence=occurrence,
        issuer_id=occurrence.issuer_id,
        state=ExtensionState.PENDING,
        reason=reason.strip(),
        due_on=_due_of(occurrence),
        wanted_on=wanted_on,
        was_late=today > _due_of(occurrence),
        asked_at=now,
        asked_by_id=actor.user_id,
    )
    occurrence.has_pending_extension = True
    occurrence.save(update_fields=["has_pending_extension"])
    _announce_asked(occurrence, extension, actor=actor, now=now)
    return extension


@transaction.atomic
def decide_extension(
    *,
    extension_id: int,
    is_granted: bool,
    granted_on: date | None = None,
    granted_days: int | None = None,
    reason: str = "",
    actor: Actor,
    now: datetime,
) -> Extension:
    """Grant more time or refuse it with the reason.

    Granted until the day asked for, another one, or `granted_days` working days after the present
    deadline by the agency's calendar.

    Raises NotVisible, AccessDenied or ExtensionNotAllowed.
    """
    asked = Extension.objects.filter(pk=extension_id).first()
    if asked is None:
        raise NotVisible
    occurrence = locked_occurrence(asked.occurrence_id, actor)
    Rights(actor).require_decide(occurrence, Permission.DECIDE_EXTENSION)
    extension = Extension.objects.select_for_update().get(pk=extension_id)
    is_pending = extension.state == ExtensionState.PENDING
    check_deciding(is_pending=is_pending, is_granted=is_granted, reason=reason)
    extension.decided_at = now
    extension.decided_by_id = actor.user_id
    extension.decision_reason = reason.strip()
    occurrence.has_pending_extension = False
    if is_granted:
        due_on = _due_of(occurrence)
        until = granted_on or extension.wanted_on
        if granted_days is not None:
            calendar = working_calendar(occurrence.agency_id)
            until = add_working_days(calendar, due_on, granted_days)
        _grant(occurrence, extension, until, actor=actor, now=now)
        if granted_days is not None:
            occurrence.days_given, occurrence.days_from = granted_days, due_on
            occurrence.save(update_fields=["days_given", "days_from"])
    else:
        _refuse(occurrence, extension, actor=actor, now=now)
    return extension


def _grant(
    occurrence: Occurrence,
    extension: Extension,
    granted_on: date,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    day = day_of(now)
    due_on = _due_of(occurrence)
    check_new_deadline(granted_on, due_on=due_on, today=day.today)
    _check_above(occurrence, granted_on)
    extension.state = ExtensionState.GRANTED
    extension.granted_on = granted_on
    extension.save()
    DueChange.objects.create(
        occurrence=occurrence,
        kind=DueChangeKind.EXTENDED,
        from_due_on=due_on,
        to_due_on=granted_on,
        extension=extension,
        reason=extension.reason[:500],
        at=now,
        by_id=actor.user_id,
    )
    occurrence.due_on = granted_on
    occurrence.days_given = occurrence.days_from = None
    occurrence.extension_count += 1
    reckon(occurrence, day)
    save(
        occurrence, "due_on", "days_given", "days_from", "extension_count", "has_pending_extension"
    )
    _announce_granted(occurrence, extension, due_on, granted_on, actor=actor, now=now)


def _announce_granted(
    occurrence: Occurrence,
    extension: Extension,
    from_due_on: date,
    to_due_on: date,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    event = DeadlineExtended(
        **named_occurrence(occurrence),
        extension_id=extension.pk,
        from_due_on=from_due_on,
        to_due_on=to_due_on,
    )
    announce(event, actor=actor, at=now)
    title = f"Đề nghị gia hạn được đồng ý: hạn mới {date_vi(to_due_on)}"
    _tell_the_agency(occurrence, extension, title, now=now)


def _refuse(occurrence: Occurrence, extension: Extension, *, actor: Actor, now: datetime) -> None:
    extension.state = ExtensionState.REFUSED
    extension.save()
    occurrence.save(update_fields=["has_pending_extension"])
    named = named_occurrence(occurrence)
    event = ExtensionRefused(
        **named, extension_id=extension.pk, reason=extension.decision_reason[:300]
    )
    announce(event, actor=actor, at=now)
    _tell_the_agency(occurrence, extension, "Đề nghị gia hạn không được đồng ý", now=now)


def _check_above(occurrence: Occurrence, wanted_on: date) -> None:
    """A part never takes longer than the work it is a part of: that one asks first."""
    above = occurrence.task.part_of
    if above is not None and above.due_on is not None and wanted_on > above.due_on:
        raise ExtensionNotAllowed(ExtensionProblem.AFTER_THE_WORK_ABOVE)


def _due_of(occurrence: Occurrence) -> date:
    if occurrence.due_on is None:
        raise ExtensionNotAllowed(ExtensionProblem.NO_DEADLINE)
    return occurrence.due_on


def _announce_asked(
    occurrence: Occurrence, extension: Extension, *, actor: Actor, now: datetime
) -> None:
    named = named_occurrence(occurrence)
    event = ExtensionAsked(
        **named,
        extension_id=extension.pk,
        wanted_on=extension.wanted_on,
        reason=extension.reason[:300],
    )
    announce(event, actor=actor, at=now)
    title = f"{named['agency_name']} xin gia hạn đến {date_vi(extension.wanted_on)}"
    deciders = deciders_of(occurrence, now)
    tell_about(occurrence, deciders, topic="plans.extension.to_decide", title=title, now=now)


def _tell_the_agency(
    occurrence: Occurrence, extension: Extension, title: str, *, now: datetime
) -> None:
    people = {extension.asked_by_id, *answering_for([occurrence.agency_id], now)}
    tell_about(occurrence, people, topic="plans.extension.decided", title=title, now=now)
