"""Random lives of threads by the rules alone: nobody is left without a holder, a move, a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import pytest

from cchc.modules.plans.rules.handing import (
    Giver,
    HandingProblem,
    HandingRefused,
    Wanted,
    check_breaking_down,
    check_handing_back,
    check_receiving,
    check_wanted,
    due_problem,
    shortened,
)
from cchc.modules.plans.rules.lifecycle import (
    OPEN,
    WITH_THE_AGENCY,
    State,
    TransitionNotAllowed,
    check_transition,
)
from cchc.modules.plans.rules.next_action import Doer, Facts, Step, next_action

TODAY = date(2019, 9, 2)
PROVINCE = 1
BELOW = {
    1: {2, 3},
    2: {21, 22},
    3: {31, 32},
    21: {211},
    22: set(),
    31: set(),
    32: set(),
    211: set(),
}
PEOPLE = {agency: {agency * 10, agency * 10 + 1} for agency in BELOW}


def all_below(agency: int) -> frozenset[int]:
    direct = BELOW.get(agency, set())
    return frozenset(direct).union(*(all_below(one) for one in direct))


@dataclass
class Piece:
    """One piece of work of the model."""

    agency: int
    issuer: int
    due: date | None
    above: Piece | None = None
    state: State = State.ASSIGNED
    holder: int | None = None
    is_acknowledged: bool = False
    is_handed_back: bool = False
    has_pending_extension: bool = False
    suspended_from: State | None = None
    parts: list[Piece] = field(default_factory=list)

    @property
    def is_personal(self) -> bool:
        return self.agency == self.issuer

    @property
    def is_undated(self) -> bool:
        """Waits for an event itself, was done without waiting, or comes back from there."""
        return self.state not in {State.ASSIGNED, State.IN_PROGRESS}

    def chain(self) -> list[Piece]:
        return [] if self.above is None else [self.above, *self.above.chain()]

    def open_parts(self) -> int:
        return sum(1 for part in self.parts if part.state in OPEN)

    def everything(self) -> list[Piece]:
        return [self, *(one for part in self.parts for one in part.everything())]

    def facts(self) -> Facts:
        return Facts(
            state=self.state,
            is_acknowledged=self.is_acknowledged,
            is_handed_back=self.is_handed_back,
            has_pending_extension=self.has_pending_extension,
            open_part_count=self.open_parts(),
        )


class Model:
    """The rules applied to pieces of work, event by event."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        waits = chance.random() < 0.2
        self.root = Piece(2, PROVINCE, None if waits else TODAY + timedelta(days=60))
        self.root.state = State.WAITING if waits else State.ASSIGNED

    def giver(self, one: Piece) -> Giver:
        above = {one.issuer} | {a for p in one.chain() for a in (p.agency, p.issuer)}
        return Giver(
            agency_id=one.agency,
            above=frozenset(above),
            below=all_below(one.agency),
            people=frozenset(PEOPLE[one.agency]),
            due_on=one.due,
            today=TODAY,
        )

    def step(self) -> None:
        one = self.chance.choice(self.root.everything())
        act = self.chance.choice(
            ["break", "take", "hand", "approve", "accept", "return", "back", "insist", "pass",
             "recall", "suspend", "resume", "date", "shorten", "ask", "decide"]
        )  # fmt: skip
        try:
            getattr(self, f"do_{act}")(one)
        except (HandingRefused, TransitionNotAllowed):
            return

    def move(self, one: Piece, wanted: State) -> None:
        check_transition(one.state, wanted)
        one.state = wanted

    def do_break(self, one: Piece) -> None:
        if len(one.parts) > 3 or len(self.root.everything()) > 40:
            return
        check_breaking_down(state=one.state, is_personal=one.above is not None and one.is_personal)
        agencies = self.chance.sample(sorted(BELOW), k=self.chance.randint(0, 2))
        person = self.chance.choice([None, None, one.agency * 10, 999])
        days = self.chance.choice([None, 5, 20, 59, 90])
        due = None if days is None else TODAY + timedelta(days=days)
        wanted = Wanted("việc", leads=tuple(agencies), person_id=person, due_on=due)
        check_wanted([wanted], self.giver(one))
        self.do_take(one)
        for agency in agencies or [one.agency]:
            part = Piece(agency, one.agency, due, above=one, holder=person)
            part.state = State.ASSIGNED if due else State.WAITING
            one.parts.append(part)

    def do_take(self, one: Piece) -> None:
        if one.state in OPEN:
            one.is_acknowledged, one.is_handed_back = True, False
        if one.state is State.ASSIGNED:
            self.move(one, State.IN_PROGRESS)

    def do_hand(self, one: Piece) -> None:
        if one.open_parts():
            raise HandingRefused(HandingProblem.PARTS_OPEN)
        check_transition(one.state, State.SUBMITTED)
        self.do_take(one)
        self.move(one, State.SUBMITTED)
        if one.above is not None and one.is_personal:
            self.move(one, State.APPROVED)

    def do_approve(self, one: Piece) -> None:
        self.move(one, State.APPROVED)

    def do_accept(self, one: Piece) -> None:
        self.move(one, State.ACCEPTED)

    def do_return(self, one: Piece) -> None:
        self.move(one, State.RETURNED)

    def do_back(self, one: Piece) -> None:
        check_handing_back(
            states={one.state},
            is_handed_back=one.is_handed_back,
            has_open_parts=bool(one.open_parts()),
        )
        one.is_handed_back = True

    def do_insist(self, one: Piece) -> None:
        one.is_handed_back = False

    def do_pass(self, one: Piece) -> None:
        if one.above is None or one.state not in WITH_THE_AGENCY | {State.WAITING}:
            return
        agency = self.chance.choice([None, *BELOW])
        person = None if agency else self.chance.choice([one.issuer * 10, 999])
        check_receiving(agency, person, self.giver(one.above))
        for part in one.parts:
            self.do_recall(part)
        one.agency, one.holder = agency or one.issuer, person
        one.is_acknowledged = one.is_handed_back = one.has_pending_extension = False

    def do_recall(self, one: Piece) -> None:
        if one.above is None:
            return
        for below in one.everything():
            if below.state in OPEN:
                self.move(below, State.WITHDRAWN)
                below.is_handed_back = below.has_pending_extension = False

    def do_suspend(self, one: Piece) -> None:
        before = one.state
        self.move(one, State.SUSPENDED)
        one.suspended_from = before
        for part in one.parts:
            if part.state in WITH_THE_AGENCY:
                self.do_suspend(part)

    def do_resume(self, one: Piece) -> None:
        if one.state is not State.SUSPENDED or one.suspended_from is None:
            return
        if one.above is not None and one.above.state is State.SUSPENDED:
            raise HandingRefused(HandingProblem.ABOVE_STANDS_STILL)
        self.move(one, one.suspended_from)
        one.suspended_from = None
        for part in one.parts:
            self.do_resume(part)

    def do_date(self, one: Piece) -> None:
        if self.root.state is State.WAITING:
            self.root.due = TODAY + timedelta(days=30)
            self._date(self.root)

    def _date(self, one: Piece) -> None:
        if one.state is State.WAITING:
            self.move(one, State.ASSIGNED)
            if one.is_acknowledged:
                self.move(one, State.IN_PROGRESS)
        for part in one.parts:
            if part.state is State.WAITING:
                part.due = one.due
            self._shorten(part)

    def do_shorten(self, one: Piece) -> None:
        if one is self.root and one.due is not None and one.state in WITH_THE_AGENCY:
            one.due = max(TODAY, one.due - timedelta(days=1))
            for part in one.parts:
                self._shorten(part)

    def _shorten(self, one: Piece) -> None:
        above = one.above
        if above is None or one.state in {State.ACCEPTED, State.WITHDRAWN}:
            return
        one.due = shortened(one.due, above.due) or one.due
        if one.state is State.WAITING and one.due is not None:
            self._date(one)
        for part in one.parts:
            self._shorten(part)

    def do_ask(self, one: Piece) -> None:
        if one.state in WITH_THE_AGENCY and one.due is not None:
            one.has_pending_extension = True

    def do_decide(self, one: Piece) -> None:
        one.has_pending_extension = False


