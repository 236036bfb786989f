"""What forms about people offer to choose from."""

from __future__ import annotations

from datetime import date

from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.queries.naming import INSIDE, telling_name
from cchc.modules.organisation.roles import CATALOGUE, permission_to_give
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.platform.access import Actor, Scope

Choice = tuple[str, str]


def agency_choices(scope: Scope, on: date, *, is_short: bool = False) -> list[Choice]:
    """The living agencies of a scope, in order of precedence; `is_short` leaves divisions out."""
    agencies = Agency.objects.living_on(on).select_related("parent").in_order()
    if not scope.everywhere:
        agencies = agencies.filter(pk__in=scope.agencies)
    elif is_short:
        agencies = agencies.exclude(kind__in=INSIDE)
    return [(str(agency.pk), telling_name(agency)) for agency in agencies]


def role_choices(actor: Actor) -> list[Choice]:
    """The roles that the actor may give somewhere."""
    return [
        (code.value, str(role.name))
        for code, role in CATALOGUE.items()
        if actor.may_somewhere(permission_to_give(code))
    ]


def all_roles() -> list[Choice]:
    """Every role of the catalogue, for filters."""
    return [(code.value, str(role.name)) for code, role in CATALOGUE.items()]


def scope_to_give(actor: Actor, roles: list[RoleCode]) -> Scope:
    """The agencies where the actor may give any of these roles."""
    scope = Scope()
    for role in roles:
        scope = scope | actor.scope_of(permission_to_give(role))
    return scope


def agency_names(ids: set[int]) -> dict[int, str]:
    """The names of these agencies, a division with the agency that it belongs to."""
    agencies = Agency.objects.filter(pk__in=ids).select_related("parent")
    return {agency.pk: telling_name(agency) for agency in agencies}
