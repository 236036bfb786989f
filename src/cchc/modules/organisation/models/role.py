"""Who was given which role, where, by whom and until when."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from cchc.modules.organisation.models.agency import Agency
from cchc.modules.organisation.models.person import Person
from cchc.modules.organisation.rules.kinds import RoleCode


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    """Questions about rights."""

    def valid_on(self, day: date) -> Self:
        """The assignments that hold on this day."""
        return self.filter(revoked_at=None, valid_from__lte=day).filter(
            Q(valid_until=None) | Q(valid_until__gte=day)
        )


@pghistory.track()
class RoleAssignment(models.Model):
    """A role of a person in an agency; a delegation (ủy quyền) is one with an end and a delegator."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="role_assignments")
    role = models.CharField(max_length=40)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="role_assignments"
    )
    """The agency where the role holds; null: everywhere."""
    with_sub_agencies = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True)
    delegated_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="delegations"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="role_known", condition=Q(role__in=list(RoleCode))),
            models.CheckConstraint(
                name="role_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="role_delegation_has_an_end",
                condition=Q(delegated_by=None) | Q(valid_until__isnull=False),
            ),
            models.CheckConstraint(
                name="role_revoked_paired",
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.person_id} @ {self.agency_id}"