def check(model: Model) -> None:
    for one in model.root.everything():
        chain = one.chain()
        agencies = [one.agency, *(p.agency for p in chain), model.root.issuer]
        if one.above is not None and one.is_personal:
            assert one.holder is not None
            agencies = agencies[1:]
        assert len(set(agencies)) == len(agencies), "a circle"
        move = next_action(one.facts())
        if one.state in OPEN:
            assert one.agency in BELOW
            assert (move.doer, move.step) != (Doer.NOBODY, Step.NONE)
            assert move.doer is not Doer.NOBODY
            assert one.due is not None or one.is_undated, "neither a deadline nor a waiting"
        else:
            assert move.step is Step.NONE
        if one.state in {State.SUBMITTED, State.APPROVED, State.ACCEPTED}:
            assert not one.open_parts(), "done before its parts"
        if one.above is not None and one.state in OPEN and one.due and one.above.due:
            assert one.due <= one.above.due


@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_events_leave_no_work_without_holder_move_and_clock(seed: int) -> None:
    chance = Random(seed)
    model = Model(chance)
    for _ in range(1_000):
        model.step()
        check(model)
        if model.root.state not in OPEN:
            model = Model(chance)


def test_every_state_has_its_next_move() -> None:
    moves = {state: next_action(Facts(state=state, is_acknowledged=True)) for state in State}
    assert {state: (move.step, move.doer) for state, move in moves.items()} == {
        State.WAITING: (Step.SETTLE, Doer.GIVER),
        State.ASSIGNED: (Step.HAND_IN, Doer.AGENCY),
        State.IN_PROGRESS: (Step.HAND_IN, Doer.AGENCY),
        State.SUBMITTED: (Step.APPROVE, Doer.HEAD),
        State.APPROVED: (Step.ACCEPT, Doer.GIVER),
        State.ACCEPTED: (Step.NONE, Doer.NOBODY),
        State.RETURNED: (Step.HAND_IN_AGAIN, Doer.AGENCY),
        State.SUSPENDED: (Step.RESUME, Doer.GIVER),
        State.WITHDRAWN: (Step.NONE, Doer.NOBODY),
    }


