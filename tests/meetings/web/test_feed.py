"""The feed as calendar programmes ask for it: 404 for what is not one, nothing of others in it."""

from __future__ import annotations

import pytest
from django.test import Client
from icalendar import Calendar

from cchc.modules.meetings.operations.calling_off import cancel_meeting
from cchc.modules.meetings.operations.feed_keys import give_feed_key
from cchc.modules.meetings.queries.feed import feed_of
from cchc.modules.worklist.public import agenda_of
from tests.meetings.world import FRIDAY, MeetingsWorld
from tests.worlds import TODAY


@pytest.fixture(autouse=True)
def _clock(clock_stands_at: object) -> None:
    clock_stands_at(TODAY)  # type: ignore[operator]


def feed_address(world: MeetingsWorld, person: object) -> str:
    secret = give_feed_key(actor=world.actor(person), now=world.now)  # type: ignore[arg-type]
    return f"/lich/ics/{secret}.ics"


def test_a_feed_holds_what_the_calendar_shows(world: MeetingsWorld) -> None:
    world.sent(place="Hội trường")
    world.plan()
    actor = world.actor(world.head)
    address = feed_address(world, world.head)

    response = Client().get(address)

    events = Calendar.from_ical(response.content).walk("VEVENT")
    shown = agenda_of(actor, TODAY.replace(month=8), TODAY.replace(year=2020))
    assert response["Content-Type"].startswith("text/calendar")
    assert {str(event["summary"]) for event in events} == {item.title for item in shown}
    meeting = next(e for e in events if str(e["summary"]).startswith("Phiên họp"))
    assert meeting.decoded("dtstart").date() == FRIDAY
    assert str(meeting["location"]) == "Hội trường"


def test_no_one_elses_name_stands_in_it(world: MeetingsWorld) -> None:
    world.sent(people=(world.vice_chair,))
    world.approved(leader_ids=(world.leader.pk, world.vice_chair.pk))

    body = Client().get(feed_address(world, world.vice_chair)).content.decode()

    unfolded = body.replace("\r\n ", "")
    assert "Phiên họp thường kỳ" in unfolded
    assert "Làm việc với Bộ Nội vụ" in unfolded
    for person in (world.leader, world.office_operator, world.secretary, world.vice_chair):
        assert person.full_name not in unfolded


def test_what_did_not_change_is_not_sent_again(world: MeetingsWorld) -> None:
    world.sent()
    address = feed_address(world, world.head)
    first = Client().get(address)

    again = Client().get(address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert not again.content
    assert "private" in first["Cache-Control"]
    assert first["Referrer-Policy"] == "no-referrer"


def test_a_cancelled_meeting_disappears_and_others_keep_their_names(world: MeetingsWorld) -> None:
    meeting = world.sent()
    other = world.sent(title="Giao ban", chair_id=None, on=TODAY.replace(day=21))
    secret = give_feed_key(actor=world.actor(world.head), now=world.now)

    def uids() -> dict[str, str]:
        body = feed_of(secret, site="https://cchc.example", now=world.now).body
        return {str(e["summary"]): str(e["uid"]) for e in Calendar.from_ical(body).walk("VEVENT")}

    before = uids()
    cancel_meeting(
        meeting_id=meeting.pk,
        reason="Hoãn",
        actor=world.actor(world.office_operator),
        now=world.now,
    )

    assert uids() == {other.title: before[other.title]}


@pytest.mark.parametrize("secret", ["x", "..", "%00", "a" * 3000, "đường-dẫn", "' OR 1=1 --"])
def test_what_is_no_secret_is_not_found(world: MeetingsWorld, secret: str) -> None:
    assert Client().get(f"/lich/ics/{secret}.ics").status_code == 404


def test_a_feed_is_only_read(world: MeetingsWorld) -> None:
    assert Client().post(feed_address(world, world.head)).status_code == 405


def test_guessing_is_slowed_down(world: MeetingsWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    from cchc.modules.meetings.web.views import calendars

    monkeypatch.setitem(calendars.FEED_RATES, "feed", "3/m/ip")
    client = Client()

    codes = [client.get(f"/lich/ics/{number}.ics").status_code for number in range(5)]

    assert codes == [404, 404, 404, 429, 429]


def test_the_secret_is_shown_once(world: MeetingsWorld) -> None:
    client = Client()
    client.force_login(world.head)

    made = client.post("/lich/dia-chi/tao/")
    address = made.context["address"]
    later = client.get("/lich/dia-chi/")

    path = address.partition("/lich/")[2]
    assert Client().get(f"/lich/{path}").status_code == 200
    assert made["Cache-Control"] == "no-store"
    assert path not in later.content.decode()
    assert path.removesuffix(".ics")[-4:] in later.content.decode()
    client.post("/lich/dia-chi/thu-hoi/")
    assert Client().get(f"/lich/{path}").status_code == 404
