"""What the page of an act must know of its subject: shown only to those who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import colleagues_in, living_agencies
from cchc.modules.plans.models import Assignment, Extension, Occurrence, Task, TaskParty
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_ref
from cchc.modules.plans.queries.pages import Choice
from cchc.modules.plans.rules.products import products_named
from cchc.platform import clock
from cchc.platform.access import Actor, NotVisible
from cchc.platform.text.writing import date_vi


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is done to: where it leads back, and how the page names it."""

    task_id: int
    subject: str
    agency_id: int
    products: tuple[str, ...] = ()
    wanted_on: date | None = None
    occurrence_id: int | None = None
    explained: str = ""


def task_to_act_on(task_id: int, *, actor: Actor) -> Subject:
    """A task as a whole. Raises NotVisible."""
    task = Task.objects.select_related("plan").get_visible(actor, pk=task_id)
    return Subject(task.pk, _named(task), task.plan.issuer_id)


def task_to_manage(task_id: int, *, actor: Actor) -> Subject:
    """A task that the actor answers for as its issuer. Raises NotVisible or AccessDenied."""
    found = task_to_act_on(task_id, actor=actor)
    actor.require(Permission.MANAGE, agency_id=found.agency_id)
    return found


def part_to_act_on(assignment_id: int, *, actor: Actor) -> Subject:
    """One agency's part. Raises NotVisible."""
    part = Assignment.objects.select_related("task").get_visible(actor, pk=assignment_id)
    named = f"{_named(part.task)} · {agency_ref(part.agency_id).name}"
    return Subject(part.task_id, named, part.agency_id)


def round_to_act_on(occurrence_id: int, *, actor: Actor) -> Subject:
    """One round of work. Raises NotVisible."""
    one = Occurrence.objects.select_related("task").get_visible(actor, pk=occurrence_id)
    round_name = f" · {one.label}" if one.label else ""
    named = f"{_named(one.task)}{round_name} · {agency_ref(one.agency_id).name}"
    products = tuple(products_named(one.task.product))
    return Subject(one.task_id, named, one.agency_id, products=products, occurrence_id=one.pk)


def extension_to_decide(extension_id: int, *, actor: Actor) -> Subject:
    """A request for more time. Raises NotVisible or AccessDenied."""
    asked = Extension.objects.select_related("occurrence").filter(pk=extension_id).first()
    if asked is None:
        raise NotVisible
    found = round_to_act_on(asked.occurrence_id, actor=actor)
    actor.require(Permission.DECIDE_EXTENSION, agency_id=asked.occurrence.issuer_id)
    explained = _("Đề nghị lùi từ {due} đến {wanted}. Lý do: {reason}").format(
        due=date_vi(asked.due_on), wanted=date_vi(asked.wanted_on), reason=asked.reason
    )
    return Subject(
        found.task_id,
        found.subject,
        found.agency_id,
        wanted_on=asked.wanted_on,
        occurrence_id=asked.occurrence_id,
        explained=explained,
    )


def party_to_choose(party_id: int, *, actor: Actor) -> tuple[Subject, str]:
    """A party whose members must be chosen, and its words. Raises NotVisible or AccessDenied."""
    party = TaskParty.objects.filter(pk=party_id).first()
    if party is None:
        raise NotVisible
    return task_to_manage(party.task_id, actor=actor), party.text


def agency_choices_today() -> list[Choice]:
    """Every agency that lives today, in order of precedence."""
    return [Choice(str(card.id), card.name) for card in living_agencies(clock.today())]


def colleague_choices(agency_id: int) -> list[Choice]:
    """The people who work in the agency today."""
    people = colleagues_in([agency_id], clock.today())
    return [Choice(str(one.id), f"{one.full_name} · {one.title}") for one in people]


def _named(task: Task) -> str:
    return f"{task.code} {task.content}".strip()
