"""Weeks of the work calendar: Monday to Sunday; working weekends count where there is work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from cchc.platform.calendar import WorkingCalendar, is_working_day

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def days_of(starts_on: date) -> list[date]:
    """The seven days from a Monday."""
    return [starts_on + timedelta(days=n) for n in range(7)]


def days_shown(starts_on: date, used: Iterable[date], calendar: WorkingCalendar) -> list[date]:
    """The days that a week's paper prints: Monday to Friday always, others when worked or used."""
    with_entries = set(used)
    return [
        day
        for day in days_of(starts_on)
        if day.weekday() < 5 or day in with_entries or is_working_day(calendar, day)
    ]


def week_number(starts_on: date) -> int:
    """The number of the week in its year, as calendars print it."""
    return starts_on.isocalendar().week
