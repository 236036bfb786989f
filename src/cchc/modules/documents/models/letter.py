"""Outgoing papers, from draft to sending."""

from __future__ import annotations

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from cchc.modules.documents.permissions import Permission
from cchc.modules.documents.rules.kinds import Authority, LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import NUMBERED, OPEN
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet
from cchc.platform.storage.models import StoredFile

_NUMBERED = sorted(NUMBERED)
_OPEN = sorted(OPEN)


class LetterQuerySet(ScopedQuerySet["Letter"]):
    """Questions about outgoing papers."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """Issued papers of the actor's agencies and those sent to them; drafts where one writes."""
        reading = actor.scope_of(Permission.VIEW)
        writing = actor.scope_of(Permission.DRAFT) | actor.scope_of(Permission.ISSUE)
        seen = self._within(reading.agencies, everywhere=reading.everywhere)
        sent = Q(state=LetterState.SENT, recipient_agency_ids__overlap=sorted(reading.agencies))
        drafts = self._within(writing.agencies, everywhere=writing.everywhere)
        return self.filter(
            (Q(state__in=_NUMBERED) & seen) | (sent if reading.agencies else Q(pk=None)) | drafts
        )

    def numbered(self) -> Self:
        """Those that were issued, whatever became of them."""
        return self.filter(state__in=_NUMBERED)

    def open(self) -> Self:
        """Drafts, and those laid before who signs."""
        return self.filter(state__in=_OPEN)

    @staticmethod
    def _within(agencies: frozenset[int], *, everywhere: bool) -> Q:
        return ~Q(pk=None) if everywhere else Q(agency_id__in=agencies)


@pghistory.track(exclude=["folded"])
class Letter(models.Model):
    """An outgoing paper of an agency: a công văn, notice, report, plan or decision."""

    agency = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    subject = models.CharField(max_length=500)
    place = models.CharField(max_length=100)
    addressees = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    """ "Kính gửi", a line each."""
    blocks = models.JSONField(default=list, blank=True)
    """The text: kind, label and words of each piece (`rules.content`)."""
    appendices = models.JSONField(default=list, blank=True)
    recipients = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    """ "Nơi nhận", a line each."""
    recipient_agency_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    """The agencies on the platform that receive it."""
    authority = models.CharField(max_length=12, blank=True)
    signer_id = models.BigIntegerField(null=True, blank=True)
    signer_lines = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    """ "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"."""
    signer_position = models.CharField(max_length=200, blank=True)
    signer_name = models.CharField(max_length=150, blank=True)

    state = models.CharField(max_length=10, default=LetterState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    """Counts savings, so that two people do not overwrite one another."""
    source = models.CharField(max_length=80, blank=True)
    """What it was made from, as "urging.letter:12"."""
    word_file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """The edited Word file that is to be issued; without one the text above is."""
    issued_on = models.DateField(null=True, blank=True)
    number_text = models.CharField(max_length=60, blank=True)
    """ "07/SNV-CCHC", as the register has it."""
    sent_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True, blank=True)
    created_by_name = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()
    folded = models.TextField(blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="letter_kind_known", condition=Q(kind__in=list(LetterKind))
            ),
            models.CheckConstraint(
                name="letter_state_known", condition=Q(state__in=list(LetterState))
            ),
            models.CheckConstraint(
                name="letter_authority_known",
                condition=Q(authority__in=["", *list(Authority)]),
            ),
            models.CheckConstraint(
                name="letter_issued_has_number",
                condition=(Q(state__in=_NUMBERED, issued_on__isnull=False) & ~Q(number_text=""))
                | (~Q(state__in=_NUMBERED) & Q(issued_on=None, number_text="")),
            ),
            models.CheckConstraint(
                name="letter_sent_has_moment",
                condition=~Q(state=LetterState.SENT) | Q(sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_withdrawn_has_reason",
                condition=Q(withdrawn_at=None, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
            ),
            models.UniqueConstraint(
                name="letter_source_once", fields=["source"], condition=~Q(source="")
            ),
        ]
        indexes = [
            models.Index(name="letter_list", fields=["-changed_at", "-id"]),
            models.Index(name="letter_of_agency", fields=["agency", "-changed_at"]),
            GinIndex(name="letter_recipients", fields=["recipient_agency_ids"]),
            GinIndex(name="letter_search", fields=["folded"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.subject
