"""Handing work down, and handing it back: who may receive a part, until when, and what follows.

A thread (luồng giao việc) begins with dated work of a plan; each part of it (việc con) is given by
the agency that holds the work above, to an agency below it or to one of its own people, and may be
broken down again. What happens above carries down by these rules:

- withdrawn above: everything open below is withdrawn; what was accepted stays as it is;
- suspended above: what is with its agency below stands still too, and goes on together;
- a later deadline above changes nothing below; an earlier one shortens what lies beyond it;
- passed on to another agency: the parts given so far are withdrawn, the new agency gives its own;
- an agency merged into another: its place in the thread passes on; a part that would come to an
  agency standing above it ends, and what hangs on it moves up to the work above.

Work above is handed in, approved and accepted only when everything given from it is accepted or
withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.modules.plans.rules.lifecycle import PENDING_DECISION, WITH_THE_AGENCY, State


class HandingProblem(StrEnum):
    """Why work cannot be handed down, handed back or passed on so."""

    NOTHING_TO_GIVE = "NOTHING_TO_GIVE"
    NOT_WITH_THE_AGENCY = "NOT_WITH_THE_AGENCY"
    PERSONAL = "PERSONAL"
    NO_CONTENT = "NO_CONTENT"
    NOBODY = "NOBODY"
    NO_LEAD = "NO_LEAD"
    AGENCY_AND_PERSON = "AGENCY_AND_PERSON"
    TWICE = "TWICE"
    OWN_AGENCY = "OWN_AGENCY"
    CIRCULAR = "CIRCULAR"
    NOT_BELOW = "NOT_BELOW"
    NOT_A_COLLEAGUE = "NOT_A_COLLEAGUE"
    NO_DEADLINE = "NO_DEADLINE"
    IN_THE_PAST = "IN_THE_PAST"
    AFTER_THE_WORK_ABOVE = "AFTER_THE_WORK_ABOVE"
    ALREADY_HANDED_BACK = "ALREADY_HANDED_BACK"
    NOT_HANDED_BACK = "NOT_HANDED_BACK"
    PARTS_OPEN = "PARTS_OPEN"
    NOT_A_PART = "NOT_A_PART"
    IS_A_PART = "IS_A_PART"
    ALREADY_BOUND = "ALREADY_BOUND"
    SAME_AGENCY = "SAME_AGENCY"
    ABOVE_STANDS_STILL = "ABOVE_STANDS_STILL"
    UNKNOWN_AGENCY = "UNKNOWN_AGENCY"


class HandingRefused(Exception):
    """The work cannot be handed down, handed back or passed on so, and why.

    `row` is the line of the form that is meant, from 1; 0 when it is the whole.
    """

    def __init__(self, problem: HandingProblem, *, row: int = 0, detail: str = "") -> None:
        super().__init__(f"{problem} {detail}".strip())
        self.problem, self.row, self.detail = problem, row, detail


@dataclass(frozen=True, slots=True)
class Wanted:
    """One part as somebody wants to give it."""

    content: str
    leads: tuple[int, ...] = ()
    coordinating: tuple[int, ...] = ()
    person_id: int | None = None
    due_on: date | None = None

    @property
    def agencies(self) -> tuple[int, ...]:
        """Everyone who is to receive it."""
        return (*self.leads, *self.coordinating)


@dataclass(frozen=True, slots=True)
class Giver:
    """The work from which parts are given: whose it is, and what stands around it."""

    agency_id: int
    above: frozenset[int]
    """The agencies that stand above it in the thread, whoever gave it first included."""
    below: frozenset[int]
    """The agencies that belong to it: divisions, units, communes."""
    people: frozenset[int]
    """Who works there."""
    due_on: date | None
    today: date


def check_breaking_down(*, state: State, is_personal: bool) -> None:
    """Raise HandingRefused unless work in this state can be broken down."""
    if is_personal:
        raise HandingRefused(HandingProblem.PERSONAL)
    if state not in WITH_THE_AGENCY and state is not State.WAITING:
        raise HandingRefused(HandingProblem.NOT_WITH_THE_AGENCY)


def check_wanted(wanted: Sequence[Wanted], giver: Giver) -> None:
    """Raise HandingRefused, naming the line, unless every part can be given so."""
    if not wanted:
        raise HandingRefused(HandingProblem.NOTHING_TO_GIVE)
    for row, one in enumerate(wanted, start=1):
        problem = _problem_of(one, giver)
        if problem is not None:
            raise HandingRefused(problem, row=row)


def _problem_of(one: Wanted, giver: Giver) -> HandingProblem | None:
    if not one.content.strip():
        return HandingProblem.NO_CONTENT
    if one.person_id is not None and one.agencies:
        return HandingProblem.AGENCY_AND_PERSON
    if one.person_id is None and not one.leads:
        return HandingProblem.NO_LEAD if one.coordinating else HandingProblem.NOBODY
    if len(set(one.agencies)) < len(one.agencies):
        return HandingProblem.TWICE
    return _receiving_problem(one.agencies, one.person_id, giver) or due_problem(
        one.due_on, above_due_on=giver.due_on, today=giver.today
    )


def _receiving_problem(
    agencies: Collection[int], person_id: int | None, giver: Giver
) -> HandingProblem | None:
    if person_id is not None and person_id not in giver.people:
        return HandingProblem.NOT_A_COLLEAGUE
    if giver.agency_id in agencies:
        return HandingProblem.OWN_AGENCY
    if giver.above & set(agencies):
        return HandingProblem.CIRCULAR
    return None if giver.below >= set(agencies) else HandingProblem.NOT_BELOW


def check_receiving(agency_id: int | None, person_id: int | None, giver: Giver) -> None:
    """Raise HandingRefused unless this agency, or this person, may receive a part."""
    agencies = () if agency_id is None else (agency_id,)
    if (agency_id is None) == (person_id is None):
        problem = HandingProblem.NOBODY if agency_id is None else HandingProblem.AGENCY_AND_PERSON
        raise HandingRefused(problem)
    found = _receiving_problem(agencies, person_id, giver)
    if found is not None:
        raise HandingRefused(found)


def due_problem(
    due_on: date | None, *, above_due_on: date | None, today: date
) -> HandingProblem | None:
    """What is wrong with the deadline of a part: never later than the work above, nor past.

    Work above that is late already may still be broken down, with its own deadline.
    """
    if due_on is None:
        return None if above_due_on is None else HandingProblem.NO_DEADLINE
    if above_due_on is not None and due_on > max(above_due_on, today):
        return HandingProblem.AFTER_THE_WORK_ABOVE
    if due_on < today and due_on != above_due_on:
        return HandingProblem.IN_THE_PAST
    return None


def check_handing_back(
    *, states: Collection[State], is_handed_back: bool, has_open_parts: bool
) -> None:
    """Raise HandingRefused unless a part whose rounds stand so can be handed back."""
    if is_handed_back:
        raise HandingRefused(HandingProblem.ALREADY_HANDED_BACK)
    if has_open_parts:
        raise HandingRefused(HandingProblem.PARTS_OPEN)
    check_with_the_agency(states)


def check_with_the_agency(states: Collection[State]) -> None:
    """Raise HandingRefused unless something is with the agency and nothing waits for a decision."""
    movable = WITH_THE_AGENCY | {State.WAITING}
    if not movable & set(states) or PENDING_DECISION & set(states):
        raise HandingRefused(HandingProblem.NOT_WITH_THE_AGENCY)


def shortened(due_on: date | None, above_due_on: date | None) -> date | None:
    """The deadline of a part once the work above has this one; None when it stays."""
    if due_on is None or above_due_on is None or due_on <= above_due_on:
        return None
    return above_due_on
