"""What is not urged for a while, why, and until when."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q


class MuteQuerySet(models.QuerySet["Mute"]):
    """Questions about mutes."""

    def in_force_on(self, day: date) -> Self:
        """Those that hold on this day: they end by themselves, or were lifted."""
        return self.filter(starts_on__lte=day, ends_on__gte=day, lifted_at=None)


_PART = Q(assignment__isnull=False, agency=None, person_id=None)
_AGENCY = Q(assignment=None, agency__isnull=False, person_id=None)
_PERSON = Q(assignment=None, agency=None, person_id__isnull=False)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Mute(models.Model):
    """That one part, one agency's work or one person is not urged from a day to a day."""

    assignment = models.ForeignKey(
        "plans.Assignment", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    agency = models.ForeignKey(
        "organisation.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person_id = models.BigIntegerField(null=True, blank=True)
    """What would be told to this person goes to the next in line."""
    reason = models.CharField(max_length=500)
    starts_on = models.DateField()
    ends_on = models.DateField()
    """The last day without urging."""
    muted_by_id = models.BigIntegerField(null=True)
    muted_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by_id = models.BigIntegerField(null=True, blank=True)

    objects = MuteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="mute_one_target", condition=_PART | _AGENCY | _PERSON),
            models.CheckConstraint(name="mute_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="mute_ends_after_it_begins", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="mute_lifted_paired",
                condition=Q(lifted_at__isnull=False) | Q(lifted_at=None, lifted_by_id=None),
            ),
        ]
        indexes = [models.Index(name="mute_by_end", fields=["ends_on"])]

    def __str__(self) -> str:
        return f"{self.assignment_id or ''}/{self.agency_id or ''}/{self.person_id or ''}"
