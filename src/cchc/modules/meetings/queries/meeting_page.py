"""The page of one meeting."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from cchc.modules.meetings import links
from cchc.modules.meetings.labels import ANSWERS, ENTRY_STATES
from cchc.modules.meetings.models import Entry, Meeting
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.meeting_parts import (
    conclusion_rows,
    invitation_rows,
    paper_rows,
    point_rows,
)
from cchc.modules.meetings.queries.meetings import meeting_rows
from cchc.modules.meetings.queries.pages.meeting import InvitationRow, MeetingPage
from cchc.modules.meetings.queries.trail import trail_items
from cchc.modules.meetings.queries.week_page import may_propose
from cchc.modules.meetings.rules.kinds import Answer, EntryState
from cchc.modules.meetings.rules.lifecycle import STILL_AHEAD, TRANSITIONS, MeetingState
from cchc.modules.organisation.public import province_committee
from cchc.modules.plans.public import draft_standing, plan_url
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam


def meeting_page(*, meeting_id: int, actor: Actor, now: datetime) -> MeetingPage:
    """One meeting with its people, papers, conclusions, and what the reader may do.

    Raises NotVisible.
    """
    meeting = Meeting.objects.select_related("room").get_visible(actor, pk=meeting_id)
    today = in_vietnam(now).date()
    invitations = invitation_rows(meeting, actor, now)
    entry_url, entry_label = _entry(meeting, actor)
    draft = draft_standing(meeting.draft_id, actor=actor) if meeting.draft_id else None
    may = _may(meeting, actor, now, is_answering=any(row.may_answer for row in invitations))
    may["may_propose_entry"] &= not entry_url
    return MeetingPage(
        row=meeting_rows([meeting])[0],
        purpose=meeting.purpose,
        reason=meeting.reason,
        papers_due_on=meeting.papers_due_on,
        minutes=meeting.minutes,
        room=meeting.room.name if meeting.room else "",
        known_conflicts=meeting.known_conflicts if may["may_organise"] else "",
        points=point_rows(meeting),
        invitations=invitations,
        papers=paper_rows(meeting, actor),
        conclusions=conclusion_rows(meeting, actor, today),
        conclusion_number=meeting.conclusion_number,
        conclusion_kind=meeting.conclusion_kind,
        draft_url=draft.url if draft and draft.is_open else "",
        draft_label=draft.label if draft else "",
        plan_url=plan_url(meeting.plan_id) if meeting.plan_id else "",
        entry_url=entry_url,
        entry_label=entry_label,
        answer_counts=_answers(invitations),
        own_answer_url=_own_answer(invitations),
        trail=trail_items(f"meetings.meeting:{meeting.pk}"),
        **may,
    )


def _may(meeting: Meeting, actor: Actor, now: datetime, *, is_answering: bool) -> dict[str, bool]:
    """What the reader may do now, by the names of the page."""
    state = MeetingState(meeting.state)
    today = in_vietnam(now).date()
    organises = actor.may(Permission.ORGANISE, agency_id=meeting.organiser_id)
    concludes = actor.may(Permission.CONCLUDE, agency_id=meeting.organiser_id)
    is_off = state in (MeetingState.CANCELLED, MeetingState.CONCLUDED)
    is_free = meeting.draft_id is None
    is_held = state is MeetingState.HELD
    may_begin = is_held or MeetingState.HELD in TRANSITIONS[state]
    return {
        "may_organise": organises,
        "may_change": organises and state in {*STILL_AHEAD, MeetingState.POSTPONED},
        "may_send": organises and MeetingState.INVITED in TRANSITIONS[state],
        "may_hold": organises and may_begin and now >= meeting.starts_at,
        "may_write_minutes": organises and (is_held or state is MeetingState.CONCLUDED),
        "may_conclude": organises and is_held and is_free,
        "may_hand_over": organises and concludes and is_held and is_free,
        "may_call_off": organises and MeetingState.CANCELLED in TRANSITIONS[state],
        "may_postpone": organises and MeetingState.POSTPONED in TRANSITIONS[state],
        "may_hand_in": not is_off and (organises or is_answering),
        "may_propose_entry": organises
        and state in STILL_AHEAD
        and may_propose(actor, province_committee(today).id, today),
    }


def _entry(meeting: Meeting, actor: Actor) -> tuple[str, str]:
    """Its line in the work calendar of leaders, when there is one that the reader may see."""
    entry = (
        Entry.objects.visible_to(actor)
        .filter(meeting_id=meeting.pk)
        .exclude(state=EntryState.CANCELLED)
        .first()
    )
    if entry is None:
        return "", ""
    return links.entry(entry.pk), str(ENTRY_STATES[EntryState(entry.state)])


def _answers(invitations: list[InvitationRow]) -> list[tuple[str, int]]:
    counted = [
        (str(label), sum(row.answer == answer for row in invitations))
        for answer, label in ANSWERS.items()
    ]
    return [(_("Thành phần mời"), len(invitations)), *counted]


def _own_answer(invitations: list[InvitationRow]) -> str:
    """Where the reader answers, as long as they have not."""
    waiting = (row for row in invitations if row.may_answer and row.answer == Answer.PENDING)
    first = next(waiting, None)
    return links.answer(first.id) if first else ""


def attendance_page(*, meeting_id: int, actor: Actor, now: datetime) -> MeetingPage:
    """The meeting for whoever calls the roll. Raises NotVisible or AccessDenied."""
    meeting = Meeting.objects.get_visible(actor, pk=meeting_id)
    actor.require(Permission.ORGANISE, agency_id=meeting.organiser_id)
    return meeting_page(meeting_id=meeting_id, actor=actor, now=now)
