"""A random walk through the operations themselves, on the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from cchc.modules.organisation.models import Person
from cchc.modules.plans.models import Assignment, Occurrence, Tally
from cchc.modules.plans.operations.acknowledge import acknowledge, name_holder
from cchc.modules.plans.operations.break_down import Part, break_down, recall
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof, return_proof
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.hand_back import decline, insist, pass_on
from cchc.modules.plans.operations.hand_in_proof import hand_in_proof
from cchc.modules.plans.operations.reckon_states import reckon_states
from cchc.modules.plans.operations.suspend import resume, suspend
from cchc.modules.plans.queries.next_moves import next_of
from cchc.modules.plans.queries.threads import agencies_above, open_parts
from cchc.modules.plans.rules.lifecycle import OPEN, State
from cchc.modules.plans.rules.next_action import Doer
from cchc.modules.plans.web.refusal_words import REFUSALS, refusal_words
from cchc.platform.access import SYSTEM, AccessDenied, NotVisible
from tests.plans.threads import DAY, film
from tests.plans.world import PlansWorld, moment, product

STEPS = 250


class Walk:
    """Somebody tries something, again and again; most of it is refused, as in life."""

    def __init__(self, world: PlansWorld, seed: int) -> None:
        self.world, self.chance = world, Random(seed)
        _, self.root = film(world)
        self.day = DAY
        self.people: list[Person] = [
            world.operator,
            world.head,
            world.reform_officer,
            world.division_head,
            world.officer,
        ]
        self.done = 0

    def step(self) -> None:
        rounds = list(Occurrence.objects.filter(thread=self.root).order_by("pk")) or [self.root]
        one = self.chance.choice(rounds)
        if self.chance.random() < 0.1:
            self.day += timedelta(days=1)
        who = {"actor": self.world.actor(self.chance.choice(self.people)), "now": moment(self.day)}
        act = self.chance.choice(self.acts(one, who))
        try:
            act()
        except (*REFUSALS, AccessDenied, NotVisible) as refused:
            if isinstance(refused, REFUSALS):
                assert refusal_words(refused)
            return
        self.done += 1

    def acts(self, one: Occurrence, who: dict) -> list[Callable[[], object]]:  # type: ignore[type-arg]
        part, reason = {"assignment_id": one.assignment_id}, {"reason": "Lý do"}
        it = {"occurrence_id": one.pk}
        officer, division = self.world.officer.pk, self.world.division.pk
        due = self.chance.choice([self.day + timedelta(days=n) for n in (1, 10, 40)])
        given = self.chance.choice(
            [
                Part("việc", person_id=officer, due_on=due),
                Part("việc", leads=(division,), due_on=due),
                Part("việc", leads=(division,), days=4),
            ]
        )
        goes = self.chance.choice([{"agency_id": division}, {"person_id": officer}])
        return [
            lambda: break_down(**it, parts=[given], **who),
            lambda: break_down(**it, parts=[given], **who),
            lambda: acknowledge(**part, **who),
            lambda: name_holder(**part, person_id=officer, **who),
            lambda: hand_in_proof(**it, products=[product()], **who),
            lambda: hand_in_proof(**it, products=[product()], **who),
            lambda: approve_proof(**it, **who),
            lambda: accept_proof(**it, **who),
            lambda: accept_proof(**it, **who),
            lambda: return_proof(**it, **reason, **who),
            lambda: decline(**part, **reason, **who),
            lambda: insist(**part, **reason, **who),
            lambda: pass_on(**part, **goes, **reason, **who),
            lambda: recall(task_id=one.task_id, **reason, **who),
            lambda: suspend(**it, **reason, **who),
            lambda: resume(**it, **who),
            lambda: ask_extension(**it, wanted_on=due, **reason, **who),
        ]

    def check(self) -> None:
        rounds = list(
            Occurrence.objects.filter(thread=self.root).select_related("assignment", "task")
        )
        below = open_parts([one.pk for one in rounds])
        due = {one.pk: one.due_on for one in rounds}
        for one in rounds:
            part = one.assignment
            move = next_of(one, part, open_part_count=below.get(one.pk, 0))
            assert (move.doer is Doer.NOBODY) == (one.state not in OPEN)
            assert one.due_on is not None or one.waits_for
            assert part.is_handed_back == part.handbacks.filter(state="PENDING").exists()
            if one.state in {State.SUBMITTED, State.APPROVED, State.ACCEPTED}:
                assert not below.get(one.pk)
            if one.is_part and not one.is_personal and one.state in OPEN:
                assert one.agency_id not in agencies_above(one)
            if one.is_personal and part.ended_at is None:
                assert part.holder_id is not None
            above = due.get(one.task.part_of_id)
            if above is not None and one.due_on is not None and one.state in OPEN:
                assert one.due_on <= max(above, self.day)


@pytest.mark.parametrize("seed", range(4))
def test_a_walk_through_the_operations_leaves_every_thread_whole(
    world: PlansWorld, seed: int
) -> None:
    walk = Walk(world, seed)
    for _ in range(STEPS):
        walk.step()
        walk.check()
    assert walk.done > 10
    found = reckon_states(actor=SYSTEM, now=moment(date(2019, 12, 31)))
    assert (found.off_ledger, found.without_round) == ((), ())
    counted = sum(Tally.objects.by_plan().values_list("number", flat=True))
    assert counted == Occurrence.objects.filter(is_part=False).count()
    assert not Assignment.objects.filter(is_part=True, task__part_of=None).exists()
