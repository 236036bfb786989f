"""What one agency owes of a task."""

from __future__ import annotations

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q

from cchc.modules.plans.models.plan import Plan
from cchc.modules.plans.models.task import Task, TaskParty
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.kinds import Obligation
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet


class AssignmentQuerySet(ScopedQuerySet["Assignment"]):
    """Questions about assignments."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """The parts of the actor's agencies, those they gave, and the threads they stand in."""
        from cchc.modules.plans.models.occurrence import Occurrence

        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        own = Q(agency_id__in=scope.agencies) | Q(issuer_id__in=scope.agencies)
        threads = Occurrence.objects.in_threads_of(actor)
        return self.filter(own | Q(pk__in=threads.values("assignment_id")))

    def live(self) -> Self:
        """Those that still bind the agency."""
        return self.filter(ended_at=None)


@pghistory.track(exclude=["plan", "issuer", "party", "is_part", "is_handed_back", "given_by_id"])
class Assignment(models.Model):
    """One agency's obligation in a task, lead or co-ordinating."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments")
    party = models.ForeignKey(
        TaskParty, null=True, blank=True, on_delete=models.SET_NULL, related_name="assignments"
    )
    agency = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    obligation = models.CharField(max_length=14)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", db_index=False)
    """The task's plan, kept here so that questions about a plan touch one table."""
    issuer = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """The agency that assigned: it accepts proofs and decides extensions."""
    is_part = models.BooleanField(default=False)
    """Handed down inside a thread: no list, board or figure of the province counts it."""
    given_by_id = models.BigIntegerField(null=True, blank=True)
    """Who handed it down; empty for what a plan gives."""
    is_handed_back = models.BooleanField(default=False)
    """The agency says that it is not for it; whoever gave it has to answer."""
    assigned_on = models.DateField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by_id = models.BigIntegerField(null=True, blank=True)
    holder_id = models.BigIntegerField(null=True, blank=True)
    """The person in the agency who holds the work now."""
    held_since = models.DateField(null=True, blank=True)
    progress_note = models.TextField(blank=True)
    """The last report of progress in words."""
    progress_at = models.DateTimeField(null=True, blank=True)
    passed_on_from_id = models.BigIntegerField(null=True, blank=True)
    """The agency that held the work before it passed on to this one."""
    ended_at = models.DateTimeField(null=True, blank=True)
    """Withdrawn, or merged into the successor's own obligation."""
    end_reason = models.CharField(max_length=500, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assignment_obligation_known", condition=Q(obligation__in=list(Obligation))
            ),
            models.CheckConstraint(
                name="assignment_acknowledged_paired",
                condition=Q(acknowledged_at=None, acknowledged_by_id=None)
                | Q(acknowledged_at__isnull=False),
            ),
            models.CheckConstraint(
                name="assignment_holder_paired",
                condition=Q(holder_id=None, held_since=None)
                | Q(holder_id__isnull=False, held_since__isnull=False),
            ),
            models.CheckConstraint(
                name="assignment_progress_paired",
                condition=Q(progress_at=None, progress_note="") | Q(progress_at__isnull=False),
            ),
            models.CheckConstraint(
                name="assignment_personal_has_a_holder",
                condition=Q(is_part=False)
                | ~Q(agency=models.F("issuer"))
                | Q(holder_id__isnull=False)
                | Q(ended_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="assignment_once", fields=["task", "agency", "obligation"]
            ),
        ]
        indexes = [
            models.Index(name="assignment_by_agency", fields=["agency", "plan"]),
            models.Index(name="assignment_by_plan", fields=["plan", "agency"]),
            models.Index(
                name="assignment_unacknowledged",
                fields=["agency", "assigned_on"],
                condition=Q(acknowledged_at=None, ended_at=None),
            ),
            models.Index(
                name="assignment_by_holder",
                fields=["holder_id"],
                condition=Q(holder_id__isnull=False, ended_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.agency_id} {self.obligation}"

    @property
    def is_personal(self) -> bool:
        """Handed down to one person of the agency that gives it."""
        return self.is_part and self.agency_id == self.issuer_id
