"""What pages show, as frozen data."""

from cchc.modules.meetings.queries.pages.calendar import (
    CalendarPage,
    DayList,
    FeedPage,
)
from cchc.modules.meetings.queries.pages.meeting import (
    ConclusionRow,
    InvitationRow,
    MeetingPage,
    MeetingRow,
    MeetingsPage,
    PaperRow,
    PointRow,
)
from cchc.modules.meetings.queries.pages.shared import Choice, TrailItem
from cchc.modules.meetings.queries.pages.week import (
    EntryPage,
    RoomRow,
    RoomsPage,
    VersionRow,
    WeekDay,
    WeekPage,
)

__all__ = [
    "CalendarPage",
    "Choice",
    "ConclusionRow",
    "DayList",
    "EntryPage",
    "FeedPage",
    "InvitationRow",
    "MeetingPage",
    "MeetingRow",
    "MeetingsPage",
    "PaperRow",
    "PointRow",
    "RoomRow",
    "RoomsPage",
    "TrailItem",
    "VersionRow",
    "WeekDay",
    "WeekPage",
]
