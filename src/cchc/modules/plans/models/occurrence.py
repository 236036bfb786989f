"""The dated instances of work: what the clock runs on and every list and board counts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Self

import pghistory
from django.db import models
from django.db.models import F, Q

from cchc.modules.plans.models.assignment import Assignment
from cchc.modules.plans.models.plan import Plan
from cchc.modules.plans.models.tally import TRIGGERS
from cchc.modules.plans.models.task import Task
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.rules.areas import all_area_codes
from cchc.modules.plans.rules.kinds import Obligation, WaitingFor
from cchc.modules.plans.rules.lifecycle import OPEN, PENDING_DECISION, WITH_THE_AGENCY, State
from cchc.modules.plans.rules.timeliness import MOVES_WITH_THE_DAY, Timeliness
from cchc.platform.access import Actor, Scope
from cchc.platform.access.visibility import ScopedQuerySet

NEVER = date(9999, 12, 31)
"""Where work without a deadline is sorted."""

_OPEN = sorted(OPEN)
_WITH_THE_AGENCY = sorted(WITH_THE_AGENCY)
_PENDING = sorted(PENDING_DECISION)
_EVER_LATE = [Timeliness.DONE_LATE, Timeliness.OVERDUE]
_TELLING = sorted({*PENDING_DECISION, State.ACCEPTED, State.RETURNED})
"""States whose coming is worth telling."""
_MOVES = sorted(MOVES_WITH_THE_DAY)


def _of(scope: Scope) -> Q:
    return Q(agency_id__in=scope.agencies) | Q(issuer_id__in=scope.agencies)


def _threads_of(actor: Actor) -> models.QuerySet[Any, Any]:
    """The threads in which an agency of the actor gives or does, or the actor holds, something."""
    in_thread = Occurrence.objects.filter(thread__isnull=False)
    stands = _of(actor.scope_of(Permission.VIEW))
    if actor.user_id is not None and actor.may_somewhere(Permission.VIEW):
        stands |= Q(assignment__holder_id=actor.user_id)
    return in_thread.filter(stands).values("thread_id")


class OccurrenceQuerySet(ScopedQuerySet["Occurrence"]):
    """Questions about occurrences, in the words of the trade."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """The work of the actor's agencies, what they gave, and the threads they stand in."""
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        return self.filter(_of(scope) | Q(thread__in=_threads_of(actor)))

    def listed_for(self, actor: Actor) -> Self:
        """What lists, boards and exports of plans show and count, exactly as the tallies do."""
        scope = actor.scope_of(self.view_permission)
        rows = self.filter(is_part=False)
        return rows if scope.everywhere else rows.filter(_of(scope))

    def in_threads_of(self, actor: Actor) -> Self:
        """Everything in the threads in which the actor's agencies or the actor stand."""
        return self.filter(thread__in=_threads_of(actor))

    def handed_down(self) -> Self:
        """What agencies made of their work inside (việc con)."""
        return self.filter(is_part=True)

    def parts_of(self, occurrence_ids: Collection[int]) -> Self:
        """What was handed down directly from these."""
        return self.filter(task__part_of__in=occurrence_ids)

    def open(self) -> Self:
        """Where something is still to be done by someone."""
        return self.filter(state__in=_OPEN)

    def with_the_agency(self) -> Self:
        """Where the agency itself is to move."""
        return self.filter(state__in=_WITH_THE_AGENCY)

    def lately_changed(self) -> Self:
        """Handed in, approved, accepted or returned: the last first."""
        return self.filter(state__in=_TELLING).order_by("-state_since", "-pk")

    def ever_late(self) -> Self:
        """Late and not done, or done late."""
        return self.filter(timeliness__in=_EVER_LATE)

    def overdue(self) -> Self:
        """Late and not done, as of the last reckoning."""
        return self.filter(timeliness=Timeliness.OVERDUE)


_NOT_IN_HISTORY = [
    *("task", "plan", "issuer", "year", "area_code", "obligation"),  # copies that do not change
    *("is_part", "thread", "days_given", "days_from"),  # where it stands, how its day was found
    *("timeliness", "reckoned_on", "sorts_on"),  # what follows from the rest and the day
]


