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
from cchc.modules.organisation.rules.reach import AGENCY_ROLES, PROVINCE_ROLES


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    """Questions about rights."""

    def valid_on(self, day: date) -> Self:
        """The assignments that hold on this day; a delegation only while its right does."""
        source_holds = Q(delegated_from=None) | (
            Q(delegated_from__revoked_at=None)
            & (Q(delegated_from__valid_until=None) | Q(delegated_from__valid_until__gte=day))
        )
        return self.not_over_on(day).filter(source_holds, valid_from__lte=day)

    def not_over_on(self, day: date) -> Self:
        """The assignments that hold on this day or begin later, and were not revoked."""
        return self.filter(revoked_at=None).filter(Q(valid_until=None) | Q(valid_until__gte=day))


@pghistory.track()
class RoleAssignment(models.Model):
    """A role of a person in an agency; a delegation (ủy quyền) has an end and a delegator."""

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
    delegated_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="passed_on"
    )
    """The delegator's own assignment: a delegation never outlives the right it came from."""
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
                condition=Q(delegated_by=None, delegated_from=None)
                | Q(
                    delegated_by__isnull=False,
                    delegated_from__isnull=False,
                    valid_until__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="role_not_delegated_to_oneself", condition=~Q(person=F("delegated_by"))
            ),
            models.CheckConstraint(
                name="role_in_its_place",
                condition=Q(role__in=sorted(PROVINCE_ROLES), agency=None)
                | Q(role__in=sorted(AGENCY_ROLES), agency__isnull=False),
            ),
            models.UniqueConstraint(
                name="role_once_without_end",
                fields=["person", "role", "agency"],
                condition=Q(valid_until=None, revoked_at=None),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="role_revoked_paired",
                condition=Q(revoked_at__isnull=False) | Q(revoked_at=None, revoked_by=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.person_id} @ {self.agency_id}"
