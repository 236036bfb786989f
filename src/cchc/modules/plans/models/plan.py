"""Programmes, plans, their sections and targets."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.areas import all_area_codes
from cchc.modules.plans.rules.kinds import Comparator, PlanKind, PlanStatus
from cchc.modules.plans.rules.numbering import number_key
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet

if TYPE_CHECKING:
    from cchc.modules.plans.models.source import TaskSource


class Programme(models.Model):
    """A programme of several years under which plans are made every year."""

    issuer = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=500)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    starts_year = models.PositiveSmallIntegerField()
    ends_year = models.PositiveSmallIntegerField()
    file = models.ForeignKey(
        "storage.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_ends_after_it_begins", condition=Q(ends_year__gte=F("starts_year"))
            ),
            models.UniqueConstraint(
                name="programme_once", fields=["issuer", "name", "starts_year"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.starts_year}–{self.ends_year}"


class PlanQuerySet(ScopedQuerySet["Plan"]):
    """Questions about plans."""

    view_permission = Permission.VIEW
    agency_field = "issuer_id"

    def visible_to(self, actor: Actor) -> Self:
        """The plans that the actor's agencies issued or are bound by themselves."""
        from cchc.modules.plans.models.assignment import Assignment

        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        bound = Assignment.objects.filter(
            plan_id=models.OuterRef("pk"), agency_id__in=scope.agencies, is_part=False
        )
        return self.filter(
            Q(issuer_id__in=scope.agencies)
            | models.Exists(bound)
            | models.Exists(_sourced(scope.agencies))
        )

    def directives(self) -> Self:
        """The documents that give work point by point."""
        return self.filter(kind=PlanKind.DIRECTIVE)

    def in_force(self) -> Self:
        """The plans that give work now."""
        return self.filter(status=PlanStatus.CONFIRMED)

    def with_number(self, *, issuer_id: int, number: str, year: int | None) -> Self:
        """The documents of this issuer that bear the number in the year and were not taken back."""
        same = self.filter(issuer_id=issuer_id, number_key=number_key(number), year=year)
        return same.exclude(status=PlanStatus.WITHDRAWN)


def _sourced(agency_ids: Collection[int]) -> models.QuerySet[TaskSource]:
    """The points of the outer document which are a task that these agencies are bound by."""
    from cchc.modules.plans.models.source import TaskSource

    return TaskSource.objects.filter(
        plan_id=models.OuterRef("pk"),
        removed_at=None,
        task__assignments__agency_id__in=agency_ids,
    )


@pghistory.track()
class Plan(models.Model):
    """A document that gives work: an annual plan, a thematic plan, a directive."""

    issuer = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=12)
    document_kind = models.CharField(max_length=60)
    """As printed: "Kế hoạch", "Quyết định", "Chỉ thị"."""
    number = models.CharField(max_length=80)
    number_key = models.CharField(max_length=80)
    """The number as it is compared; see rules.numbering."""
    issued_on = models.DateField()
    title = models.CharField(max_length=500)
    issuing_body = models.CharField(max_length=250, blank=True)
    """As printed, where it differs from the issuer's name."""
    place = models.CharField(max_length=120, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    signer_authority = models.CharField(max_length=160, blank=True)
    recipients = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    year = models.PositiveSmallIntegerField()
    period_starts_on = models.DateField()
    period_ends_on = models.DateField()
    area_scheme = models.CharField(max_length=20)
    programme = models.ForeignKey(
        Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    above = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="below"
    )
    """The plan of the level above that this one carries out."""
    file = models.ForeignKey(
        "storage.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    received_on = models.DateField(null=True, blank=True)
    """The day a document of another body came in; empty for what was issued here."""
    entry_days = models.PositiveSmallIntegerField(null=True, blank=True)
    """Working days from issue (or arrival) to entry, by the calendar of that day; see rules.entry.
    Kept for directives, which are to be entered on the day."""
    folded = models.TextField(blank=True)
    confirmed_at = models.DateTimeField()
    confirmed_by_id = models.BigIntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.CharField(max_length=500, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="plan_kind_known", condition=Q(kind__in=list(PlanKind))),
            models.CheckConstraint(
                name="plan_status_known", condition=Q(status__in=list(PlanStatus))
            ),
            models.CheckConstraint(
                name="plan_period_ends_after_it_begins",
                condition=Q(period_ends_on__gte=F("period_starts_on")),
            ),
            models.CheckConstraint(
                name="plan_received_after_issue",
                condition=Q(received_on=None) | Q(received_on__gte=F("issued_on")),
            ),
            models.CheckConstraint(name="plan_not_above_itself", condition=~Q(above=F("id"))),
            models.CheckConstraint(
                name="plan_withdrawn_paired",
                condition=Q(withdrawn_at=None, withdrawal_reason="")
                | Q(withdrawn_at__isnull=False, status=PlanStatus.WITHDRAWN),
            ),
            models.UniqueConstraint(
                name="plan_number_once_a_year",
                fields=["issuer", "number_key", "year"],
                condition=~Q(number_key="") & ~Q(status=PlanStatus.WITHDRAWN),
            ),
        ]
        indexes = [
            models.Index(name="plan_by_year", fields=["-year", "-issued_on", "-id"]),
            models.Index(name="plan_above", fields=["above"]),
            models.Index(
                name="plan_directives",
                fields=["-issued_on", "-id"],
                condition=Q(kind=PlanKind.DIRECTIVE),
            ),
            GinIndex(name="plan_search", fields=["folded"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return f"{self.document_kind} {self.number}"


class PlanSection(models.Model):
    """A section of the plan as the paper cuts it, and the area of reform it belongs to."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=500)
    area_code = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="section_area_known", condition=Q(area_code__in=["", *all_area_codes()])
            ),
            models.UniqueConstraint(name="section_position_once", fields=["plan", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.code}. {self.title}"


@pghistory.track()
class Target(models.Model):
    """A quantity the plan sets out to reach; bound later to a figure that measures it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    subject = models.TextField(blank=True)
    quantity = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    comparator = models.CharField(max_length=2, default=Comparator.EQUAL)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    area_code = models.CharField(max_length=20, blank=True)
    figure_code = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="target_comparator_known", condition=Q(comparator__in=list(Comparator))
            ),
            models.CheckConstraint(
                name="target_area_known", condition=Q(area_code__in=["", *all_area_codes()])
            ),
            models.UniqueConstraint(name="target_number_once", fields=["plan", "number"]),
        ]

    def __str__(self) -> str:
        return self.text[:80]
