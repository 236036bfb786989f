"""What must be settled before a draft can give work, and what is merely worth a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from cchc.modules.plans.rules.draft import Draft, DraftTarget, DraftTask
from cchc.modules.plans.rules.kinds import Comparator, Obligation, TimeKind
from cchc.modules.plans.rules.occurrences import TooManyOccurrences, plan_occurrences

_LONGEST_PLAN_YEARS = 20
_TIGHT = timedelta(days=10)


class ObstacleKind(StrEnum):
    """What keeps a draft from being confirmed."""

    NO_NUMBER = "NO_NUMBER"
    NO_DATE = "NO_DATE"
    NO_TITLE = "NO_TITLE"
    NO_YEAR = "NO_YEAR"
    BAD_PERIOD = "BAD_PERIOD"
    NOTHING_TO_DO = "NOTHING_TO_DO"
    NO_CONTENT = "NO_CONTENT"
    TOO_MANY_ROUNDS = "TOO_MANY_ROUNDS"
    BAD_QUANTITY = "BAD_QUANTITY"
    BAD_COMPARATOR = "BAD_COMPARATOR"
    BAD_TARGET_DATE = "BAD_TARGET_DATE"
    ARRIVED_BEFORE_ISSUE = "ARRIVED_BEFORE_ISSUE"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing to settle, in the header or in one row."""

    kind: ObstacleKind
    field: str = ""
    row_id: str = ""


class TimeWarning(StrEnum):
    """What is odd about the time of a row, though nothing forbids it."""

    DUE_BEFORE_ISSUE = "DUE_BEFORE_ISSUE"
    DUE_RIGHT_AFTER_ISSUE = "DUE_RIGHT_AFTER_ISSUE"
    DUE_OUTSIDE_PERIOD = "DUE_OUTSIDE_PERIOD"


@dataclass(frozen=True, slots=True)
class Frame:
    """The days of a plan: issue and period; None where the paper does not say."""

    issued_on: date | None
    year: int | None
    starts_on: date | None
    ends_on: date | None

    @property
    def period(self) -> tuple[date, date] | None:
        """First and last day, when both are known and in order."""
        if self.starts_on is None or self.ends_on is None or self.ends_on < self.starts_on:
            return None
        return self.starts_on, self.ends_on


def frame_of(draft: Draft) -> Frame:
    """The days that the header names; the calendar year where it names no period."""
    year = _year(draft.head("year"))
    starts_on, ends_on = _date(draft.head("period_starts_on")), _date(draft.head("period_ends_on"))
    if year is not None:
        starts_on = starts_on or date(year, 1, 1)
        ends_on = ends_on or date(year, 12, 31)
    return Frame(_date(draft.head("issued_on")), year, starts_on, ends_on)


def arrival_of(draft: Draft) -> date | None:
    """The day a document of another body came in; None for what was issued here."""
    return _date(draft.head("received_on"))


def obstacles(draft: Draft) -> list[Obstacle]:
    """Everything that keeps the draft from being confirmed, header first."""
    found = _header_obstacles(draft)
    if not draft.tasks and not draft.targets:
        found.append(Obstacle(ObstacleKind.NOTHING_TO_DO))
    frame = frame_of(draft)
    for task in draft.tasks:
        found += _row_obstacles(task, frame)
    for target in draft.targets:
        found += _target_obstacles(target)
    return found


def time_warnings(task: DraftTask, frame: Frame) -> list[TimeWarning]:
    """What is odd about a row's time: due before the paper was issued, or outside its period."""
    due_on = task.timing.due_on
    is_dated = task.timing.kind in (TimeKind.PERIOD, TimeKind.DEADLINE, TimeKind.RECURRING)
    if due_on is None or not is_dated:
        return []
    found = []
    if frame.issued_on is not None and due_on < frame.issued_on:
        found.append(TimeWarning.DUE_BEFORE_ISSUE)
    elif frame.issued_on is not None and due_on - frame.issued_on < _TIGHT:
        found.append(TimeWarning.DUE_RIGHT_AFTER_ISSUE)
    if frame.period is not None and not frame.period[0] <= due_on <= frame.period[1]:
        found.append(TimeWarning.DUE_OUTSIDE_PERIOD)
    return found


def quantity_of(text: str) -> Decimal | None:
    """A target's quantity from its digits, "90", "23.5"; None when nothing stands there.

    Raises ValueError for what is no number: a target that is not numeric is refused.
    """
    if not text.strip():
        return None
    try:
        quantity = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise ValueError(text) from None
    if not quantity.is_finite() or abs(quantity) >= 10**14:
        raise ValueError(text)
    return quantity


def _header_obstacles(draft: Draft) -> list[Obstacle]:
    frame = frame_of(draft)
    found = []
    if not draft.head("number").strip():
        found.append(Obstacle(ObstacleKind.NO_NUMBER, "number"))
    if frame.issued_on is None:
        found.append(Obstacle(ObstacleKind.NO_DATE, "issued_on"))
    received_on = arrival_of(draft)
    if frame.issued_on is not None and received_on is not None and received_on < frame.issued_on:
        found.append(Obstacle(ObstacleKind.ARRIVED_BEFORE_ISSUE, "received_on"))
    if not draft.head("title").strip():
        found.append(Obstacle(ObstacleKind.NO_TITLE, "title"))
    if frame.year is None:
        found.append(Obstacle(ObstacleKind.NO_YEAR, "year"))
    elif frame.period is None or _is_endless(frame.period):
        found.append(Obstacle(ObstacleKind.BAD_PERIOD, "period_ends_on"))
    return found


def _is_endless(period: tuple[date, date]) -> bool:
    return period[1].year - period[0].year >= _LONGEST_PLAN_YEARS


def _row_obstacles(task: DraftTask, frame: Frame) -> list[Obstacle]:
    found = []
    if not task.text("content").strip():
        found.append(Obstacle(ObstacleKind.NO_CONTENT, "content", task.id))
    if frame.period is not None and not _has_end(task, frame.period):
        found.append(Obstacle(ObstacleKind.TOO_MANY_ROUNDS, "time_text", task.id))
    return found


def _has_end(task: DraftTask, period: tuple[date, date]) -> bool:
    try:
        plan_occurrences(task.timing, Obligation.LEAD, period=period, assigned_on=period[0])
    except TooManyOccurrences:
        return False
    return True


def _target_obstacles(target: DraftTarget) -> list[Obstacle]:
    found = []
    if not target.text("text").strip():
        found.append(Obstacle(ObstacleKind.NO_CONTENT, "text", target.id))
    try:
        quantity_of(target.text("quantity"))
    except ValueError:
        found.append(Obstacle(ObstacleKind.BAD_QUANTITY, "quantity", target.id))
    if target.text("comparator") not in set(Comparator):
        found.append(Obstacle(ObstacleKind.BAD_COMPARATOR, "comparator", target.id))
    if target.text("due_on") and _date(target.text("due_on")) is None:
        found.append(Obstacle(ObstacleKind.BAD_TARGET_DATE, "due_on", target.id))
    return found


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        return None


def _year(text: str) -> int | None:
    year = int(text) if text.strip().isdigit() else None
    return year if year is not None and 1990 <= year <= 2100 else None
