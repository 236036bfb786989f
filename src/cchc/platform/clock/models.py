"""Where the clock of a demo stands; an ordinary installation has no row here."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Standing(models.Model):
    """The day (and, when set, the time of day) at which the demo clock stands."""

    stands_on = models.DateField()
    time_of_day = models.TimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="clock_one_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"{self.stands_on} {self.time_of_day or 'theo giờ thật'}"
