"""What this module puts into people's calendars: deadlines of open work, and report dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cchc.modules.organisation.public import province_committee
from cchc.modules.plans import links
from cchc.modules.plans.models import Occurrence, Task
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_refs
from cchc.modules.plans.queries.pages import AgencyRef
from cchc.modules.plans.rules.report_duty import is_report
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.modules.worklist.public import AgendaItem, AgendaKind
from cchc.platform.access import Actor

MOST = 1_500
"""So many dated tasks are read at most, the nearest first: a calendar is for one person."""


@dataclass(frozen=True, slots=True)
class _Due:
    """What falls due of one task on one day, however many agencies owe it."""

    task_id: int
    on: date
    sequence: int
    part_count: int
    agency_id: int
    is_late: bool


def find_agenda(actor: Actor, since: date, until: date) -> list[AgendaItem]:
    """The deadlines of the open work that the actor does, or else that the actor's side gave."""
    if actor.user_id is None:
        return []
    due = _due(_concerning(actor, until), since, until)
    tasks = Task.objects.select_related("plan").only("code", "content", "product", "plan__number")
    known = tasks.in_bulk({one.task_id for one in due})
    agencies = agency_refs(one.agency_id for one in due)
    return [_item(one, known[one.task_id], agencies[one.agency_id]) for one in due]


def _concerning(actor: Actor, on: date) -> OccurrenceQuerySet:
    """Open work of the agencies where the actor works on it; for others what their side gave."""
    open_work = Occurrence.objects.open()
    doing = actor.scope_of(Permission.REPORT_PROGRESS)
    if doing.everywhere:
        return open_work
    if doing:
        return open_work.filter(
            Q(agency_id__in=doing.agencies) | Q(assignment__holder_id=actor.user_id)
        )
    seeing = actor.scope_of(Permission.VIEW)
    issuers = {province_committee(on).id} if seeing.everywhere else seeing.agencies
    return open_work.filter(issuer_id__in=issuers)


def _due(work: OccurrenceQuerySet, since: date, until: date) -> list[_Due]:
    rows = (
        work.filter(sorts_on__gte=since, sorts_on__lte=until, is_continuous=False)
        .order_by()
        .values_list("sorts_on", "task_id")
        .annotate(
            sequence=Min("sequence"),
            owing=Count("agency", distinct=True),
            agency=Min("agency_id"),
            late=Max("timeliness", filter=Q(timeliness=Timeliness.OVERDUE)),
        )
        .order_by("sorts_on", "task_id")[:MOST]
    )
    return [
        _Due(task_id, on, sequence, owing, agency, late is not None)
        for on, task_id, sequence, owing, agency, late in rows
    ]


def _item(one: _Due, task: Task, agency: AgencyRef) -> AgendaItem:
    report = is_report(task.content, task.product)
    title = f"{task.code} {task.content}".strip()
    return AgendaItem(
        key=f"plans.task:{one.task_id}.{one.sequence}",
        on=one.on,
        title=title if len(title) <= 180 else f"{title[:179]}…",
        kind=AgendaKind.REPORT if report else AgendaKind.DEADLINE,
        url=links.task(one.task_id),
        detail=" · ".join(_details(one, task)),
        agency_id=agency.id if one.part_count == 1 else None,
        agency_name=agency.name if one.part_count == 1 else "",
        is_late=one.is_late,
    )


def _details(one: _Due, task: Task) -> Iterable[str]:
    yield str(task.plan.number)
    if one.part_count > 1:
        yield ngettext("%d cơ quan thực hiện", "%d cơ quan thực hiện", one.part_count) % (
            one.part_count
        )
    if one.is_late:
        yield _("đã quá hạn")
