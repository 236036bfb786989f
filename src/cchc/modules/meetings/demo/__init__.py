"""The meetings' part of the demo: three weeks of the leaders, rooms, a meeting at each stage."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.meetings.demo.cast import Cast
from cchc.modules.meetings.demo.stages import hold_meetings
from cchc.modules.meetings.demo.weeks import make_rooms, make_weeks
from cchc.modules.meetings.models import Meeting
from cchc.modules.organisation.public import one_state_throughout


def build(now: datetime | None = None) -> None:
    """Build rooms, weeks and meetings; nothing happens when there is a meeting."""
    if Meeting.objects.exists():
        return
    with one_state_throughout():
        cast = Cast()
        rooms = make_rooms(cast)
        make_weeks(cast, rooms)
        hold_meetings(cast, rooms)
