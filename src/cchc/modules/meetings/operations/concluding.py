"""Conclusions: written down, handed over to plans, and work once they are confirmed there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from cchc.modules.meetings import links
from cchc.modules.meetings.events import (
    ConclusionKept,
    ConclusionsBecameWork,
    ConclusionsHandedOver,
    MeetingChanged,
)
from cchc.modules.meetings.models import Conclusion, Meeting
from cchc.modules.meetings.operations.planning import about, check_agencies, organised
from cchc.modules.meetings.operations.telling import invited_to, tell
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named, agency_name, people_named
from cchc.modules.meetings.rules.fields import ConclusionFields
from cchc.modules.meetings.rules.lifecycle import MeetingState, check_step
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem
from cchc.modules.plans.public import start_with_rows
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi


@transaction.atomic
def keep_conclusion(
    *,
    meeting_id: int,
    fields: ConclusionFields,
    conclusion_id: int | None = None,
    actor: Actor,
    now: datetime,
) -> Conclusion:
    """Write a conclusion down, or let one read differently; until they are handed over.

    Raises NotVisible, AccessDenied or MeetingRefused.
    """
    meeting = _to_conclude(meeting_id, actor)
    check_agencies([fields.lead_id, *fields.coordinating_ids])
    if fields.due_on < in_vietnam(meeting.starts_at).date():
        raise MeetingRefused(Problem.DUE_BEFORE_MEETING)
    if conclusion_id is None:
        last = meeting.conclusions.aggregate(last=Max("position"))["last"] or 0
        conclusion = Conclusion(meeting=meeting, position=last + 1)
    else:
        conclusion = _conclusion(meeting, conclusion_id)
    conclusion.content, conclusion.product = fields.content.strip(), fields.product.strip()[:500]
    conclusion.lead_id, conclusion.due_on = fields.lead_id, fields.due_on
    others = dict.fromkeys(pk for pk in fields.coordinating_ids if pk != fields.lead_id)
    conclusion.coordinating_ids = list(others)
    conclusion.save()
    did = "ghi" if conclusion_id is None else "sửa"
    _say_kept(meeting, conclusion, did, actor, now)
    return conclusion


@transaction.atomic
def drop_conclusion(*, conclusion_id: int, actor: Actor, now: datetime) -> Meeting:
    """Leave a conclusion out. Raises NotVisible, AccessDenied or MeetingRefused."""
    found = Conclusion.objects.filter(pk=conclusion_id).first()
    if found is None:
        raise NotVisible
    meeting = _to_conclude(found.meeting_id, actor)
    _say_kept(meeting, found, "bỏ", actor, now)
    _conclusion(meeting, conclusion_id).delete()
    return meeting


@transaction.atomic
def hand_over_conclusions(
    *,
    meeting_id: int,
    number: str,
    issued_on: date,
    document_kind: str = "Thông báo kết luận",
    actor: Actor,
    now: datetime,
) -> Meeting:
    """Make the conclusions a draft in plans, where they are reviewed and confirmed like any paper.

    Raises NotVisible, AccessDenied, MeetingRefused, or DraftRefused of plans.
    """
    meeting = _to_conclude(meeting_id, actor)
    actor.require(Permission.CONCLUDE, agency_id=meeting.organiser_id)
    conclusions = list(meeting.conclusions.order_by("position"))
    if not conclusions:
        raise MeetingRefused(Problem.NO_CONCLUSIONS)
    meeting.conclusion_kind, meeting.conclusion_number = document_kind[:60], number.strip()[:80]
    meeting.conclusion_on = issued_on
    meeting.draft_id = start_with_rows(
        title=_paper_title(meeting),
        document_kind=meeting.conclusion_kind,
        number=meeting.conclusion_number,
        issued_on=issued_on,
        issuer_id=meeting.organiser_id,
        rows=_rows(conclusions),
        header=_signed_by(meeting),
        actor=actor,
        now=now,
    )
    meeting.save()
    event = ConclusionsHandedOver(
        **about(meeting),
        number=meeting.conclusion_number,
        conclusion_count=len(conclusions),
        draft_id=meeting.draft_id,
    )
    announce(event, actor=actor, at=now)
    return meeting


@transaction.atomic
def close_without_work(*, meeting_id: int, actor: Actor, now: datetime) -> Meeting:
    """End a meeting that gave no work.

    Raises NotVisible, AccessDenied, StepNotAllowed, or MeetingRefused when conclusions wait.
    """
    meeting = organised(meeting_id, actor)
    actor.require(Permission.CONCLUDE, agency_id=meeting.organiser_id)
    check_step(MeetingState(meeting.state), MeetingState.CONCLUDED)
    if meeting.draft_id is not None or meeting.conclusions.exists():
        raise MeetingRefused(Problem.ALREADY_HANDED_OVER)
    meeting.state = MeetingState.CONCLUDED
    meeting.save(update_fields=["state"])
    event = MeetingChanged(**about(meeting), changed="kết thúc, không giao việc")
    announce(event, actor=actor, at=now)
    return meeting


@transaction.atomic
def note_work_given(
    *, draft_id: int, plan_id: int, number: str, actor: Actor, now: datetime
) -> Meeting | None:
    """Plans confirmed a draft: if it came of a meeting, the meeting is concluded and tells."""
    meeting = Meeting.objects.select_for_update().filter(draft_id=draft_id).first()
    if meeting is None:
        return None
    check_step(MeetingState(meeting.state), MeetingState.CONCLUDED)
    meeting.state, meeting.plan_id = MeetingState.CONCLUDED, plan_id
    meeting.save(update_fields=["state", "plan_id"])
    event = ConclusionsBecameWork(**about(meeting), number=number, plan_id=plan_id)
    announce(event, actor=actor, at=now)
    tell(
        invited_to(meeting, now) - {actor.user_id},
        topic="meetings.meeting.gave_work",
        title=f"Kết luận cuộc họp đã được giao việc: {meeting.title}",
        body=number,
        link=links.meeting(meeting.pk),
        now=now,
    )
    return meeting


@transaction.atomic
def note_draft_given_up(*, draft_id: int) -> None:
    """Plans gave a draft up: the conclusions may be corrected and handed over again."""
    Meeting.objects.filter(draft_id=draft_id, plan_id=None).update(draft_id=None)


def _to_conclude(meeting_id: int, actor: Actor) -> Meeting:
    meeting = organised(meeting_id, actor)
    if meeting.draft_id is not None:
        raise MeetingRefused(Problem.ALREADY_HANDED_OVER)
    if meeting.state != MeetingState.HELD:
        closed = meeting.state in (MeetingState.CONCLUDED, MeetingState.CANCELLED)
        raise MeetingRefused(Problem.CLOSED if closed else Problem.NOT_YET_BEGUN)
    return meeting


def _conclusion(meeting: Meeting, conclusion_id: int) -> Conclusion:
    found = meeting.conclusions.filter(pk=conclusion_id).first()
    if found is None:
        raise NotVisible
    return found


def _rows(conclusions: Sequence[Conclusion]) -> list[dict[str, str]]:
    ids = [pk for one in conclusions for pk in (one.lead_id, *one.coordinating_ids)]
    agencies = agencies_named(ids)
    return [
        {
            "order_text": str(number),
            "content": one.content,
            "product": one.product,
            "lead_text": agency_name(agencies, one.lead_id),
            "coordinating_text": "; ".join(agency_name(agencies, p) for p in one.coordinating_ids),
            "time_text": date_vi(one.due_on),
        }
        for number, one in enumerate(conclusions, start=1)
    ]


def _paper_title(meeting: Meeting) -> str:
    held = date_vi(in_vietnam(meeting.starts_at).date())
    return f"Kết luận {meeting.title} ngày {held}"[:500]


def _signed_by(meeting: Meeting) -> dict[str, str]:
    """The chair, as the one who concluded; the reviewer may name another signer."""
    card = people_named([meeting.chair_id]).get(meeting.chair_id or 0)
    return {"signer_name": card.full_name, "signer_position": card.title} if card else {}


def _say_kept(
    meeting: Meeting, conclusion: Conclusion, did: str, actor: Actor, now: datetime
) -> None:
    event = ConclusionKept(**about(meeting), did=did, position=conclusion.position)
    announce(event, actor=actor, at=now)
