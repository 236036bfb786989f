"""Working time as an administrator keeps it: special days and hours of an agency."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from cchc.modules.organisation.models.agency import Agency


class SpecialDay(models.Model):
    """A day that differs from the rule: a closure, a swapped working day, a half-day; for all or one agency."""

    class Kind(models.TextChoices):
        """What is special about the day."""

        CLOSED = "CLOSED", "Nghỉ"
        WORKING = "WORKING", "Làm việc bù"
        MORNING_ONLY = "MORNING_ONLY", "Chỉ làm buổi sáng"
        AFTERNOON_ONLY = "AFTERNOON_ONLY", "Chỉ làm buổi chiều"

    on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
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
                name="special_day_kind_known",
                condition=Q(kind__in=["CLOSED", "WORKING", "MORNING_ONLY", "AFTERNOON_ONLY"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.kind}"


class AgencyHours(models.Model):
    """The working hours of a weekday, from a date on; of one agency, or the province's when null."""

    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    weekday = models.PositiveSmallIntegerField()
    """0 Monday … 6 Sunday."""
    opens = models.TimeField()
    closes = models.TimeField()
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="hours_weekday", condition=Q(weekday__lte=6)),
            models.CheckConstraint(
                name="hours_open_before_close", condition=Q(closes__gt=F("opens"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens}–{self.closes}"
