"""Putting leaders of the province in charge of agencies (phân công phụ trách)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction

from cchc.modules.organisation.events import LeaderPutInCharge, PortfolioEnded
from cchc.modules.organisation.models import Agency, Person, Portfolio
from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.queries.agencies import agency_cards
from cchc.modules.organisation.queries.portfolios import leaders_on
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.portfolios import Charge, check_charge, check_ending
from cchc.platform.access import Actor, NotVisible
from cchc.platform.events.announcing import announce
from cchc.platform.text.folding import squeeze


@transaction.atomic
def put_in_charge(
    *,
    leader_id: int,
    agency_ids: Collection[int],
    effective_from: date,
    act: str = "",
    actor: Actor,
    now: datetime,
) -> list[Portfolio]:
    """Put a leader in charge of agencies; whoever was in charge before is so until the day before.

    Raises AccessDenied or PortfolioRefused.
    """
    actor.require(Permission.MANAGE_PORTFOLIOS, agency_id=None)
    list(Agency.objects.select_for_update().filter(pk__in=agency_ids).order_by("pk"))
    present = list(
        Portfolio.objects.select_for_update()
        .not_over_on(effective_from)
        .filter(agency_id__in=agency_ids)
    )
    changing = check_charge(
        Charge(leader_id, effective_from),
        agency_ids=agency_ids,
        living=structure_on(effective_from).cards.keys(),
        leaders={card.id for card in leaders_on(effective_from)},
        charges=_by_agency(present),
    )
    for row in present:
        if row.agency_id in changing:
            row.effective_to = effective_from - timedelta(days=1)
            row.save(update_fields=["effective_to"])
    rows = [
        Portfolio(
            leader_id=leader_id,
            agency_id=agency_id,
            effective_from=effective_from,
            act=squeeze(act),
        )
        for agency_id in changing
    ]
    made = Portfolio.objects.bulk_create(rows)
    _announce(made, actor=actor, now=now)
    return made


@transaction.atomic
def end_portfolio(*, portfolio_id: int, on: date, actor: Actor, now: datetime) -> Portfolio:
    """Let a leader's charge of an agency end after this day.

    Raises NotVisible, AccessDenied or PortfolioRefused.
    """
    actor.require(Permission.MANAGE_PORTFOLIOS, agency_id=None)
    row = Portfolio.objects.select_for_update().filter(pk=portfolio_id).first()
    if row is None:
        raise NotVisible
    check_ending(Charge(row.leader_id, row.effective_from, row.effective_to), on=on)
    row.effective_to = on
    row.save(update_fields=["effective_to"])
    ended = PortfolioEnded(
        person_id=row.leader_id,
        person_name=row.leader.full_name,
        agency_id=row.agency_id,
        agency_name=row.agency.name,
        on=on,
    )
    announce(ended, actor=actor, at=now)
    return row


def _by_agency(rows: Collection[Portfolio]) -> dict[int, list[Charge]]:
    charges: dict[int, list[Charge]] = defaultdict(list)
    for row in rows:
        charge = Charge(row.leader_id, row.effective_from, row.effective_to)
        charges[row.agency_id].append(charge)
    return charges


def _announce(made: list[Portfolio], *, actor: Actor, now: datetime) -> None:
    first = made[0]
    cards = agency_cards([row.agency_id for row in made], first.effective_from)
    event = LeaderPutInCharge(
        person_id=first.leader_id,
        person_name=Person.objects.get(pk=first.leader_id).full_name,
        agency_ids=tuple(row.agency_id for row in made),
        agency_names=", ".join(cards[row.agency_id].name for row in made),
        effective_from=first.effective_from,
        act=first.act,
    )
    announce(event, actor=actor, at=now)
