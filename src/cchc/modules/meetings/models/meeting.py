"""Meetings: agenda, invitations with answers and attendance, papers, conclusions."""

from __future__ import annotations

from typing import Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cchc.modules.meetings.models.room import Room
from cchc.modules.meetings.permissions import Permission
from cchc.modules.meetings.rules.kinds import Answer, MeetingKind, Presence
from cchc.modules.meetings.rules.lifecycle import TOLD, MeetingState
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet

_TOLD = sorted(TOLD)


class MeetingQuerySet(ScopedQuerySet["Meeting"]):
    """Questions about meetings."""

    view_permission = Permission.VIEW
    agency_field = "organiser_id"

    def visible_to(self, actor: Actor) -> Self:
        """Those of the actor's agencies; once sent out, those they are invited to."""
        if actor.user_id is None and not actor.is_system:
            return self.none()
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        agencies = set(scope.agencies) | ({actor.agency_id} if actor.agency_id else set())
        asked = Invitation.objects.filter(meeting=OuterRef("pk")).filter(
            Q(agency_id__in=agencies) | Q(person_id=actor.user_id)
        )
        return self.filter(
            Q(organiser_id__in=scope.agencies)
            | Q(created_by_id=actor.user_id)
            | Q(state__in=_TOLD) & (Q(chair_id=actor.user_id) | Exists(asked))
        )

    def concerning(self, actor: Actor) -> Self:
        """Those which the actor or their agency organises, chairs or is invited to."""
        if actor.user_id is None:
            return self.none()
        asked = Invitation.objects.filter(meeting=OuterRef("pk")).filter(
            Q(agency_id=actor.agency_id, agency_id__isnull=False) | Q(person_id=actor.user_id)
        )
        own = Q(organiser_id=actor.agency_id, organiser_id__isnull=False)
        return self.filter(
            Q(created_by_id=actor.user_id)
            | own
            | Q(state__in=_TOLD) & (Q(chair_id=actor.user_id) | Exists(asked))
        )


@pghistory.track()
class Meeting(models.Model):
    """One meeting, from being planned to its conclusions."""

    organiser = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    purpose = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=250, blank=True)
    room = models.ForeignKey(
        Room, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    chair_id = models.BigIntegerField(null=True, blank=True)
    papers_due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was put off or cancelled."""
    minutes = models.TextField(blank=True)
    minutes_at = models.DateTimeField(null=True, blank=True)
    conclusion_kind = models.CharField(max_length=60, blank=True)
    """As printed: "Thông báo kết luận"."""
    conclusion_number = models.CharField(max_length=80, blank=True)
    conclusion_on = models.DateField(null=True, blank=True)
    draft_id = models.BigIntegerField(null=True, blank=True)
    """The draft in plans to which the conclusions were handed over."""
    plan_id = models.BigIntegerField(null=True, blank=True)
    """The paper in plans that gives the work."""
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True)
    created_by_name = models.CharField(max_length=150, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    known_conflicts = models.CharField(max_length=1000, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="meeting_state_known", condition=Q(state__in=list(MeetingState))
            ),
            models.CheckConstraint(
                name="meeting_kind_known", condition=Q(kind__in=list(MeetingKind))
            ),
            models.CheckConstraint(
                name="meeting_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="meeting_off_has_its_reason",
                condition=~Q(state__in=[MeetingState.CANCELLED, MeetingState.POSTPONED])
                | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="meeting_work_came_from_a_draft",
                condition=Q(plan_id=None) | Q(draft_id__isnull=False),
            ),
            models.UniqueConstraint(
                name="meeting_draft_once", fields=["draft_id"], condition=Q(draft_id__isnull=False)
            ),
        ]
        indexes = [
            models.Index(name="meeting_by_time", fields=["-starts_at", "-id"]),
            models.Index(name="meeting_organiser", fields=["organiser", "-starts_at"]),
        ]

    def __str__(self) -> str:
        return self.title


class AgendaPoint(models.Model):
    """One point of a meeting's agenda."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    presenter = models.ForeignKey(
        "organisation.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    minute_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="agenda_point_once", fields=["meeting", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


@pghistory.track()
class Invitation(models.Model):
    """That an agency or a person is invited; what they answered, and whether they came."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    agency = models.ForeignKey(
        "organisation.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person_id = models.BigIntegerField(null=True, blank=True)
    owes_papers = models.BooleanField(default=False)
    answer = models.CharField(max_length=10, default=Answer.PENDING)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_id = models.BigIntegerField(null=True, blank=True)
    delegate = models.CharField(max_length=200, blank=True)
    """Who comes: name and post."""
    note = models.CharField(max_length=500, blank=True)
    """Why they do not come, or what they wish to say."""
    presence = models.CharField(max_length=15, default=Presence.UNKNOWN)
    presence_note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="invitation_of_agency_or_person",
                condition=Q(agency=None, person_id__isnull=False)
                | Q(agency__isnull=False, person_id=None),
            ),
            models.CheckConstraint(
                name="invitation_answer_known", condition=Q(answer__in=list(Answer))
            ),
            models.CheckConstraint(
                name="invitation_presence_known", condition=Q(presence__in=list(Presence))
            ),
            models.CheckConstraint(
                name="invitation_delegate_named",
                condition=~Q(answer=Answer.DELEGATED) | ~Q(delegate=""),
            ),
            models.CheckConstraint(
                name="invitation_declined_with_reason",
                condition=~Q(answer=Answer.DECLINED) | ~Q(note=""),
            ),
            models.UniqueConstraint(
                name="invitation_agency_once",
                fields=["meeting", "agency"],
                condition=Q(agency__isnull=False),
            ),
            models.UniqueConstraint(
                name="invitation_person_once",
                fields=["meeting", "person_id"],
                condition=Q(person_id__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="invitation_of_agency", fields=["agency", "answer"]),
            models.Index(
                name="invitation_of_person",
                fields=["person_id", "answer"],
                condition=Q(person_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.agency_id or self.person_id}"


class Paper(models.Model):
    """A paper of a meeting; the file's reading is allowed by who may see the meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    file = models.ForeignKey("storage.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    agency = models.ForeignKey(
        "organisation.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Who handed it in."""
    is_minutes = models.BooleanField(default=False)
    handed_in_at = models.DateTimeField()
    handed_in_by_id = models.BigIntegerField(null=True)
    handed_in_by_name = models.CharField(max_length=150, blank=True)

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Conclusion(models.Model):
    """One conclusion that gives work: what, who leads, who helps, by when."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="conclusions")
    position = models.PositiveSmallIntegerField()
    content = models.TextField()
    product = models.CharField(max_length=500, blank=True)
    lead = models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+")
    coordinating_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    due_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="conclusion_once", fields=["meeting", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.content[:60]}"
