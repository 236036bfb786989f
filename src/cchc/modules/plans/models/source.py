"""The documents beyond its own plan in which a task stands: one piece of work, several sources."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from cchc.modules.plans.models.plan import Plan
from cchc.modules.plans.models.task import Task
from cchc.modules.plans.rules.kinds import SourceSettlement


@pghistory.track()
class TaskSource(models.Model):
    """That a document gives work which a task already is, and on which terms it says so.

    Taken back with a reason it stays on record; where the same document names the same point
    again, that is another row.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="sources")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sourced")
    """The document."""
    place = models.CharField(max_length=80, blank=True)
    """Where in the document: "điểm 3"."""
    content = models.TextField(blank=True)
    """The duty in the words of the document."""
    time_text = models.TextField(blank=True)
    timing = models.JSONField(default=dict)
    """What the document says of the time; see rules.timing."""
    due_on = models.DateField(null=True, blank=True)
    lead_text = models.TextField(blank=True)
    lead_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    """The agencies that the document makes responsible; empty where it names none for sure."""
    settlement = models.CharField(max_length=10, blank=True)
    """How a contradiction with the task was settled; empty while nobody has said."""
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by_id = models.BigIntegerField(null=True, blank=True)
    settlement_reason = models.CharField(max_length=500, blank=True)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    added_by_name = models.CharField(max_length=150, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by_id = models.BigIntegerField(null=True, blank=True)
    removal_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="source_settlement_known",
                condition=Q(settlement__in=["", *SourceSettlement]),
            ),
            models.CheckConstraint(
                name="source_settled_paired",
                condition=Q(settled_at=None, settlement="")
                | (Q(settled_at__isnull=False) & ~Q(settlement="")),
            ),
            models.CheckConstraint(
                name="source_removed_says_why",
                condition=Q(removed_at=None, removal_reason="")
                | (Q(removed_at__isnull=False) & ~Q(removal_reason="")),
            ),
            models.UniqueConstraint(
                name="source_once",
                fields=["task", "plan", "place"],
                condition=Q(removed_at=None),
            ),
        ]
        indexes = [
            models.Index(name="source_of_plan", fields=["plan"], condition=Q(removed_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} ← {self.plan_id} {self.place}"
