"""Lists and single objects ask the same question."""

from datetime import datetime
from enum import StrEnum

import pytest

from cchc.platform.access import NOBODY, SYSTEM, Actor, Grant, NotVisible, Scope
from cchc.platform.access.visibility import ScopedQuerySet
from cchc.platform.audit.models import Entry
from cchc.platform.calendar import VIETNAM

pytestmark = pytest.mark.django_db


class Permission(StrEnum):
    SEE = "tests.see"


class EntryQuerySet(ScopedQuerySet[Entry]):
    """Entries as if their actor were the agency that they belong to."""

    view_permission = Permission.SEE
    agency_field = "actor_id"


@pytest.fixture
def entries():
    at = datetime(2019, 10, 15, 9, tzinfo=VIETNAM)
    for agency_id in (1, 2, 3):
        Entry.objects.create(at=at, actor_id=agency_id, event="x")
    return EntryQuerySet(Entry)


def reader(*agencies: int) -> Actor:
    return Actor(user_id=7, grants=(Grant(frozenset(Permission), Scope(frozenset(agencies))),))


@pytest.mark.parametrize(
    ("actor", "seen"),
    [(reader(1, 3), {1, 3}), (SYSTEM, {1, 2, 3}), (NOBODY, set()), (reader(), set())],
)
def test_a_list_shows_what_belongs_to_the_readers_agencies(entries, actor, seen):
    assert set(entries.visible_to(actor).values_list("actor_id", flat=True)) == seen


def test_a_single_object_is_seen_exactly_when_the_list_shows_it(entries):
    for entry in Entry.objects.all():
        if entry.actor_id in {1, 3}:
            assert entries.get_visible(reader(1, 3), pk=entry.pk) == entry
        else:
            with pytest.raises(NotVisible):
                entries.get_visible(reader(1, 3), pk=entry.pk)
