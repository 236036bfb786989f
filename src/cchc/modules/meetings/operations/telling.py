"""Telling people of calendars and meetings, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from cchc.modules.meetings.models import Entry, Meeting
from cchc.modules.organisation.public import holders_of, province_committee
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.calendar import in_vietnam
from cchc.platform.messages.sending import notify

_OFFICE_ROLES = (RoleCode.AGENCY_HEAD, RoleCode.REFORM_OFFICER)


def heads_and_officers(agency_ids: Collection[int], now: datetime) -> frozenset[int]:
    """Who reads for these agencies: their heads and the officers of their offices."""
    wanted = list(agency_ids)
    return holders_of(_OFFICE_ROLES, wanted, in_vietnam(now).date()) if wanted else frozenset()


def keepers_of(keeper_id: int, agency_id: int, now: datetime) -> frozenset[int]:
    """Who approves a calendar; for the province's also the officers of the Office."""
    on = in_vietnam(now).date()
    people = holders_of((RoleCode.AGENCY_HEAD,), [keeper_id], on)
    if agency_id == province_committee(on).id:
        people |= holders_of((RoleCode.OFFICE_OPERATOR,), [None], on)
    return people


def concerned_by(entries: Iterable[Entry], now: datetime) -> frozenset[int]:
    """Whom entries concern: leaders, chairs, proposers, and the agencies that come or prepare."""
    people: set[int] = set()
    agencies: set[int] = set()
    for entry in entries:
        people |= {leader.person_id for leader in entry.leaders.all()}
        people |= {pk for pk in (entry.chair_id, entry.proposed_by_id) if pk is not None}
        agencies |= {*entry.attending_ids}
        agencies |= {entry.prepared_by_id} if entry.prepared_by_id is not None else set()
    return frozenset(people) | heads_and_officers(agencies, now)


def invited_to(meeting: Meeting, now: datetime) -> frozenset[int]:
    """Whom a meeting concerns: chair, invited people, and who reads for invited agencies."""
    agencies, people = set(), set()
    for invitation in meeting.invitations.all():
        if invitation.agency_id is not None:
            agencies.add(invitation.agency_id)
        if invitation.person_id is not None:
            people.add(invitation.person_id)
    if meeting.chair_id is not None:
        people.add(meeting.chair_id)
    return frozenset(people) | heads_and_officers(agencies, now)


def tell(
    people: Iterable[int | None], *, topic: str, title: str, body: str, link: str, now: datetime
) -> None:
    """Leave a message for each of them, once."""
    to = sorted({person for person in people if person is not None})
    if to:
        notify(to=to, topic=topic, title=title, body=body[:500], link=link, now=now)
