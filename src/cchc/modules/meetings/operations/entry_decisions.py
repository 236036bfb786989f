"""Deciding about entries: approving, sending back, striking out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.meetings import links
from cchc.modules.meetings.events import EntryApproved, EntryCancelled, EntryReturned
from cchc.modules.meetings.models import Entry
from cchc.modules.meetings.operations.bookings import free_room
from cchc.modules.meetings.operations.entries import (
    about,
    book,
    is_published,
    known_conflicts,
    locked_entry,
    tell_adjusted,
)
from cchc.modules.meetings.operations.telling import tell
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.rules.kinds import EntryState, Mark
from cchc.modules.meetings.rules.lifecycle import check_entry_step
from cchc.modules.meetings.rules.refusals import require_reason
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi


@transaction.atomic
def approve_entry(
    *, entry_id: int, accepts_conflicts: bool = False, actor: Actor, now: datetime
) -> Entry:
    """Approve an entry; its room is booked. In a published week it is marked as added and told.

    Raises NotVisible, AccessDenied, StepNotAllowed, ConflictsFound, or MeetingRefused when the room
    was booked meanwhile.
    """
    entry = locked_entry(entry_id, actor)
    calendar = entry.week.calendar
    actor.require(Permission.APPROVE, agency_id=calendar.keeper_id)
    check_entry_step(EntryState(entry.state), EntryState.APPROVED)
    leaders = [one.person_id for one in entry.leaders.all()]
    known = known_conflicts(
        entry, leaders, calendar.agency_id, is_known=accepts_conflicts, actor=actor
    )
    entry.known_conflicts = known
    entry.state = EntryState.APPROVED
    _decided(entry, actor, now)
    if is_published(entry):
        entry.mark = Mark.ADDED
    entry.save()
    book(entry)
    told = f" (đã biết: {known})" if known else ""
    announce(EntryApproved(**about(entry), known=told), actor=actor, at=now)
    if is_published(entry):
        tell_adjusted(entry, "Bổ sung lịch công tác", actor, now)
    else:
        _tell_proposer(entry, "Đã duyệt lịch", actor, now)
    return entry


@transaction.atomic
def return_entry(*, entry_id: int, reason: str, actor: Actor, now: datetime) -> Entry:
    """Send a proposed entry back with the reason.

    Raises NotVisible, AccessDenied, StepNotAllowed or MeetingRefused.
    """
    said = require_reason(reason)
    entry = locked_entry(entry_id, actor)
    actor.require(Permission.APPROVE, agency_id=entry.week.calendar.keeper_id)
    check_entry_step(EntryState(entry.state), EntryState.RETURNED)
    entry.state, entry.reason = EntryState.RETURNED, said[:500]
    _decided(entry, actor, now)
    entry.save()
    announce(EntryReturned(**about(entry), reason=said), actor=actor, at=now)
    _tell_proposer(entry, "Trả lại đề nghị lịch", actor, now)
    return entry


@transaction.atomic
def cancel_entry(*, entry_id: int, reason: str, actor: Actor, now: datetime) -> Entry:
    """Strike an entry out; its room is free. In a published week it stays, struck out, and is told.

    Whoever proposed it may until it is approved. Raises NotVisible, AccessDenied, StepNotAllowed or
    MeetingRefused.
    """
    said = require_reason(reason)
    entry = locked_entry(entry_id, actor)
    is_own = entry.proposed_by_id == actor.user_id and entry.state != EntryState.APPROVED
    if not is_own:
        actor.require(Permission.APPROVE, agency_id=entry.week.calendar.keeper_id)
    check_entry_step(EntryState(entry.state), EntryState.CANCELLED)
    strike_out(entry, said, actor, now)
    return entry


def strike_out(entry: Entry, reason: str, actor: Actor, now: datetime) -> None:
    """Cancel an entry that may be cancelled, and say so."""
    was_published = is_published(entry)
    entry.state, entry.reason = EntryState.CANCELLED, reason[:500]
    entry.mark = Mark.CANCELLED if was_published else Mark.NONE
    _decided(entry, actor, now)
    entry.save()
    free_room(f"entry:{entry.pk}")
    announce(EntryCancelled(**about(entry), reason=reason), actor=actor, at=now)
    if was_published:
        tell_adjusted(entry, "Hoãn, hủy lịch công tác", actor, now)
    else:
        _tell_proposer(entry, "Hủy đề nghị lịch", actor, now)


def _decided(entry: Entry, actor: Actor, now: datetime) -> None:
    entry.decided_at, entry.decided_by_id = now, actor.user_id


def _tell_proposer(entry: Entry, title: str, actor: Actor, now: datetime) -> None:
    tell(
        {entry.proposed_by_id} - {actor.user_id},
        topic="meetings.entry.decided",
        title=f"{title} ngày {date_vi(entry.on)}",
        body=f"{entry.content}. {entry.reason}".strip(". "),
        link=links.entry(entry.pk),
        now=now,
    )
