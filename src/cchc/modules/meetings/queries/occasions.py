"""What else stands in calendars at the same time: for warnings before something is fixed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from cchc.modules.meetings.models import Entry, Meeting
from cchc.modules.meetings.queries.naming import hours_vi, people_named, person_name
from cchc.modules.meetings.rules.conflicts import (
    Conflict,
    ConflictKind,
    Occasion,
    Span,
    conflicts_of,
)
from cchc.modules.meetings.rules.kinds import EntryState
from cchc.modules.meetings.rules.lifecycle import STILL_AHEAD, MeetingState
from cchc.modules.organisation.public import working_calendar
from cchc.platform.access import Actor


def conflicts_for(wanted: Occasion, *, agency_id: int, actor: Actor) -> list[Conflict]:
    """Everything that an occasion of this agency meets with.

    What the actor may not see is met with all the same, without its title.
    """
    others = [*_entries(wanted.span, actor), *_meetings(wanted.span, actor)]
    return conflicts_of(wanted, others, working_calendar(agency_id))


def occasion_of_entry(entry: Entry, people: Iterable[int]) -> Occasion:
    """An entry as an occasion; that of a meeting is the meeting's own."""
    return Occasion(
        key=f"meeting:{entry.meeting_id}" if entry.meeting_id else f"entry:{entry.pk}",
        title=entry.content,
        span=Span(entry.starts_at, entry.ends_at),
        people=frozenset(people) | ({entry.chair_id} if entry.chair_id else frozenset()),
        room_id=entry.room_id,
        is_firm=entry.state == EntryState.APPROVED,
    )


def conflict_words(conflicts: Sequence[Conflict]) -> list[str]:
    """Each conflict as a sentence."""
    people = people_named(conflict.person_id for conflict in conflicts)
    said = []
    for conflict in conflicts:
        title = conflict.with_title or _("một việc khác")
        hours = hours_vi(conflict.span.starts_at, conflict.span.ends_at) if conflict.span else ""
        match conflict.kind:
            case ConflictKind.LEADER:
                words = _("{who} đã có lịch {hours}: {title}").format(
                    who=person_name(people, conflict.person_id), hours=hours, title=title
                )
            case ConflictKind.ROOM:
                words = _("Phòng họp đã được đăng ký {hours}: {title}").format(
                    hours=hours, title=title
                )
            case ConflictKind.DAY_OFF:
                words = _("Ngày này cơ quan không làm việc: {reason}").format(
                    reason=conflict.reason
                )
        said.append(str(words))
    return said


def _entries(span: Span, actor: Actor) -> list[Occasion]:
    standing = Entry.objects.standing().filter(
        starts_at__lt=span.ends_at, ends_at__gt=span.starts_at
    )
    seen = set(standing.visible_to(actor).values_list("pk", flat=True))
    found = []
    for entry in standing.prefetch_related("leaders"):
        people = [leader.person_id for leader in entry.leaders.all()]
        occasion = occasion_of_entry(entry, people)
        found.append(_hidden(occasion, is_seen=entry.pk in seen))
    return found


def _meetings(span: Span, actor: Actor) -> list[Occasion]:
    ahead = Meeting.objects.filter(
        Q(state__in=sorted({*STILL_AHEAD, MeetingState.HELD})),
        starts_at__lt=span.ends_at,
        ends_at__gt=span.starts_at,
    )
    seen = set(ahead.visible_to(actor).values_list("pk", flat=True))
    found = []
    for meeting in ahead.prefetch_related("invitations"):
        invited = {one.person_id for one in meeting.invitations.all() if one.person_id}
        occasion = Occasion(
            key=f"meeting:{meeting.pk}",
            title=meeting.title,
            span=Span(meeting.starts_at, meeting.ends_at),
            people=frozenset(invited | ({meeting.chair_id} if meeting.chair_id else set())),
            room_id=meeting.room_id,
            is_firm=meeting.state != MeetingState.PLANNED,
        )
        found.append(_hidden(occasion, is_seen=meeting.pk in seen))
    return found


def _hidden(occasion: Occasion, *, is_seen: bool) -> Occasion:
    if is_seen:
        return occasion
    return Occasion(
        key=occasion.key,
        title="",
        span=occasion.span,
        people=occasion.people,
        room_id=occasion.room_id,
        is_firm=occasion.is_firm,
    )
