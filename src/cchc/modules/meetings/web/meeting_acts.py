"""What every act on a meeting says of the meeting."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cchc.modules.meetings import links
from cchc.modules.meetings.queries.meeting_forms import meeting_title
from cchc.modules.meetings.web.acting import Act
from cchc.platform.access import Actor


def meeting_act(
    meeting_id: int,
    actor: Actor,
    *,
    title: str,
    verb: str,
    done: str,
    explained: str = "",
) -> Act:
    """An act on a meeting that the actor may see. Raises NotVisible."""
    return Act(
        title=title,
        explained=explained,
        verb=verb,
        done=done,
        back=links.meeting(meeting_id),
        root=links.MEETINGS,
        root_label=_("Cuộc họp"),
        subject=meeting_title(meeting_id=meeting_id, actor=actor),
    )


def to_meeting(made: object) -> str:
    """The page of a meeting that was just made."""
    return links.meeting(int(getattr(made, "pk")))  # noqa: B009 - a meeting
