"""Reading the trail in sentences."""

from datetime import UTC, datetime, timedelta

import pytest

from cchc.platform.access import SYSTEM, Actor
from cchc.platform.audit.reading import MASK, Wanted, recent, trail_of
from cchc.platform.audit.trail import record
from cchc.platform.calendar import VIETNAM
from cchc.platform.events.announcing import announce
from tests.platform.audit.happenings import PaperMoved, PaperWeighed

pytestmark = pytest.mark.django_db
NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)
LAN = Actor(user_id=7, name="Nguyễn Thị Lan")


def test_an_entry_reads_as_a_sentence_with_who_and_when():
    announce(PaperMoved(paper_id=1, reason="Theo phân công"), actor=LAN, at=NOW)

    (line,) = trail_of("tests.paper:1", may_see_personal=True)
    assert line.sentence == (
        "đã chuyển Tờ trình cho Lan (0912345678) từ 15/10/2019. Theo phân công"
    )
    assert (line.actor_name, line.actor_id, line.at) == ("Nguyễn Thị Lan", 7, NOW)
    assert (line.event, line.about) == ("tests.paper.moved", ("tests.paper:1",))
    assert line.data["phone"] == "0912345678"


def test_personal_data_is_masked_unless_the_reader_may_see_it():
    announce(PaperMoved(paper_id=1), actor=LAN, at=NOW)

    (line,) = trail_of("tests.paper:1")
    assert line.sentence == f"đã chuyển Tờ trình cho Lan ({MASK}) từ 15/10/2019"
    assert line.data["phone"] == MASK


def test_every_kind_of_field_is_said_in_vietnamese():
    weighed = PaperWeighed(
        at=datetime(2019, 10, 15, 2, 30, tzinfo=UTC),
        is_heavy=True,
        names=("Lan", "Hoa", "Minh"),
        grams=12,
    )
    announce(weighed, actor=SYSTEM, at=NOW)

    assert recent()[0].sentence == "09:30 15/10/2019 có Lan, Hoa và Minh 12"
    announce(PaperWeighed(at=NOW, is_heavy=False, names=(), grams=0), actor=SYSTEM, at=NOW)
    assert recent()[0].sentence == "09:00 15/10/2019 không 0"


def test_an_event_that_no_module_knows_any_more_keeps_its_name_and_hides_its_data():
    record(name="gone.thing.done", data={"phone": "09"}, about=(), actor=LAN, at=NOW)

    assert recent()[0].sentence == "gone.thing.done"
    assert recent()[0].data == {"phone": MASK}
    assert recent(may_see_personal=True)[0].data == {"phone": "09"}


def test_the_trail_is_read_from_the_latest_page_by_page():
    for number in range(5):
        announce(PaperMoved(paper_id=number % 2), actor=LAN, at=NOW)
    first = recent(limit=3)
    second = recent(limit=3, before=first[-1].id)

    assert [line.id for line in first + second] == sorted(
        (line.id for line in first + second), reverse=True
    )
    assert len(first + second) == 5
    assert len(trail_of("tests.paper:1")) == 2
    assert len(trail_of("tests.paper:0", limit=1)) == 1


def test_the_trail_is_asked_by_event_person_and_time():
    announce(PaperMoved(paper_id=1), actor=LAN, at=NOW)
    announce(
        PaperWeighed(at=NOW, is_heavy=True, names=(), grams=1),
        actor=SYSTEM,
        at=NOW + timedelta(days=1),
    )

    assert len(recent(Wanted(event="tests.paper."))) == 2
    assert len(recent(Wanted(event="tests.paper.moved"))) == 1
    assert len(recent(Wanted(event="tests.paper"))) == 0
    assert len(recent(Wanted(actor_id=7))) == 1
    assert [line.event for line in recent(Wanted(since=NOW + timedelta(hours=1)))] == [
        PaperWeighed.name
    ]
    assert [line.event for line in recent(Wanted(until=NOW + timedelta(hours=1)))] == [
        PaperMoved.name
    ]


def test_the_trail_keeps_each_thing_once_and_long_names_short():
    record(name="x", data={}, about=("a:1", "a:1"), actor=Actor(user_id=1, name="x" * 300), at=NOW)

    assert recent()[0].about == ("a:1",)
    assert len(recent()[0].actor_name) == 200
