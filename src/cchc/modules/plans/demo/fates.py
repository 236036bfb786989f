"""What becomes of each occurrence in the demo's year: decided beforehand, deterministic by seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.rules.kinds import Obligation
from cchc.platform.calendar import (
    WorkingCalendar,
    add_working_days,
    last_working_day_on_or_before,
)
from cchc.platform.text.folding import fold

TODAY = date(2019, 10, 15)

DILIGENCE = {
    "Sở Nội vụ": 0.97,
    "Sở Tài chính": 0.97,
    "Sở Y tế": 0.95,
    "Sở Thông tin và Truyền thông": 0.93,
    "UBND thành phố Sen Hồng": 0.93,
    "UBND huyện Hồng Ngọc": 0.95,
    "Sở Tư pháp": 0.8,
    "Sở Xây dựng": 0.66,
    "UBND huyện Tràm Vàng": 0.55,
    "UBND huyện Lá Sen": 0.75,
    "Sở Giao thông vận tải": 0.78,
}
"""How likely an agency keeps a deadline; the others lie between 0.85 and 0.95."""


class Fate(StrEnum):
    """What becomes of an occurrence."""

    ON_TIME = "ON_TIME"
    RETURNED_THEN_DONE = "RETURNED_THEN_DONE"
    LATE = "LATE"
    OVERDUE = "OVERDUE"
    AT_THE_HEAD = "AT_THE_HEAD"
    TO_ACCEPT = "TO_ACCEPT"
    RETURNED = "RETURNED"
    IN_PROGRESS = "IN_PROGRESS"
    UNTOUCHED = "UNTOUCHED"


@dataclass(frozen=True, slots=True)
class Course:
    """The days on which an occurrence was handed in, for the last time, and decided."""

    fate: Fate
    handed_in_on: date | None = None
    first_handed_in_on: date | None = None
    decided_on: date | None = None


def diligence_of(agency_name: str) -> float:
    """How likely the agency keeps a deadline."""
    drawn = Random(fold(agency_name)).random()  # noqa: S311 - a story, no secret
    return DILIGENCE.get(agency_name, 0.85 + 0.1 * drawn)


def course_of(
    occurrence: Occurrence, diligence: float, chance: Random, calendar: WorkingCalendar
) -> Course:
    """The course that an occurrence takes until the day of the demo."""
    if occurrence.due_on is None:
        return Course(Fate.UNTOUCHED)
    if occurrence.is_continuous or occurrence.due_on >= TODAY:
        return _still_open(occurrence, chance, calendar)
    if chance.random() < diligence:
        return _in_time(occurrence.due_on, chance, calendar)
    return _too_late(occurrence.due_on, chance, calendar)


def _in_time(due_on: date, chance: Random, calendar: WorkingCalendar) -> Course:
    handed_in = last_working_day_on_or_before(
        calendar, due_on - timedelta(days=chance.randint(0, 9))
    )
    decided = add_working_days(calendar, handed_in, chance.randint(1, 4))
    if decided >= TODAY:
        return Course(Fate.TO_ACCEPT, handed_in)
    if chance.random() < 0.06 and (due_on - handed_in).days > 3:
        again = last_working_day_on_or_before(calendar, due_on)
        decided = add_working_days(calendar, again, 2)
        if decided < TODAY:
            return Course(Fate.RETURNED_THEN_DONE, again, handed_in, decided)
    return Course(Fate.ON_TIME, handed_in, decided_on=decided)


def _too_late(due_on: date, chance: Random, calendar: WorkingCalendar) -> Course:
    roll = chance.random()
    if roll < 0.62:
        handed_in = add_working_days(calendar, due_on, chance.randint(1, 14))
        decided = add_working_days(calendar, handed_in, chance.randint(1, 4))
        if decided < TODAY:
            return Course(Fate.LATE, handed_in, decided_on=decided)
        return Course(Fate.TO_ACCEPT, min(handed_in, _before_today(calendar)))
    if roll < 0.72:
        returned = add_working_days(calendar, due_on, 2)
        if returned < TODAY:
            return Course(Fate.RETURNED, due_on, decided_on=returned)
    return Course(Fate.OVERDUE)


def _still_open(occurrence: Occurrence, chance: Random, calendar: WorkingCalendar) -> Course:
    roll = chance.random()
    if occurrence.is_continuous and occurrence.obligation == Obligation.COORDINATING:
        roll += 0.45  # many wait to be called upon
    begun = occurrence.starts_on is None or occurrence.starts_on <= TODAY
    if not occurrence.is_continuous and begun and roll < 0.08:
        handed_in = add_working_days(calendar, TODAY, -chance.randint(5, 15))
        if occurrence.starts_on is None or handed_in >= occurrence.starts_on:
            decided = add_working_days(calendar, handed_in, 3)
            return Course(Fate.ON_TIME, handed_in, decided_on=decided)
    if not occurrence.is_continuous and begun and roll < 0.12:
        return Course(Fate.AT_THE_HEAD, _before_today(calendar))
    return Course(Fate.IN_PROGRESS if roll < 0.9 else Fate.UNTOUCHED)


def _before_today(calendar: WorkingCalendar) -> date:
    return add_working_days(calendar, TODAY, -1)
