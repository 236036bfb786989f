"""The rows of a plan, and the parties each row names."""

from __future__ import annotations

from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from cchc.modules.plans.models.plan import Plan, PlanSection
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.areas import all_area_codes
from cchc.modules.plans.rules.kinds import Freq, Obligation, TaskStatus, TimeKind
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet


def tasks_in_threads_of(actor: Actor) -> models.QuerySet[Any, Any]:
    """The tasks of every thread in which the actor's agencies or the actor stand, by number."""
    from cchc.modules.plans.models.occurrence import Occurrence

    return Occurrence.objects.in_threads_of(actor).values("task_id")


class TaskQuerySet(ScopedQuerySet["Task"]):
    """Questions about tasks."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """The rows of the plans that the actor may know of, and the threads they stand in.

        A plan is read as a whole; what an agency handed down is read by its thread alone.
        """
        if actor.scope_of(self.view_permission).everywhere:
            return self
        in_plan = Q(part_of=None, plan__in=Plan.objects.visible_to(actor))
        return self.filter(in_plan | Q(pk__in=tasks_in_threads_of(actor)))

    def active(self) -> Self:
        """Those in force."""
        return self.filter(status=TaskStatus.ACTIVE)

    def rows(self) -> Self:
        """The rows of plans, without what agencies made of them inside."""
        return self.filter(part_of=None)


@pghistory.track(exclude=["part_of"])
class Task(models.Model):
    """A row of a plan or directive: what is to be done, by whom, by when, with what money."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    section = models.ForeignKey(
        PlanSection, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks"
    )
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40, blank=True)
    """"1.b": section and letter, as people cite the row."""
    order_text = models.CharField(max_length=20, blank=True)
    """The first column as printed: "b", "12"."""
    area_code = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=12, default=TaskStatus.ACTIVE)
    content = models.TextField()
    product = models.TextField(blank=True)
    lead_text = models.TextField(blank=True)
    coordinating_text = models.TextField(blank=True)

    time_text = models.TextField(blank=True)
    time_kind = models.CharField(max_length=16)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    stated_on = models.DateField(null=True, blank=True)
    """The day the paper writes, where "trước ngày" makes the last day the one before."""
    freq = models.CharField(max_length=12, blank=True)
    times_per_period = models.PositiveSmallIntegerField(default=1)
    time_reference = models.TextField(blank=True)
    time_trigger = models.TextField(blank=True)
    time_adhoc = models.TextField(blank=True)
    timing = models.JSONField(default=dict)
    """Everything the reader understood of the time; see rules.timing."""

    budget_text = models.TextField(blank=True)
    budget_amount = models.BigIntegerField(null=True, blank=True)
    """Đồng."""
    budget_basis = models.CharField(max_length=60, blank=True)
    budget_total = models.BigIntegerField(null=True, blank=True)
    is_budget_total_derived = models.BooleanField(default=False)
    funding_source = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answered_by"
    )
    """The row of the plan above that this row carries out."""
    part_of = models.ForeignKey(
        "plans.Occurrence",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        db_index=False,
    )
    """The dated work of which this carries out a part (việc con); empty for a row of the plan."""
    folded = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.CharField(max_length=500, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="task_status_known", condition=Q(status__in=list(TaskStatus))
            ),
            models.CheckConstraint(
                name="task_time_kind_known", condition=Q(time_kind__in=list(TimeKind))
            ),
            models.CheckConstraint(name="task_freq_known", condition=Q(freq__in=["", *Freq])),
            models.CheckConstraint(
                name="task_area_known", condition=Q(area_code__in=["", *all_area_codes()])
            ),
            models.CheckConstraint(
                name="task_due_after_start",
                condition=Q(due_on=None) | Q(starts_on=None) | Q(due_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="task_total_needs_amount",
                condition=Q(budget_total=None) | Q(budget_amount__isnull=False),
            ),
            models.CheckConstraint(
                name="task_money_not_negative",
                condition=(Q(budget_amount=None) | Q(budget_amount__gte=0))
                & (Q(budget_total=None) | Q(budget_total__gte=0)),
            ),
            models.CheckConstraint(name="task_not_its_own_answer", condition=~Q(answers=F("id"))),
            models.CheckConstraint(
                name="task_withdrawn_paired",
                condition=Q(withdrawn_at=None, status=TaskStatus.ACTIVE)
                | Q(withdrawn_at__isnull=False, status=TaskStatus.WITHDRAWN),
            ),
        ]
        indexes = [
            models.Index(name="task_in_plan", fields=["plan", "position", "id"]),
            models.Index(name="task_answers", fields=["answers"]),
            models.Index(
                name="task_part_of", fields=["part_of"], condition=Q(part_of__isnull=False)
            ),
            GinIndex(name="task_search", fields=["folded"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.content[:80]}"


class TaskParty(models.Model):
    """One party that a row names, as written: an agency, a group, or words nobody could place."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parties")
    obligation = models.CharField(max_length=14)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    agency = models.ForeignKey(
        "organisation.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group_code = models.CharField(max_length=40, blank=True)
    condition = models.TextField(blank=True)
    needs_choice = models.BooleanField(default=False)
    """True until a person has said who is meant."""
    chosen = ArrayField(models.BigIntegerField(), default=list, blank=True)
    """The agencies a person chose, where the paper leaves it open."""
    chosen_at = models.DateTimeField(null=True, blank=True)
    chosen_by_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="party_obligation_known", condition=Q(obligation__in=list(Obligation))
            ),
            models.CheckConstraint(
                name="party_agency_or_group", condition=Q(agency=None) | Q(group_code="")
            ),
            models.CheckConstraint(
                name="party_chosen_settles",
                condition=Q(chosen_at=None) | Q(needs_choice=False),
            ),
            models.UniqueConstraint(
                name="party_position_once", fields=["task", "obligation", "position"]
            ),
        ]
        indexes = [
            models.Index(name="party_open", fields=["task"], condition=Q(needs_choice=True)),
        ]

    def __str__(self) -> str:
        return self.text[:80]
