"""A generated year of work: fates drawn by a seed, done by the operations of plans themselves."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from random import Random

from cchc.modules.organisation.models import Agency, Person
from cchc.modules.organisation.rules.kinds import RoleCode
from cchc.modules.plans.models import Occurrence, Plan
from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.decide_proof import accept_proof, approve_proof, return_proof
from cchc.modules.plans.operations.extend import ask_extension, decide_extension
from cchc.modules.plans.operations.hand_in_proof import hand_in_proof
from cchc.modules.plans.operations.suspend import suspend
from tests.plans.world import PlansWorld, moment, product

SEED = 7
FATES = ("on_time", "late", "awaiting", "returned", "extended", "refused", "nothing", "suspended")


def live(world: PlansWorld) -> Plan:
    """A plan in force and what became of its work until the day of the world."""
    plan = world.plan()
    doers = {world.department.pk: (world.reform_officer, world.head)}
    doers[world.other_department.pk] = (world.stranger, world.stranger_head)
    doers[world.home_affairs.pk] = _people_of(world, world.home_affairs)
    random = Random(SEED)
    rounds = Occurrence.objects.filter(plan=plan, due_on__isnull=False).order_by("pk")
    past = [one for one in rounds if one.agency_id in doers and one.due_on < world.today]
    random.shuffle(past)
    for one, fate in zip(past, cycle(FATES), strict=False):
        _tell(world, one, fate, random, doers[one.agency_id])
    return plan


def _people_of(world: PlansWorld, agency: Agency) -> tuple[Person, Person]:
    officer = world.person("Vũ Thị Mai", "maivt", at=agency, role=RoleCode.REFORM_OFFICER)
    head = world.person("Bùi Văn Long", "longbv", at=agency, role=RoleCode.AGENCY_HEAD)
    return officer, head


def _tell(
    world: PlansWorld, one: Occurrence, fate: str, random: Random, doers: tuple[Person, Person]
) -> None:
    officer, head = (world.actor(person) for person in doers)
    operator = world.actor(world.operator)
    due_on = one.due_on or world.today
    one.assignment.refresh_from_db()
    if one.assignment.acknowledged_at is None and random.random() < 0.8:
        taken = moment(date(2018, 12, 10) + timedelta(days=random.randrange(20)), 14)
        acknowledge(assignment_id=one.assignment_id, actor=officer, now=taken)
    if fate == "nothing":
        return
    if fate == "suspended":
        suspend(occurrence_id=one.pk, reason="Chờ", actor=operator, now=moment(due_on))
        return
    if fate in ("extended", "refused"):
        _extend(one, due_on, fate == "extended", officer, operator)
    days = random.randrange(1, 25)
    handed_on = due_on + timedelta(days=days if fate == "late" else -days)
    at = moment(max(handed_on, date(2018, 12, 31)))
    hand_in_proof(occurrence_id=one.pk, products=[product()], actor=officer, now=at)
    if fate == "awaiting":
        return
    approve_proof(occurrence_id=one.pk, actor=head, now=at)
    if fate == "returned":
        returned = moment(at.date() + timedelta(days=1))
        return_proof(occurrence_id=one.pk, reason="Thiếu phụ lục", actor=operator, now=returned)
        return
    accept_proof(occurrence_id=one.pk, actor=operator, now=at)


def _extend(
    one: Occurrence, due_on: date, is_granted: bool, officer: object, operator: object
) -> None:
    asked = ask_extension(
        occurrence_id=one.pk,
        wanted_on=due_on + timedelta(days=10),
        reason="Chờ hướng dẫn",
        actor=officer,  # type: ignore[arg-type]
        now=moment(date(2019, 1, 2)),
    )
    decide_extension(
        extension_id=asked.pk,
        is_granted=is_granted,
        reason="Theo đề nghị" if is_granted else "Không có căn cứ",
        actor=operator,  # type: ignore[arg-type]
        now=moment(date(2019, 1, 3)),
    )
