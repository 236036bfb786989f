"""What this module hears of the others, and what it lets them ask."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.meetings.agenda import find_agenda
from cchc.modules.meetings.models import Meeting
from cchc.modules.meetings.operations.concluding import note_draft_given_up, note_work_given
from cchc.modules.meetings.worklist import SOURCE, count_work, find_work, waiting_rows
from cchc.modules.plans.events import DraftAbandoned, PlanConfirmed
from cchc.modules.worklist.public import register_agenda, register_source
from cchc.platform.access import Actor
from cchc.platform.events.announcing import subscribe
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.reading import allow_reading, id_of_owner


def listen() -> None:
    """Called once when the application starts, harmless to repeat."""
    subscribe(PlanConfirmed, _work_was_given)
    subscribe(DraftAbandoned, _draft_was_given_up)
    register_source(SOURCE, find_work, count_work, waiting_rows)
    register_agenda("meetings", find_agenda)
    allow_reading("meetings.paper", may_read_paper)


def may_read_paper(actor: Actor, file: StoredFile) -> bool:
    """A paper of a meeting: its organiser and those invited, as long as it stands there."""
    meeting_id = id_of_owner(file)
    return Meeting.objects.visible_to(actor).filter(pk=meeting_id, papers__file_id=file.pk).exists()


def _work_was_given(event: PlanConfirmed, actor: Actor, at: datetime) -> None:
    if event.draft_id is not None:
        note_work_given(
            draft_id=event.draft_id,
            plan_id=event.plan_id,
            number=event.number,
            actor=actor,
            now=at,
        )


def _draft_was_given_up(event: DraftAbandoned, actor: Actor, at: datetime) -> None:
    note_draft_given_up(draft_id=event.draft_id)
