"""Groups of agencies as documents name them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cchc.modules.organisation.models.agency import Agency


class AgencyGroup(models.Model):
    """A group such as "Các sở, ban, ngành tỉnh"; its members follow from kinds and levels on a date."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    kinds = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    levels = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    is_open = models.BooleanField(default=False)
    """True when a person must choose the members ("các cơ quan có liên quan")."""
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)

    def __str__(self) -> str:
        return self.name


class AgencyGroupMember(models.Model):
    """An agency put into (or kept out of) a group by hand, from a date to a date."""

    group = models.ForeignKey(AgencyGroup, on_delete=models.CASCADE, related_name="members")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    is_excluded = models.BooleanField(default=False)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="group_member_once", fields=["group", "agency", "effective_from"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.agency_id}"
