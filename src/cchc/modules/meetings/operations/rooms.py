"""The list of rooms, and who keeps whose calendar."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from cchc.modules.meetings.events import KeeperNamed, RoomKept
from cchc.modules.meetings.models import Room, WorkCalendar
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce


@transaction.atomic
def keep_room(
    *,
    room_id: int | None = None,
    agency_id: int,
    name: str,
    place: str = "",
    seat_count: int = 0,
    equipment: str = "",
    is_open: bool = True,
    actor: Actor,
    now: datetime,
) -> Room:
    """Enter a room in the list, or change what the list says of it.

    Raises NotVisible, AccessDenied or MeetingRefused.
    """
    room = Room(agency_id=agency_id)
    if room_id is not None:
        found = Room.objects.select_for_update().filter(pk=room_id).first()
        if found is None:
            raise NotVisible
        room = found
        actor.require(Permission.SET_UP, agency_id=room.agency_id)
    actor.require(Permission.SET_UP, agency_id=agency_id)
    room.agency_id = agency_id
    room.name, room.place = name.strip()[:120], place.strip()[:250]
    room.seat_count, room.equipment, room.is_open = seat_count, equipment.strip()[:250], is_open
    try:
        with transaction.atomic():
            room.save()
    except IntegrityError as error:
        if "room_name_once" in str(error):
            raise MeetingRefused(Problem.NAME_TAKEN) from error
        raise
    announce(RoomKept(room_id=room.pk, room_name=room.name), actor=actor, at=now)
    return room


@transaction.atomic
def name_keeper(*, agency_id: int, keeper_id: int, actor: Actor, now: datetime) -> WorkCalendar:
    """Say which agency keeps the calendar of another one's leaders.

    Raises AccessDenied or MeetingRefused.
    """
    actor.require(Permission.SET_UP, agency_id=agency_id)
    cards = agencies_named([agency_id, keeper_id])
    if not {agency_id, keeper_id} <= set(cards):
        raise MeetingRefused(Problem.UNKNOWN_AGENCY)
    calendar, _made = WorkCalendar.objects.select_for_update().update_or_create(
        agency_id=agency_id, defaults={"keeper_id": keeper_id}
    )
    event = KeeperNamed(
        agency_id=agency_id,
        agency_name=cards[agency_id].name,
        keeper_id=keeper_id,
        keeper_name=cards[keeper_id].name,
    )
    announce(event, actor=actor, at=now)
    return calendar


def calendar_of(agency_id: int) -> WorkCalendar:
    """The calendar of an agency's leaders; begun, kept by the agency itself, when there is none."""
    calendar, _made = WorkCalendar.objects.get_or_create(
        agency_id=agency_id, defaults={"keeper_id": agency_id}
    )
    return calendar
