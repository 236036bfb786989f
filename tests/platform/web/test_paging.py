"""Paging by key."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db.models import F, Value
from django.db.models.functions import Length
from django.http import QueryDict

from cchc.platform.audit.models import Entry
from cchc.platform.calendar import VIETNAM
from cchc.platform.storage.models import StoredFile
from cchc.platform.web.paging import _plain, keyset_page, page_of

NOW = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)
ORDERS = [
    ["id"],
    ["-id"],
    ["-pk"],
    ["-at", "id"],
    ["at", "-id"],
    ["actor_id", "id"],
    ["-actor_id", "-at", "id"],
    ["event", "-actor_id", "id"],
    ["length", "-id"],
    ["-nothing", "id"],
]


@pytest.fixture
def entries():
    Entry.objects.bulk_create(
        Entry(
            at=NOW + timedelta(hours=number % 5),
            actor_id=None if number % 3 == 0 else number % 4,
            event="x" * (number % 3),
        )
        for number in range(23)
    )
    return Entry.objects.annotate(length=Length("event"), nothing=F("actor_id") + Value(0))


def ids(rows):
    return [row.pk for row in rows]


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
@pytest.mark.parametrize("size", [1, 4, 22, 23, 50])
def test_the_pages_together_are_the_list(entries, order, size):
    seen, pages, place = [], [], ""
    while True:
        page = keyset_page(entries, order=order, after=place, size=size)
        seen += ids(page.rows)
        pages.append(ids(page.rows))
        if page.next is None:
            break
        place = page.next

    assert sorted(seen) == sorted(ids(entries))
    assert all(len(rows) == size for rows in pages[:-1])
    _walk_back(entries, order, size, page, pages)


def _walk_back(entries, order, size, page, pages):
    for earlier in reversed(pages[:-1]):
        page = keyset_page(entries, order=order, before=page.previous, size=size)
        assert ids(page.rows) == earlier
        assert page.next is not None
    assert page.previous is None


def test_empty_values_come_last_in_both_directions(entries):
    for order in (["actor_id", "id"], ["-actor_id", "id"]):
        rows = keyset_page(entries, order=order, size=50).rows
        empty = [row.actor_id is None for row in rows]
        assert empty == sorted(empty)


def test_rows_added_meanwhile_neither_repeat_nor_hide_others(entries):
    first = keyset_page(entries, order=["-at", "id"], size=10)
    Entry.objects.create(at=NOW + timedelta(days=1), event="new")
    second = keyset_page(entries, order=["-at", "id"], after=first.next, size=50)

    assert not set(ids(first.rows)) & set(ids(second.rows))
    assert len(first.rows) + len(second.rows) == 23


@pytest.mark.parametrize("place", ["xxx", "####", "bnVsbA", "WzFd", "WyJ4IiwgInkiXQ", "W1tbXV1d"])
def test_a_place_that_we_did_not_write_is_the_beginning(entries, place):
    expected = keyset_page(entries, order=["-at", "id"], size=5)

    assert keyset_page(entries, order=["-at", "id"], after=place, size=5) == expected
    assert keyset_page(entries, order=["-at", "id"], before=place, size=5) == expected


def test_an_address_names_the_place(entries):
    first = page_of(entries, QueryDict(""), order=["id"], size=10)
    second = page_of(entries, QueryDict(f"sau={first.next}"), order=["id"], size=10)
    back = page_of(entries, QueryDict(f"truoc={second.previous}"), order=["id"], size=10)

    assert back == first
    assert first.previous is None


def test_an_empty_list_is_one_empty_page():
    page = keyset_page(Entry.objects.all(), order=["id"])

    assert (page.rows, page.next, page.previous) == ([], None, None)


@pytest.mark.parametrize("name", ["unheard", "-unheard"])
def test_an_unknown_field_is_a_mistake_of_ours(name):
    with pytest.raises(ValueError, match="unheard"):
        keyset_page(Entry.objects.all(), order=[name])


def test_a_relation_of_others_cannot_order_rows():
    with pytest.raises(ValueError, match="cannot order"):
        keyset_page(StoredFile.objects.all(), order=["next"])


def test_values_are_written_plainly():
    assert _plain(Decimal("1.50")) == "1.50"
    assert _plain(date(2019, 10, 15)) == "2019-10-15"
    assert _plain(None) is None
