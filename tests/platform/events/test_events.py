"""What happened is said once, kept, and heard."""

from datetime import datetime

import pytest
from django.db import transaction

from cchc.platform.access import SYSTEM
from cchc.platform.audit.models import Entry
from cchc.platform.calendar import VIETNAM
from cchc.platform.events.announcing import _subscribers, announce, subscribe
from cchc.platform.events.event import Event, event_named, every_event
from tests.platform.audit.happenings import PaperMoved, PaperWeighed

NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)


@pytest.fixture
def heard():
    """What a subscriber heard."""
    found = []

    def hear(event, actor, at):
        found.append((event, actor, at))

    subscribe(PaperMoved, hear)
    subscribe(PaperMoved, hear)
    yield found
    _subscribers[PaperMoved].remove(hear)


@pytest.mark.django_db
def test_an_event_is_kept_and_heard_once(heard):
    event = PaperMoved(paper_id=1)
    announce(event, actor=SYSTEM, at=NOW)

    assert heard == [(event, SYSTEM, NOW)]
    entry = Entry.objects.get()
    assert (entry.event, entry.about) == ("tests.paper.moved", ["tests.paper:1"])
    assert entry.data["on"] == "2019-10-15"


@pytest.mark.django_db
def test_a_failing_subscriber_undoes_all():
    def fail(event, actor, at):
        raise ZeroDivisionError

    subscribe(PaperMoved, fail)
    try:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            announce(PaperMoved(paper_id=1), actor=SYSTEM, at=NOW)
    finally:
        _subscribers[PaperMoved].remove(fail)

    assert not Entry.objects.exists()


def test_events_are_found_by_name():
    assert event_named("tests.paper.moved") is PaperMoved
    assert event_named("tests.paper.unheard") is None
    assert PaperWeighed in set(every_event())
    assert Event.about(PaperWeighed(at=NOW, is_heavy=True, names=(), grams=1)) == ()


def test_every_event_of_the_platform_and_the_modules_has_its_sentence():
    for event in every_event():
        assert event.name.count(".") >= 2, event
        assert event.sentence, event
        assert event.personal <= set(event.__dataclass_fields__), event
