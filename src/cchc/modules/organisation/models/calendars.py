"""Working time as an administrator keeps it: special days and hours of an agency."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, IntegerField, Q, Value
from django.db.models.functions import Coalesce

from cchc.modules.organisation.models.agency import LIFE, Agency
from cchc.modules.organisation.rules.kinds import SpecialDayKind


def _second_of_day(field: str) -> Func:
    return Func(F(field), template="(EXTRACT(EPOCH FROM %(expressions)s))::int")


HOURS_OF_DAY = Func(
    _second_of_day("opens"),
    _second_of_day("closes"),
    Value("[)"),
    function="int4range",
    output_field=IntegerRangeField(),
)
"""Seconds of the day from opening to closing, the closing one not included."""


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class SpecialDay(models.Model):
    """A closure, a swapped working day or a half-day, for one agency or for all."""

    on = models.DateField()
    kind = models.CharField(max_length=20)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    reason = models.CharField(max_length=200)
    act = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="special_day_once", fields=["on", "agency"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="special_day_kind_known", condition=Q(kind__in=list(SpecialDayKind))
            ),
            models.CheckConstraint(name="special_day_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.kind}"


class AgencyHoursQuerySet(models.QuerySet["AgencyHours"]):
    """Questions about working hours."""

    def holding_on(self, day: date) -> Self:
        """The hours that hold on this day."""
        return self.filter(effective_from__lte=day).filter(
            Q(effective_to=None) | Q(effective_to__gte=day)
        )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AgencyHours(models.Model):
    """One shift of a weekday, from a date on; of one agency, or the province's when null."""

    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    weekday = models.PositiveSmallIntegerField()
    """0 Monday … 6 Sunday."""
    opens = models.TimeField()
    closes = models.TimeField()
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    objects = AgencyHoursQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="hours_weekday", condition=Q(weekday__lte=6)),
            models.CheckConstraint(
                name="hours_open_before_close", condition=Q(closes__gt=F("opens"))
            ),
            models.CheckConstraint(
                name="hours_end_after_they_begin",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            ExclusionConstraint(
                name="hours_do_not_overlap",
                expressions=[
                    (
                        Coalesce("agency_id", Value(0), output_field=IntegerField()),
                        RangeOperators.EQUAL,
                    ),
                    ("weekday", RangeOperators.EQUAL),
                    (HOURS_OF_DAY, RangeOperators.OVERLAPS),
                    (LIFE, RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens}–{self.closes}"
