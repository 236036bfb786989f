"""The ladder of urging (thang đôn đốc): at which working days from a deadline who is told.

The steps count in working days of the agency's calendar; a step never falls on a day off. A ladder
is data that the province sets; this module says what its words mean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.modules.urging.rules.kinds import LINE, Audience, Channel
from cchc.platform.calendar import (
    WorkingCalendar,
    add_working_days,
    last_working_day_on_or_before,
    working_days_between,
)

EARLIEST, LATEST = -60, 250
"""Working days from the deadline: a quarter before, a year after."""
LONGEST_ANSWER = 30
MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One step: so many working days from the deadline (before it below zero), who, by what.

    With `every` the step comes again each so many working days. `answer_within`: unless somebody
    who was told acknowledges it within so many working days, the next step up comes at once; zero
    waits for the next step's own day.
    """

    offset: int
    audience: Audience
    channels: tuple[Channel, ...] = (Channel.IN_APP,)
    every: int = 0
    answer_within: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """One step on its day: the offset reached, the day it stands for, and the step itself."""

    offset: int
    scheduled_on: date
    number: int
    """The place of the step in its ladder, from 1."""
    step: Step


class LadderWhyNot(StrEnum):
    """Why a ladder cannot be set so; `labels` has a sentence for each."""

    NO_STEPS = "NO_STEPS"
    TOO_MANY_STEPS = "TOO_MANY_STEPS"
    OUT_OF_REACH = "OUT_OF_REACH"
    REPEATS_BEFORE_DEADLINE = "REPEATS_BEFORE_DEADLINE"
    NEGATIVE_NUMBER = "NEGATIVE_NUMBER"
    TWICE_THE_SAME = "TWICE_THE_SAME"
    NOT_IN_APP = "NOT_IN_APP"
    NOTHING_AFTER_DEADLINE = "NOTHING_AFTER_DEADLINE"
    NO_NAME = "NO_NAME"
    SAME_WORK_TWICE = "SAME_WORK_TWICE"
    BEGINS_TOO_EARLY = "BEGINS_TOO_EARLY"
    DEFAULT_STAYS = "DEFAULT_STAYS"
    ENDED = "ENDED"


class LadderRefused(Exception):
    """The ladder cannot be set so; `step` is the number of the step that is wrong, from 1."""

    def __init__(self, why: LadderWhyNot, step: int | None = None) -> None:
        super().__init__(str(why))
        self.why, self.step = why, step


def in_order(steps: Collection[Step]) -> tuple[Step, ...]:
    """The steps as a ladder has them: by day, then upwards."""
    return tuple(sorted(steps, key=lambda step: (step.offset, LINE.index(step.audience))))


def check_steps(steps: Sequence[Step]) -> None:
    """Raise LadderRefused unless the steps make a ladder on which no work goes silent."""
    if not steps:
        raise LadderRefused(LadderWhyNot.NO_STEPS)
    if len(steps) > MOST_STEPS:
        raise LadderRefused(LadderWhyNot.TOO_MANY_STEPS)
    seen: set[tuple[int, Audience]] = set()
    for number, step in enumerate(steps, start=1):
        _check_step(step, number)
        if (step.offset, step.audience) in seen:
            raise LadderRefused(LadderWhyNot.TWICE_THE_SAME, number)
        seen.add((step.offset, step.audience))
    if all(step.offset <= 0 for step in steps):
        raise LadderRefused(LadderWhyNot.NOTHING_AFTER_DEADLINE)


def _check_step(step: Step, number: int) -> None:
    if not EARLIEST <= step.offset <= LATEST:
        raise LadderRefused(LadderWhyNot.OUT_OF_REACH, number)
    if step.every < 0 or not 0 <= step.answer_within <= LONGEST_ANSWER:
        raise LadderRefused(LadderWhyNot.NEGATIVE_NUMBER, number)
    if step.every and step.offset <= 0:
        raise LadderRefused(LadderWhyNot.REPEATS_BEFORE_DEADLINE, number)
    if Channel.IN_APP not in step.channels:
        raise LadderRefused(LadderWhyNot.NOT_IN_APP, number)


def day_of(calendar: WorkingCalendar, due_on: date, offset: int) -> date:
    """The working day of a step; the deadline's own step comes before it when it is a day off."""
    if offset == 0:
        return last_working_day_on_or_before(calendar, due_on)
    return add_working_days(calendar, due_on, offset)


def reached(
    steps: Sequence[Step], calendar: WorkingCalendar, *, due_on: date, on: date
) -> tuple[Telling, ...]:
    """The highest step reached by this day, with every step that stands at the same place.

    Steps that were missed below it are not told any more: one word, not a flood. Empty while the
    first step has not come.
    """
    days = {
        offset: day
        for step in steps
        for offset, day in [_last_turn(step, calendar, due_on=due_on, on=on)]
        if day <= on
    }
    if not days:
        return ()
    highest = max(days)
    return tuple(
        Telling(highest, days[highest], number, step)
        for number, step in enumerate(steps, start=1)
        if stands_at(step, highest)
    )


def _last_turn(
    step: Step, calendar: WorkingCalendar, *, due_on: date, on: date
) -> tuple[int, date]:
    """The offset of the step's last turn not after this day, or of its first one, and its day."""
    offset = step.offset
    if step.every and on > due_on:
        past = working_days_between(calendar, due_on, on) - offset
        offset += max(0, past // step.every) * step.every
    return offset, day_of(calendar, due_on, offset)


def stands_at(step: Step, offset: int) -> bool:
    """Whether the step, or one of its repetitions, stands so many working days from a deadline."""
    if step.every and offset > step.offset:
        return (offset - step.offset) % step.every == 0
    return step.offset == offset


def next_up(
    steps: Sequence[Step], *, after: int, above: Audience
) -> tuple[tuple[int, int, Step], ...]:
    """What follows when nobody answered: the nearest later place that tells somebody higher.

    Answers offset, number and step of each step there that goes higher; empty at the top.
    """
    higher = [
        (_next_turn(step, after), number, step)
        for number, step in enumerate(steps, start=1)
        if LINE.index(step.audience) > LINE.index(above)
    ]
    coming = [(offset, number, step) for offset, number, step in higher if offset is not None]
    if not coming:
        return ()
    nearest = min(offset for offset, _number, _step in coming)
    return tuple((offset, number, step) for offset, number, step in coming if offset == nearest)


def _next_turn(step: Step, after: int) -> int | None:
    if step.offset > after:
        return step.offset
    if not step.every:
        return None
    return step.offset + ((after - step.offset) // step.every + 1) * step.every


def preview(
    steps: Sequence[Step], calendar: WorkingCalendar, *, due_on: date, repeats: int = 3
) -> Iterator[Telling]:
    """What the ladder means for a deadline, day by day; repeated steps with their first turns."""
    turns = [
        (step.offset + turn * step.every, number, step)
        for number, step in enumerate(steps, start=1)
        for turn in range(repeats if step.every else 1)
    ]
    for offset, number, step in sorted(turns, key=lambda turn: turn[:2]):
        yield Telling(offset, day_of(calendar, due_on, offset), number, step)
