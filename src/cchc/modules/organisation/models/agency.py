"""Agencies over time."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from cchc.modules.organisation.permissions import Permission
from cchc.modules.organisation.rules.kinds import AgencyKind, AliasKind, Level, SuccessionKind
from cchc.platform.access.visibility import ScopedQuerySet


class AgencyQuerySet(ScopedQuerySet["Agency"]):
    """Questions about agencies."""

    view_permission = Permission.VIEW_AGENCIES
    agency_field = "id"

    def living_on(self, day: date) -> Self:
        """The agencies that exist on this day."""
        return self.filter(effective_from__lte=day).filter(
            Q(effective_to=None) | Q(effective_to__gte=day)
        )

    def in_order(self) -> Self:
        """By order of precedence, then as a dictionary sorts."""
        return self.order_by("precedence", "sort_key", "id")


@pghistory.track()
class Agency(models.Model):
    """A department, a People's Committee, a division or a public service unit, from a date to a date."""

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
        ]
        indexes = [models.Index(name="agency_order", fields=["precedence", "sort_key", "id"])]

    def __str__(self) -> str:
        return self.name


class AgencyAlias(models.Model):
    """Another way in which documents write the agency's name."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=250)
    kind = models.CharField(max_length=20, default=AliasKind.ALIAS)
    folded = models.CharField(max_length=250)

    class Meta:
        constraints = [
            models.CheckConstraint(name="alias_kind_known", condition=Q(kind__in=list(AliasKind))),
            models.UniqueConstraint(name="alias_once_an_agency", fields=["agency", "folded"]),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """That one agency passed into another on a date; dissolved without a successor when null."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="inheritances"
    )
    kind = models.CharField(max_length=20)
    on = models.DateField()
    inherits_open_work = models.BooleanField(default=False)
    """True for the one successor to which the open work goes."""
    act = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="succession_kind_known", condition=Q(kind__in=list(SuccessionKind))
            ),
            models.UniqueConstraint(
                name="succession_once", fields=["predecessor", "successor", "on"]
            ),
            models.UniqueConstraint(
                name="succession_one_heir",
                fields=["predecessor", "on"],
                condition=Q(inherits_open_work=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.on})"
