"""Telling people what waits for them, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from cchc.modules.organisation.public import heads_of, people_with_role, province_committee
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.plans import links
from cchc.modules.plans.models import Occurrence
from cchc.platform.calendar import in_vietnam
from cchc.platform.messages.sending import notify


def officers_of(agency_id: int, now: datetime) -> set[int]:
    """The reform officers of an agency."""
    on = in_vietnam(now).date()
    return {card.id for card in people_with_role(RoleCode.REFORM_OFFICER, agency_id, on)}


def heads_and_officers_of(agency_id: int, now: datetime) -> set[int]:
    """Who answers for an agency's work: its heads and its reform officers."""
    on = in_vietnam(now).date()
    return officers_of(agency_id, now) | {card.id for card in heads_of(agency_id, on)}


def operators_of(issuer_id: int, now: datetime) -> set[int]:
    """Who decides for the agency that assigned."""
    on = in_vietnam(now).date()
    if issuer_id != province_committee(on).id:
        return officers_of(issuer_id, now)
    places = (None, issuer_id)
    return {
        card.id
        for place in places
        for card in people_with_role(RoleCode.PROVINCIAL_OPERATOR, place, on)
    }


def tell(
    people: Iterable[int | None], *, topic: str, title: str, body: str, link: str, now: datetime
) -> None:
    """Leave a message for each of them, once."""
    to = sorted({person for person in people if person is not None})
    if to:
        notify(to=to, topic=topic, title=title, body=body, link=link, now=now)


def tell_about(
    occurrence: Occurrence, people: Iterable[int | None], *, topic: str, title: str, now: datetime
) -> None:
    """Leave a message about one occurrence; the task and the round are its body."""
    task = occurrence.task
    round_name = f" · {occurrence.label}" if occurrence.label else ""
    tell(
        people,
        topic=topic,
        title=title,
        body=f"{task.code} {task.content}{round_name}"[:500],
        link=links.task(occurrence.task_id, occurrence.pk),
        now=now,
    )
