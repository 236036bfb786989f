"""Numbers kept as they stood on a day, with the rows they were counted from."""

from __future__ import annotations

from typing import ClassVar, Self

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from cchc.modules.figures.permissions import Permission
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet

_CHANGES = pgtrigger.Update | pgtrigger.Delete


class SnapshotQuerySet(ScopedQuerySet["FigureSnapshot"]):
    """Questions about kept numbers."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """What was kept in the name of an agency of the actor, or by the actor."""
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        return self.filter(Q(agency_id__in=scope.agencies) | Q(taken_by_id=actor.user_id))


class FigureSnapshot(models.Model):
    """One number of one cut as it was counted at a moment, for whom and why; never changed.

    The rows are kept by their numbers, with what each brought to the sum, so that the snapshot
    opens to the very rows it was counted from whatever becomes of them; how they stand now is read
    anew and shown beside it.
    """

    code = models.CharField(max_length=80)
    cut = models.JSONField(default=dict)
    cut_key = models.TextField()
    amount = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    numerator = models.DecimalField(max_digits=20, decimal_places=4)
    denominator = models.BigIntegerField()
    is_estimate = models.BooleanField(default=False)
    counted_on = models.DateField()
    taken_at = models.DateTimeField()
    taken_by_id = models.BigIntegerField(null=True)
    taken_by_name = models.CharField(max_length=150)
    agency_id = models.BigIntegerField(null=True)
    """The agency in whose name it was kept."""
    is_whole = models.BooleanField()
    """Counted by somebody who sees the whole province."""
    reason = models.CharField(max_length=500)
    row_ids = ArrayField(models.BigIntegerField(), default=list)
    row_amounts = ArrayField(
        models.DecimalField(max_digits=12, decimal_places=2, null=True), default=list
    )
    """What each row brought; nothing where each counts as one."""
    counted_ids = ArrayField(models.BigIntegerField(), default=list)
    """Of a rate: the rows in the numerator."""
    has_all_rows = models.BooleanField(default=True)
    """False when there were too many rows to keep."""

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="snapshot_says_why", condition=~Q(reason="")),
        ]
        indexes = [
            models.Index(name="snapshot_of_figure", fields=["code", "-taken_at", "-id"]),
            models.Index(name="snapshot_newest", fields=["-taken_at", "-id"]),
        ]
        triggers: ClassVar = [pgtrigger.Protect(name="figure_snapshot_stays", operation=_CHANGES)]

    def __str__(self) -> str:
        return f"{self.code} {self.amount} ({self.taken_at:%Y-%m-%d})"
