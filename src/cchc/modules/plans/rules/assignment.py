"""Whom a party of a task binds: from what the paper says to one obligation for each agency.

A group binds every member it has on the day of issue. A group whose members a person must choose
("các cơ quan có liên quan"), or that comes with a condition ("các huyện có điều kiện"), binds
nobody until they are chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc.modules.plans.rules.kinds import Obligation


@dataclass(frozen=True, slots=True)
class Party:
    """One named party of a task: an agency, a group, or words nobody could place."""

    obligation: Obligation
    text: str
    agency_id: int | None = None
    group_code: str = ""
    members: tuple[int, ...] = ()
    """The group's members on the day of issue, or those a person has chosen."""
    condition: str = ""
    is_open: bool = False
    """True when the group's own meaning asks for a choice."""
    is_chosen: bool = False
    """True when a person has chosen the members."""

    @property
    def needs_choice(self) -> bool:
        """Whether a person must still say who is meant."""
        if self.is_chosen or self.agency_id is not None:
            return False
        return not self.group_code or self.is_open or bool(self.condition)


@dataclass(frozen=True, slots=True)
class Duty:
    """One agency bound by one obligation, through the party with this index."""

    agency_id: int
    obligation: Obligation
    party_index: int


def expand(parties: Sequence[Party]) -> list[Duty]:
    """Every duty that follows from the parties, each agency once an obligation.

    An agency that leads is not made to co-ordinate with itself because a group contains it; named
    in both places by its own name, it has both duties.
    """
    duties: dict[tuple[int, Obligation], Duty] = {}
    for obligation in (Obligation.LEAD, Obligation.COORDINATING):
        for index, party in enumerate(parties):
            if party.obligation is obligation:
                for agency_id in _bound_by(party):
                    is_leading = (agency_id, Obligation.LEAD) in duties
                    if is_leading and party.agency_id is None:
                        continue
                    key = (agency_id, obligation)
                    duties.setdefault(key, Duty(agency_id, obligation, index))
    return list(duties.values())


def _bound_by(party: Party) -> tuple[int, ...]:
    if party.needs_choice:
        return ()
    return (party.agency_id,) if party.agency_id is not None else party.members
