"""What was delivered, round by round, and what was decided about it."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q

from cchc.modules.plans.models.occurrence import Occurrence
from cchc.modules.plans.rules.kinds import SubmissionState


@pghistory.track()
class Submission(models.Model):
    """One round of handing in: products, the head's approval, the decision of whoever assigned."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="submissions")
    round_number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=18)
    note = models.TextField(blank=True)
    handed_in_at = models.DateTimeField()
    handed_in_on = models.DateField()
    handed_in_by_id = models.BigIntegerField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by_id = models.BigIntegerField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    """When it was accepted or returned."""
    decided_by_id = models.BigIntegerField(null=True, blank=True)
    return_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="submission_state_known", condition=Q(state__in=list(SubmissionState))
            ),
            models.CheckConstraint(
                name="submission_approved_paired",
                condition=~Q(state=SubmissionState.APPROVED) | Q(approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="submission_decided_paired",
                condition=Q(
                    state__in=[SubmissionState.HANDED_IN, SubmissionState.APPROVED], decided_at=None
                )
                | Q(
                    state__in=[
                        SubmissionState.ACCEPTED,
                        SubmissionState.RETURNED,
                        SubmissionState.RETURNED_BY_HEAD,
                    ],
                    decided_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="submission_returned_with_a_reason",
                condition=~Q(state__in=[SubmissionState.RETURNED, SubmissionState.RETURNED_BY_HEAD])
                | ~Q(return_reason=""),
            ),
            models.CheckConstraint(
                name="submission_decided_after_handing_in",
                condition=Q(decided_at=None) | Q(decided_at__gte=F("handed_in_at")),
            ),
            models.UniqueConstraint(
                name="submission_round_once", fields=["occurrence", "round_number"]
            ),
            models.UniqueConstraint(
                name="submission_one_open",
                fields=["occurrence"],
                condition=Q(state__in=[SubmissionState.HANDED_IN, SubmissionState.APPROVED]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id} lần {self.round_number}: {self.state}"


class Proof(models.Model):
    """One product handed in: a stored file, or the address where it was published."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="proofs")
    product = models.CharField(max_length=300)
    """What it is: "Báo cáo kết quả rà soát"."""
    document_number = models.CharField(max_length=80, blank=True)
    file = models.ForeignKey(
        "storage.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.URLField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="proof_file_or_link", condition=Q(file__isnull=False) | ~Q(link="")
            ),
        ]

    def __str__(self) -> str:
        return self.product
