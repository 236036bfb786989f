"""The day for which states are reckoned, and writing a state with all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cchc.modules.organisation.public import agencies_with_own_calendar, working_calendar
from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.models.occurrence import NEVER
from cchc.modules.plans.rules.lifecycle import State, check_transition
from cchc.modules.plans.rules.timeliness import SOON_WORKING_DAYS, Standing, timeliness_of
from cchc.platform.calendar import add_working_days, in_vietnam

_FOLLOWING = ("timeliness", "reckoned_on", "sorts_on")
"""The columns that follow from the rest and the day."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the office: the day itself, and the last deadline that counts as near."""

    today: date
    soon_until: date
    """By the province's calendar."""
    _own: dict[int, date] = field(default_factory=dict, compare=False, repr=False)

    def soon_for(self, agency_id: int) -> date:
        """The last deadline that counts as near in this agency, by its own calendar."""
        if agency_id not in self._own:
            calendar = working_calendar(agency_id)
            self._own[agency_id] = add_working_days(calendar, self.today, SOON_WORKING_DAYS)
        return self._own[agency_id]

    def exceptions(self) -> dict[int, date]:
        """The agencies where another deadline is the last near one than in the province."""
        days = {pk: self.soon_for(pk) for pk in agencies_with_own_calendar(self.today)}
        return {pk: day for pk, day in days.items() if day != self.soon_until}


def day_of(now: datetime) -> Day:
    """The day in Vietnam at this moment, by the province's working calendar."""
    today = in_vietnam(now).date()
    return Day(today, add_working_days(working_calendar(None), today, SOON_WORKING_DAYS))


def reckon(occurrence: Occurrence, day: Day) -> None:
    """Set what follows from state and deadline; saves nothing."""
    standing = Standing(
        state=State(occurrence.state),
        due_on=occurrence.due_on,
        is_continuous=occurrence.is_continuous,
        submitted_on=occurrence.submitted_on,
    )
    soon_until = day.soon_for(occurrence.agency_id)
    occurrence.timeliness = timeliness_of(standing, today=day.today, soon_until=soon_until)
    occurrence.reckoned_on = day.today
    occurrence.sorts_on = occurrence.due_on or NEVER


def move(occurrence: Occurrence, wanted: State, *, now: datetime, day: Day) -> None:
    """Take one step of the life cycle; saves nothing. Raises TransitionNotAllowed."""
    check_transition(State(occurrence.state), wanted)
    occurrence.state = wanted
    occurrence.state_since = now
    reckon(occurrence, day)


def save(occurrence: Occurrence, *fields: str) -> None:
    """Save the named columns and everything that follows from them."""
    occurrence.save(update_fields=["state", "state_since", *fields, *_FOLLOWING])
