"""When a role may be given, delegated and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.organisation.rules.reach import NEVER_DELEGATED, PROVINCE_ROLES

LONGEST_DELEGATION = timedelta(days=366)
"""A delegation is for a time; who is away for longer is replaced by an assignment."""


class WhyNot(StrEnum):
    """Why a role cannot be given, delegated or revoked."""

    TO_ONESELF = "TO_ONESELF"
    AGENCY_MISSING = "AGENCY_MISSING"
    AGENCY_NOT_WANTED = "AGENCY_NOT_WANTED"
    ENDS_BEFORE_IT_BEGINS = "ENDS_BEFORE_IT_BEGINS"
    ALREADY_OVER = "ALREADY_OVER"
    ALREADY_HELD = "ALREADY_HELD"
    NOT_HELD = "NOT_HELD"
    NOT_DELEGABLE = "NOT_DELEGABLE"
    DELEGATED_ITSELF = "DELEGATED_ITSELF"
    OUTLIVES_THE_RIGHT = "OUTLIVES_THE_RIGHT"
    TOO_LONG = "TOO_LONG"
    NOT_A_COLLEAGUE = "NOT_A_COLLEAGUE"
    ALREADY_REVOKED = "ALREADY_REVOKED"
    PERSON_INACTIVE = "PERSON_INACTIVE"
    LAST_ADMINISTRATOR = "LAST_ADMINISTRATOR"


class GiftRefused(Exception):
    """The role cannot be given so; `why` is the reason, for which `labels` has the sentence."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Holding:
    """A role as somebody holds it, from a day until a day (both included; None: without end)."""

    role: RoleCode
    person_id: int
    agency_id: int | None
    valid_from: date
    valid_until: date | None
    is_delegated: bool = False
    is_revoked: bool = False


def overlap(first: Holding, second: Holding) -> bool:
    """Whether there is a day on which both hold."""
    ends = [day for day in (first.valid_until, second.valid_until) if day is not None]
    return max(first.valid_from, second.valid_from) <= min(ends, default=date.max)


def check_gift(wanted: Holding, *, giver_id: int | None, held: Iterable[Holding], on: date) -> None:
    """Refuse a role to oneself, in the wrong place, over before it begins, or held already."""
    if wanted.person_id == giver_id:
        raise GiftRefused(WhyNot.TO_ONESELF)
    if wanted.role in PROVINCE_ROLES and wanted.agency_id is not None:
        raise GiftRefused(WhyNot.AGENCY_NOT_WANTED)
    if wanted.role not in PROVINCE_ROLES and wanted.agency_id is None:
        raise GiftRefused(WhyNot.AGENCY_MISSING)
    _check_dates(wanted, on)
    if any(_same_right(wanted, other) and overlap(wanted, other) for other in held):
        raise GiftRefused(WhyNot.ALREADY_HELD)


def check_delegation(
    own: Holding,
    *,
    delegator_id: int | None,
    to: Holding,
    colleagues: frozenset[int],
    held: Iterable[Holding],
    on: date,
) -> None:
    """Refuse to delegate what one does not hold, may not pass on, or would outlive one's own right.

    `colleagues` are the people who work in the agency of the right or below it.
    """
    if own.person_id != delegator_id or own.is_revoked:
        raise GiftRefused(WhyNot.NOT_HELD)
    if own.is_delegated:
        raise GiftRefused(WhyNot.DELEGATED_ITSELF)
    if own.role in NEVER_DELEGATED:
        raise GiftRefused(WhyNot.NOT_DELEGABLE)
    if to.person_id == delegator_id:
        raise GiftRefused(WhyNot.TO_ONESELF)
    _check_dates(to, on)
    _check_span(own, to)
    if to.person_id not in colleagues:
        raise GiftRefused(WhyNot.NOT_A_COLLEAGUE)
    if any(_same_right(to, other) and overlap(to, other) for other in held):
        raise GiftRefused(WhyNot.ALREADY_HELD)


def _check_dates(wanted: Holding, on: date) -> None:
    if wanted.valid_until is None:
        return
    if wanted.valid_until < wanted.valid_from:
        raise GiftRefused(WhyNot.ENDS_BEFORE_IT_BEGINS)
    if wanted.valid_until < on:
        raise GiftRefused(WhyNot.ALREADY_OVER)


def _check_span(own: Holding, to: Holding) -> None:
    """A delegation has an end, at most a year away, and lies within the right it comes from."""
    if to.valid_until is None or to.valid_until - to.valid_from > LONGEST_DELEGATION:
        raise GiftRefused(WhyNot.TOO_LONG)
    if to.valid_from < own.valid_from:
        raise GiftRefused(WhyNot.NOT_HELD)
    if own.valid_until is not None and to.valid_until > own.valid_until:
        raise GiftRefused(WhyNot.OUTLIVES_THE_RIGHT)


def _same_right(first: Holding, second: Holding) -> bool:
    return (
        first.role == second.role
        and first.agency_id == second.agency_id
        and first.person_id == second.person_id
        and not second.is_revoked
    )
