"""The list of rooms with what they are taken for, and who keeps which calendar."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from cchc.modules.meetings.models import Room, RoomBooking, WorkCalendar
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named, agency_name, hours_vi
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.queries.pages.week import RoomRow, RoomsPage
from cchc.modules.organisation.public import living_agencies
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.writing import date_vi

_SHOWN = 5


def rooms_page(*, actor: Actor, now: datetime) -> RoomsPage:
    """Every room with its next bookings (hours only: what they are for is the calendar's)."""
    rooms = list(Room.objects.order_by("agency__precedence", "name"))
    names = agencies_named(room.agency_id for room in rooms)
    bookings = _bookings(rooms, now)
    return RoomsPage(
        rooms=[
            RoomRow(
                id=room.pk,
                name=room.name,
                agency_name=agency_name(names, room.agency_id),
                place=room.place,
                seat_count=room.seat_count,
                equipment=room.equipment,
                is_open=room.is_open,
                bookings=bookings[room.pk][:_SHOWN],
                may_change=actor.may(Permission.SET_UP, agency_id=room.agency_id),
            )
            for room in rooms
        ],
        keepers=_keepers(),
        may_set_up=actor.may_somewhere(Permission.SET_UP),
    )


def room_to_change(*, room_id: int, actor: Actor) -> dict[str, object]:
    """What the list says of a room that the actor may change. Raises NotVisible, AccessDenied."""
    room = Room.objects.filter(pk=room_id).first()
    if room is None:
        raise NotVisible
    actor.require(Permission.SET_UP, agency_id=room.agency_id)
    names = ("agency_id", "name", "place", "seat_count", "equipment", "is_open")
    return {name: getattr(room, name) for name in names}


def agencies_to_set_up(actor: Actor, now: datetime) -> list[Choice]:
    """The agencies whose rooms and calendars the actor may set up."""
    scope = actor.scope_of(Permission.SET_UP)
    living = living_agencies(in_vietnam(now).date())
    return [Choice(str(card.id), card.name) for card in living if card.id in scope]


def _bookings(rooms: list[Room], now: datetime) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    ahead = RoomBooking.objects.filter(room__in=rooms, ends_at__gt=now).order_by("starts_at")[:400]
    for one in ahead:
        day = date_vi(in_vietnam(one.starts_at).date())
        found[one.room_id].append(f"{day}, {hours_vi(one.starts_at, one.ends_at)}")
    return found


def _keepers() -> list[tuple[str, str]]:
    calendars = list(WorkCalendar.objects.order_by("agency__precedence"))
    names = agencies_named([pk for c in calendars for pk in (c.agency_id, c.keeper_id)])
    return [(agency_name(names, c.agency_id), agency_name(names, c.keeper_id)) for c in calendars]
