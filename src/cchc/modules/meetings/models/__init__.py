"""The tables of meetings: calendars and their rooms, meetings, feed addresses."""

from cchc.modules.meetings.models.calendar import (
    Entry,
    EntryLeader,
    WeekVersion,
    WorkWeek,
)
from cchc.modules.meetings.models.feed import FeedKey
from cchc.modules.meetings.models.meeting import (
    AgendaPoint,
    Conclusion,
    Invitation,
    Meeting,
    Paper,
)
from cchc.modules.meetings.models.room import Room, RoomBooking, WorkCalendar

__all__ = [
    "AgendaPoint",
    "Conclusion",
    "Entry",
    "EntryLeader",
    "FeedKey",
    "Invitation",
    "Meeting",
    "Paper",
    "Room",
    "RoomBooking",
    "WeekVersion",
    "WorkCalendar",
    "WorkWeek",
]