@pghistory.track(exclude=_NOT_IN_HISTORY)
class Occurrence(models.Model):
    """One dated (or waiting) instance of an assignment, with its state and its own proof.

    Agency, plan, area and year are repeated here so that lists, boards and inboxes read one table.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="occurrences")
    sequence = models.PositiveSmallIntegerField(default=1)
    label = models.CharField(max_length=120, blank=True)
    """What the round is called: "Kỳ 1 tháng 02/2019"; empty when there is one only."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+", db_index=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    issuer = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    year = models.PositiveSmallIntegerField()
    area_code = models.CharField(max_length=20, blank=True)
    obligation = models.CharField(max_length=14)

    is_part = models.BooleanField(default=False)
    """Handed down inside a thread: nothing counts it outside of it."""
    thread = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    """The work of the plan at the top of the thread, itself included; empty until handed down."""

    state = models.CharField(max_length=12)
    state_since = models.DateTimeField()
    suspended_from = models.CharField(max_length=12, blank=True)
    """The state to come back to."""
    suspended_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField(null=True, blank=True)
    """The first deadline, kept for ever."""
    days_given = models.PositiveSmallIntegerField(null=True, blank=True)
    """The deadline in force is so many working days after `days_from`, by the agency's calendar."""
    days_from = models.DateField(null=True, blank=True)
    is_continuous = models.BooleanField(default=False)
    waits_for = models.CharField(max_length=12, blank=True)
    extension_count = models.PositiveSmallIntegerField(default=0)
    has_pending_extension = models.BooleanField(default=False)
    round_count = models.PositiveSmallIntegerField(default=0)
    """How many times proof was handed in."""
    submitted_on = models.DateField(null=True, blank=True)
    """The day of the last handing in; of an accepted occurrence, the done date."""
    accepted_at = models.DateTimeField(null=True, blank=True)

    timeliness = models.CharField(max_length=12)
    reckoned_on = models.DateField()
    """The day for which `timeliness` was reckoned."""
    sorts_on = models.DateField()
    """The deadline, or a day beyond all others: lists page by it."""

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        triggers = TRIGGERS
        constraints = [
            models.CheckConstraint(
                name="occurrence_state_known", condition=Q(state__in=list(State))
            ),
            models.CheckConstraint(
                name="occurrence_timeliness_known", condition=Q(timeliness__in=list(Timeliness))
            ),
            models.CheckConstraint(
                name="occurrence_obligation_known", condition=Q(obligation__in=list(Obligation))
            ),
            models.CheckConstraint(
                name="occurrence_area_known", condition=Q(area_code__in=["", *all_area_codes()])
            ),
            models.CheckConstraint(
                name="occurrence_dated_or_waiting",
                condition=Q(due_on__isnull=False, first_due_on__isnull=False, waits_for="")
                | Q(due_on=None, first_due_on=None, waits_for__in=list(WaitingFor)),
            ),
            models.CheckConstraint(
                name="occurrence_waiting_has_no_deadline",
                condition=~Q(state=State.WAITING) | Q(due_on=None),
            ),
            models.CheckConstraint(
                name="occurrence_due_after_start",
                condition=Q(due_on=None) | Q(starts_on=None) | Q(due_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="occurrence_accepted_paired",
                condition=Q(
                    state=State.ACCEPTED, accepted_at__isnull=False, submitted_on__isnull=False
                )
                | (~Q(state=State.ACCEPTED) & Q(accepted_at=None)),
            ),
            models.CheckConstraint(
                name="occurrence_pending_was_handed_in",
                condition=~Q(state__in=_PENDING) | Q(submitted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="occurrence_suspended_paired",
                condition=Q(state=State.SUSPENDED, suspended_on__isnull=False)
                & ~Q(suspended_from="")
                | (~Q(state=State.SUSPENDED) & Q(suspended_from="", suspended_on=None)),
            ),
            models.CheckConstraint(
                name="occurrence_sorts_by_deadline",
                condition=Q(due_on=None, sorts_on=NEVER) | Q(due_on=F("sorts_on")),
            ),
            models.CheckConstraint(
                name="occurrence_part_in_a_thread",
                condition=Q(is_part=False) | Q(thread__isnull=False),
            ),
            models.CheckConstraint(
                name="occurrence_days_paired",
                condition=Q(days_given=None, days_from=None)
                | Q(days_given__isnull=False, days_from__isnull=False, due_on__isnull=False),
            ),
            models.UniqueConstraint(
                name="occurrence_sequence_once", fields=["assignment", "sequence"]
            ),
        ]
        indexes = [
            # Lists by deadline: of a year, of an agency, of a plan, of a task.
            models.Index(name="occurrence_year_list", fields=["year", "sorts_on", "id"]),
            models.Index(
                name="occurrence_agency_list", fields=["agency", "year", "sorts_on", "id"]
            ),
            models.Index(name="occurrence_plan_list", fields=["plan", "sorts_on", "id"]),
            models.Index(name="occurrence_task", fields=["task", "agency"]),
            models.Index(name="occurrence_list", fields=["sorts_on", "id"]),
            models.Index(name="occurrence_issuer_list", fields=["issuer", "sorts_on", "id"]),
            # What is or was late: boards of late work, urging.
            models.Index(
                name="occurrence_late",
                fields=["year", "sorts_on", "id"],
                include=[
                    *("timeliness", "state", "submitted_on", "agency", "issuer", "obligation"),
                    "is_part",
                ],
                condition=Q(timeliness__in=_EVER_LATE),
            ),
            # A month of deadlines, by task.
            models.Index(
                name="occurrence_month",
                fields=["sorts_on", "id"],
                include=["task", "timeliness", "agency", "issuer", "due_on"],
                condition=Q(is_part=False),
            ),
            # Inboxes: what an agency must do; what its head and whoever assigned must decide.
            models.Index(
                name="occurrence_to_do",
                fields=["agency", "sorts_on", "id"],
                condition=Q(state__in=_WITH_THE_AGENCY),
            ),
            models.Index(
                name="occurrence_parts_to_do",
                fields=["agency", "id"],
                condition=Q(is_part=True, state__in=_WITH_THE_AGENCY),
            ),
            models.Index(
                name="occurrence_to_approve",
                fields=["agency", "submitted_on"],
                condition=Q(state=State.SUBMITTED),
            ),
            models.Index(
                name="occurrence_to_accept",
                fields=["issuer", "submitted_on"],
                condition=Q(state=State.APPROVED),
            ),
            models.Index(
                name="occurrence_waiting",
                fields=["issuer", "task"],
                condition=Q(state=State.WAITING),
            ),
            # Threads of work handed down: who stands in them, and all that is in one.
            models.Index(
                name="occurrence_thread",
                fields=["thread", "id"],
                condition=Q(thread__isnull=False),
            ),
            models.Index(
                name="occurrence_thread_agency",
                fields=["agency", "thread"],
                condition=Q(thread__isnull=False),
            ),
            models.Index(
                name="occurrence_thread_issuer",
                fields=["issuer", "thread"],
                condition=Q(thread__isnull=False),
            ),
            models.Index(
                name="occurrence_in_days",
                fields=["agency"],
                condition=Q(days_given__isnull=False, state__in=_WITH_THE_AGENCY),
            ),
            # What changed last, for home pages.
            models.Index(
                name="occurrence_changed",
                fields=["-state_since", "-id"],
                include=["agency"],
                condition=Q(state__in=_TELLING),
            ),
            # The nightly reckoning: what the passing of a day may change.
            models.Index(
                name="occurrence_moves",
                fields=["due_on", "id"],
                condition=Q(timeliness__in=_MOVES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id}/{self.sequence} {self.due_on or self.waits_for}"

    @property
    def is_personal(self) -> bool:
        """Handed down to one person of the agency that gives it."""
        return self.is_part and self.agency_id == self.issuer_id
