"""Taking a corrected paper over into a plan in force; what is done stays done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cchc.modules.plans.events import PlanCorrected
from cchc.modules.plans.models import (
    Assignment,
    Occurrence,
    Plan,
    PlanSection,
    Task,
    TaskParty,
)
from cchc.modules.plans.operations.confirm_plan import (
    check_number,
    close_draft,
    complete_days,
    plan_values,
    save_parties,
    tell_agencies,
)
from cchc.modules.plans.operations.drafting import current, ready_draft
from cchc.modules.plans.operations.giving import Groups, give, party_rule, revive
from cchc.modules.plans.operations.retiming import retime
from cchc.modules.plans.operations.rows import (
    party_rows,
    section_rows,
    target_values,
    task_row,
    task_values,
)
from cchc.modules.plans.operations.withdraw import end_assignments, take_back
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.review_difference import compare_with_plan
from cchc.modules.plans.rules.areas import scheme_by_code
from cchc.modules.plans.rules.assignment import expand
from cchc.modules.plans.rules.difference import RowChange, RowDifference
from cchc.modules.plans.rules.draft import Draft, DraftTask
from cchc.modules.plans.rules.reading import areas_by
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

GONE = "Bỏ theo bản đính chính"
NOT_BOUND = "Không còn được giao theo bản đính chính"


@transaction.atomic
def apply_correction(*, draft_id: int, actor: Actor, now: datetime) -> Plan:
    """Take the corrected paper over: rows changed, added and removed, deadlines set anew.

    First deadlines, accepted proofs and the history stay. Raises NotVisible, AccessDenied or
    DraftRefused.
    """
    draft = ready_draft(draft_id, actor)
    if draft.corrects_id is None:
        raise DraftRefused(DraftProblem.NOT_A_CORRECTION)
    actor.require(Permission.MANAGE, agency_id=draft.issuer_id)
    plan = Plan.objects.select_for_update(of=("self",)).in_force().get(pk=draft.corrects_id)
    reading = current(draft)
    days = complete_days(reading)
    check_number(draft, reading, days)
    values = plan_values(draft, reading, days)
    for name, value in values.items():
        setattr(plan, name, value)
    plan.save(update_fields=[name.removesuffix("_id") for name in values])
    differences = compare_with_plan(plan.pk, reading)
    bound = _Correction(plan, reading, actor, now).take_over(differences)
    close_draft(draft, plan, now)
    event = PlanCorrected(
        plan_id=plan.pk,
        number=str(plan),
        changed_count=_count(differences, RowChange.CHANGED),
        added_count=_count(differences, RowChange.ADDED),
        removed_count=_count(differences, RowChange.REMOVED),
        draft_id=draft.pk,
    )
    announce(event, actor=actor, at=now)
    tell_agencies(plan, bound, now)
    return plan


def _count(differences: Sequence[RowDifference], change: RowChange) -> int:
    return sum(1 for difference in differences if difference.change is change)


class _Correction:
    """One correction under way: the plan, what it now reads, and who takes it over."""

    def __init__(self, plan: Plan, reading: Draft, actor: Actor, now: datetime) -> None:
        self.plan, self.reading, self.actor, self.now = plan, reading, actor, now
        self.groups_then = Groups(plan.issued_on)
        self.bound: set[int] = set()

    def take_over(self, differences: Sequence[RowDifference]) -> set[int]:
        """Write every difference; the agencies that have new work."""
        sections = self._sections()
        position = {row.id: at for at, row in enumerate(self.reading.tasks, start=1)}
        tasks = {
            str(t.pk): t
            for t in self.plan.tasks.rows().select_for_update(of=("self",)).select_related("plan")
        }
        for difference in differences:
            before, after = difference.before, difference.after
            if after is None and before is not None:
                take_back(tasks[before.id], GONE, actor=self.actor, now=self.now)
            elif after is not None:
                row = self.reading.task(after.id)
                assert row is not None  # noqa: S101 (both come from the same reading)
                section = sections.get(row.section) if row.section is not None else None
                if before is None:
                    self._add(row, position[row.id], sections)
                else:
                    self._change(tasks[before.id], row, position[row.id], section)
        self._drop_empty_sections(set(sections.values()))
        self._targets()
        return self.bound

    def _sections(self) -> dict[int, PlanSection]:
        """The headings of the corrected paper, after those that are there."""
        named = areas_by(scheme_by_code(self.plan.area_scheme), self.reading.sections)
        fresh = section_rows(self.plan, named)
        taken = self.plan.sections.count()
        last = max(self.plan.sections.values_list("position", flat=True), default=-1)
        for section in fresh:
            section.position += last + 1 if taken else 0
        return dict(enumerate(PlanSection.objects.bulk_create(fresh)))

    def _drop_empty_sections(self, kept: set[PlanSection]) -> None:
        stale = self.plan.sections.exclude(pk__in=[section.pk for section in kept])
        Task.objects.filter(section__in=stale).update(section=None)
        stale.delete()

    def _add(self, row: DraftTask, position: int, sections: dict[int, PlanSection]) -> None:
        task = task_row(self.plan, row, position, sections)
        task.answers_id = row.answers
        task.save()
        parties = party_rows(task, row, self.groups_then, actor=self.actor, now=self.now)
        work = save_parties([(task, parties)])
        given = give(self.plan, work, groups_then=self.groups_then, now=self.now)
        self.bound |= given.agency_ids

    def _change(
        self, task: Task, row: DraftTask, position: int, section: PlanSection | None
    ) -> None:
        values = task_values(row, position, section)
        is_timed_anew = values["timing"] != task.timing
        for name, value in values.items():
            setattr(task, name, value)
        task.save()
        self._rebind(task, row)
        live = list(task.assignments.live())
        Occurrence.objects.filter(assignment__in=live).update(area_code=task.area_code)
        if is_timed_anew:
            for assignment in live:
                retime(self.plan, assignment, actor=self.actor, now=self.now)

    def _rebind(self, task: Task, row: DraftTask) -> None:
        """Whom the row names now: new parts are given, parts no longer named end."""
        fresh = party_rows(task, row, self.groups_then, actor=self.actor, now=self.now)
        old = list(task.parties.order_by("obligation", "position"))
        if _named(old) == _named(fresh):
            return
        task.parties.all().delete()
        TaskParty.objects.bulk_create(fresh)
        rules = [party_rule(party, self.groups_then) for party in fresh]
        wanted = {(duty.agency_id, str(duty.obligation)) for duty in expand(rules)}
        live = list(task.assignments.live())
        gone = [a.pk for a in live if (a.agency_id, a.obligation) not in wanted]
        self._end(gone)
        for ended in task.assignments.exclude(ended_at=None).exclude(pk__in=gone):
            if (ended.agency_id, ended.obligation) in wanted:
                revive(self.plan, ended, self.now)
                self.bound.add(ended.agency_id)
        existing = frozenset(task.assignments.values_list("agency_id", "obligation"))
        given = give(
            self.plan,
            [(task, fresh)],
            groups_then=self.groups_then,
            existing={task.pk: existing},
            now=self.now,
        )
        self.bound |= given.agency_ids

    def _end(self, assignment_ids: list[int]) -> None:
        """End parts that are no longer named; what was accepted in them stays as it is."""
        ending = Assignment.objects.filter(pk__in=assignment_ids)
        end_assignments(ending, NOT_BOUND, actor=self.actor, now=self.now)

    def _targets(self) -> None:
        """Targets by number: values follow the paper, the figure each is bound to stays."""
        there = {target.number: target for target in self.plan.targets.all()}
        for number, fresh in enumerate(self.reading.targets, start=1):
            values = target_values(fresh, number)
            self.plan.targets.update_or_create(number=number, defaults=values)
            there.pop(number, None)
        self.plan.targets.filter(number__in=list(there)).delete()


def _named(parties: Sequence[TaskParty]) -> list[tuple[object, ...]]:
    return sorted(
        (p.obligation, p.position, p.text, p.agency_id or 0, p.group_code, p.condition)
        for p in parties
    )
