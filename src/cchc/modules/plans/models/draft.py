"""Imports on their way: what was sent in, what was read, what people corrected."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from cchc.modules.plans.models.plan import Plan
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.kinds import DraftOrigin, DraftState, PlanKind
from cchc.modules.plans.rules.secrecy import SECRECY
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet

_OPEN = [DraftState.QUEUED, DraftState.READING, DraftState.READY, DraftState.FAILED]


class ImportDraftQuerySet(ScopedQuerySet["ImportDraft"]):
    """Questions about drafts."""

    view_permission = Permission.IMPORT
    agency_field = "issuer_id"

    def visible_to(self, actor: Actor) -> Self:
        """The drafts the actor began, was shown, or may confirm for the agency that issues."""
        confirms = actor.scope_of(Permission.CONFIRM)
        if confirms.everywhere:
            return self
        person = actor.user_id or 0
        shown = DraftShare.objects.filter(draft_id=models.OuterRef("pk"), person_id=person)
        return self.filter(
            Q(created_by_id=person) | Q(issuer_id__in=confirms.agencies) | models.Exists(shown)
        )

    def open(self) -> Self:
        """Those neither confirmed nor abandoned."""
        return self.filter(state__in=_OPEN)


class ImportDraft(models.Model):
    """A document on its way to becoming a plan: the reading, and the corrections on top of it."""

    issuer = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    """The agency in whose name the document gives work."""
    plan_kind = models.CharField(max_length=20, default=PlanKind.ANNUAL)
    is_issuer_open = models.BooleanField(default=False)
    """True while the issuer is to be taken from the paper once it is read."""
    received_on = models.DateField(null=True, blank=True)
    """The day a document of another body came in, as whoever sent it in said."""
    origin = models.CharField(max_length=10)
    origin_key = models.CharField(max_length=120, blank=True)
    """What makes a message in the drop folder the same message; empty otherwise."""
    state = models.CharField(max_length=10)
    file = models.ForeignKey(
        "storage.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    file_name = models.CharField(max_length=250, blank=True)
    title = models.CharField(max_length=500, blank=True)
    number = models.CharField(max_length=80, blank=True)
    task_count = models.PositiveIntegerField(default=0)
    doubt_count = models.PositiveIntegerField(default=0)
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    progress_text = models.CharField(max_length=200, blank=True)
    failure_code = models.CharField(max_length=60, blank=True)
    failure_text = models.TextField(blank=True)
    reading = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    """What the reader understood, in the shape of its published JSON; kept as it was read."""
    layout = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    """The paper as blocks with places, for the left side of the review."""
    edits = ArrayField(models.JSONField(encoder=DjangoJSONEncoder), default=list, blank=True)
    """The corrections in the order people made them; see rules.drafting."""
    corrects = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    """The confirmed plan of which this is a corrected paper."""
    plan = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts"
    )
    """What it became."""
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True)
    created_by_name = models.CharField(max_length=150, blank=True)
    changed_at = models.DateTimeField()

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="draft_state_known", condition=Q(state__in=list(DraftState))
            ),
            models.CheckConstraint(
                name="draft_origin_known", condition=Q(origin__in=list(DraftOrigin))
            ),
            models.CheckConstraint(
                name="draft_kind_known", condition=Q(plan_kind__in=list(PlanKind))
            ),
            models.CheckConstraint(
                name="draft_confirmed_has_its_plan",
                condition=Q(state=DraftState.CONFIRMED, plan__isnull=False)
                | (~Q(state=DraftState.CONFIRMED) & Q(plan=None)),
            ),
            models.CheckConstraint(
                name="draft_failed_says_why",
                condition=Q(state=DraftState.FAILED) & ~Q(failure_code="")
                | (~Q(state=DraftState.FAILED) & Q(failure_code="")),
            ),
            models.CheckConstraint(
                name="draft_has_a_file_unless_by_hand",
                condition=Q(origin=DraftOrigin.BY_HAND)
                | Q(file__isnull=False)
                | Q(failure_code=SECRECY),
            ),
            models.UniqueConstraint(
                name="draft_origin_once", fields=["origin_key"], condition=~Q(origin_key="")
            ),
        ]
        indexes = [
            models.Index(name="draft_open", fields=["-changed_at"], condition=Q(state__in=_OPEN)),
        ]

    def __str__(self) -> str:
        return self.title or self.file_name


class DraftShare(models.Model):
    """That a draft is shown to a person, who may work on it."""

    draft = models.ForeignKey(ImportDraft, on_delete=models.CASCADE, related_name="shares")
    person_id = models.BigIntegerField()
    shared_at = models.DateTimeField()
    shared_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="draft_share_once", fields=["draft", "person_id"]),
        ]
        indexes = [models.Index(name="draft_share_person", fields=["person_id", "draft"])]

    def __str__(self) -> str:
        return f"{self.draft_id} → {self.person_id}"