def test_what_waits_above_comes_before_what_waits_below() -> None:
    facts = Facts(
        state=State.IN_PROGRESS,
        is_acknowledged=False,
        is_handed_back=True,
        has_pending_extension=True,
        open_part_count=2,
    )
    assert next_action(facts).step is Step.ANSWER_HANDBACK
    working = Facts(state=State.IN_PROGRESS, is_acknowledged=True, has_pending_extension=True)
    assert next_action(working).step is Step.DECIDE_EXTENSION
    assert next_action(Facts(State.ASSIGNED, is_acknowledged=False)).step is Step.ACKNOWLEDGE
    below = Facts(State.IN_PROGRESS, is_acknowledged=True, open_part_count=1)
    assert next_action(below).doer is Doer.BELOW


@pytest.mark.parametrize(
    ("due_on", "above", "problem"),
    [
        (None, None, None),
        (None, TODAY, HandingProblem.NO_DEADLINE),
        (TODAY, TODAY, None),
        (TODAY + timedelta(days=1), TODAY, HandingProblem.AFTER_THE_WORK_ABOVE),
        (TODAY, TODAY - timedelta(days=3), None),
        (TODAY - timedelta(days=3), TODAY - timedelta(days=3), None),
        (TODAY - timedelta(days=4), TODAY - timedelta(days=3), HandingProblem.IN_THE_PAST),
        (TODAY - timedelta(days=1), None, HandingProblem.IN_THE_PAST),
    ],
)
def test_the_deadline_of_a_part(
    due_on: date | None, above: date | None, problem: HandingProblem | None
) -> None:
    assert due_problem(due_on, above_due_on=above, today=TODAY) == problem
