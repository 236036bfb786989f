"""Groups of agencies as documents name them."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q

from cchc.modules.organisation.models.agency import LIFE, Agency
from cchc.modules.organisation.rules.kinds import AgencyKind, Level


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AgencyGroup(models.Model):
    """A group such as "Các sở, ban, ngành tỉnh"; kinds and levels give its members on a date."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    kinds = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    levels = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    is_open = models.BooleanField(default=False)
    """True when a person must choose the members ("các cơ quan có liên quan")."""
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    precedence = models.PositiveIntegerField(default=1000)

    class Meta:
        constraints = [
            models.CheckConstraint(name="group_named", condition=~Q(name="") & ~Q(code="")),
            models.CheckConstraint(
                name="group_kinds_known", condition=Q(kinds__contained_by=list(AgencyKind))
            ),
            models.CheckConstraint(
                name="group_levels_known", condition=Q(levels__contained_by=list(Level))
            ),
            models.CheckConstraint(
                name="group_open_has_no_rule",
                condition=Q(is_open=False) | Q(kinds=[], levels=[]),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AgencyGroupMemberQuerySet(models.QuerySet["AgencyGroupMember"]):
    """Questions about members put in or kept out by hand."""

    def holding_on(self, day: date) -> Self:
        """The entries that hold on this day."""
        return self.filter(effective_from__lte=day).filter(
            Q(effective_to=None) | Q(effective_to__gte=day)
        )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AgencyGroupMember(models.Model):
    """An agency put into (or kept out of) a group by hand, from a date to a date."""

    group = models.ForeignKey(AgencyGroup, on_delete=models.CASCADE, related_name="members")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    is_excluded = models.BooleanField(default=False)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    objects = AgencyGroupMemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="group_member_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            ExclusionConstraint(
                name="group_member_once_at_a_time",
                expressions=[
                    ("group", RangeOperators.EQUAL),
                    ("agency", RangeOperators.EQUAL),
                    (LIFE, RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.agency_id}"
