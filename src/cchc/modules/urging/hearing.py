"""What this module hears of the others, and what it lets them ask."""

from __future__ import annotations

from datetime import date, datetime

from cchc.modules.documents.events import LetterAbandoned, LetterIssued, LetterWithdrawn
from cchc.modules.organisation.events import ClockMoved
from cchc.modules.plans.events import ProofAccepted
from cchc.modules.plans.public import register_task_section
from cchc.modules.urging.figures import contribute
from cchc.modules.urging.job_names import Job
from cchc.modules.urging.operations.letters import SOURCE, begin_wave, end_wave, fulfil_items
from cchc.modules.urging.queries.letters import letters_of_task
from cchc.modules.urging.queries.task_section import section_of
from cchc.modules.urging.worklist import INBOX, count_work, find_work, waiting_rows
from cchc.modules.worklist.public import register_source
from cchc.platform.access import Actor
from cchc.platform.events.announcing import subscribe
from cchc.platform.jobs import enqueue


def listen() -> None:
    """Called once when the application starts, harmless to repeat."""
    register_source(INBOX, find_work, count_work, waiting_rows)
    register_task_section("urging", section_of)
    contribute()
    subscribe(ClockMoved, _catch_up)
    # --- letters
    register_task_section("urging.letters", letters_of_task)
    subscribe(LetterIssued, _issued)
    subscribe(LetterWithdrawn, _taken_back)
    subscribe(LetterAbandoned, _taken_back)
    subscribe(ProofAccepted, _accepted)


def _catch_up(event: ClockMoved, actor: Actor, at: datetime) -> None:
    """In a demo the days between never come: their urging is done when the clock has moved."""
    enqueue(Job.CATCH_UP, once=Job.CATCH_UP)


def _issued(event: LetterIssued, actor: Actor, at: datetime) -> None:
    urging_id = _urging_of(event.source)
    if urging_id is not None:
        issued_on = date.fromisoformat(event.issued_on)
        begin_wave(
            urging_id=urging_id, number=event.number, issued_on=issued_on, actor=actor, now=at
        )


def _taken_back(event: LetterWithdrawn | LetterAbandoned, actor: Actor, at: datetime) -> None:
    urging_id = _urging_of(event.source)
    if urging_id is not None:
        end_wave(urging_id=urging_id, actor=actor, now=at)


def _accepted(event: ProofAccepted, actor: Actor, at: datetime) -> None:
    fulfil_items(occurrence_id=event.occurrence_id)


def _urging_of(source: str) -> int | None:
    """The urging letter that a paper was made from; None for other papers."""
    kind, _, number = source.partition(":")
    return int(number) if kind == SOURCE and number.isdigit() else None
