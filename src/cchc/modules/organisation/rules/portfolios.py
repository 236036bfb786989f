"""When a leader of the province may be put in charge of agencies."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PortfolioWhyNot(StrEnum):
    """Why a leader cannot be put in charge so; `labels` has a sentence for each."""

    NOT_A_LEADER = "NOT_A_LEADER"
    NO_AGENCY = "NO_AGENCY"
    NOT_LIVING = "NOT_LIVING"
    LATER_CHARGE = "LATER_CHARGE"
    NOTHING_CHANGES = "NOTHING_CHANGES"
    ENDS_BEFORE_IT_BEGINS = "ENDS_BEFORE_IT_BEGINS"


class PortfolioRefused(Exception):
    """The charge cannot be given so; `agency_ids` are those that stand in the way."""

    def __init__(self, why: PortfolioWhyNot, agency_ids: tuple[int, ...] = ()) -> None:
        super().__init__(str(why))
        self.why, self.agency_ids = why, agency_ids


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is in charge of one agency, since when and until when."""

    leader_id: int
    effective_from: date
    effective_to: date | None = None


def check_charge(
    wanted: Charge,
    *,
    agency_ids: Collection[int],
    living: Collection[int],
    leaders: Collection[int],
    charges: Mapping[int, Collection[Charge]],
) -> tuple[int, ...]:
    """The agencies that change hands; raises PortfolioRefused.

    `charges` are those that hold on the day or begin later, by agency.
    """
    if wanted.leader_id not in leaders:
        raise PortfolioRefused(PortfolioWhyNot.NOT_A_LEADER)
    if not agency_ids:
        raise PortfolioRefused(PortfolioWhyNot.NO_AGENCY)
    gone = tuple(sorted(set(agency_ids) - set(living)))
    if gone:
        raise PortfolioRefused(PortfolioWhyNot.NOT_LIVING, gone)
    changing = tuple(
        agency_id
        for agency_id in dict.fromkeys(agency_ids)
        if not _has_it_already(wanted, charges.get(agency_id, ()))
    )
    if not changing:
        raise PortfolioRefused(PortfolioWhyNot.NOTHING_CHANGES)
    later = tuple(
        agency_id
        for agency_id in changing
        if any(c.effective_from >= wanted.effective_from for c in charges.get(agency_id, ()))
    )
    if later:
        raise PortfolioRefused(PortfolioWhyNot.LATER_CHARGE, later)
    return changing


def _has_it_already(wanted: Charge, charges: Collection[Charge]) -> bool:
    return any(
        charge.leader_id == wanted.leader_id
        and charge.effective_from <= wanted.effective_from
        and charge.effective_to is None
        for charge in charges
    )


def check_ending(charge: Charge, *, on: date) -> None:
    """Raise PortfolioRefused unless the charge can end after this day."""
    if on < charge.effective_from:
        raise PortfolioRefused(PortfolioWhyNot.ENDS_BEFORE_IT_BEGINS)
    if charge.effective_to is not None and charge.effective_to <= on:
        raise PortfolioRefused(PortfolioWhyNot.NOTHING_CHANGES)
