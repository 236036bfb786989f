"""Prepared queries ask what the ORM would ask, and refuse what cannot be prepared."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from cchc.modules.organisation.models import Agency, Person
from cchc.platform.messages.models import Notification
from cchc.platform.sql import CannotPrepare, count_each, prepared
from tests.worlds import World


@prepared
def _by_name(name: str, least: int) -> QuerySet[Agency, Any]:
    return Agency.objects.filter(short_name=name, pk__gt=least).values_list("pk", "short_name")


@prepared
def _among(ids: list[int], on: date) -> QuerySet[Agency, Any]:
    living = Agency.objects.filter(pk__any_of=ids, effective_from__lte=on)
    return living.order_by("pk").values_list("pk", "effective_from")


def test_the_arguments_go_into_their_places(world: World) -> None:
    agency = world.home_affairs

    assert _by_name(agency.short_name, agency.pk - 1) == [(agency.pk, agency.short_name)]
    assert _by_name(agency.short_name, agency.pk) == []
    assert _by_name("không có", 0) == []


def test_any_number_of_values_is_one_text(world: World) -> None:
    everything = list(Agency.objects.order_by("pk").values_list("pk", "effective_from"))
    numbers = [pk for pk, _since in everything]

    assert _among(numbers, date(2100, 1, 1)) == everything
    assert _among(numbers[:1], date(2100, 1, 1)) == everything[:1]
    assert _among([], date(2100, 1, 1)) == []


def test_any_of_looks_through_a_foreign_key(world: World) -> None:
    parents = [world.home_affairs.pk]
    found = Agency.objects.filter(parent_id__any_of=parents).values_list("pk", flat=True)

    as_ever = Agency.objects.filter(parent_id__in=parents).values_list("pk", flat=True)

    assert set(found) == set(as_ever)


def test_rows_are_counted_without_being_fetched(world: World) -> None:
    with CaptureQueriesContext(connection) as asked:
        number = _among.count([world.home_affairs.pk], date(2100, 1, 1))

    assert number == 1
    assert len(asked) == 1


def test_a_query_that_never_has_rows_asks_nothing(db: None) -> None:
    nothing = prepared(_nothing)
    with CaptureQueriesContext(connection) as asked:
        assert nothing(1) == []
        assert nothing.count(1) == 0

    assert len(asked) == 0


def _nothing(least: int) -> QuerySet[Agency, Any]:
    return Agency.objects.filter(pk__in=[], pk__gt=least).values_list("pk")


def _reckoned(on: date) -> QuerySet[Agency, Any]:
    return Agency.objects.filter(effective_from__gt=on + timedelta(days=1)).values_list("pk")


def _unknown(since: timedelta) -> QuerySet[Agency, Any]:
    return Agency.objects.all()


def _shaped_by_day(on: date) -> QuerySet[Agency, Any]:
    rows = Agency.objects.filter(effective_from__gt=on).values_list("pk")
    return rows.order_by("pk") if on.year % 2 else rows


@pytest.mark.parametrize("build", [_reckoned, _unknown, _shaped_by_day])
def test_what_cannot_be_prepared_is_refused(db: None, build: Any) -> None:
    with pytest.raises(CannotPrepare):
        prepared(build)(date(2019, 10, 15))


def test_several_things_are_counted_in_one_question(world: World) -> None:
    def rows() -> list[QuerySet[Any, Any]]:
        return [
            Agency.objects.filter(pk=world.home_affairs.pk).order_by("name"),
            Notification.objects.filter(pk__in=[]),
            Person.objects.all(),
        ]

    with CaptureQueriesContext(connection) as asked:
        numbers = count_each(("test", world.home_affairs.pk), rows)

    assert numbers == [1, 0, Person.objects.count()]
    assert len(asked) == 1


def test_the_text_is_kept_but_never_the_numbers(world: World) -> None:
    written = []

    def rows() -> list[QuerySet[Any, Any]]:
        written.append(1)
        return [Notification.objects.filter(to_id=7)]

    before = count_each("test.kept", rows)
    Notification.objects.create(to_id=7, topic="t", title="t", at=datetime.now().astimezone())

    assert before == [0]
    assert count_each("test.kept", rows) == [1]
    assert written == [1]
