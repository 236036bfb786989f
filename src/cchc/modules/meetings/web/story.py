"""The trail of a thing as its timeline."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.modules.meetings.queries.pages.shared import TrailItem
from cchc.ui.parts import TimelineEntry


def events_of(trail: Sequence[TrailItem]) -> list[TimelineEntry]:
    """A trail as the timeline shows it, the last first."""
    return [
        TimelineEntry(text=item.text, at=item.at, who=item.actor_name, is_latest=number == 0)
        for number, item in enumerate(trail)
    ]
