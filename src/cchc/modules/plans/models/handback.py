"""Work handed back to whoever gave it, and the answer."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from cchc.modules.plans.models.assignment import Assignment
from cchc.modules.plans.rules.kinds import HandbackState


@pghistory.track()
class Handback(models.Model):
    """An agency says that work is not for it (trả lại giao việc); whoever gave it answers."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="handbacks")
    agency = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """Who handed it back; the part itself may have passed on since."""
    issuer = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """Who answers; kept here for their inbox."""
    state = models.CharField(max_length=10)
    reason = models.TextField()
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_id = models.BigIntegerField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="handback_state_known", condition=Q(state__in=list(HandbackState))
            ),
            models.CheckConstraint(name="handback_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="handback_answered_paired",
                condition=Q(state=HandbackState.PENDING, answered_at=None)
                | (~Q(state=HandbackState.PENDING) & Q(answered_at__isnull=False)),
            ),
            models.UniqueConstraint(
                name="handback_one_pending",
                fields=["assignment"],
                condition=Q(state=HandbackState.PENDING),
            ),
        ]
        indexes = [
            models.Index(
                name="handback_to_answer",
                fields=["issuer", "at"],
                condition=Q(state=HandbackState.PENDING),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.state}"
