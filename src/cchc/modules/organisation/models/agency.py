"""Agencies over time."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, F, FilteredRelation, Func, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.kinds import (
    AgencyKind,
    AliasKind,
    ChangeKind,
    Level,
    SuccessionKind,
)
from cchc.platform.access.visibility import ScopedQuerySet

LIFE = Func(
    F("effective_from"),
    F("effective_to"),
    Value("[]"),
    function="daterange",
    output_field=DateRangeField(),
)
"""From the first to the last day, both included; without an end for ever."""


class AgencyQuerySet(ScopedQuerySet["Agency"]):
    """Questions about agencies."""

    view_permission = Permission.VIEW_AGENCIES
    agency_field = "id"

    def living_on(self, day: date) -> Self:
        """The agencies that exist on this day."""
        return self.filter(effective_from__lte=day).filter(
            Q(effective_to=None) | Q(effective_to__gte=day)
        )

    def as_of(self, day: date) -> Self:
        """With name and parent as on this day: `name_then`, `short_name_then`, `parent_then`."""
        return self.alias(
            past=FilteredRelation(
                "past_states",
                condition=Q(
                    past_states__effective_from__lte=day, past_states__effective_to__gte=day
                ),
            )
        ).annotate(
            name_then=Coalesce("past__name", "name"),
            short_name_then=Coalesce("past__short_name", "short_name"),
            parent_then=Case(When(past__isnull=False, then="past__parent_id"), default="parent_id"),
        )

    def in_order(self) -> Self:
        """By order of precedence, then as a dictionary sorts."""
        return self.order_by("precedence", "sort_key", "id")


@pghistory.track()
class Agency(models.Model):
    """A department, a People's Committee, a division, a service unit: from a date to a date."""

    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=80)
    kind = models.CharField(max_length=30)
    level = models.CharField(max_length=12)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    code = models.CharField(max_length=40, blank=True)
    """Official electronic code, H20.5.12 form."""
    former_code = models.CharField(max_length=40, blank=True)
    """Official code of the earlier form, 000.00.01.H20."""
    territory_code = models.CharField(max_length=10, blank=True)
    """Code of the administrative unit (GSO), for committees of districts and communes."""
    precedence = models.PositiveIntegerField(default=1000)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    act = models.CharField(max_length=200, blank=True)
    """The act that founded it."""
    email = models.EmailField(blank=True)
    folded = models.TextField()
    """Name, short name, aliases and codes folded for search; kept by operations."""
    sort_key = models.CharField(max_length=600)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agency_kind_known", condition=Q(kind__in=list(AgencyKind))
            ),
            models.CheckConstraint(name="agency_level_known", condition=Q(level__in=list(Level))),
            models.CheckConstraint(name="agency_named", condition=~Q(name="") & ~Q(short_name="")),
            models.CheckConstraint(
                name="agency_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            models.CheckConstraint(name="agency_not_its_own_parent", condition=~Q(parent=F("id"))),
            models.UniqueConstraint(
                name="agency_code_once",
                fields=["code"],
                condition=~Q(code="") & Q(effective_to=None),
            ),
            models.UniqueConstraint(
                name="agency_former_code_once",
                fields=["former_code"],
                condition=~Q(former_code="") & Q(effective_to=None),
            ),
            models.UniqueConstraint(
                name="agency_name_once_under_its_parent",
                fields=["parent", "sort_key"],
                condition=Q(effective_to=None),
                nulls_distinct=False,
            ),
            ExclusionConstraint(
                name="agency_one_provincial_committee",
                expressions=[("level", RangeOperators.EQUAL), (LIFE, RangeOperators.OVERLAPS)],
                condition=Q(kind=AgencyKind.PEOPLES_COMMITTEE, level=Level.PROVINCE),
            ),
        ]
        indexes = [
            models.Index(name="agency_order", fields=["precedence", "sort_key", "id"]),
            GinIndex(name="agency_search", fields=["folded"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class PastState(models.Model):
    """How a living agency was named, and to whom it belonged, in a period that is over."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="past_states")
    change = models.CharField(max_length=10)
    """What ended the period."""
    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=80)
    parent = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    effective_from = models.DateField()
    effective_to = models.DateField()
    act = models.CharField(max_length=200, blank=True)
    """The act that brought the change."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="past_state_change_known", condition=Q(change__in=list(ChangeKind))
            ),
            models.CheckConstraint(
                name="past_state_ends_after_it_begins",
                condition=Q(effective_to__gte=F("effective_from")),
            ),
            ExclusionConstraint(
                name="past_state_one_at_a_time",
                expressions=[("agency", RangeOperators.EQUAL), (LIFE, RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.effective_from} – {self.effective_to})"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AgencyAlias(models.Model):
    """Another way in which documents write the agency's name."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=250)
    kind = models.CharField(max_length=20, default=AliasKind.ALIAS)
    folded = models.CharField(max_length=250)

    class Meta:
        constraints = [
            models.CheckConstraint(name="alias_kind_known", condition=Q(kind__in=list(AliasKind))),
            models.CheckConstraint(name="alias_named", condition=~Q(folded="")),
            models.UniqueConstraint(name="alias_once_an_agency", fields=["agency", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class SuccessionQuerySet(models.QuerySet["Succession"]):
    """Questions about who followed whom."""

    def work_to_pass_on(self, day: date) -> QuerySet[Succession]:
        """The successions whose day has come and whose open work has not gone on yet."""
        return self.filter(inherits_open_work=True, work_passed_at=None, on__lte=day)


@pghistory.track()
class Succession(models.Model):
    """That one agency passed into another on a date; into nobody when the successor is null."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="inheritances"
    )
    kind = models.CharField(max_length=20)
    on = models.DateField()
    """The first day of the new order; the predecessor's last day is the one before."""
    inherits_open_work = models.BooleanField(default=False)
    """True for the one succession along which the open work goes."""
    work_passed_at = models.DateTimeField(null=True, blank=True)
    """When the open work was passed on: at once, or on the day when it lies ahead."""
    act = models.CharField(max_length=200, blank=True)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="succession_kind_known", condition=Q(kind__in=list(SuccessionKind))
            ),
            models.CheckConstraint(
                name="succession_of_another", condition=~Q(predecessor=F("successor"))
            ),
            models.CheckConstraint(
                name="succession_passes_work_of_heirs_only",
                condition=Q(work_passed_at=None) | Q(inherits_open_work=True),
            ),
            models.UniqueConstraint(
                name="succession_once",
                fields=["predecessor", "successor", "on"],
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                name="succession_one_heir",
                fields=["predecessor", "on"],
                condition=Q(inherits_open_work=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.on})"
