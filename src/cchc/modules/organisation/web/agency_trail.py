"""What happened to a thing, from the trail, for the timeline of its page."""

from __future__ import annotations

from cchc.platform.audit.reading import trail_of
from cchc.ui.parts import TimelineEntry


def entries_about(about: str) -> list[TimelineEntry]:
    """The latest events about a thing, newest first."""
    lines = trail_of(about, limit=30)
    return [
        TimelineEntry(
            text=_begin(line.sentence), at=line.at, who=line.actor_name, is_latest=place == 0
        )
        for place, line in enumerate(lines)
    ]


def _begin(sentence: str) -> str:
    """The sentence with a capital: on these pages who did it stands below."""
    return sentence[:1].upper() + sentence[1:]
