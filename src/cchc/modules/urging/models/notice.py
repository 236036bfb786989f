"""Who was told what on which day: notices of the ladder, and the digests that carry them."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cchc.modules.urging.models.ladder import Ladder
from cchc.modules.urging.permissions import Permission
from cchc.modules.urging.rules.kinds import Audience, Channel
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet


class UrgedDay(models.Model):
    """That the urging of a day was done: notices and digests, all of them, once."""

    on = models.DateField(unique=True)
    at = models.DateTimeField()
    notice_count = models.PositiveIntegerField(default=0)
    digest_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.on}: {self.notice_count}, {self.digest_count}"


def _works() -> ArrayField[list[int], list[int]]:
    return ArrayField(models.BigIntegerField(), default=list)


class Digest(models.Model):
    """One person's day (bản tin đôn đốc): what is late, due, new; by occurrences, in order.

    The lists keep what was said that morning; the page shows each thing as it stands now.
    """

    person_id = models.BigIntegerField()
    on = models.DateField()
    at = models.DateTimeField()
    channels = ArrayField(models.CharField(max_length=6))
    escalated = _works()
    overdue = _works()
    due_today = _works()
    returned = _works()
    due_soon = _works()
    newly_given = _works()
    muted_count = models.PositiveIntegerField(default=0)
    """Parts of the person's work that are not urged now, left out of the lists."""
    read_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="digest_once_a_day", fields=["person_id", "on"]),
            models.CheckConstraint(
                name="digest_channels_known", condition=Q(channels__contained_by=list(Channel))
            ),
            models.CheckConstraint(
                name="digest_acknowledged_was_read",
                condition=Q(acknowledged_at=None) | Q(read_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="digest_of_person", fields=["person_id", "-on"]),
            models.Index(
                name="digest_unacknowledged",
                fields=["person_id"],
                condition=Q(acknowledged_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.on}"


class NoticeQuerySet(ScopedQuerySet["Notice"]):
    """Questions about notices."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """Those about the actor's agencies, and those told to the actor."""
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        own = Q(person_id=actor.user_id) if actor.user_id is not None else Q(pk=None)
        return self.filter(Q(agency_id__in=scope.agencies) | own)

    def unacknowledged(self) -> Self:
        """Those that nobody has said to have received."""
        return self.filter(acknowledged_at=None)


class Notice(models.Model):
    """That a person was told of one part at one step; once, however often the job runs."""

    occurrence = models.ForeignKey(
        "plans.Occurrence", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    due_on = models.DateField()
    """The deadline that the step was counted from; another deadline begins another ladder."""
    offset = models.SmallIntegerField()
    """Working days from the deadline at which the step stands."""
    audience = models.CharField(max_length=14)
    person_id = models.BigIntegerField()
    stands_for_id = models.BigIntegerField(null=True, blank=True)
    """The person who is away or delegated, in whose stead this one was told."""
    on = models.DateField()
    scheduled_on = models.DateField()
    """The step's own day: earlier when days were missed, later when silence brought it forward."""
    answer_by = models.DateField(null=True, blank=True)
    """After this day silence brings the next step."""
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="+", db_index=False)
    step_number = models.PositiveSmallIntegerField()
    channels = ArrayField(models.CharField(max_length=6))
    agency_id = models.BigIntegerField()
    """The agency that is bound; kept here for lists."""
    task_id = models.BigIntegerField()
    digest = models.ForeignKey(
        Digest, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    """The digest that carried it; empty until one did."""
    read_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="notice_once",
                fields=["occurrence", "due_on", "offset", "audience", "person_id"],
            ),
            models.CheckConstraint(
                name="notice_audience_known", condition=Q(audience__in=list(Audience))
            ),
            models.CheckConstraint(
                name="notice_channels_known", condition=Q(channels__contained_by=list(Channel))
            ),
            models.CheckConstraint(
                name="notice_acknowledged_was_read",
                condition=Q(acknowledged_at=None) | Q(read_at__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_answer_after_it_was_told",
                condition=Q(answer_by=None) | Q(answer_by__gte=F("on")),
            ),
        ]
        indexes = [
            models.Index(name="notice_list", fields=["-on", "-id"]),
            models.Index(name="notice_of_agency", fields=["agency_id", "-on", "-id"]),
            models.Index(name="notice_of_task", fields=["task_id", "-on"]),
            models.Index(name="notice_undelivered", fields=["person_id"], condition=Q(digest=None)),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id} {self.offset:+d} → {self.person_id}"
