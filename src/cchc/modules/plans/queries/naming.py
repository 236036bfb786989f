"""Putting names to numbers: agencies, people, areas, and a state into words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import agency_cards, person_cards, working_calendar
from cchc.modules.plans.labels import OBLIGATIONS, STATES, TIMELINESS, TONES
from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.queries.pages import AgencyRef, Choice, PersonRef, StateBadge
from cchc.modules.plans.rules.areas import SCHEMES, Scheme, scheme_for
from cchc.modules.plans.rules.clock import days_until
from cchc.modules.plans.rules.kinds import Obligation
from cchc.modules.plans.rules.lifecycle import PENDING_DECISION, State
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.text.writing import date_vi, deadline_vi

_FAR_DAYS = 45
"""Beyond so many days a list says the date and does not count."""
_CLOCK_RUNS = (Timeliness.NOT_DUE, Timeliness.DUE_SOON, Timeliness.OVERDUE)


def agency_refs(ids: Iterable[int]) -> dict[int, AgencyRef]:
    """The agencies by number."""
    cards = agency_cards(set(ids))
    return {pk: AgencyRef(pk, card.name, card.short_name) for pk, card in cards.items()}


def agency_ref(agency_id: int) -> AgencyRef:
    """One agency; a nameless one when it is not known."""
    return agency_refs([agency_id]).get(agency_id, AgencyRef(agency_id, "", ""))


def person_refs(ids: Iterable[int | None]) -> dict[int, PersonRef]:
    """The people by number."""
    wanted: Collection[int] = {pk for pk in ids if pk is not None}
    cards = person_cards(wanted) if wanted else {}
    return {pk: PersonRef(pk, card.full_name, card.title) for pk, card in cards.items()}


def name_of(people: dict[int, PersonRef], person_id: int | None) -> str:
    """A person's name; the system where no person acted."""
    if person_id is None:
        return str(_("Hệ thống"))
    person = people.get(person_id)
    return person.full_name if person else ""


def area_name(code: str, scheme: Scheme | None = None) -> str:
    """The name of an area of reform, in the newest scheme that has it when none is given."""
    schemes = (scheme,) if scheme else reversed(SCHEMES)
    found = next((area for one in schemes if (area := one.area(code))), None)
    return found.name if found else ""


def area_choices(year: int) -> list[Choice]:
    """The areas of a year's scheme, by their short names."""
    return [Choice(area.code, area.short_name) for area in scheme_for(year).areas]


def obligation_label(obligation: str) -> str:
    """chủ trì, phối hợp."""
    return str(OBLIGATIONS[Obligation(obligation)])


def badge_of(occurrence: Occurrence, *, today: date) -> StateBadge:
    """How an occurrence stands, in words with its tone."""
    timeliness = Timeliness(occurrence.timeliness)
    days = None
    if timeliness in _CLOCK_RUNS:
        calendar = working_calendar(occurrence.agency_id)
        counted_on = occurrence.submitted_on if _is_pending(occurrence) else today
        days = days_until(occurrence.due_on, counted_on or today, calendar)
    return badge(timeliness, occurrence.due_on, days, state=State(occurrence.state))


def badge(
    timeliness: Timeliness, due_on: date | None, days: int | None, *, state: State | None = None
) -> StateBadge:
    """A state in words: the deadline first, then what is being waited for."""
    label = str(TIMELINESS[timeliness])
    if timeliness in (Timeliness.NOT_COUNTED, Timeliness.AWAITING) and state is not None:
        label = str(STATES[state])
    elif days is not None:
        label = _deadline(days, due_on, state)
    return StateBadge(timeliness, label, TONES[timeliness], due_on, days)


def _deadline(days: int, due_on: date | None, state: State | None) -> str:
    if days < 0 and state in PENDING_DECISION:
        return str(_("nộp muộn {days} ngày").format(days=-days))
    if days > _FAR_DAYS and due_on is not None:
        return str(_("hạn {day}").format(day=date_vi(due_on)))
    return deadline_vi(days)


def _is_pending(occurrence: Occurrence) -> bool:
    return occurrence.state in PENDING_DECISION
