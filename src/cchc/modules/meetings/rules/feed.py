"""A person's calendar as iCalendar (RFC 5545), and the way back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component, Event, Timezone, TimezoneStandard, vDuration

from cchc.platform.calendar import VIETNAM

ZONE = "Asia/Ho_Chi_Minh"
_CONTROL = dict.fromkeys(range(32)) | {0x7F: None, 0x2028: " ", 0x2029: " ", 0x85: " "}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One event of a feed; without `starts_at` it takes the whole day."""

    uid: str
    on: date
    title: str
    kind: str
    url: str = ""
    detail: str = ""
    place: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None


def uid_of(key: str, host: str) -> str:
    """A name for ever: that of the thing, at the site that knows it."""
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@{host}"


def plain(text: str) -> str:
    """A text without control characters, which no calendar can carry, on one line."""
    return " ".join(text.translate({**_CONTROL, 9: " ", 10: " ", 13: " "}).split())


def ics_of(items: Iterable[FeedItem], *, name: str, stamped_at: datetime) -> bytes:
    """The feed: events only, hours in Vietnam's zone, nothing about who else is there."""
    calendar = Calendar()
    calendar.add("prodid", "-//CCHC//Lich//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", vDuration(timedelta(hours=1)), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(_zone())
    for item in items:
        calendar.add_component(_event(item, stamped_at))
    written: bytes = calendar.to_ical()
    return written


def items_in(feed: bytes) -> list[FeedItem]:
    """The events of a feed as they were given to `ics_of`; for checking what is sent out."""
    return [_item(event) for event in Calendar.from_ical(feed).walk("VEVENT")]


def _zone() -> Timezone:
    """Vietnam has kept UTC+7 without summer time since 1975."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - local by definition
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _event(item: FeedItem, stamped_at: datetime) -> Event:
    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", stamped_at.astimezone(UTC))
    event.add("summary", plain(item.title))
    if item.starts_at is None:
        event.add("dtstart", item.on)
        event.add("dtend", item.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", item.starts_at.astimezone(VIETNAM))
        ends_at = item.ends_at or item.starts_at + timedelta(hours=1)
        event.add("dtend", ends_at.astimezone(VIETNAM))
    for name, value in (("description", item.detail), ("location", item.place)):
        if plain(value):
            event.add(name, plain(value))
    if item.url:
        event.add("url", item.url)
    event.add("categories", [item.kind])
    return event


def _item(event: Component) -> FeedItem:
    starts = event.decoded("dtstart")
    is_timed = isinstance(starts, datetime)
    categories = event.get("categories")
    return FeedItem(
        uid=str(event["uid"]),
        on=starts.astimezone(VIETNAM).date() if is_timed else starts,
        title=str(event["summary"]),
        kind=str(categories.cats[0]) if categories else "",
        url=str(event.get("url", "")),
        detail=str(event.get("description", "")),
        place=str(event.get("location", "")),
        starts_at=starts.astimezone(VIETNAM) if is_timed else None,
        ends_at=event.decoded("dtend").astimezone(VIETNAM) if is_timed else None,
    )
