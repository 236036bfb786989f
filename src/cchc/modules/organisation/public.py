"""What other modules may call of the organisation."""

from __future__ import annotations

from cchc.modules.organisation.operations.delegations import delegate_role
from cchc.modules.organisation.operations.people import Details, FirstPost, create_person
from cchc.modules.organisation.operations.people_in_bulk import NewPerson, RoleToGive, bring_in
from cchc.modules.organisation.operations.posts import hold_post, leave_post
from cchc.modules.organisation.operations.roles import assign_role, revoke_role
from cchc.modules.organisation.queries.actors import (
    Presence,
    Workplace,
    actor_of,
    presence_of,
    resolve_actor,
)
from cchc.modules.organisation.queries.colleagues import (
    PersonCard,
    colleagues_in,
    heads_of,
    people_of,
    people_with_role,
    person_cards,
)
from cchc.modules.organisation.roles import register_grants
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode

__all__ = [
    "Details",
    "FirstPost",
    "NewPerson",
    "PersonCard",
    "PostKind",
    "Presence",
    "RoleCode",
    "RoleToGive",
    "Workplace",
    "actor_of",
    "assign_role",
    "bring_in",
    "colleagues_in",
    "create_person",
    "delegate_role",
    "heads_of",
    "hold_post",
    "leave_post",
    "people_of",
    "people_with_role",
    "person_cards",
    "presence_of",
    "register_grants",
    "resolve_actor",
    "revoke_role",
]
