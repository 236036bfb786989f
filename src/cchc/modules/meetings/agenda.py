"""What this module puts into people's calendars: meetings, and entries that concern them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from cchc.modules.meetings import links
from cchc.modules.meetings.models import Entry, EntryLeader, Meeting
from cchc.modules.meetings.models.calendar import EntryQuerySet
from cchc.modules.meetings.queries.naming import agencies_named, agency_name
from cchc.modules.meetings.rules.kinds import EntryState
from cchc.modules.meetings.rules.lifecycle import TAKES_PLACE
from cchc.modules.worklist.public import AgendaItem, AgendaKind
from cchc.platform.access import Actor
from cchc.platform.calendar import VIETNAM, in_vietnam

MOST = 1_000
"""So many of each are read at most."""


def find_agenda(actor: Actor, since: date, until: date) -> list[AgendaItem]:
    """The meetings and the entries of work calendars that concern this person, without names."""
    if actor.user_id is None:
        return []
    first = datetime.combine(since, time.min, tzinfo=VIETNAM)
    after = datetime.combine(until + timedelta(days=1), time.min, tzinfo=VIETNAM)
    meetings = list(
        Meeting.objects.concerning(actor)
        .filter(state__in=sorted(TAKES_PLACE), starts_at__gte=first, starts_at__lt=after)
        .select_related("room")
        .order_by("starts_at", "pk")[:MOST]
    )
    entries = list(
        _entries(actor)
        .filter(on__gte=since, on__lte=until)
        .exclude(meeting_id__in=[meeting.pk for meeting in meetings])
        .select_related("room", "week__calendar")
        .order_by("on", "starts_at", "pk")[:MOST]
    )
    agencies = agencies_named(
        [*(m.organiser_id for m in meetings), *(e.week.calendar.agency_id for e in entries)]
    )
    return [
        *(_meeting_item(m, agency_name(agencies, m.organiser_id)) for m in meetings),
        *(_entry_item(e, agency_name(agencies, e.week.calendar.agency_id)) for e in entries),
    ]


def _entries(actor: Actor) -> EntryQuerySet:
    """Approved entries in which the person, or their agency, takes part."""
    leading = EntryLeader.objects.filter(person_id=actor.user_id or 0).values("entry_id")
    concerned = Q(pk__in=leading) | Q(chair_id=actor.user_id)
    if actor.agency_id is not None:
        published = Q(week__version__gt=0)
        theirs = Q(attending_ids__contains=[actor.agency_id]) | Q(prepared_by_id=actor.agency_id)
        concerned |= published & theirs
    return Entry.objects.filter(concerned, state=EntryState.APPROVED)


def _meeting_item(meeting: Meeting, organiser: str) -> AgendaItem:
    return AgendaItem(
        key=f"meetings.meeting:{meeting.pk}",
        on=in_vietnam(meeting.starts_at).date(),
        starts_at=in_vietnam(meeting.starts_at),
        ends_at=in_vietnam(meeting.ends_at),
        title=meeting.title,
        kind=AgendaKind.MEETING,
        url=links.meeting(meeting.pk),
        place=_place(meeting),
        detail=_("Tổ chức: {agency}").format(agency=organiser) if organiser else "",
        agency_id=meeting.organiser_id,
        agency_name=organiser,
    )


def _entry_item(entry: Entry, agency: str) -> AgendaItem:
    return AgendaItem(
        key=f"meetings.entry:{entry.pk}",
        on=entry.on,
        starts_at=in_vietnam(entry.starts_at),
        ends_at=in_vietnam(entry.ends_at),
        title=entry.content[:300],
        kind=AgendaKind.LEADER,
        url=links.entry(entry.pk),
        place=_place(entry),
        detail=_("Lịch công tác {agency}").format(agency=agency) if agency else "",
        agency_id=entry.week.calendar.agency_id,
        agency_name=agency,
    )


def _place(thing: Meeting | Entry) -> str:
    return ", ".join(part for part in (thing.room.name if thing.room else "", thing.place) if part)
