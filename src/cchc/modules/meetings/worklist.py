"""What this module puts into people's inboxes: to answer, to hand in, to approve, to conclude."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from cchc.modules.meetings import links
from cchc.modules.meetings.models import Entry, Invitation, Meeting, Paper
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named, agency_name
from cchc.modules.meetings.rules.kinds import Answer, EntryState
from cchc.modules.meetings.rules.lifecycle import MeetingState
from cchc.modules.worklist.public import Urgency, WorkItem, numbers_waiting, urgency_of
from cchc.platform.access import Actor, Scope
from cchc.platform.calendar import in_vietnam
from cchc.platform.text.writing import date_vi, moment_vi

SOURCE = "meetings"
_SOON = timedelta(days=3)


def find_work(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    """What waits for this person in meetings, at most `limit` of each kind."""
    if actor.user_id is None:
        return []
    numbers = zip(_KINDS, numbers_waiting(SOURCE, actor, today), strict=True)
    return [item for find, number in numbers if number for item in find(actor, today, limit)]


def count_work(actor: Actor, today: date) -> int:
    """How many things wait for this person in meetings."""
    return sum(numbers_waiting(SOURCE, actor, today))


def waiting_rows(actor: Actor, today: date) -> list[QuerySet[Any, Any]]:
    """What `count_work` counts, a queryset a kind, in the order of `_KINDS`."""
    return [
        Invitation.objects.filter(_to_answer(actor)),
        Invitation.objects.filter(_owing(actor)),
        Entry.objects.filter(_to_approve(actor)),
        Meeting.objects.filter(_to_conclude(actor)),
    ]


def _in(field: str, scope: Scope) -> Q:
    return Q() if scope.everywhere else Q(**{f"{field}__in": scope.agencies})


def _to_answer(actor: Actor) -> Q:
    agencies = actor.scope_of(Permission.ANSWER).agencies
    mine = Q(person_id=actor.user_id) | Q(agency_id__in=agencies)
    return mine & Q(answer=Answer.PENDING, meeting__state=MeetingState.INVITED)


def _owing(actor: Actor) -> Q:
    handed_in = Paper.objects.filter(
        meeting=OuterRef("meeting"), agency=OuterRef("agency"), is_minutes=False
    )
    agencies = actor.scope_of(Permission.ANSWER).agencies
    theirs = Q(agency_id__in=agencies, owes_papers=True, meeting__state=MeetingState.INVITED)
    return theirs & ~Q(answer=Answer.DECLINED) & ~Q(Exists(handed_in))


def _to_approve(actor: Actor) -> Q:
    scope = actor.scope_of(Permission.APPROVE)
    if not scope:
        return Q(pk=None)
    return _in("week__calendar__keeper_id", scope) & Q(state=EntryState.PROPOSED)


def _to_conclude(actor: Actor) -> Q:
    scope = actor.scope_of(Permission.CONCLUDE)
    if not scope:
        return Q(pk=None)
    own = Q(created_by_id=actor.user_id) if scope.everywhere else _in("organiser_id", scope)
    return own & Q(state=MeetingState.HELD, draft_id=None)


def _answers(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    found = list(
        Invitation.objects.filter(_to_answer(actor))
        .select_related("meeting")
        .order_by("meeting__starts_at", "pk")[:limit]
    )
    agencies = agencies_named(one.agency_id for one in found)
    return [
        WorkItem(
            detail=moment_vi(one.meeting.starts_at),
            kind="meetings.answer",
            title=_("Trả lời giấy mời: {title}").format(title=one.meeting.title),
            due_on=in_vietnam(one.meeting.starts_at).date(),
            state=_("chưa trả lời"),
            agency_name=agency_name(agencies, one.agency_id),
            action_label=_("Trả lời"),
            url=links.answer(one.pk),
            urgency=_urgent(in_vietnam(one.meeting.starts_at).date(), today),
        )
        for one in found
    ]


def _papers(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    found = list(
        Invitation.objects.filter(_owing(actor))
        .select_related("meeting")
        .order_by("meeting__starts_at", "pk")[:limit]
    )
    agencies = agencies_named(one.agency_id for one in found)
    return [
        WorkItem(
            detail=moment_vi(one.meeting.starts_at),
            kind="meetings.paper",
            title=_("Gửi tài liệu họp: {title}").format(title=one.meeting.title),
            due_on=one.meeting.papers_due_on or in_vietnam(one.meeting.starts_at).date(),
            state=_("chưa gửi tài liệu"),
            agency_name=agency_name(agencies, one.agency_id),
            action_label=_("Gửi tài liệu"),
            url=f"{links.meeting(one.meeting_id)}tai-lieu/",
            urgency=_urgent(
                one.meeting.papers_due_on or in_vietnam(one.meeting.starts_at).date(), today
            ),
        )
        for one in found
    ]


def _entries(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    found = list(Entry.objects.filter(_to_approve(actor)).order_by("on", "pk")[:limit])
    agencies = agencies_named(one.proposed_by_agency_id for one in found)
    return [
        WorkItem(
            kind="meetings.entry",
            title=_("Duyệt lịch công tác: {content}").format(content=one.content),
            detail=_("ngày {day}").format(day=date_vi(one.on)),
            due_on=one.on,
            state=_("chờ duyệt"),
            agency_name=agency_name(agencies, one.proposed_by_agency_id),
            action_label=_("Xem và duyệt"),
            url=links.entry(one.pk),
            urgency=_urgent(one.on, today),
        )
        for one in found
    ]


def _conclusions(actor: Actor, today: date, limit: int) -> list[WorkItem]:
    found = list(Meeting.objects.filter(_to_conclude(actor)).order_by("starts_at", "pk")[:limit])
    agencies = agencies_named(one.organiser_id for one in found)
    return [
        WorkItem(
            detail=moment_vi(one.starts_at),
            kind="meetings.conclude",
            title=_("Chuyển kết luận thành nhiệm vụ: {title}").format(title=one.title),
            due_on=None,
            state=_("chờ kết luận"),
            agency_name=agency_name(agencies, one.organiser_id),
            action_label=_("Mở cuộc họp"),
            url=links.meeting(one.pk),
            urgency=_urgent(None, today),
        )
        for one in found
    ]


def _urgent(due_on: date | None, today: date) -> Urgency:
    return urgency_of(due_on, today=today, soon_until=today + _SOON)


_KINDS = (_answers, _papers, _entries, _conclusions)
