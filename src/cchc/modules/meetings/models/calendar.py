"""The work calendar of leaders: weeks, their entries, and each version that was published."""

from __future__ import annotations

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cchc.modules.meetings.models.room import Room, WorkCalendar
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.rules.kinds import EntryState, Mark, Session
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet


@pghistory.track()
class WorkWeek(models.Model):
    """One week of one calendar; version 0 is not published yet."""

    calendar = models.ForeignKey(WorkCalendar, on_delete=models.PROTECT, related_name="weeks")
    starts_on = models.DateField()
    version = models.PositiveSmallIntegerField(default=0)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="work_week_once", fields=["calendar", "starts_on"]),
            models.CheckConstraint(
                name="work_week_starts_on_monday", condition=Q(starts_on__iso_week_day=1)
            ),
            models.CheckConstraint(
                name="work_week_published_paired",
                condition=Q(version=0, published_at=None)
                | Q(version__gt=0, published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.calendar_id} {self.starts_on} v{self.version}"


class WeekVersion(models.Model):
    """A week as it was published: the paper of that moment, never changed."""

    week = models.ForeignKey(WorkWeek, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by_id = models.BigIntegerField(null=True)
    published_by_name = models.CharField(max_length=150, blank=True)
    note = models.CharField(max_length=500, blank=True)
    entries = models.JSONField(default=list)
    """The rows as printed; see queries.week_paper."""

    class Meta:
        constraints = [
            models.UniqueConstraint(name="week_version_once", fields=["week", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.week_id} v{self.number}"


class EntryQuerySet(ScopedQuerySet["Entry"]):
    """Questions about entries."""

    view_permission = Permission.VIEW_CALENDAR

    def visible_to(self, actor: Actor) -> Self:
        """What is published everybody sees; the rest its keeper, its proposers, its leaders."""
        if actor.user_id is None and not actor.is_system:
            return self.none()
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        proposing = actor.scope_of(Permission.PROPOSE).agencies
        mine = EntryLeader.objects.filter(entry=OuterRef("pk"), person_id=actor.user_id or 0)
        return self.filter(
            self._published()
            | Q(week__calendar__keeper_id__in=scope.agencies)
            | Q(proposed_by_agency_id__in=proposing)
            | Q(proposed_by_id=actor.user_id)
            | Exists(mine)
        )

    def published(self) -> Self:
        """What stands in a published week: approved, or struck out after publication."""
        return self.filter(self._published())

    def standing(self) -> Self:
        """What takes place or is to be decided."""
        return self.filter(state__in=[EntryState.PROPOSED, EntryState.APPROVED])

    @staticmethod
    def _published() -> Q:
        stands = Q(state=EntryState.APPROVED) | Q(state=EntryState.CANCELLED, mark=Mark.CANCELLED)
        return stands & Q(week__version__gt=0)


@pghistory.track()
class Entry(models.Model):
    """One line of the work calendar: who does what, where and when."""

    week = models.ForeignKey(WorkWeek, on_delete=models.PROTECT, related_name="entries")
    on = models.DateField()
    session = models.CharField(max_length=10)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    has_hours = models.BooleanField(default=False)
    """Whether the paper says hours, or only the half of the day."""
    content = models.CharField(max_length=1000)
    place = models.CharField(max_length=250, blank=True)
    room = models.ForeignKey(
        Room, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    chair_id = models.BigIntegerField(null=True, blank=True)
    prepared_by = models.ForeignKey(
        "organisation.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    attending_text = models.CharField(max_length=1000, blank=True)
    """Who else comes, in words, beside the agencies chosen."""
    attending_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    """Agencies that attend."""
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10)
    mark = models.CharField(max_length=10, blank=True, default=Mark.NONE)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was returned or cancelled."""
    known_conflicts = models.CharField(max_length=1000, blank=True)
    """What it met with when somebody said that they know."""
    meeting_id = models.BigIntegerField(null=True, blank=True)
    proposed_by_agency = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+"
    )
    proposed_by_id = models.BigIntegerField(null=True)
    proposed_by_name = models.CharField(max_length=150, blank=True)
    proposed_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by_id = models.BigIntegerField(null=True, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="entry_state_known", condition=Q(state__in=list(EntryState))
            ),
            models.CheckConstraint(
                name="entry_session_known", condition=Q(session__in=list(Session))
            ),
            models.CheckConstraint(name="entry_mark_known", condition=Q(mark__in=list(Mark))),
            models.CheckConstraint(
                name="entry_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="entry_refusal_has_its_reason",
                condition=~Q(state__in=[EntryState.RETURNED, EntryState.CANCELLED]) | ~Q(reason=""),
            ),
            models.UniqueConstraint(
                name="entry_of_a_meeting_once",
                fields=["meeting_id"],
                condition=~Q(state=EntryState.CANCELLED),
            ),
        ]
        indexes = [
            models.Index(name="entry_by_day", fields=["on", "starts_at"]),
            models.Index(
                name="entry_waiting",
                fields=["week"],
                condition=Q(state=EntryState.PROPOSED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.content[:60]}"


class EntryLeader(models.Model):
    """That a leader takes part in an entry."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="leaders")
    person_id = models.BigIntegerField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="entry_leader_once", fields=["entry", "person_id"]),
        ]
        indexes = [models.Index(name="entry_leader_person", fields=["person_id", "entry"])]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.person_id}"
