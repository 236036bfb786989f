"""Telling people what waits for them, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from cchc.modules.organisation.public import (
    AgencyKind,
    agency_cards,
    colleagues_in,
    holders_of,
    province_committee,
)
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.plans import links
from cchc.modules.plans.models import Assignment, Occurrence
from cchc.platform.calendar import in_vietnam
from cchc.platform.messages.sending import notify


def heads_and_officers_of(agency_ids: Collection[int], now: datetime) -> frozenset[int]:
    """Who answers for the work of these agencies: their heads and their reform officers."""
    roles = (RoleCode.REFORM_OFFICER, RoleCode.AGENCY_HEAD)
    return holders_of(roles, agency_ids, in_vietnam(now).date())


def heads_of(agency_id: int, now: datetime) -> frozenset[int]:
    """Who approves for an agency."""
    return holders_of((RoleCode.AGENCY_HEAD,), [agency_id], in_vietnam(now).date())


def operators_of(issuer_id: int, now: datetime) -> frozenset[int]:
    """Who decides for the agency that assigned."""
    on = in_vietnam(now).date()
    if issuer_id != province_committee(on).id:
        return holders_of((RoleCode.REFORM_OFFICER,), [issuer_id], on)
    return holders_of((RoleCode.PROVINCIAL_OPERATOR,), [None, issuer_id], on)


def answering_for(agency_ids: Collection[int], now: datetime) -> frozenset[int]:
    """Who answers for the work of these agencies; of a division, whoever leads it."""
    on = in_vietnam(now).date()
    people = set(heads_and_officers_of(agency_ids, now))
    for card in agency_cards(agency_ids, on).values():
        if card.kind == AgencyKind.DIVISION and card.parent_id is not None:
            leading = holders_of((RoleCode.DIVISION_HEAD,), [card.parent_id, card.id], on)
            people |= leading & {one.id for one in colleagues_in([card.id], on)}
    return frozenset(people)


def deciders_of(work: Assignment | Occurrence, now: datetime) -> frozenset[int]:
    """Who decides for whoever gave this work."""
    if not work.is_part:
        return operators_of(work.issuer_id, now)
    return answering_for([work.issuer_id], now)


def approvers_of(work: Assignment | Occurrence, now: datetime) -> frozenset[int]:
    """Who approves for the agency that does this work."""
    if not work.is_part:
        return heads_of(work.agency_id, now)
    return answering_for([work.agency_id], now)


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
