"""The small province with work that falls due, and days that pass over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cchc.modules.organisation.models import Person
from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.operations.acknowledge import acknowledge, name_holder
from cchc.modules.urging.models import Digest, Notice
from cchc.modules.urging.operations.answer import acknowledge_notice
from cchc.modules.urging.operations.run_day import Urged, run_day
from cchc.platform.access import SYSTEM
from tests.plans.world import PlansWorld, Row, moment

DUE = date(2019, 9, 30)
"""The deadline of FILM, a Monday."""
FILM: Row = {
    "order_text": "a",
    "content": "Xây dựng phim ngắn về cải cách hành chính",
    "product": "Phim ngắn",
    "lead_text": "Sở Tư pháp",
    "time_text": "Quý III/2019",
}


@dataclass
class UrgingWorld(PlansWorld):
    """Sở Tư pháp owes a film until 30/9/2019; an officer of its division may hold it."""

    def film(self, holder: Person | None = None) -> Occurrence:
        """The film, taken up, held by a person when named."""
        one = self.one(self.plan(FILM), "a", self.department)
        actor, now = self.actor(self.reform_officer), moment(date(2018, 12, 10))
        acknowledge(assignment_id=one.assignment_id, actor=actor, now=now)
        if holder is not None:
            name_holder(assignment_id=one.assignment_id, person_id=holder.pk, actor=actor, now=now)
        return one

    def urge(self, on: date) -> Urged:
        """The urging of one day."""
        return run_day(on=on, actor=SYSTEM, now=at(on))

    def acknowledge_all(self, person: Person, on: date) -> None:
        """The person says to have received everything."""
        actor = self.actor(person, on)
        for pk in Notice.objects.unacknowledged().filter(person_id=person.pk).values_list("pk"):
            acknowledge_notice(notice_id=pk[0], actor=actor, now=at(on))

    def pass_days(self, first: date, last: date) -> None:
        """The urging of each day from the first to the last."""
        for days in range((last - first).days + 1):
            self.urge(first + timedelta(days=days))


def at(on: date) -> datetime:
    """The morning of a day."""
    return moment(on, 8)


def told_of(one: Occurrence) -> list[tuple[date, int, str, int]]:
    """Every notice about the work: day, offset, audience, person."""
    rows = Notice.objects.filter(occurrence=one).order_by("on", "offset", "audience", "person_id")
    return list(rows.values_list("on", "offset", "audience", "person_id"))


def digest_of(person: Person, on: date) -> Digest:
    """A person's digest of a day."""
    return Digest.objects.get(person_id=person.pk, on=on)
