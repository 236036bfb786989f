"""What is sent to calendar programmes is what they read."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cchc.modules.meetings.rules.feed import FeedItem, ics_of, items_in, plain, uid_of
from cchc.platform.calendar import VIETNAM

NOW = datetime(2019, 10, 15, tzinfo=VIETNAM)
texts = st.text(max_size=200)
days = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@st.composite
def feed_items(draw: st.DrawFn) -> FeedItem:
    on = draw(days)
    starts_at = ends_at = None
    if draw(st.booleans()):
        minute = draw(st.integers(0, 1439))
        starts_at = datetime(on.year, on.month, on.day, tzinfo=VIETNAM) + timedelta(minutes=minute)
        ends_at = starts_at + timedelta(minutes=draw(st.integers(1, 900)))
    return FeedItem(
        uid=uid_of(draw(texts), "cchc.example"),
        on=on,
        title=draw(texts),
        kind=draw(st.sampled_from(["Cuộc họp", "Hạn nhiệm vụ"])),
        url=draw(st.sampled_from(["", "https://cchc.example/nhiem-vu/1/"])),
        detail=draw(texts),
        place=draw(texts),
        starts_at=starts_at,
        ends_at=ends_at,
    )


@given(st.lists(feed_items(), max_size=6))
def test_a_feed_reads_back_to_the_same_items(items: list[FeedItem]) -> None:
    read = items_in(ics_of(items, name="Lịch", stamped_at=NOW))

    assert [(i.uid, i.on, i.kind, i.url, i.starts_at, i.ends_at) for i in read] == [
        (i.uid, i.on, i.kind, i.url, i.starts_at, i.ends_at) for i in items
    ]
    assert [(i.title, i.detail, i.place) for i in read] == [
        (plain(i.title), plain(i.detail), plain(i.place)) for i in items
    ]


@given(texts)
def test_nothing_typed_breaks_out_of_its_line(text: str) -> None:
    hostile = f"{text}\r\nATTENDEE:mailto:x@y\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    item = FeedItem(uid="a@b", on=date(2019, 10, 15), title=hostile, kind="Cuộc họp")

    calendar = Calendar.from_ical(ics_of([item], name="Lịch", stamped_at=NOW))

    (event,) = calendar.walk("VEVENT")
    assert "ATTENDEE" not in event


def test_a_name_stays_though_the_day_moves() -> None:
    assert uid_of("meetings.meeting:3", "a") == uid_of("meetings.meeting:3", "a")
    assert uid_of("meetings.meeting:3", "a") != uid_of("meetings.meeting:4", "a")


def test_hours_are_those_of_vietnam() -> None:
    eight = datetime(2019, 10, 18, 8, tzinfo=VIETNAM)
    item = FeedItem(uid="a@b", on=eight.date(), title="Họp", kind="Cuộc họp", starts_at=eight)

    text = ics_of([item], name="Lịch", stamped_at=NOW).decode()

    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20191018T080000" in text
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20191018T090000" in text
