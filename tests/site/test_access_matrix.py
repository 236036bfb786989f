"""Every named address answers nobody, a stranger, a reader and a worker as its table says."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from tests.access.doors import WHO, Door, all_doors, answer_of, named_addresses
from tests.worlds import World


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside leaves no trace, so that four people meet the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("door", all_doors(), ids=lambda door: door.url)
def test_a_door_answers_as_the_table_says(door: Door, world: World):
    answers = {}
    for who in WHO:
        with undone():
            answers[who] = answer_of(door.knock(world, who))

    assert answers == {who: door.expected(who) for who in WHO}


def test_every_address_stands_in_the_table():
    missing = named_addresses() - {door.url for door in all_doors()}

    assert not missing, f"thêm các cửa này vào tests/access/: {sorted(missing)}"


def test_every_door_leads_somewhere():
    gone = {door.url for door in all_doors()} - named_addresses()

    assert not gone
