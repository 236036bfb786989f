"""What happened to a thing of this module, from the trail."""

from __future__ import annotations

from cchc.modules.meetings.queries.pages.shared import TrailItem
from cchc.platform.audit.reading import trail_of

_SHOWN = 30


def trail_items(about: str, *, may_see_personal: bool = True) -> list[TrailItem]:
    """The last things that happened, the newest first."""
    lines = trail_of(about, limit=_SHOWN, may_see_personal=may_see_personal)
    return [TrailItem(line.at, line.actor_name, line.sentence) for line in lines]
