"""Rooms, who keeps a calendar, and firm bookings."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

DURING = Func(
    F("starts_at"),
    F("ends_at"),
    Value("[)"),
    function="tstzrange",
    output_field=DateTimeRangeField(),
)


class RoomQuerySet(models.QuerySet["Room"]):
    """Questions about rooms."""

    def open(self) -> Self:
        """The rooms that can be booked."""
        return self.filter(is_open=True)


class Room(models.Model):
    """A meeting room of an agency; other agencies meet in it too."""

    agency = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=250, blank=True)
    seat_count = models.PositiveSmallIntegerField(default=0)
    equipment = models.CharField(max_length=250, blank=True)
    is_open = models.BooleanField(default=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="room_name_once", fields=["agency", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class WorkCalendar(models.Model):
    """Whose leaders have a work calendar, and which agency keeps it (approves, publishes)."""

    agency = models.OneToOneField("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    """The Office, for the provincial committee; otherwise the agency itself."""

    def __str__(self) -> str:
        return f"{self.agency_id} ← {self.keeper_id}"


class RoomBooking(models.Model):
    """A room firmly taken for a stretch of time by an approved entry or by a meeting sent out."""

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="bookings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    occasion = models.CharField(max_length=40, unique=True)
    """"entry:12" or "meeting:3": one booking each."""
    title = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="booking_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
            ExclusionConstraint(
                name="room_booked_once_at_a_time",
                expressions=[("room", RangeOperators.EQUAL), (DURING, RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.room_id} {self.starts_at:%d/%m/%Y %H:%M} {self.occasion}"
