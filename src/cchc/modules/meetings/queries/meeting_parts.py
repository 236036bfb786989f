"""The parts of a meeting's page: agenda, people, papers, conclusions."""

from __future__ import annotations

from datetime import date, datetime

from cchc.modules.meetings.labels import ANSWER_TONES, ANSWERS, PRESENCES
from cchc.modules.meetings.models import Invitation, Meeting
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import (
    agencies_named,
    agency_name,
    people_named,
)
from cchc.modules.meetings.queries.pages.meeting import (
    ConclusionRow,
    InvitationRow,
    PaperRow,
    PointRow,
)
from cchc.modules.meetings.rules.kinds import Answer, Presence
from cchc.modules.meetings.rules.lifecycle import MeetingState
from cchc.modules.organisation.public import PersonCard
from cchc.modules.plans.public import row_states
from cchc.platform.access import Actor
from cchc.platform.storage.queries import card_of


def point_rows(meeting: Meeting) -> list[PointRow]:
    """The agenda in order."""
    points = list(meeting.points.order_by("position"))
    names = agencies_named(point.presenter_id for point in points)
    return [
        PointRow(p.position, p.title, agency_name(names, p.presenter_id), p.minute_count)
        for p in points
    ]


def invitation_rows(meeting: Meeting, actor: Actor, now: datetime) -> list[InvitationRow]:
    """Who is invited, agencies in their order first, with answers and presence."""
    found = list(meeting.invitations.order_by("agency__precedence", "agency__sort_key", "pk"))
    agencies = agencies_named(one.agency_id for one in found)
    people = people_named(one.person_id for one in found)
    handed_in = set(meeting.papers.filter(is_minutes=False).values_list("agency_id", flat=True))
    is_open = meeting.state == MeetingState.INVITED and meeting.ends_at > now
    return [
        _invitation(
            one,
            who=agency_name(agencies, one.agency_id),
            person=people.get(one.person_id or 0),
            has_papers=one.agency_id in handed_in,
            may_answer=is_open and _is_theirs(one, actor),
        )
        for one in found
    ]


def paper_rows(meeting: Meeting, actor: Actor) -> list[PaperRow]:
    """The papers in the order of their coming."""
    papers = list(meeting.papers.select_related("file").order_by("handed_in_at", "pk"))
    names = agencies_named(paper.agency_id for paper in papers)
    organises = actor.may(Permission.ORGANISE, agency_id=meeting.organiser_id)
    is_closed = meeting.state in (MeetingState.CANCELLED, MeetingState.CONCLUDED)
    return [
        PaperRow(
            id=paper.pk,
            title=paper.title,
            file=card_of(paper.file),
            agency=agency_name(names, paper.agency_id),
            by=paper.handed_in_by_name,
            at=paper.handed_in_at,
            is_minutes=paper.is_minutes,
            may_take_out=not is_closed and (organises or paper.handed_in_by_id == actor.user_id),
        )
        for paper in papers
    ]


def conclusion_rows(meeting: Meeting, actor: Actor, today: date) -> list[ConclusionRow]:
    """The conclusions, each with the state of its task once there is one."""
    found = list(meeting.conclusions.order_by("position"))
    ids = [pk for one in found for pk in (one.lead_id, *one.coordinating_ids)]
    names = agencies_named(ids)
    states = row_states(meeting.plan_id, actor=actor, today=today) if meeting.plan_id else []
    by_order = {state.order: state for state in states}
    rows = []
    for number, one in enumerate(found, start=1):
        task = by_order.get(str(number))
        rows.append(
            ConclusionRow(
                id=one.pk,
                position=number,
                content=one.content,
                product=one.product,
                lead=agency_name(names, one.lead_id),
                coordinating="; ".join(agency_name(names, pk) for pk in one.coordinating_ids),
                due_on=task.due_on or one.due_on if task else one.due_on,
                task_url=task.url if task else "",
                task_label=task.label if task else "",
                task_tone=task.tone if task else "idle",
            )
        )
    return rows


def _invitation(
    one: Invitation,
    *,
    who: str,
    person: PersonCard | None,
    has_papers: bool,
    may_answer: bool,
) -> InvitationRow:
    return InvitationRow(
        id=one.pk,
        who=who or (person.full_name if person else ""),
        detail=person.title if person and not who else "",
        owes_papers=one.owes_papers,
        has_papers=has_papers,
        answer=one.answer,
        answer_label=str(ANSWERS[Answer(one.answer)]),
        tone=ANSWER_TONES[Answer(one.answer)],
        delegate=one.delegate,
        note=one.note,
        presence=one.presence,
        presence_label=str(PRESENCES[Presence(one.presence)]),
        presence_note=one.presence_note,
        may_answer=may_answer,
    )


def _is_theirs(one: Invitation, actor: Actor) -> bool:
    if one.person_id is not None:
        return one.person_id == actor.user_id
    return actor.may(Permission.ANSWER, agency_id=one.agency_id)
