"""Heads answer: the numbers of each head's own days, agency by agency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from cchc.modules.dashboards.permissions import Permission
from cchc.modules.dashboards.queries.head_pages import HeadRef, HeadRow, HeadsPage, PeriodAsked
from cchc.modules.dashboards.rules.comparing import in_order
from cchc.modules.dashboards.rules.terms import WHOLE, Term, term_of
from cchc.modules.figures.public import (
    Cut,
    Dimension,
    Figure,
    Value,
    figure_of,
    is_counted,
    table_of,
)
from cchc.modules.organisation.public import AgencyCard, Level, Tenure, agency_cards, heads_between
from cchc.platform.access import Actor

COLUMNS = (
    "plans.given",
    "plans.fallen_due",
    "plans.on_time_rate",
    "plans.overdue",
    "plans.working_days_late",
    "plans.extensions_asked",
    "plans.returned_proofs",
    "urging.received",
    "plans.acknowledged_rate",
)
"""What a head is asked about; what nobody counts is left out."""
_LEVELS = {level: place for place, level in enumerate(Level)}


def heads_page(
    *, period: PeriodAsked, actor: Actor, today: date, level: str = "", sort: str = ""
) -> HeadsPage:
    """The heads of the agencies in the actor's scope, with the numbers of their days.

    A number for each head, in as many queries as there are different terms. Raises AccessDenied.
    """
    actor.require_somewhere(Permission.VIEW_HEADS)
    terms = _terms(period, actor, level)
    rows = _rows(terms, period, actor, today)
    busy = [row for row in rows if row.values]
    return HeadsPage(_sorted(busy, sort), columns(actor), sort, len(rows) - len(busy))


def columns(actor: Actor) -> list[Figure]:
    """The figures of the table that some module counts and the actor may ask for."""
    counted = [figure_of(code) for code in COLUMNS if is_counted(code)]
    return [figure for figure in counted if actor.may_somewhere(figure.permission)]


def year_cut(period: PeriodAsked) -> Cut:
    """The cut of a period: the year's work, and of these days where they are not the whole year."""
    cut = Cut(year=period.year)
    is_year = (period.starts_on, period.ends_on) == (
        date(period.year, 1, 1),
        date(period.year, 12, 31),
    )
    return cut if is_year else cut.within(period.starts_on, period.ends_on)


def own_cut(period: PeriodAsked, term: Term, agency_ids: Collection[int]) -> Cut:
    """What heads with this term in these agencies answer for."""
    cut = year_cut(period).of_agencies(frozenset(agency_ids))
    return cut if term.is_whole else cut.within(term.since, term.until)


def head_ref(tenure: Tenure | None, term: Term) -> HeadRef:
    """A head as the table names them."""
    if tenure is None:
        return HeadRef(None, "", "", None, None, term)
    return HeadRef(
        tenure.person_id,
        tenure.full_name,
        tenure.title,
        tenure.held_from,
        tenure.held_until,
        term,
    )


def heads_of_agency(agency_id: int, period: PeriodAsked) -> list[HeadRef]:
    """Everybody who was head of an agency in a period, in order; one nameless when none was."""
    found = []
    for tenure in heads_between(period.starts_on, period.ends_on, [agency_id]):
        term = term_of(
            tenure.held_from,
            tenure.held_until,
            starts_on=period.starts_on,
            ends_on=period.ends_on,
        )
        if term is not None:
            found.append(head_ref(tenure, term))
    return found or [head_ref(None, WHOLE)]


def in_reading_order(cards: Iterable[AgencyCard]) -> list[AgencyCard]:
    """By tier and precedence."""
    return sorted(cards, key=lambda card: (_LEVELS[card.level], card.precedence, card.id))


def _terms(period: PeriodAsked, actor: Actor, level: str) -> list[tuple[AgencyCard, HeadRef]]:
    """Who headed what, in reading order."""
    scope = actor.scope_of(Permission.VIEW_HEADS)
    tenures = heads_between(
        period.starts_on, period.ends_on, None if scope.everywhere else scope.agencies
    )
    cards = agency_cards({tenure.agency_id for tenure in tenures})
    by_agency: dict[int, list[HeadRef]] = defaultdict(list)
    for tenure in tenures:
        term = term_of(
            tenure.held_from,
            tenure.held_until,
            starts_on=period.starts_on,
            ends_on=period.ends_on,
        )
        if term is not None:
            by_agency[tenure.agency_id].append(head_ref(tenure, term))
    shown = [card for card in cards.values() if not level or card.level == level]
    return [(card, head) for card in in_reading_order(shown) for head in by_agency[card.id]]


def _rows(
    terms: list[tuple[AgencyCard, HeadRef]], period: PeriodAsked, actor: Actor, today: date
) -> list[HeadRow]:
    agencies: dict[Term, set[int]] = defaultdict(set)
    for card, head in terms:
        agencies[head.term].add(card.id)
    found: dict[tuple[Term, int], dict[str, Value]] = {}
    for term, ids in agencies.items():
        cut = own_cut(period, term, ids)
        codes = [figure.code for figure in columns(actor) if figure.fits(cut)]
        table = table_of(codes, cut, Dimension.AGENCY, actor=actor, today=today)
        found |= {(term, int(key)): values for key, values in table.items()}
    return [
        HeadRow(card.id, card.name, head, found.get((head.term, card.id), {}))
        for card, head in terms
    ]


def _sorted(rows: list[HeadRow], sort: str) -> list[HeadRow]:
    """By a column, a minus before its code for downwards; in reading order otherwise."""
    code = sort.removeprefix("-")
    if code not in COLUMNS:
        return rows

    def amount(row: HeadRow) -> Decimal | None:
        return row.amount(code)

    return in_order(rows, amount, is_descending=sort.startswith("-"))
