"""The page of one entry, and what its form must know."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from cchc.modules.meetings.labels import ENTRY_STATES, ENTRY_TONES
from cchc.modules.meetings.models import Entry, Meeting, Room, WorkCalendar
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import (
    agencies_named,
    agency_name,
    leaders_to_choose,
)
from cchc.modules.meetings.queries.occasions import conflict_words, conflicts_for, occasion_of_entry
from cchc.modules.meetings.queries.pages.shared import Choice
from cchc.modules.meetings.queries.pages.week import EntryPage
from cchc.modules.meetings.queries.trail import trail_items
from cchc.modules.meetings.queries.week_page import may_propose
from cchc.modules.meetings.queries.week_paper import rows_of
from cchc.modules.meetings.rules.conflicts import is_open_ended, session_at
from cchc.modules.meetings.rules.fields import EntryFields
from cchc.modules.meetings.rules.kinds import EntryState, Session
from cchc.modules.organisation.public import (
    AgencyCard,
    AgencyKind,
    living_agencies,
    province_committee,
)
from cchc.platform.access import AccessDenied, Actor, NotVisible
from cchc.platform.calendar import in_vietnam

_INNER = (AgencyKind.DIVISION, AgencyKind.DISTRICT_OFFICE)


def entry_page(*, entry_id: int, actor: Actor) -> EntryPage:
    """One entry with what it meets with now. Raises NotVisible."""
    entry = _entry(entry_id, actor)
    calendar = entry.week.calendar
    names = agencies_named([calendar.agency_id, entry.proposed_by_agency_id])
    keeps = actor.may(Permission.APPROVE, agency_id=calendar.keeper_id)
    proposes = entry.proposed_by_id == actor.user_id or actor.may(
        Permission.PROPOSE, agency_id=entry.proposed_by_agency_id
    )
    is_open = entry.state in (EntryState.PROPOSED, EntryState.RETURNED)
    is_off = entry.state == EntryState.CANCELLED
    return EntryPage(
        row=rows_of([entry])[0],
        agency_id=calendar.agency_id,
        agency_name=agency_name(names, calendar.agency_id),
        starts_on=entry.week.starts_on,
        room=entry.room.name if entry.room else "",
        state=entry.state,
        state_label=str(ENTRY_STATES[EntryState(entry.state)]),
        tone=ENTRY_TONES[EntryState(entry.state)],
        reason=entry.reason,
        known_conflicts=entry.known_conflicts,
        conflicts=_conflicts(entry, actor) if is_open and (keeps or proposes) else [],
        proposed_by=entry.proposed_by_name,
        proposed_by_agency=agency_name(names, entry.proposed_by_agency_id),
        proposed_at=entry.proposed_at,
        meeting_id=_seen_meeting(entry, actor),
        is_published=entry.week.version > 0 and entry.state == EntryState.APPROVED,
        may_approve=keeps and entry.state == EntryState.PROPOSED,
        may_correct=not is_off and (keeps or (proposes and is_open)),
        may_cancel=not is_off and (keeps or (entry.proposed_by_id == actor.user_id and is_open)),
        trail=trail_items(f"meetings.entry:{entry.pk}"),
    )


def fields_of_entry(*, entry_id: int, actor: Actor) -> tuple[int, EntryFields]:
    """The agency whose calendar it is, and the entry as it stands on its form.

    Raises NotVisible.
    """
    entry = _entry(entry_id, actor)
    begins, ends = in_vietnam(entry.starts_at), in_vietnam(entry.ends_at)
    is_open = is_open_ended(Session(entry.session), ends.time())
    leaders = tuple(one.person_id for one in entry.leaders.order_by("position"))
    return entry.week.calendar.agency_id, EntryFields(
        on=entry.on,
        session=Session(entry.session),
        starts_at=begins.time() if entry.has_hours else None,
        ends_at=ends.time() if entry.has_hours and not is_open else None,
        content=entry.content,
        leader_ids=leaders,
        place=entry.place,
        room_id=entry.room_id,
        chair_id=entry.chair_id,
        prepared_by_id=entry.prepared_by_id,
        attending_ids=tuple(entry.attending_ids),
        attending_text=entry.attending_text,
        note=entry.note,
    )


def fields_of_meeting(*, meeting_id: int, actor: Actor) -> EntryFields:
    """A meeting as an entry that would stand in the work calendar. Raises NotVisible."""
    meeting = Meeting.objects.get_visible(actor, pk=meeting_id)
    begins, ends = in_vietnam(meeting.starts_at), in_vietnam(meeting.ends_at)
    invited = meeting.invitations.filter(agency__isnull=False).values_list("agency_id", flat=True)
    return EntryFields(
        on=begins.date(),
        session=session_at(begins.time()),
        starts_at=begins.time(),
        ends_at=ends.time(),
        content=meeting.title,
        leader_ids=(meeting.chair_id,) if meeting.chair_id else (),
        chair_id=meeting.chair_id,
        place=meeting.place,
        room_id=meeting.room_id,
        prepared_by_id=meeting.organiser_id,
        attending_ids=tuple(pk for pk in invited if pk is not None),
    )


def leader_choices(agency_id: int, now: datetime) -> list[Choice]:
    """Whose work the calendar shows."""
    calendar = WorkCalendar.objects.filter(agency_id=agency_id).first()
    keeper_id = calendar.keeper_id if calendar else agency_id
    cards = leaders_to_choose(agency_id, keeper_id, now)
    return [Choice(str(card.id), f"{card.full_name} · {card.title}") for card in cards]


def room_choices() -> list[Choice]:
    """The rooms that can be booked, with their agencies."""
    rooms = list(Room.objects.open().order_by("agency__precedence", "name"))
    names = agencies_named(room.agency_id for room in rooms)
    return [
        Choice(str(room.pk), f"{room.name} · {agency_name(names, room.agency_id)}")
        for room in rooms
    ]


def agency_choices(now: datetime, *, within: Collection[int] = ()) -> list[Choice]:
    """The agencies that live today in the order of precedence, and the divisions of some."""
    living = living_agencies(in_vietnam(now).date())
    return [
        Choice(str(card.id), card.name)
        for card in living
        if card.kind not in _INNER or card.parent_id in within
    ]


def calendar_agencies(agency_id: int) -> set[int]:
    """The agency of a calendar and its keeper: their divisions prepare and attend."""
    keepers = WorkCalendar.objects.filter(agency_id=agency_id).values_list("keeper_id", flat=True)
    return {agency_id, *keepers}


def _entry(entry_id: int, actor: Actor) -> Entry:
    entries = Entry.objects.select_related("week__calendar", "room").prefetch_related("leaders")
    return entries.get_visible(actor, pk=entry_id)


def _conflicts(entry: Entry, actor: Actor) -> list[str]:
    people = [one.person_id for one in entry.leaders.all()]
    occasion = occasion_of_entry(entry, people)
    agency_id = entry.week.calendar.agency_id
    return conflict_words(conflicts_for(occasion, agency_id=agency_id, actor=actor))


def _seen_meeting(entry: Entry, actor: Actor) -> int | None:
    if entry.meeting_id is None:
        return None
    seen = Meeting.objects.visible_to(actor).filter(pk=entry.meeting_id).exists()
    return entry.meeting_id if seen else None


def calendar_to_propose_in(agency_id: int | None, *, actor: Actor, now: datetime) -> AgencyCard:
    """The agency into whose leaders' calendar the actor may propose: the province's by default.

    Raises NotVisible when there is no such agency, AccessDenied when the actor may not.
    """
    today = in_vietnam(now).date()
    wanted = agency_id or province_committee(today).id
    card = agencies_named([wanted]).get(wanted)
    if card is None:
        raise NotVisible
    if not may_propose(actor, wanted, today):
        raise AccessDenied(Permission.PROPOSE)
    return card
