"""Taking rooms firmly, and setting them free."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from cchc.modules.meetings.models import Room, RoomBooking
from cchc.modules.meetings.rules.conflicts import Span
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem


def take_room(*, room_id: int | None, span: Span, occasion: str, title: str) -> None:
    """Book the room for an occasion in place of what it had; no room frees the earlier one.

    Raises MeetingRefused when the room is taken: the database decides between two at once.
    """
    free_room(occasion)
    if room_id is None:
        return
    try:
        with transaction.atomic():
            RoomBooking.objects.create(
                room_id=room_id,
                starts_at=span.starts_at,
                ends_at=span.ends_at,
                occasion=occasion,
                title=title[:300],
            )
    except IntegrityError as error:
        if "room_booked_once_at_a_time" in str(error):
            raise MeetingRefused(Problem.ROOM_TAKEN) from error
        raise


def free_room(occasion: str) -> None:
    """Give back the room of an occasion, if it has one."""
    RoomBooking.objects.filter(occasion=occasion).delete()


def checked_room(room_id: int | None) -> int | None:
    """The room when it can be booked. Raises MeetingRefused."""
    if room_id is None:
        return None
    room = Room.objects.filter(pk=room_id).first()
    if room is None:
        raise MeetingRefused(Problem.UNKNOWN_ROOM)
    if not room.is_open:
        raise MeetingRefused(Problem.ROOM_CLOSED)
    return room_id
