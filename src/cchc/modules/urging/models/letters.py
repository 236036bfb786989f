"""Urging letters: each issued one is a wave; its items are reminders until they are done."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cchc.modules.urging.permissions import Permission
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet


class UrgingLetterQuerySet(ScopedQuerySet["UrgingLetter"]):
    """Questions about urging letters."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """Issued ones of the actor's agencies or with a task of theirs; drafts where one urges."""
        scope = actor.scope_of(Permission.VIEW)
        writing = actor.scope_of(Permission.WRITE_LETTERS)
        issued = Q(issued_on__isnull=False)
        if not scope.everywhere:
            own = Q(agency_id__in=scope.agencies) | Q(agency_ids__overlap=sorted(scope.agencies))
            issued &= own if scope.agencies else Q(pk=None)
        drafts = ~Q(pk=None) if writing.everywhere else Q(agency_id__in=writing.agencies)
        return self.filter(issued | drafts)

    def waves(self) -> Self:
        """Those that were issued and not taken back."""
        return self.filter(issued_on__isnull=False, is_void=False)


class UrgingLetter(models.Model):
    """A letter that urges agencies to finish late work (đợt đôn đốc once it is issued)."""

    letter = models.OneToOneField(
        "documents.Letter", on_delete=models.PROTECT, related_name="urging"
    )
    agency = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    """The issuer."""
    agency_ids = ArrayField(models.BigIntegerField(), default=list)
    """The agencies urged."""
    as_of = models.DateField()
    answer_by = models.DateField()
    finish_by = models.DateField()
    issued_on = models.DateField(null=True, blank=True)
    number_text = models.CharField(max_length=60, blank=True)
    is_void = models.BooleanField(default=False)
    """The letter was taken back or its draft given up: its items remind nobody."""
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True, blank=True)

    objects = UrgingLetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="urging_letter_numbered_once_issued",
                condition=Q(issued_on=None, number_text="")
                | (Q(issued_on__isnull=False) & ~Q(number_text="")),
            ),
            models.CheckConstraint(
                name="urging_letter_asks_for_later_days",
                condition=Q(answer_by__gte=F("as_of")) & Q(finish_by__gte=F("as_of")),
            ),
        ]
        indexes = [models.Index(name="urging_letter_waves", fields=["-issued_on", "-id"])]

    def __str__(self) -> str:
        return self.number_text or f"dự thảo {self.pk}"


class UrgedItemQuerySet(ScopedQuerySet["UrgedItem"]):
    """Questions about the items of letters."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """Items of issued letters, of the actor's agencies or of letters their agency issued."""
        scope = actor.scope_of(Permission.VIEW)
        found = self.filter(urging__issued_on__isnull=False)
        if scope.everywhere:
            return found
        return found.filter(
            Q(agency_id__in=scope.agencies) | Q(urging__agency_id__in=scope.agencies)
        )

    def live(self) -> Self:
        """Of letters in force."""
        return self.filter(urging__issued_on__isnull=False, urging__is_void=False)

    def waiting(self) -> Self:
        """Of letters in force, neither done nor answered."""
        return self.live().filter(fulfilled_on=None, answered_at=None)


class UrgedItem(models.Model):
    """One task of one agency in a letter: asked for by a day, answered, done."""

    urging = models.ForeignKey(UrgingLetter, on_delete=models.CASCADE, related_name="items")
    occurrence = models.ForeignKey("plans.Occurrence", on_delete=models.PROTECT, related_name="+")
    task_id = models.BigIntegerField()
    agency = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    late_days = models.IntegerField()
    """Working days late when the letter was written."""
    requested_on = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_id = models.BigIntegerField(null=True, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    answer_text = models.TextField(blank=True)
    promised_on = models.DateField(null=True, blank=True)
    """The day by which the agency says it will be done."""
    fulfilled_on = models.DateField(null=True, blank=True)
    """The day of handing in of the proof that was accepted."""

    objects = UrgedItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="urged_item_once_a_letter", fields=["urging", "occurrence"]
            ),
            models.CheckConstraint(
                name="urged_item_answer_paired",
                condition=Q(answered_at=None, answer_text="", promised_on=None)
                | (Q(answered_at__isnull=False, promised_on__isnull=False) & ~Q(answer_text="")),
            ),
        ]
        indexes = [
            models.Index(name="urged_item_of_task", fields=["task_id"]),
            models.Index(
                name="urged_item_waiting",
                fields=["agency", "requested_on"],
                condition=Q(fulfilled_on=None, answered_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.urging_id}/{self.position}"
