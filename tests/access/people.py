"""Doors of people, posts, roles, delegations, the trail and the demo's clock."""

from cchc.modules.organisation.models import Post, RoleAssignment
from tests.access.doors import Door
from tests.worlds import World


def officer(world: World) -> dict[str, int]:
    """The page of an officer of Sở Tư pháp."""
    return {"person_id": world.officer.pk}


def officers_post(world: World) -> dict[str, int]:
    return {"post_id": Post.objects.get(person=world.officer).pk}


def officers_role(world: World) -> dict[str, int]:
    return {"assignment_id": RoleAssignment.objects.get(person=world.officer).pk}


def heads_role(world: World) -> dict[str, int]:
    return {"assignment_id": RoleAssignment.objects.get(person=world.head).pk}


UNSEEN = {"stranger": 404, "reader": 403}
"""A stranger does not learn that the person exists; a reader sees but may not change."""

DOORS = [
    Door("organisation:people", people={"stranger": "nobody_special"}, stranger=403),
    Door("organisation:person", arguments=officer, stranger=404),
    Door("organisation:create_person", reader=403),
    Door("organisation:import_people", reader=403),
    Door("organisation:import_people_template", reader=403),
    Door("organisation:change_person", arguments=officer, **UNSEEN),
    Door("organisation:deactivate_person", arguments=officer, **UNSEEN),
    Door("organisation:reactivate_person", arguments=officer, post={}, **UNSEEN, worker=302),
    Door("organisation:reset_password", arguments=officer, post={}, **UNSEEN, worker=302),
    Door("organisation:end_sessions", arguments=officer, post={}, **UNSEEN, worker=302),
    Door("organisation:hold_post", arguments=officer, **UNSEEN),
    Door("organisation:leave_post", arguments=officers_post, **UNSEEN),
    Door("organisation:assign_role", arguments=officer, **UNSEEN),
    Door("organisation:role_matrix", people={"stranger": "nobody_special"}, stranger=403),
    Door("organisation:revoke_role", arguments=officers_role, post={}, **UNSEEN, worker=302),
    Door(
        "organisation:delegate",
        arguments=heads_role,
        people={"worker": "head"},
        stranger=404,
        reader=404,
    ),
    Door(
        "organisation:take_back_delegation",
        arguments=officers_role,
        post={},
        people={"worker": "head"},
        **UNSEEN,
        worker=302,
    ),
    Door("organisation:clock", people={"worker": "trainer"}, stranger=404, reader=404, worker=404),
    Door(
        "organisation:free_clock",
        post={},
        people={"worker": "trainer"},
        stranger=404,
        reader=404,
        worker=404,
    ),
    Door("organisation:trail", stranger=403, worker=403),
    Door("organisation:verify_trail", post={}, stranger=403, worker=403),
]
