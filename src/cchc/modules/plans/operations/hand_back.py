"""Handing work back to whoever gave it, and the answer: it stays, or it goes to another one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.organisation.public import living_agencies, person_cards
from cchc.modules.plans import links
from cchc.modules.plans.events import HandbackRefused, WorkHandedBack, WorkRedirected
from cchc.modules.plans.models import Assignment, Handback, Occurrence
from cchc.modules.plans.operations.reaching import (
    agency_name,
    locked_assignment,
    named_assignment,
)
from cchc.modules.plans.operations.reckoning import day_of
from cchc.modules.plans.operations.telling import answering_for, deciders_of, tell
from cchc.modules.plans.operations.withdraw import close_pending, take_back_parts
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.queries.threads import giver_of, open_parts
from cchc.modules.plans.rules.handing import (
    HandingProblem,
    HandingRefused,
    check_handing_back,
    check_receiving,
    check_with_the_agency,
)
from cchc.modules.plans.rules.kinds import HandbackState
from cchc.modules.plans.rules.lifecycle import OPEN, State
from cchc.modules.plans.rules.refusals import require_reason
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

_OPEN = sorted(OPEN)


@transaction.atomic
def decline(*, assignment_id: int, reason: str, actor: Actor, now: datetime) -> Handback:
    """Hand a part back ("không thuộc thẩm quyền"); whoever gave it must answer, the clock goes on.

    Raises NotVisible, AccessDenied, WorkRefused or HandingRefused.
    """
    part = locked_assignment(assignment_id, actor)
    Rights(actor).require_ask_for_time(part, holder_id=part.holder_id)
    said = require_reason(reason)
    rounds = list(part.occurrences.select_for_update().filter(state__in=_OPEN))
    check_handing_back(
        states={State(one.state) for one in rounds},
        is_handed_back=part.is_handed_back,
        has_open_parts=bool(open_parts([one.pk for one in rounds])),
    )
    made = Handback.objects.create(
        assignment=part,
        agency_id=part.agency_id,
        issuer_id=part.issuer_id,
        state=HandbackState.PENDING,
        reason=said,
        at=now,
        by_id=actor.user_id,
    )
    part.is_handed_back = True
    part.save(update_fields=["is_handed_back"])
    event = WorkHandedBack(**named_assignment(part), handback_id=made.pk, reason=said[:300])
    announce(event, actor=actor, at=now)
    who = _holder_name(part) or agency_name(part.agency_id)
    people = {part.given_by_id, *deciders_of(part, now)}
    _tell(part, people, "plans.work.handed_back", f"{who} trả lại việc được giao", said, now)
    return made


@transaction.atomic
def insist(*, assignment_id: int, reason: str, actor: Actor, now: datetime) -> Handback:
    """Whoever gave the work says that it stays where it is, and why; the deadline stays.

    Raises NotVisible, AccessDenied, WorkRefused or HandingRefused.
    """
    part = locked_assignment(assignment_id, actor)
    Rights(actor).require_decide(part, Permission.MANAGE)
    said = require_reason(reason)
    asked = _answer(part, HandbackState.INSISTED, said, actor=actor, now=now)
    if asked is None:
        raise HandingRefused(HandingProblem.NOT_HANDED_BACK)
    event = HandbackRefused(**named_assignment(part), handback_id=asked.pk, reason=said[:300])
    announce(event, actor=actor, at=now)
    people = {asked.by_id, part.holder_id, *answering_for([part.agency_id], now)}
    _tell(part, people, "plans.work.insisted", "Việc trả lại được giữ nguyên", said, now)
    return asked


@transaction.atomic
def pass_on(
    *,
    assignment_id: int,
    reason: str,
    agency_id: int | None = None,
    person_id: int | None = None,
    actor: Actor,
    now: datetime,
) -> Assignment:
    """Whoever gave the work gives it to another agency or person; deadlines stay as they are.

    Parts that the first one had given from it are taken back. Raises NotVisible, AccessDenied,
    WorkRefused or HandingRefused.
    """
    part = locked_assignment(assignment_id, actor)
    Rights(actor).require_decide(part, Permission.MANAGE)
    said = require_reason(reason)
    rounds = list(part.occurrences.select_for_update().filter(state__in=_OPEN))
    check_with_the_agency({State(one.state) for one in rounds})
    _check_receiver(part, agency_id, person_id, now)
    from_agency_id, from_holder = part.agency_id, part.holder_id
    from_name = _holder_name(part) or agency_name(from_agency_id)
    ids = [one.pk for one in rounds]
    take_back_parts(ids, said, actor=actor, now=now)
    close_pending(Occurrence.objects.filter(pk__in=ids), said, actor=actor, now=now)
    _answer(part, HandbackState.PASSED_ON, said, actor=actor, now=now)
    _hand_over(part, rounds, agency_id or part.issuer_id, person_id, now)
    event = WorkRedirected(
        **named_assignment(part),
        from_agency_id=from_agency_id,
        from_name=from_name,
        receiver_name=_holder_name(part) or agency_name(part.agency_id),
        reason=said[:300],
    )
    announce(event, actor=actor, at=now)
    people = {person_id, *answering_for([part.agency_id], now)}
    _tell(part, people, "plans.work.passed_on", f"Nhận việc chuyển từ {from_name}", said, now)
    before = {from_holder, *answering_for([from_agency_id], now)} - people
    _tell(part, before, "plans.work.redirected", "Việc đã chuyển nơi khác", said, now)
    return part


def _check_receiver(
    part: Assignment, agency_id: int | None, person_id: int | None, now: datetime
) -> None:
    today = day_of(now).today
    is_same = agency_id == part.agency_id and person_id is None and not part.is_personal
    if is_same or (person_id is not None and person_id == part.holder_id):
        raise HandingRefused(HandingProblem.SAME_AGENCY)
    if part.is_part:
        above = part.task.part_of
        assert above is not None  # noqa: S101 (a part is a part of something)
        check_receiving(agency_id, person_id, giver_of(above, today))
    elif agency_id is None or person_id is not None:
        raise HandingRefused(HandingProblem.NOBODY)
    elif agency_id == part.issuer_id:
        raise HandingRefused(HandingProblem.CIRCULAR)
    elif agency_id not in {card.id for card in living_agencies(today)}:
        raise HandingRefused(HandingProblem.UNKNOWN_AGENCY)
    if agency_id is not None and _is_bound(part, agency_id):
        raise HandingRefused(HandingProblem.ALREADY_BOUND)


def _is_bound(part: Assignment, agency_id: int) -> bool:
    """Whether the agency has another part in the same task already."""
    same = Assignment.objects.filter(
        task_id=part.task_id, agency_id=agency_id, obligation=part.obligation
    )
    return same.exclude(pk=part.pk).exists()


def _hand_over(
    part: Assignment,
    rounds: list[Occurrence],
    agency_id: int,
    person_id: int | None,
    now: datetime,
) -> None:
    """The open rounds go to the other one with their clocks; nobody has taken them up there yet."""
    part.passed_on_from_id = part.agency_id if part.agency_id != agency_id else None
    part.agency_id = agency_id
    part.acknowledged_at = None
    part.acknowledged_by_id = None
    part.holder_id = person_id
    part.held_since = day_of(now).today if person_id is not None else None
    part.save()
    for one in rounds:
        one.agency_id = agency_id
        one.has_pending_extension = False
    Occurrence.objects.bulk_update(rounds, ["agency", "has_pending_extension"], batch_size=500)


def _answer(
    part: Assignment, state: HandbackState, answer: str, *, actor: Actor, now: datetime
) -> Handback | None:
    """Close what waits for an answer; None when nothing does."""
    asked = part.handbacks.select_for_update().filter(state=HandbackState.PENDING).first()
    if asked is None:
        return None
    asked.state = state
    asked.answer = answer
    asked.answered_at = now
    asked.answered_by_id = actor.user_id
    asked.save()
    part.is_handed_back = False
    part.save(update_fields=["is_handed_back"])
    return asked


def _holder_name(part: Assignment) -> str:
    """The person who has the work, where it was given to one."""
    if not part.is_personal or part.holder_id is None:
        return ""
    return person_cards([part.holder_id])[part.holder_id].full_name


def _tell(  # noqa: PLR0917 (a message from its parts)
    part: Assignment,
    people: set[int | None],
    topic: str,
    title: str,
    reason: str,
    now: datetime,
) -> None:
    task = part.task
    tell(
        people,
        topic=topic,
        title=title,
        body=f"{task.code} {task.content}"[:350] + f" · {reason}"[:140],
        link=links.task(task.pk),
        now=now,
    )
