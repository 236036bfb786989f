"""What this module hears of the others, and what it lets them ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from cchc.modules.figures.public import register_source as register_figures
from cchc.modules.organisation.events import (
    ClockMoved,
    HoursSet,
    OpenWorkPassesOn,
    SpecialDayRemoved,
    SpecialDaySet,
)
from cchc.modules.organisation.public import register_open_work
from cchc.modules.plans.agenda import find_agenda
from cchc.modules.plans.figures import SOURCE
from cchc.modules.plans.job_names import Job
from cchc.modules.plans.models import ImportDraft, Occurrence, Plan, Task
from cchc.modules.plans.operations.pass_work_on import pass_work_on
from cchc.modules.plans.queries.sources import section_of_sources
from cchc.modules.plans.queries.task_sections import register_task_section
from cchc.modules.plans.rules.lifecycle import OPEN
from cchc.modules.plans.worklist import INBOX, count_work, find_work, waiting_rows
from cchc.modules.worklist.public import register_agenda, register_source
from cchc.platform.access import Actor
from cchc.platform.events.announcing import subscribe
from cchc.platform.jobs import enqueue
from cchc.platform.storage.models import StoredFile
from cchc.platform.storage.reading import allow_reading, id_of_owner


def listen() -> None:
    """Called once when the application starts, harmless to repeat."""
    subscribe(OpenWorkPassesOn, _pass_on)
    subscribe(ClockMoved, _reckon_again)
    subscribe(HoursSet, _redate)
    subscribe(SpecialDaySet, _redate)
    subscribe(SpecialDayRemoved, _redate)
    register_open_work("plans", _("phần việc đang thực hiện"), open_work_of)
    register_source(INBOX, find_work, count_work, waiting_rows)
    register_figures(SOURCE)
    register_agenda("plans", find_agenda)
    register_task_section("plans.sources", section_of_sources)
    allow_reading("plans.paper", may_read_paper)
    allow_reading("plans.proof", may_read_proof)
    allow_reading("plans.task", may_read_task_file)


def _pass_on(event: OpenWorkPassesOn, actor: Actor, at: datetime) -> None:
    pass_work_on(
        from_agency_id=event.from_agency_id,
        to_agency_id=event.to_agency_id,
        actor=actor,
        now=at,
    )


def _reckon_again(event: ClockMoved, actor: Actor, at: datetime) -> None:
    enqueue(Job.RECKON_STATES_NOW, once=Job.RECKON_STATES_NOW)


def _redate(
    event: HoursSet | SpecialDaySet | SpecialDayRemoved, actor: Actor, at: datetime
) -> None:
    enqueue(Job.REDATE_FOR_CALENDARS, once=Job.REDATE_FOR_CALENDARS)


def open_work_of(agency_ids: Collection[int]) -> Mapping[int, int]:
    """How many open occurrences each of these agencies has."""
    rows = (
        Occurrence.objects.filter(agency_id__in=agency_ids, state__in=sorted(OPEN))
        .values_list("agency_id")
        .annotate(number=Count("pk"))
    )
    return dict(rows)


def may_read_paper(actor: Actor, file: StoredFile) -> bool:
    """The paper of a plan or of a draft: whoever sees the one or the other."""
    return (
        Plan.objects.visible_to(actor).filter(file=file).exists()
        or ImportDraft.objects.visible_to(actor).filter(file=file).exists()
    )


def may_read_proof(actor: Actor, file: StoredFile) -> bool:
    """A proof: the agency that did the work and whoever assigned it."""
    return Occurrence.objects.visible_to(actor).filter(pk=id_of_owner(file)).exists()


def may_read_task_file(actor: Actor, file: StoredFile) -> bool:
    """A document that set a task's time: whoever sees the task."""
    return Task.objects.visible_to(actor).filter(pk=id_of_owner(file)).exists()
