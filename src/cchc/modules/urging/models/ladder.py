"""Ladders of urging: for which work, from when until when, with which steps."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from cchc.modules.urging.rules.kinds import Audience, Channel

IN_FORCE = Func(
    F("effective_from"),
    F("effective_to"),
    Value("[]"),
    function="daterange",
    output_field=DateRangeField(),
)
"""From the first to the last day, both included; without an end for ever."""


class LadderQuerySet(models.QuerySet["Ladder"]):
    """Questions about ladders."""

    def not_over_on(self, day: date) -> Self:
        """Those that hold on this day or begin later."""
        return self.filter(Q(effective_to=None) | Q(effective_to__gte=day))

    def in_force_on(self, day: date) -> Self:
        """Those that hold on this day."""
        return self.not_over_on(day).filter(effective_from__lte=day)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Ladder(models.Model):
    """One version of a ladder; a change ends it and begins another, so that the past stays.

    The four kinds say for which work it holds; an empty one means any, all empty the default.
    """

    name = models.CharField(max_length=120)
    plan_kind = models.CharField(max_length=12, blank=True)
    document_kind = models.CharField(max_length=60, blank=True)
    """As papers call themselves: "Công văn", "Kết luận"; compared folded."""
    document_kind_folded = models.CharField(max_length=60, blank=True)
    obligation = models.CharField(max_length=14, blank=True)
    area_code = models.CharField(max_length=20, blank=True)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    """The version before."""
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)

    objects = LadderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="ladder_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="ladder_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            ExclusionConstraint(
                name="ladder_one_for_a_kind_at_a_time",
                expressions=[
                    ("plan_kind", RangeOperators.EQUAL),
                    ("document_kind_folded", RangeOperators.EQUAL),
                    ("obligation", RangeOperators.EQUAL),
                    ("area_code", RangeOperators.EQUAL),
                    (IN_FORCE, RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.effective_from})"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class LadderStep(models.Model):
    """One step of a version; see rules.ladder for what the numbers mean."""

    ladder = models.ForeignKey(Ladder, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    offset = models.SmallIntegerField()
    """Working days from the deadline; below zero before it."""
    every = models.PositiveSmallIntegerField(default=0)
    audience = models.CharField(max_length=14)
    channels = ArrayField(models.CharField(max_length=6))
    answer_within = models.PositiveSmallIntegerField(default=0)
    """Working days; zero: nothing follows from silence."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="step_audience_known", condition=Q(audience__in=list(Audience))
            ),
            models.CheckConstraint(
                name="step_channels_known", condition=Q(channels__contained_by=list(Channel))
            ),
            models.CheckConstraint(
                name="step_repeats_after_the_deadline", condition=Q(every=0) | Q(offset__gt=0)
            ),
            models.UniqueConstraint(name="step_number_once", fields=["ladder", "number"]),
            models.UniqueConstraint(
                name="step_audience_once", fields=["ladder", "offset", "audience"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ladder_id}/{self.number} {self.offset:+d}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class DigestHour(models.Model):
    """At what time of the day digests leave, from a day on."""

    effective_from = models.DateField(unique=True)
    sends_at = models.TimeField()
    set_at = models.DateTimeField()
    set_by_id = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.effective_from} {self.sends_at:%H:%M}"
