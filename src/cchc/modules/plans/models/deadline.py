"""What moved a deadline: extensions, events that came, and the ledger of changes."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cchc.modules.plans.models.occurrence import Occurrence
from cchc.modules.plans.models.task import Task
from cchc.modules.plans.rules.kinds import DueChangeKind, ExtensionState, TriggerKind


@pghistory.track()
class Extension(models.Model):
    """A request for more time, and what whoever assigned decided."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="extensions")
    issuer = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """Who decides; kept here for their inbox."""
    state = models.CharField(max_length=10)
    reason = models.TextField()
    due_on = models.DateField()
    """The deadline when it was asked."""
    wanted_on = models.DateField()
    was_late = models.BooleanField()
    """Asked after the deadline had passed."""
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    granted_on = models.DateField(null=True, blank=True)
    """The new deadline, where granted."""
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by_id = models.BigIntegerField(null=True, blank=True)
    decision_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="extension_state_known", condition=Q(state__in=list(ExtensionState))
            ),
            models.CheckConstraint(
                name="extension_asks_for_later", condition=Q(wanted_on__gt=F("due_on"))
            ),
            models.CheckConstraint(
                name="extension_decided_paired",
                condition=Q(state=ExtensionState.PENDING, decided_at=None, granted_on=None)
                | Q(
                    state=ExtensionState.GRANTED,
                    decided_at__isnull=False,
                    granted_on__gt=F("due_on"),
                )
                | Q(state=ExtensionState.REFUSED, decided_at__isnull=False, granted_on=None),
            ),
            models.UniqueConstraint(
                name="extension_one_pending",
                fields=["occurrence"],
                condition=Q(state=ExtensionState.PENDING),
            ),
        ]
        indexes = [
            models.Index(
                name="extension_to_decide",
                fields=["issuer", "asked_at"],
                condition=Q(state=ExtensionState.PENDING),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id} → {self.wanted_on} {self.state}"


class DueChange(models.Model):
    """One entry of the ledger of a deadline: the last entry is the deadline in force."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="due_changes")
    kind = models.CharField(max_length=10)
    from_due_on = models.DateField()
    to_due_on = models.DateField()
    extension = models.OneToOneField(
        Extension, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="due_change_kind_known", condition=Q(kind__in=list(DueChangeKind))
            ),
            models.CheckConstraint(
                name="due_change_extension_paired",
                condition=Q(kind=DueChangeKind.EXTENDED, extension__isnull=False)
                | (~Q(kind=DueChangeKind.EXTENDED) & Q(extension=None)),
            ),
        ]
        indexes = [models.Index(name="due_change_ledger", fields=["occurrence", "-id"])]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.from_due_on} → {self.to_due_on}"


class Trigger(models.Model):
    """That what a task waited for has come: an event, or the document that sets its time."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="triggers")
    kind = models.CharField(max_length=10)
    happened_on = models.DateField()
    document_number = models.CharField(max_length=80, blank=True)
    document_title = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(
        "storage.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    agencies = ArrayField(models.BigIntegerField(), default=list, blank=True)
    """Whom it concerns; empty: everyone bound by the task."""
    recorded_at = models.DateTimeField()
    recorded_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trigger_kind_known", condition=Q(kind__in=list(TriggerKind))
            ),
            models.CheckConstraint(
                name="trigger_due_after_it_happened", condition=Q(due_on__gte=F("happened_on"))
            ),
        ]
        indexes = [models.Index(name="trigger_of_task", fields=["task", "id"])]

    def __str__(self) -> str:
        return f"{self.task_id} {self.kind} {self.happened_on}"
