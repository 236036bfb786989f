"""What people are told, and what still has to leave the house."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Channel(models.TextChoices):
    """The way by which a message leaves."""

    EMAIL = "EMAIL", "Thư điện tử"
    SMS = "SMS", "Tin nhắn"


class OutboxState(models.TextChoices):
    """Where a message stands."""

    WAITING = "WAITING", "Chờ gửi"
    SENT = "SENT", "Đã gửi"
    DEAD = "DEAD", "Không gửi được"


class Notification(models.Model):
    """Something a person is told in the application."""

    to_id = models.BigIntegerField()
    topic = models.CharField(max_length=80)
    """What kind of thing it is, as "plans.assignment.given"."""
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(name="messages_inbox", fields=["to_id", "-id"]),
            models.Index(name="messages_unread", fields=["to_id"], condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.to_id}: {self.title}"


class OutboxMessage(models.Model):
    """A message that leaves the house: once, however often the worker looks at it."""

    channel = models.CharField(max_length=10, choices=Channel.choices)
    to_id = models.BigIntegerField()
    topic = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    state = models.CharField(
        max_length=10, choices=OutboxState.choices, default=OutboxState.WAITING
    )
    due_at = models.DateTimeField()
    """Not before this moment of the real clock: quiet hours, or the wait before another attempt."""
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                name="messages_outbox_due", fields=["due_at", "id"], condition=Q(state="WAITING")
            ),
            models.Index(name="messages_outbox_state", fields=["state", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="messages_outbox_channel", condition=Q(channel__in=Channel.values)
            ),
            models.CheckConstraint(
                name="messages_outbox_sent_paired",
                condition=Q(state="SENT", sent_at__isnull=False)
                | Q(state__in=["WAITING", "DEAD"], sent_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.to_id}: {self.title}"
