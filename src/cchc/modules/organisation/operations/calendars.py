"""Working time: days that differ from the rule, and the hours of the week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from cchc.modules.organisation.events import HoursSet, SpecialDayRemoved, SpecialDaySet
from cchc.modules.organisation.labels.agencies import PROVINCE, SPECIAL_DAYS, WEEKDAYS
from cchc.modules.organisation.models import Agency, AgencyHours, SpecialDay
from cchc.modules.organisation.operations.writing_structure import take_turns
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.hours import Opening, check_week, same_hours
from cchc.modules.organisation.rules.kinds import SpecialDayKind
from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze

ONE_DAY = timedelta(days=1)
LONGEST_CLOSURE = 62


@transaction.atomic
def set_special_days(
    *,
    first: date,
    last: date | None = None,
    kind: SpecialDayKind,
    reason: str,
    act: str = "",
    agency_id: int | None = None,
    actor: Actor,
    now: datetime,
) -> list[SpecialDay]:
    """Let days differ from the rule, for one agency and what belongs to it or for the province.

    Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    agency = _load_place(agency_id, actor=actor)
    days = _days(first, last or first)
    reason = squeeze(reason)
    if not reason:
        raise StructureRefused(StructureWhyNot.REASON_EMPTY)
    taken = SpecialDay.objects.filter(agency=agency, on__in=days).order_by("on")
    if taken:
        names = tuple(f"{entry.on:%d/%m/%Y}" for entry in taken)
        raise StructureRefused(StructureWhyNot.DAY_ALREADY_SPECIAL, names)
    written = []
    for on in days:
        day = SpecialDay.objects.create(on=on, kind=kind, agency=agency, reason=reason, act=act)
        written.append(day)
        _announce_day(day, actor=actor, now=now)
    return written


@transaction.atomic
def remove_special_day(*, special_day_id: int, actor: Actor, now: datetime) -> None:
    """Let a day follow the rule again. Raises NotVisible or AccessDenied."""
    take_turns()
    day = SpecialDay.objects.select_related("agency").filter(pk=special_day_id).first()
    if day is None:
        raise NotVisible
    actor.require(Permission.MANAGE_CALENDAR, agency_id=day.agency_id)
    day.delete()
    event = SpecialDayRemoved(
        agency_id=day.agency_id,
        place=_place(day.agency),
        on=day.on,
        kind=day.kind,
        kind_name=SPECIAL_DAYS[SpecialDayKind(day.kind)],
    )
    announce(event, actor=actor, at=now)


@transaction.atomic
def set_hours(
    *,
    week: Mapping[int, Iterable[Opening]],
    effective_from: date,
    agency_id: int | None = None,
    actor: Actor,
    now: datetime,
) -> None:
    """Set the hours of the week from a day on, for one agency and what belongs to it or for all.

    What held before ends on the day before. An empty week lets the agency keep the hours of what is
    above it. Raises NotVisible, AccessDenied or StructureRefused.
    """
    take_turns()
    agency = _load_place(agency_id, actor=actor)
    openings = check_week(week, may_be_empty=agency is not None)
    present = AgencyHours.objects.filter(agency=agency)
    if present.exists() and effective_from < now.date():
        raise StructureRefused(StructureWhyNot.HOURS_IN_THE_PAST)
    present.filter(effective_from__gte=effective_from).delete()
    still = present.exclude(effective_to__lt=effective_from)
    still.update(effective_to=effective_from - ONE_DAY)
    AgencyHours.objects.bulk_create(
        AgencyHours(
            agency=agency,
            weekday=opening.weekday,
            opens=opening.opens,
            closes=opening.closes,
            effective_from=effective_from,
        )
        for opening in openings
    )
    event = HoursSet(
        agency_id=agency_id,
        place=_place(agency),
        on=effective_from,
        hours="; ".join(f"{WEEKDAYS[first]}{rest}" for first, rest in same_hours(openings))
        or "theo cơ quan cấp trên",
    )
    announce(event, actor=actor, at=now)


def _load_place(agency_id: int | None, *, actor: Actor) -> Agency | None:
    agency = None if agency_id is None else Agency.objects.get_visible(actor, pk=agency_id)
    actor.require(Permission.MANAGE_CALENDAR, agency_id=agency_id)
    return agency


def _place(agency: Agency | None) -> str:
    return agency.name if agency else PROVINCE


def _days(first: date, last: date) -> list[date]:
    count = (last - first).days + 1
    if not 1 <= count <= LONGEST_CLOSURE:
        raise StructureRefused(StructureWhyNot.DAYS_BACKWARDS)
    return [first + timedelta(days=offset) for offset in range(count)]


def _announce_day(day: SpecialDay, *, actor: Actor, now: datetime) -> None:
    event = SpecialDaySet(
        agency_id=day.agency_id,
        place=_place(day.agency),
        on=day.on,
        kind=day.kind,
        kind_name=SPECIAL_DAYS[SpecialDayKind(day.kind)],
        reason=day.reason,
        act=day.act,
    )
    announce(event, actor=actor, at=now)
