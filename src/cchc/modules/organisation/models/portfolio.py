"""Which leader of the province is in charge of which agencies (phân công phụ trách)."""

from __future__ import annotations

from datetime import date
from typing import Self

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from cchc.modules.organisation.models.agency import LIFE, Agency
from cchc.modules.organisation.models.person import Person


class PortfolioQuerySet(models.QuerySet["Portfolio"]):
    """Questions about who is in charge of what."""

    def holding_on(self, day: date) -> Self:
        """What holds on this day."""
        return self.not_over_on(day).filter(effective_from__lte=day)

    def not_over_on(self, day: date) -> Self:
        """What holds on this day or begins later."""
        return self.filter(Q(effective_to=None) | Q(effective_to__gte=day))


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Portfolio(models.Model):
    """That a leader of the province is in charge of an agency, from a day until a day."""

    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="portfolios")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    act = models.CharField(max_length=200, blank=True)
    """The document that says so: "Thông báo số 12/TB-UBND"."""

    objects = PortfolioQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="portfolio_ends_after_it_begins",
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
            ),
            ExclusionConstraint(
                name="portfolio_one_leader_at_a_time",
                expressions=[("agency", RangeOperators.EQUAL), (LIFE, RangeOperators.OVERLAPS)],
            ),
        ]
        indexes = [models.Index(name="portfolio_of_leader", fields=["leader", "effective_from"])]

    def __str__(self) -> str:
        return f"{self.leader_id} → {self.agency_id}"
