"""Open work for urging: as one statement for the database, and as lines for people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cchc.modules.plans import links
from cchc.modules.plans.models import Assignment, Occurrence
from cchc.modules.plans.queries.naming import agency_refs, badge_of
from cchc.modules.plans.rules.lifecycle import WITH_THE_AGENCY
from cchc.platform.access import Actor
from cchc.platform.sql import prepared_for

_WITH_THE_AGENCY = tuple(sorted(map(str, WITH_THE_AGENCY)))

OPEN_WORK = f"""
SELECT o.id AS occurrence_id, o.assignment_id, o.task_id, o.agency_id, o.due_on, o.state,
       o.obligation, o.area_code, o.is_part, p.kind AS plan_kind, p.document_kind,
       a.holder_id, a.assigned_on, a.held_since,
       (o.state_since AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS state_since_on
FROM plans_occurrence o
JOIN plans_assignment a ON a.id = o.assignment_id
JOIN plans_plan p ON p.id = o.plan_id
WHERE o.state IN {_WITH_THE_AGENCY} AND a.ended_at IS NULL AND NOT a.is_handed_back
"""  # noqa: S608 (only our own words)
"""Every occurrence that an agency or an officer is to move, parts of threads included.

For statements that join 200,000 rows without carrying them through Python. The columns: number of
the occurrence, the assignment, the task and the agency; deadline (may be empty); state; kind of
obligation, area, plan and paper; who holds it since when; since when it is given and in its state.
"""


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One occurrence as a digest or a letter names it, standing as it does today."""

    occurrence_id: int
    assignment_id: int
    task_id: int
    agency_id: int
    code: str
    content: str
    label: str
    """What the round is called; empty when there is one only."""
    plan_number: str
    agency_name: str
    due_on: date | None
    is_with_the_agency: bool
    """Whether the agency is still to move."""
    badge_tone: str
    badge_label: str
    url: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """One agency's part in a task, for whoever says something about the whole of it."""

    assignment_id: int
    task_id: int
    agency_id: int
    code: str
    content: str
    agency_name: str
    url: str


def part_to_urge(assignment_id: int, *, actor: Actor) -> PartLine:
    """A part that the actor may see. Raises NotVisible."""
    part = Assignment.objects.select_related("task", "agency").get_visible(actor, pk=assignment_id)
    return _part(part)


def part_lines(assignment_ids: Collection[int]) -> dict[int, PartLine]:
    """These parts by number, whoever asks: the caller decides who may read of them."""
    found = Assignment.objects.filter(pk__in=list(assignment_ids))
    return {part.pk: _part(part) for part in found.select_related("task", "agency")}


def parts_of_task(task_id: int, *, actor: Actor, limit: int = 50) -> list[PartLine]:
    """The live parts of a task that the actor may see, in order of their agencies."""

    def found(task_id: int) -> QuerySet[Assignment]:
        rows = Assignment.objects.visible_to(actor).live().filter(task_id=task_id)
        rows = rows.select_related("task", "agency").only(*_NAMED)
        return rows.order_by("agency__precedence", "pk")[:limit]

    parts = prepared_for(("plans.parts_of_task", actor, limit), found).objects(task_id)
    return [_part(part) for part in parts]


_NAMED = ("task", "task__code", "task__content", "agency", "agency__name")


def _part(part: Assignment) -> PartLine:
    return PartLine(
        assignment_id=part.pk,
        task_id=part.task_id,
        agency_id=part.agency_id,
        code=part.task.code,
        content=part.task.content,
        agency_name=part.agency.name,
        url=links.task(part.task_id),
    )


@dataclass(frozen=True, slots=True)
class WorkName:
    """One occurrence as a letter names it."""

    code: str
    content: str
    agency_name: str
    due_on: date | None


def work_names(occurrence_ids: Collection[int]) -> dict[int, WorkName]:
    """These occurrences by number, for letters to thousands: names only, one query and a half."""
    rows = Occurrence.objects.filter(pk__in=list(occurrence_ids)).values_list(
        "pk", "task__code", "task__content", "agency_id", "due_on"
    )
    found = list(rows)
    agencies = agency_refs({agency_id for _pk, _code, _content, agency_id, _due in found})
    return {
        pk: WorkName(code, content, agencies[agency_id].name, due_on)
        for pk, code, content, agency_id, due_on in found
    }


def work_lines(occurrence_ids: Collection[int], *, today: date) -> dict[int, WorkLine]:
    """These occurrences by number, whoever asks: the caller decides who may read of them."""
    found = Occurrence.objects.filter(pk__in=list(occurrence_ids)).select_related("task", "plan")
    rows = list(found)
    agencies = agency_refs({row.agency_id for row in rows})
    return {row.pk: _line(row, agencies[row.agency_id].name, today) for row in rows}


def _line(row: Occurrence, agency_name: str, today: date) -> WorkLine:
    badge = badge_of(row, today=today)
    return WorkLine(
        occurrence_id=row.pk,
        assignment_id=row.assignment_id,
        task_id=row.task_id,
        agency_id=row.agency_id,
        code=row.task.code,
        content=row.task.content,
        label=row.label,
        plan_number=row.plan.number,
        agency_name=agency_name,
        due_on=row.due_on,
        is_with_the_agency=row.state in _WITH_THE_AGENCY,
        badge_tone=badge.tone,
        badge_label=badge.label,
        url=links.task(row.task_id, row.pk),
    )
