"""Writing entries of the work calendar: proposing them, and reading them differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields as fields_of
from datetime import datetime
from typing import Any

from django.db import transaction

from cchc.modules.meetings import links
from cchc.modules.meetings.events import EntryCorrected, EntryProposed
from cchc.modules.meetings.models import Entry, EntryLeader, WorkCalendar, WorkWeek
from cchc.modules.meetings.operations.bookings import checked_room, take_room
from cchc.modules.meetings.operations.rooms import calendar_of
from cchc.modules.meetings.operations.telling import concerned_by, keepers_of, tell
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.queries.naming import agencies_named, leaders_to_choose
from cchc.modules.meetings.queries.occasions import conflict_words, conflicts_for, occasion_of_entry
from cchc.modules.meetings.rules.conflicts import Span, span_of
from cchc.modules.meetings.rules.fields import EntryFields
from cchc.modules.meetings.rules.kinds import EntryState, Mark
from cchc.modules.meetings.rules.lifecycle import StepNotAllowed
from cchc.modules.meetings.rules.refusals import ConflictsFound, MeetingRefused, Problem
from cchc.modules.meetings.rules.weeks import monday_of
from cchc.modules.organisation.public import province_committee
from cchc.platform.access import AccessDenied, Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.events.announcing import announce
from cchc.platform.text.writing import date_vi

_COLUMNS = {
    "on": "ngày",
    "session": "buổi",
    "starts_at": "giờ",
    "ends_at": "giờ",
    "content": "nội dung",
    "place": "địa điểm",
    "room_id": "phòng họp",
    "chair_id": "chủ trì",
    "prepared_by_id": "đơn vị chuẩn bị",
    "attending_text": "thành phần",
    "attending_ids": "thành phần",
    "note": "ghi chú",
}


@transaction.atomic
def propose_entry(
    *,
    agency_id: int,
    fields: EntryFields,
    accepts_conflicts: bool = False,
    meeting_id: int | None = None,
    actor: Actor,
    now: datetime,
) -> Entry:
    """Ask for an entry in the work calendar of an agency's leaders.

    Into the province's calendar every office proposes in its own name. Raises AccessDenied,
    MeetingRefused, or ConflictsFound until somebody says that they know.
    """
    _require_proposing(actor, agency_id, now)
    calendar = calendar_of(agency_id)
    span = checked(fields, calendar, now)
    entry = Entry(
        state=EntryState.PROPOSED,
        meeting_id=meeting_id,
        proposed_by_agency_id=actor.agency_id or agency_id,
        proposed_by_id=actor.user_id,
        proposed_by_name=actor.name[:150],
        proposed_at=now,
    )
    write(entry, fields, span, calendar)
    entry.known_conflicts = known_conflicts(
        entry, fields.leader_ids, agency_id, is_known=accepts_conflicts, actor=actor
    )
    entry.save()
    set_leaders(entry, fields.leader_ids)
    announce(EntryProposed(**about(entry)), actor=actor, at=now)
    tell(
        keepers_of(calendar.keeper_id, agency_id, now) - {actor.user_id},
        topic="meetings.entry.proposed",
        title=f"Đề nghị đưa vào lịch công tác ngày {date_vi(entry.on)}",
        body=entry.content,
        link=links.entry(entry.pk),
        now=now,
    )
    return entry


@transaction.atomic
def correct_entry(
    *,
    entry_id: int,
    fields: EntryFields,
    accepts_conflicts: bool = False,
    actor: Actor,
    now: datetime,
) -> Entry:
    """Let an entry read differently. Its proposer may until it is decided, its keeper always.

    A returned entry is proposed again. After publication it is marked as corrected and those whom
    it concerns are told. Raises NotVisible, AccessDenied, StepNotAllowed, MeetingRefused or
    ConflictsFound.
    """
    entry = locked_entry(entry_id, actor)
    calendar = entry.week.calendar
    _require_correcting(entry, calendar, actor)
    span = checked(fields, calendar, now)
    changed = _changed(entry, fields, span)
    was_published = is_published(entry)
    if entry.state == EntryState.RETURNED:
        entry.state, entry.reason = EntryState.PROPOSED, ""
    write(entry, fields, span, calendar)
    entry.known_conflicts = known_conflicts(
        entry, fields.leader_ids, calendar.agency_id, is_known=accepts_conflicts, actor=actor
    )
    if was_published and changed:
        entry.mark = entry.mark or Mark.CHANGED
    entry.save()
    set_leaders(entry, fields.leader_ids)
    if entry.state == EntryState.APPROVED:
        book(entry)
    if changed:
        words = ", ".join(dict.fromkeys(changed))
        announce(EntryCorrected(**about(entry), changed=words), actor=actor, at=now)
    if was_published and changed:
        tell_adjusted(entry, "Điều chỉnh lịch công tác", actor, now)
    return entry


def locked_entry(entry_id: int, actor: Actor) -> Entry:
    """The entry, locked, with its week. Raises NotVisible."""
    Entry.objects.get_visible(actor, pk=entry_id)
    return (
        Entry.objects.select_for_update(of=("self",))
        .select_related("week__calendar")
        .get(pk=entry_id)
    )


def checked(fields: EntryFields, calendar: WorkCalendar, now: datetime) -> Span:
    """The hours of an entry whose values make sense. Raises MeetingRefused."""
    if not fields.leader_ids:
        raise MeetingRefused(Problem.NO_LEADER)
    allowed = {c.id for c in leaders_to_choose(calendar.agency_id, calendar.keeper_id, now)}
    if not set(fields.leader_ids) <= allowed:
        raise MeetingRefused(Problem.NOT_A_LEADER)
    named = {*fields.attending_ids, *([fields.prepared_by_id] if fields.prepared_by_id else [])}
    if not named <= set(agencies_named(named)):
        raise MeetingRefused(Problem.UNKNOWN_AGENCY)
    checked_room(fields.room_id)
    try:
        span = span_of(fields.on, fields.session, fields.starts_at, fields.ends_at)
    except ValueError:
        raise MeetingRefused(Problem.ENDS_BEFORE_IT_BEGINS) from None
    if span.ends_at <= now:
        raise MeetingRefused(Problem.IN_THE_PAST)
    return span


def write(entry: Entry, fields: EntryFields, span: Span, calendar: WorkCalendar) -> None:
    """Set the columns of an entry; saves nothing but the week that it needs."""
    week, _made = WorkWeek.objects.get_or_create(calendar=calendar, starts_on=monday_of(fields.on))
    entry.week = week
    entry.on, entry.session = fields.on, fields.session
    entry.starts_at, entry.ends_at = span.starts_at, span.ends_at
    entry.has_hours = fields.starts_at is not None
    entry.content, entry.place = fields.content.strip()[:1000], fields.place.strip()[:250]
    entry.room_id, entry.chair_id = fields.room_id, fields.chair_id
    entry.prepared_by_id = fields.prepared_by_id
    entry.attending_text = fields.attending_text.strip()[:1000]
    entry.attending_ids = list(fields.attending_ids)
    entry.note = fields.note.strip()[:500]


def known_conflicts(
    entry: Entry, leader_ids: Iterable[int], agency_id: int, *, is_known: bool, actor: Actor
) -> str:
    """What the entry meets with, in words, when somebody says that they know.

    Raises ConflictsFound when nobody said so yet.
    """
    occasion = occasion_of_entry(entry, leader_ids)
    found = conflicts_for(occasion, agency_id=agency_id, actor=actor)
    if found and not is_known:
        raise ConflictsFound(found)
    return "; ".join(conflict_words(found))[:1000]


def set_leaders(entry: Entry, leader_ids: Iterable[int]) -> None:
    """Say which leaders take part, in this order."""
    entry.leaders.all().delete()
    EntryLeader.objects.bulk_create(
        EntryLeader(entry=entry, person_id=person_id, position=position)
        for position, person_id in enumerate(dict.fromkeys(leader_ids))
    )


def book(entry: Entry) -> None:
    """Take the entry's room firmly; that of a meeting's entry is taken by the meeting."""
    if entry.meeting_id is None:
        span = Span(entry.starts_at, entry.ends_at)
        take_room(
            room_id=entry.room_id, span=span, occasion=f"entry:{entry.pk}", title=entry.content
        )


def is_published(entry: Entry) -> bool:
    """Whether everybody reads the entry already."""
    return entry.week.version > 0 and entry.state == EntryState.APPROVED


def about(entry: Entry) -> dict[str, Any]:
    """What every event about an entry says."""
    content = entry.content if len(entry.content) <= 160 else f"{entry.content[:159]}…"
    return {"entry_id": entry.pk, "week_id": entry.week_id, "on": entry.on, "content": content}


def tell_adjusted(entry: Entry, title: str, actor: Actor, now: datetime) -> None:
    """Tell those whom a change after publication concerns."""
    tell(
        concerned_by([entry], now) - {actor.user_id},
        topic="meetings.entry.adjusted",
        title=f"{title} ngày {date_vi(entry.on)}",
        body=entry.content,
        link=links.entry(entry.pk),
        now=now,
    )


def _require_proposing(actor: Actor, agency_id: int, now: datetime) -> None:
    is_province = agency_id == province_committee(in_vietnam(now).date()).id
    if is_province and actor.may(Permission.PROPOSE, agency_id=actor.agency_id):
        return
    actor.require(Permission.PROPOSE, agency_id=agency_id)


def _require_correcting(entry: Entry, calendar: WorkCalendar, actor: Actor) -> None:
    if entry.state == EntryState.CANCELLED:
        raise StepNotAllowed(EntryState.CANCELLED, EntryState.PROPOSED)
    if actor.may(Permission.APPROVE, agency_id=calendar.keeper_id):
        return
    may_propose = actor.may(Permission.PROPOSE, agency_id=entry.proposed_by_agency_id)
    is_own = entry.proposed_by_id == actor.user_id or may_propose
    if not is_own or entry.state == EntryState.APPROVED:
        raise AccessDenied(Permission.APPROVE)


def _changed(entry: Entry, fields: EntryFields, span: Span) -> list[str]:
    """The columns that read differently, in words."""
    fresh = {f.name: getattr(fields, f.name) for f in fields_of(fields)}
    fresh |= {"starts_at": span.starts_at, "ends_at": span.ends_at}
    old = {name: getattr(entry, name) for name in _COLUMNS}
    fresh["attending_ids"] = list(fields.attending_ids)
    said = [word for name, word in _COLUMNS.items() if old[name] != fresh[name]]
    before = tuple(one.person_id for one in entry.leaders.order_by("position"))
    return said if before == tuple(dict.fromkeys(fields.leader_ids)) else [*said, "lãnh đạo dự"]
