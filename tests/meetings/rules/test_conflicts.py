"""What meets with what."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.modules.meetings.rules.conflicts import (
    ConflictKind,
    Occasion,
    Span,
    conflicts_of,
    has_room_conflict,
    session_at,
    span_of,
)
from cchc.modules.meetings.rules.kinds import Session
from cchc.platform.calendar import VIETNAM, vietnamese_calendar

CALENDAR = vietnamese_calendar()
THURSDAY = date(2019, 10, 17)
BASE = datetime(2019, 10, 17, tzinfo=VIETNAM)

minutes = st.integers(0, 1439)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(minutes)
    length = draw(st.integers(1, 600))
    return Span(BASE + timedelta(minutes=first), BASE + timedelta(minutes=first + length))


@st.composite
def occasions(draw: st.DrawFn) -> Occasion:
    return Occasion(
        key=f"entry:{draw(st.integers(1, 40))}",
        title="x",
        span=draw(spans()),
        people=draw(st.frozensets(st.integers(1, 4), max_size=3)),
        room_id=draw(st.sampled_from([None, 1, 2])),
    )


@given(spans(), spans())
def test_overlapping_is_mutual_and_means_a_shared_minute(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    shared = max(one.starts_at, other.starts_at) < min(one.ends_at, other.ends_at)
    assert one.overlaps(other) == shared
    assert one.overlaps(one)


@given(spans())
def test_what_begins_when_another_ends_does_not_overlap(one: Span) -> None:
    after = Span(one.ends_at, one.ends_at + timedelta(minutes=30))

    assert not one.overlaps(after)
    assert not after.overlaps(one)


@given(occasions(), st.lists(occasions(), max_size=8))
def test_conflicts_are_exactly_the_shared_people_and_rooms(
    wanted: Occasion, others: list[Occasion]
) -> None:
    found = conflicts_of(wanted, others, CALENDAR)

    meeting = [o for o in others if o.key != wanted.key and o.span.overlaps(wanted.span)]
    leaders = sum(len(o.people & wanted.people) for o in meeting)
    rooms = sum(wanted.room_id is not None and o.room_id == wanted.room_id for o in meeting)
    assert sum(c.kind is ConflictKind.LEADER for c in found) == leaders
    assert sum(c.kind is ConflictKind.ROOM for c in found) == rooms
    assert has_room_conflict(found) == bool(rooms)
    assert len(found) == leaders + rooms


@given(occasions())
def test_nothing_meets_with_itself(wanted: Occasion) -> None:
    assert conflicts_of(wanted, [wanted, wanted], CALENDAR) == []


@given(occasions(), occasions())
def test_conflicts_are_mutual(one: Occasion, other: Occasion) -> None:
    there = [c.kind for c in conflicts_of(one, [other], CALENDAR)]
    back = [c.kind for c in conflicts_of(other, [one], CALENDAR)]

    assert there == back


def test_a_day_off_is_said_with_its_reason() -> None:
    sunday = Occasion("entry:1", "x", span_of(date(2019, 10, 20), Session.MORNING))

    (found,) = conflicts_of(sunday, [], CALENDAR)

    assert found.kind is ConflictKind.DAY_OFF
    assert found.reason


@pytest.mark.parametrize(
    ("session", "starts", "ends", "first", "last"),
    [
        pytest.param(Session.MORNING, None, None, "07:00", "12:00", id="a whole morning"),
        pytest.param(Session.AFTERNOON, None, None, "13:00", "17:30", id="a whole afternoon"),
        pytest.param(Session.ALL_DAY, None, None, "07:00", "17:30", id="all day"),
        pytest.param(Session.MORNING, time(8), time(9), "08:00", "09:00", id="hours as written"),
        pytest.param(Session.MORNING, time(8), None, "08:00", "12:00", id="to the end of the half"),
        pytest.param(Session.AFTERNOON, time(19), None, "19:00", "23:59", id="in the evening"),
    ],
)
def test_the_hours_of_an_entry(
    session: Session, starts: time | None, ends: time | None, first: str, last: str
) -> None:
    span = span_of(THURSDAY, session, starts, ends)

    assert (f"{span.starts_at:%H:%M}", f"{span.ends_at:%H:%M}") == (first, last)


def test_an_entry_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        span_of(THURSDAY, Session.MORNING, time(9), time(9))


def test_noon_begins_the_afternoon() -> None:
    assert session_at(time(11, 59)) is Session.MORNING
    assert session_at(time(12)) is Session.AFTERNOON
