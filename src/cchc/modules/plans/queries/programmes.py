"""The programmes of several years, with the plans that carry them out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.public import province_committee
from cchc.modules.plans.models import Plan, Programme
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.queries.pages import Choice
from cchc.platform.access import Actor

_MOST = 200


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as a row."""

    id: int
    name: str
    number: str
    issued_on: date | None
    starts_year: int
    ends_year: int
    issuer_name: str
    plans: list[Choice]
    """The plans in force under it that the actor may know of."""


@dataclass(frozen=True, slots=True)
class ProgrammesPage:
    """All programmes, the newest first."""

    rows: list[ProgrammeRow]
    may_enter: bool


def programmes_page(*, actor: Actor, today: date) -> ProgrammesPage:
    """The programmes with their plans, and whether the actor may enter one."""
    found = list(Programme.objects.order_by("-starts_year", "-pk")[:_MOST])
    agencies = agency_refs(programme.issuer_id for programme in found)
    plans = _plans_under(found, actor)
    return ProgrammesPage(
        rows=[
            ProgrammeRow(
                id=one.pk,
                name=one.name,
                number=one.number,
                issued_on=one.issued_on,
                starts_year=one.starts_year,
                ends_year=one.ends_year,
                issuer_name=agencies[one.issuer_id].name if one.issuer_id in agencies else "",
                plans=plans.get(one.pk, []),
            )
            for one in found
        ],
        may_enter=_may_enter(actor, today),
    )


def _plans_under(programmes: list[Programme], actor: Actor) -> dict[int, list[Choice]]:
    plans = Plan.objects.visible_to(actor).in_force().filter(programme__in=programmes)
    by_programme: dict[int, list[Choice]] = defaultdict(list)
    rows = plans.order_by("-year", "-issued_on").values_list("programme", "pk", "number", "year")
    for programme, pk, number, year in rows:
        by_programme[programme].append(Choice(str(pk), f"{number} ({year})"))
    return by_programme


def _may_enter(actor: Actor, today: date) -> bool:
    """Whoever brings in and confirms plans of the province, or of the own agency."""
    issuer = province_committee(today).id
    if not actor.may(Permission.IMPORT, agency_id=issuer):
        issuer = actor.agency_id or issuer
    return all(
        actor.may(right, agency_id=issuer) for right in (Permission.IMPORT, Permission.CONFIRM)
    )
