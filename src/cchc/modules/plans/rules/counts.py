"""Counting work: what a rate is counted over, and what it leaves out.

The rate is *done on time / fallen due*. What has fallen due is everything done (early, on time or
late) and everything whose day has passed undone; open work in time is no part of it, nor is what
waits for an event, nor what was handed in in time and is not decided yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from cchc.modules.plans.rules.timeliness import Timeliness


@dataclass(frozen=True, slots=True)
class Counts:
    """How many occurrences stand how."""

    not_due: int = 0
    due_soon: int = 0
    overdue: int = 0
    awaiting: int = 0
    done_on_time: int = 0
    done_late: int = 0
    waiting: int = 0
    continuous: int = 0
    not_counted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.not_due + other.not_due,
            self.due_soon + other.due_soon,
            self.overdue + other.overdue,
            self.awaiting + other.awaiting,
            self.done_on_time + other.done_on_time,
            self.done_late + other.done_late,
            self.waiting + other.waiting,
            self.continuous + other.continuous,
            self.not_counted + other.not_counted,
        )

    def of(self, timeliness: Timeliness) -> int:
        """How many stand like this."""
        number: int = getattr(self, timeliness.value.lower())
        return number

    @property
    def total(self) -> int:
        """All work in force: what was suspended or withdrawn is left out."""
        in_time = self.not_due + self.due_soon + self.awaiting + self.waiting + self.continuous
        return in_time + self.fallen_due

    @property
    def done(self) -> int:
        """Work with an accepted proof."""
        return self.done_on_time + self.done_late

    @property
    def fallen_due(self) -> int:
        """The denominator of the rate."""
        return self.done + self.overdue

    @property
    def open_in_time(self) -> int:
        """Open work that is not late, whatever it waits for."""
        return self.total - self.fallen_due

    @property
    def rate(self) -> Decimal | None:
        """Done on time of what has fallen due, in percent; None when nothing has."""
        return percent(self.done_on_time, self.fallen_due)


def percent(part: int, whole: int) -> Decimal | None:
    """A share in percent, one decimal, halves up; None of nothing."""
    if not whole:
        return None
    share = Decimal(part) * 100 / Decimal(whole)
    return share.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


_FIELDS: dict[str, str] = {one.value: one.value.lower() for one in Timeliness}


def counts_of(numbers: Mapping[str, int]) -> Counts:
    """Counts from a table of timeliness and number, as the database groups them."""
    return Counts(**{_FIELDS[name]: number for name, number in numbers.items()})


def sum_counts(many: Iterable[Counts]) -> Counts:
    """All of them together."""
    return sum(many, Counts())
