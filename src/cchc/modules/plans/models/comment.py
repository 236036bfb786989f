"""The discussion on a task."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from cchc.modules.plans.models.task import Task


class Comment(models.Model):
    """What somebody said on a task, seen by everyone who sees the task."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="comments")
    author_id = models.BigIntegerField(null=True)
    author_name = models.CharField(max_length=150)
    agency_id = models.BigIntegerField(null=True)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="comment_says_something", condition=~Q(text="")),
        ]
        indexes = [models.Index(name="comment_on_task", fields=["task", "at", "id"])]

    def __str__(self) -> str:
        return self.text[:80]
