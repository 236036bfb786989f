"""What the forms of meetings begin with and may choose from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cchc.modules.meetings.models import Conclusion, Invitation, Meeting
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.entry_page import agency_choices, room_choices
from cchc.modules.meetings.queries.naming import agencies_named, agency_name
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.organisation.public import (
    AgencyKind,
    Level,
    colleagues_in,
    living_agencies,
)
from cchc.platform.access import Actor, NotVisible
from cchc.platform.calendar import in_vietnam

_SENIOR = frozenset(
    {AgencyKind.PEOPLES_COMMITTEE, AgencyKind.DEPARTMENT, AgencyKind.PROVINCIAL_BODY}
)


def meeting_title(*, meeting_id: int, actor: Actor) -> str:
    """What a meeting is called. Raises NotVisible."""
    return Meeting.objects.get_visible(actor, pk=meeting_id).title


def meeting_choices(*, actor: Actor, now: datetime) -> dict[str, Any]:
    """Organisers, chairs and rooms to choose from. Raises AccessDenied."""
    actor.require_somewhere(Permission.ORGANISE)
    scope = actor.scope_of(Permission.ORGANISE)
    living = living_agencies(in_vietnam(now).date())
    organisers = [Choice(str(card.id), card.name) for card in living if card.id in scope]
    return {"organisers": organisers, "people": people_choices(now), "rooms": room_choices()}


def people_choices(now: datetime) -> list[Choice]:
    """The people of the province's and the districts' agencies, with post and agency."""
    on = in_vietnam(now).date()
    cards = {c.id: c for c in living_agencies(on, kinds=_SENIOR) if c.level != Level.COMMUNE}
    people = colleagues_in(cards, on)
    return [
        Choice(str(one.id), " · ".join(p for p in (one.full_name, one.title, _of(one, cards)) if p))
        for one in people
    ]


def fields_to_change(*, meeting_id: int, actor: Actor) -> dict[str, Any]:
    """A meeting as its form begins with it. Raises NotVisible or AccessDenied."""
    meeting = _organised(meeting_id, actor)
    begins, ends = in_vietnam(meeting.starts_at), in_vietnam(meeting.ends_at)
    return {
        "organiser_id": meeting.organiser_id,
        "kind": meeting.kind,
        "title": meeting.title,
        "on": begins.date(),
        "starts_at": begins.time(),
        "ends_at": ends.time(),
        "chair_id": meeting.chair_id,
        "room_id": meeting.room_id,
        "place": meeting.place,
        "purpose": meeting.purpose,
        "papers_due_on": meeting.papers_due_on,
    }


def agencies_for(*, meeting_id: int, actor: Actor, now: datetime) -> list[Choice]:
    """The agencies that a meeting may name: all, and the divisions of who organises it.

    Raises NotVisible.
    """
    meeting = Meeting.objects.get_visible(actor, pk=meeting_id)
    return agency_choices(now, within={meeting.organiser_id})


def agenda_text(*, meeting_id: int, actor: Actor) -> str:
    """The agenda as its form shows it, a point a line. Raises NotVisible or AccessDenied."""
    points = list(_organised(meeting_id, actor).points.order_by("position"))
    names = agencies_named(point.presenter_id for point in points)
    lines = []
    for point in points:
        minutes = str(point.minute_count) if point.minute_count else ""
        parts = [point.title, agency_name(names, point.presenter_id), minutes]
        while parts and not parts[-1]:
            parts.pop()
        lines.append(" | ".join(parts))
    return "\n".join(lines)


def invited_now(*, meeting_id: int, actor: Actor) -> dict[str, list[int]]:
    """Whom a meeting invites. Raises NotVisible or AccessDenied."""
    invited = list(_organised(meeting_id, actor).invitations.all())
    return {
        "agency_ids": [one.agency_id for one in invited if one.agency_id],
        "person_ids": [one.person_id for one in invited if one.person_id],
        "owing_ids": [one.agency_id for one in invited if one.agency_id and one.owes_papers],
    }


def invitation_to_answer(*, invitation_id: int, actor: Actor) -> tuple[int, dict[str, str]]:
    """The meeting of an invitation and what was answered so far.

    Raises NotVisible or AccessDenied.
    """
    found = Invitation.objects.filter(pk=invitation_id).first()
    if found is None:
        raise NotVisible
    Meeting.objects.get_visible(actor, pk=found.meeting_id)
    if found.person_id is None or found.person_id != actor.user_id:
        if found.agency_id is None:
            raise NotVisible
        actor.require(Permission.ANSWER, agency_id=found.agency_id)
    given = {"answer": found.answer, "delegate": found.delegate, "note": found.note}
    return found.meeting_id, given


def conclusion_to_change(*, conclusion_id: int, actor: Actor) -> tuple[int, dict[str, Any]]:
    """The meeting of a conclusion and what it says. Raises NotVisible or AccessDenied."""
    found = Conclusion.objects.filter(pk=conclusion_id).first()
    if found is None:
        raise NotVisible
    _organised(found.meeting_id, actor)
    return found.meeting_id, {
        "content": found.content,
        "product": found.product,
        "lead_id": found.lead_id,
        "coordinating_ids": found.coordinating_ids,
        "due_on": found.due_on,
    }


def minutes_of(*, meeting_id: int, actor: Actor) -> str:
    """The minutes as written so far. Raises NotVisible or AccessDenied."""
    return _organised(meeting_id, actor).minutes


def _organised(meeting_id: int, actor: Actor) -> Meeting:
    meeting = Meeting.objects.get_visible(actor, pk=meeting_id)
    actor.require(Permission.ORGANISE, agency_id=meeting.organiser_id)
    return meeting


def _of(person: Any, cards: dict[int, Any]) -> str:
    card = cards.get(person.agency_id)
    return card.short_name if card else ""
