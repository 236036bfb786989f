"""What the forms for handing work down, back and on must know of their subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import AgencyCard, AgencyKind, living_agencies
from cchc.modules.plans.models import Assignment, Occurrence, Proof, Task
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.colleagues import colleagues_of
from cchc.modules.plans.queries.naming import agency_ref
from cchc.modules.plans.queries.pages import BreakingDown
from cchc.modules.plans.queries.rights import Rights
from cchc.modules.plans.queries.threads import giver_of
from cchc.modules.plans.rules.kinds import HandbackState, SubmissionState
from cchc.platform import clock
from cchc.platform.access import Actor, NotVisible

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A part that goes elsewhere or stays: how the page names it, and who may receive it."""

    task_id: int
    subject: str
    explained: str
    occurrence_id: int | None = None
    agencies: Pairs = field(default_factory=list)
    people: Pairs = field(default_factory=list)


def round_to_break_down(occurrence_id: int, *, actor: Actor) -> BreakingDown:
    """Work to be broken down, and everyone who may receive a part.

    Raises NotVisible or AccessDenied.
    """
    one = Occurrence.objects.select_related("task").get_visible(actor, pk=occurrence_id)
    Rights(actor).require_give(one.agency_id)
    today = clock.today()
    return BreakingDown(
        task_id=one.task_id,
        occurrence_id=one.pk,
        subject=_named(one.task, one.label),
        product=one.task.product,
        due_on=one.due_on,
        agencies=_below(one, today),
        people=_people(one.agency_id, today),
    )


def part_to_answer(assignment_id: int, *, actor: Actor) -> PassedOn:
    """A part that whoever gave it decides about. Raises NotVisible or AccessDenied."""
    part = Assignment.objects.select_related("task__part_of__task").get_visible(
        actor, pk=assignment_id
    )
    Rights(actor).require_decide(part, Permission.MANAGE)
    today = clock.today()
    above = part.task.part_of
    handed_back = part.handbacks.filter(state=HandbackState.PENDING).first()
    said = _("{agency} trả lại với lý do: {reason}")
    explained = ""
    if handed_back is not None:
        name = agency_ref(handed_back.agency_id).name
        explained = str(said.format(agency=name, reason=handed_back.reason))
    return PassedOn(
        task_id=part.task_id,
        subject=f"{_named(part.task)} · {agency_ref(part.agency_id).name}",
        explained=explained,
        agencies=_below(above, today) if above else _whole_agencies(today),
        people=_people(above.agency_id, today) if above else [],
    )


def part_to_recall(task_id: int, *, actor: Actor) -> PassedOn:
    """A part that whoever gave it takes back; leads back to the work above.

    Raises NotVisible or AccessDenied.
    """
    task = Task.objects.select_related("part_of").get_visible(actor, pk=task_id)
    if task.part_of is None:
        raise NotVisible
    Rights(actor).require_give(task.part_of.agency_id)
    return PassedOn(task.part_of.task_id, _named(task), "", occurrence_id=task.part_of_id)


def proofs_to_carry(occurrence_id: int) -> Pairs:
    """The accepted products of the parts given from this, to be handed in with it."""
    below = Occurrence.objects.parts_of([occurrence_id])
    accepted = Proof.objects.filter(
        submission__occurrence__in=below, submission__state=SubmissionState.ACCEPTED
    ).select_related("submission__occurrence__task", "file")
    return [
        (str(proof.pk), f"{proof.submission.occurrence.task.code} · {proof.product}")
        for proof in accepted.order_by("submission__occurrence__task__code", "pk")
    ]


def _below(one: Occurrence, today: date) -> Pairs:
    """The agencies that may receive a part of this, divisions first."""
    below = giver_of(one, today).below
    cards = [card for card in living_agencies(today) if card.id in below]
    return _pairs(sorted(cards, key=lambda card: card.parent_id != one.agency_id))


def _whole_agencies(today: date) -> Pairs:
    """Every agency of the province that may receive work of a plan; no divisions inside others."""
    return _pairs([c for c in living_agencies(today) if c.kind != AgencyKind.DIVISION])


def _people(agency_id: int, today: date) -> Pairs:
    people = colleagues_of(agency_id, today)
    return [(str(one.id), f"{one.full_name} · {one.title}") for one in people]


def _pairs(cards: list[AgencyCard]) -> Pairs:
    return [(str(card.id), card.name) for card in cards]


def _named(task: Task, label: str = "") -> str:
    round_name = f" · {label}" if label else ""
    return f"{task.code} {task.content}{round_name}".strip()
