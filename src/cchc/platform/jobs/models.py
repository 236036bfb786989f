"""How far long work has come."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    """Where the work stands."""

    WAITING = "WAITING", "Đang chờ"
    RUNNING = "RUNNING", "Đang làm"
    DONE = "DONE", "Đã xong"
    FAILED = "FAILED", "Không làm được"


class Progress(models.Model):
    """The latest word about one piece of long work, found by its key from any page."""

    key = models.CharField(max_length=100, unique=True)
    """What is worked on, as "plans.draft:12"."""
    person_id = models.BigIntegerField(null=True)
    """Who asked for it, so that they find it again."""
    title = models.CharField(max_length=200)
    link = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices)
    message = models.CharField(max_length=300, blank=True)
    """The step in hand, or why it failed, in Vietnamese."""
    done_count = models.PositiveIntegerField(default=0)
    total_count = models.PositiveIntegerField(default=0)
    """Parts of the step in hand; 0: not known."""
    started_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(name="jobs_progress_person", fields=["person_id", "-updated_at"])]
        constraints = [
            models.CheckConstraint(name="jobs_progress_state", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="jobs_progress_finished_paired",
                condition=Q(state__in=["DONE", "FAILED"], finished_at__isnull=False)
                | Q(state__in=["WAITING", "RUNNING"], finished_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.state}"
