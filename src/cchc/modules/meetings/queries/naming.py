"""Putting names to numbers: agencies and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from cchc.modules.meetings.rules.leaders import leading_rank
from cchc.modules.organisation.public import (
    AgencyCard,
    PersonCard,
    agency_cards,
    people_of,
    person_cards,
)
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.writing import weekday_vi

_SUNDAY = 6


def agencies_named(ids: Iterable[int | None]) -> dict[int, AgencyCard]:
    """The cards of these agencies by number."""
    wanted = {pk for pk in ids if pk is not None}
    return agency_cards(wanted) if wanted else {}


def people_named(ids: Iterable[int | None]) -> dict[int, PersonCard]:
    """The cards of these people by number."""
    wanted = {pk for pk in ids if pk is not None}
    return person_cards(wanted) if wanted else {}


def agency_name(cards: dict[int, AgencyCard], agency_id: int | None) -> str:
    """An agency's name; empty for none."""
    card = cards.get(agency_id) if agency_id is not None else None
    return card.name if card else ""


def person_name(cards: dict[int, PersonCard], person_id: int | None) -> str:
    """A person's name; empty for nobody."""
    card = cards.get(person_id) if person_id is not None else None
    return card.full_name if card else ""


def leaders_to_choose(agency_id: int, keeper_id: int, now: datetime) -> list[PersonCard]:
    """Whose work the calendar of an agency shows: its own leaders, then its keeper's.

    Heads before deputies. Where no title tells who leads, everybody of the agency.
    """
    on = in_vietnam(now).date()
    own = people_of(agency_id, on)
    leaders = _leading(own) or own
    if keeper_id == agency_id:
        return leaders
    known = {card.id for card in leaders}
    return [*leaders, *(c for c in _leading(people_of(keeper_id, on)) if c.id not in known)]


def _leading(people: list[PersonCard]) -> list[PersonCard]:
    ranked = [(rank, card) for card in people if (rank := leading_rank(card.title)) is not None]
    return [card for _rank, card in sorted(ranked, key=lambda pair: pair[0])]


def day_name(day: date) -> str:
    """ "Thứ Ba", "Chủ nhật": as the head of a line."""
    words = weekday_vi(day)
    return words.capitalize() if day.weekday() == _SUNDAY else words.title()


def hours_vi(starts_at: datetime, ends_at: datetime | None = None) -> str:
    """The hours as the office writes them: "8 giờ 00 - 11 giờ 30" in short "08:00–11:30"."""
    begins = f"{in_vietnam(starts_at):%H:%M}"
    return f"{begins}–{in_vietnam(ends_at):%H:%M}" if ends_at else begins
