"""Looking agencies up: by number, by words, by level, by what they belong to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Case, IntegerField, Value, When

from cchc.modules.organisation.models import Agency, Succession
from cchc.modules.organisation.models.agency import AgencyQuerySet
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import INNER_KINDS, AgencyKind, Level, SuccessionKind
from cchc.modules.organisation.rules.structure import AgencyCard
from cchc.modules.organisation.rules.succession import Lineage, Link, lineage_of
from cchc.platform import clock
from cchc.platform.text.folding import fold


class NoProvince(LookupError):
    """No provincial committee has been entered for this day yet."""


def agency_cards(ids: Collection[int], on: date | None = None) -> dict[int, AgencyCard]:
    """The cards of these agencies by number, ended ones included; two queries at most."""
    living = structure_on(on or clock.today()).cards
    cards = {agency_id: living[agency_id] for agency_id in ids if agency_id in living}
    missing = set(ids) - set(cards)
    if missing:
        cards |= {agency.pk: _card(agency) for agency in Agency.objects.filter(pk__in=missing)}
    return cards


def living_agencies(
    on: date,
    *,
    levels: Collection[Level] | None = None,
    kinds: Collection[AgencyKind] | None = None,
) -> list[AgencyCard]:
    """The agencies that live on this day, of these levels and kinds (None: of all), in order."""
    return [
        card
        for card in structure_on(on).cards.values()
        if (levels is None or card.level in levels) and (kinds is None or card.kind in kinds)
    ]


def sub_agencies(agency_id: int, on: date) -> frozenset[int]:
    """The agency itself and everything under it on this day; empty when it does not live then."""
    return structure_on(on).below(agency_id)


def province_committee(on: date) -> AgencyCard:
    """The provincial People's Committee. Raises NoProvince."""
    for card in structure_on(on).cards.values():
        if card.kind is AgencyKind.PEOPLES_COMMITTEE and card.level is Level.PROVINCE:
            return card
    raise NoProvince


def matching(agencies: AgencyQuerySet, text: str) -> AgencyQuerySet:
    """Those whose names, other names or codes contain every word, typed with or without marks."""
    for word in fold(text).split():
        agencies = agencies.filter(folded__contains=word)
    return agencies


def find_agencies(text: str, on: date, limit: int = 20) -> list[AgencyCard]:
    """Agencies living on this day that fit the words.

    Who begins with them stands first, divisions after whole agencies.
    """
    words = fold(text)
    if not words:
        return []
    living = structure_on(on).cards
    begins = Case(
        When(folded__startswith=words, then=Value(0)),
        When(folded__contains=f"| {words}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    is_inner = Case(When(kind__in=INNER_KINDS, then=Value(1)), default=Value(0))
    found = matching(Agency.objects.living_on(on), text).order_by(
        begins, is_inner, "precedence", "sort_key", "pk"
    )
    return [living[pk] for pk in found.values_list("pk", flat=True)[:limit] if pk in living]


def lineage(agency_id: int) -> Lineage:
    """Whom the agency follows and who follows it; past figures stay under each of them."""
    return lineage_of(agency_id, all_links())


def all_links() -> list[Link]:
    """Every succession there is."""
    fields = ("predecessor_id", "successor_id", "kind", "on", "act", "inherits_open_work")
    return [
        Link(source, to, SuccessionKind(kind), on, act, inherits)
        for source, to, kind, on, act, inherits in Succession.objects.values_list(*fields)
    ]


def _card(agency: Agency) -> AgencyCard:
    return AgencyCard(
        id=agency.pk,
        name=agency.name,
        short_name=agency.short_name,
        kind=AgencyKind(agency.kind),
        level=Level(agency.level),
        parent_id=agency.parent_id,
        precedence=agency.precedence,
    )
