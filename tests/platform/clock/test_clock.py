"""The one source of now."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.db import IntegrityError, transaction

from cchc.platform import clock
from cchc.platform.calendar import VIETNAM
from cchc.platform.clock import moving, reading
from cchc.platform.clock.models import Standing

REAL = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _forgetful():
    reading.forget()
    yield
    reading.forget()


@time_machine.travel(REAL, tick=False)
def test_an_ordinary_clock_shows_the_time_in_vietnam_and_asks_nobody(settings):
    settings.CCHC_MOVABLE_CLOCK = False

    assert clock.now() == REAL
    assert clock.now().utcoffset().total_seconds() == 7 * 3600
    assert clock.today() == date(2026, 3, 2)
    assert clock.real_now() == REAL


@pytest.mark.django_db
@time_machine.travel(REAL, tick=False)
def test_a_clock_that_may_not_be_moved_does_not_move(settings):
    settings.CCHC_MOVABLE_CLOCK = False
    with pytest.raises(moving.ClockCannotMove):
        moving.stand(on=date(2019, 10, 15))
    with pytest.raises(moving.ClockCannotMove):
        moving.run_free()

    assert clock.now() == REAL


@pytest.mark.django_db
@time_machine.travel(REAL, tick=False)
def test_a_demo_clock_stands_on_a_day_while_the_time_of_day_runs(settings):
    settings.CCHC_MOVABLE_CLOCK = True
    assert clock.now() == REAL
    moving.stand(on=date(2019, 10, 15))

    assert clock.today() == date(2019, 10, 15)
    assert clock.now() == datetime(2019, 10, 15, 1, 30, tzinfo=VIETNAM)
    assert clock.real_now() == REAL
    moving.run_free()
    assert clock.now() == REAL


@pytest.mark.django_db
def test_a_demo_clock_stands_at_a_time_of_day_too(settings):
    settings.CCHC_MOVABLE_CLOCK = True
    moving.stand(on=date(2019, 10, 15), at=time(16, 59))

    assert clock.now() == datetime(2019, 10, 15, 16, 59, tzinfo=VIETNAM)
    assert str(Standing.objects.get()) == "2019-10-15 16:59:00"


@pytest.mark.django_db
def test_the_clock_is_asked_of_the_database_once_a_second(
    settings, django_assert_num_queries, monkeypatch
):
    settings.CCHC_MOVABLE_CLOCK = True
    with django_assert_num_queries(1):
        for _ in range(10):
            clock.now()
    monkeypatch.setattr(reading, "_KEPT_SECONDS", -1)
    with django_assert_num_queries(2):
        clock.now()
        clock.now()


@pytest.mark.django_db
def test_there_is_one_clock():
    with pytest.raises(IntegrityError, match="clock_one_row"), transaction.atomic():
        Standing.objects.create(pk=2, stands_on=date(2019, 10, 15))


@pytest.mark.django_db
def test_tests_may_let_the_clock_stand(clock_stands_at):
    clock_stands_at(date(2019, 10, 15), time(8))

    assert clock.now() == datetime(2019, 10, 15, 8, tzinfo=VIETNAM)
