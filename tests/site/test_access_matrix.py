"""Every named address answers nobody, a stranger, a reader and a worker as its table says."""

import pytest

from tests.access.doors import WHO, Door, all_doors, answer_of, named_addresses
from tests.worlds import World


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("door", all_doors(), ids=lambda door: door.url)
def test_a_door_answers_as_the_table_says(door: Door, who: str, world: World):
    response = door.knock(world, who)

    assert answer_of(response) == door.expected(who), f"{door.url} for {who}"


def test_every_address_stands_in_the_table():
    missing = named_addresses() - {door.url for door in all_doors()}

    assert not missing, f"thêm các cửa này vào tests/access/: {sorted(missing)}"


def test_every_door_leads_somewhere():
    gone = {door.url for door in all_doors()} - named_addresses()

    assert not gone
