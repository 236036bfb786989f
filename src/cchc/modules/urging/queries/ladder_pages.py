"""The pages of ladders: which hold for which work, their steps, what they mean for a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from cchc.modules.organisation.public import working_calendar
from cchc.modules.urging.models import DigestHour, Ladder
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.queries.ladders import digest_hour, kind_of, version_of
from cchc.modules.urging.queries.wording import (
    audience_words,
    channels_words,
    offset_words,
    step_words,
    work_words,
)
from cchc.modules.urging.rules.choosing import Kind
from cchc.modules.urging.rules.ladder import Step, preview
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import add_working_days
from cchc.platform.text.writing import weekday_vi

PREVIEW_DAYS = 5
"""Working days ahead of today: the deadline that a preview begins with."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step in words."""

    number: int
    when: str
    audience: str
    channels: str
    answer_within: int


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One turn of a step for the deadline of a preview."""

    on: date
    weekday: str
    when: str
    audience: str
    channels: str


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One version of a ladder in a list."""

    id: int
    name: str
    work: str
    steps: tuple[StepRow, ...]
    effective_from: date
    effective_to: date | None
    is_default: bool
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class LaddersPage:
    """Thang đôn đốc: what holds now or from a later day, what ended, and the hour of digests."""

    current: tuple[LadderRow, ...]
    ended: tuple[LadderRow, ...]
    sends_at: time
    next_sends_at: time | None
    """From tomorrow on, when it was changed today."""
    may_manage: bool


@dataclass(frozen=True, slots=True)
class LadderPage:
    """One version: its steps, and what they mean for a deadline."""

    ladder: LadderRow
    due_on: date
    turns: tuple[TurnRow, ...]
    versions: tuple[LadderRow, ...]
    may_change: bool
    may_end: bool


def ladders_page(*, actor: Actor, today: date) -> LaddersPage:
    """Every ladder. Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    rows = [_row(one, today) for one in _all()]
    tomorrow = today + timedelta(days=1)
    changed = DigestHour.objects.filter(effective_from=tomorrow).first()
    return LaddersPage(
        current=tuple(r for r in rows if r.effective_to is None or r.effective_to >= today),
        ended=tuple(r for r in rows if r.effective_to is not None and r.effective_to < today),
        sends_at=digest_hour(today),
        next_sends_at=changed.sends_at if changed else None,
        may_manage=actor.may(Permission.MANAGE_LADDERS, agency_id=None),
    )


def ladder_page(
    *, ladder_id: int, actor: Actor, today: date, due_on: date | None = None
) -> LadderPage:
    """One version of a ladder. Raises NotVisible or AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    found = Ladder.objects.prefetch_related("steps").filter(pk=ladder_id).first()
    if found is None:
        raise NotVisible
    due = due_on or usual_deadline(today)
    row = _row(found, today)
    may_manage = actor.may(Permission.MANAGE_LADDERS, agency_id=None)
    is_last = found.effective_to is None
    return LadderPage(
        ladder=row,
        due_on=due,
        turns=turns_of(version_of(found).steps, due),
        versions=tuple(_row(one, today) for one in _all() if kind_of(one) == kind_of(found)),
        may_change=may_manage and is_last,
        may_end=may_manage and is_last and not row.is_default,
    )


def steps_to_change(*, ladder_id: int) -> tuple[str, tuple[Step, ...]]:
    """The name and the steps with which a form for a new version begins. Raises NotVisible."""
    found = Ladder.objects.prefetch_related("steps").filter(pk=ladder_id).first()
    if found is None:
        raise NotVisible
    return found.name, version_of(found).steps


def turns_of(steps: Sequence[Step], due_on: date) -> tuple[TurnRow, ...]:
    """What steps mean for a deadline, by the province's calendar."""
    return tuple(
        TurnRow(
            on=turn.scheduled_on,
            weekday=weekday_vi(turn.scheduled_on),
            when=offset_words(turn.offset),
            audience=audience_words(turn.step.audience),
            channels=channels_words(turn.step.channels),
        )
        for turn in preview(steps, working_calendar(None), due_on=due_on)
    )


def usual_deadline(today: date) -> date:
    """A deadline to look at when none is named: a week of work ahead."""
    return add_working_days(working_calendar(None), today, PREVIEW_DAYS)


def _all() -> list[Ladder]:
    found = Ladder.objects.prefetch_related("steps")
    return list(found.order_by("plan_kind", "document_kind", "area_code", "-effective_from"))


def _row(ladder: Ladder, today: date) -> LadderRow:
    version = version_of(ladder)
    ends_on = ladder.effective_to
    return LadderRow(
        id=ladder.pk,
        name=ladder.name,
        work=work_words(ladder),
        steps=tuple(_step(number, step) for number, step in enumerate(version.steps, start=1)),
        effective_from=ladder.effective_from,
        effective_to=ends_on,
        is_default=version.kind == Kind(),
        is_in_force=ladder.effective_from <= today and (ends_on is None or ends_on >= today),
    )


def _step(number: int, step: Step) -> StepRow:
    return StepRow(
        number=number,
        when=step_words(step),
        audience=audience_words(step.audience),
        channels=channels_words(step.channels),
        answer_within=step.answer_within,
    )
