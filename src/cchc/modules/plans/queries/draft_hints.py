"""What the review of a directive says beyond its cells: the same work given before, contradictions,
agencies that have ended, what still needs a deadline, in whose name it gives work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import (
    AgencyKind,
    agency_cards,
    living_agencies,
    working_calendar,
)
from cchc.modules.plans.models import Assignment, ImportDraft, Plan, Task
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.heirs import agencies_in, heirs_of_ended
from cchc.modules.plans.queries.pages import Choice
from cchc.modules.plans.queries.pages.directive import DraftHints, RowHints, SameCandidate
from cchc.modules.plans.queries.review import current_reading
from cchc.modules.plans.queries.review_pages import ReviewPage
from cchc.modules.plans.queries.sources import clash_views, terms_of_tasks
from cchc.modules.plans.rules.directive import needs_deadline
from cchc.modules.plans.rules.draft import Draft, DraftTask
from cchc.modules.plans.rules.kinds import Obligation, PlanKind
from cchc.modules.plans.rules.readiness import Frame, frame_of
from cchc.modules.plans.rules.sources import (
    Candidate,
    Known,
    candidates_for,
    contradictions_within,
    lead_ids_of,
    terms_of,
)
from cchc.platform.access import Actor
from cchc.platform.calendar import add_working_days

_MOST_KNOWN = 5_000
_MOST_ROWS_COMPARED = 300
_LIKELY = 0.72
"""From this likeness on, the review says so by itself; below, only when asked."""
_INNER = (AgencyKind.DIVISION, AgencyKind.DISTRICT_OFFICE)


def draft_hints(*, draft_id: int, actor: Actor, today: date) -> DraftHints | None:
    """The hints of one draft; None when it is no directive. Raises NotVisible."""
    draft = ImportDraft.objects.get_visible(actor, pk=draft_id)
    if draft.plan_kind != PlanKind.DIRECTIVE or draft.corrects_id is not None:
        return None
    reading = current_reading(draft)
    frame = frame_of(reading)
    heirs = heirs_of_ended(reading, today)
    return DraftHints(
        rows=_row_hints(reading, frame, heirs, actor),
        undated_count=sum(1 for task in reading.tasks if needs_deadline(task, frame)),
        proposed_due_on=_proposed(frame, today),
        has_ended=any(heirs.values()),
        issuers=issuer_choices(actor, today),
        issuer_id=draft.issuer_id,
        is_future=frame.issued_on is not None and frame.issued_on > today,
    )


def with_hints(page: ReviewPage, hints: DraftHints | None) -> ReviewPage:
    """The review with what is to be said beyond its cells."""
    if hints is None:
        return page
    rows = [replace(row, hints=hints.rows.get(row.row_id)) for row in page.rows]
    return replace(page, rows=rows, hints=hints)


def same_candidates(
    *, draft_id: int, row_id: str, text: str = "", actor: Actor
) -> list[SameCandidate]:
    """The tasks that one row of a draft may be, best first; by other words when some are given.

    Raises NotVisible.
    """
    draft = ImportDraft.objects.get_visible(actor, pk=draft_id)
    reading = current_reading(draft)
    row = reading.task(row_id)
    if row is None:
        return []
    known = _known_tasks(frame_of(reading), actor)
    words = text.strip() or row.text("content")
    found = candidates_for(words, lead_ids_of(row.leads), known, limit=10)
    return _shown([(row, one) for one in found])


def issuer_choices(actor: Actor, today: date) -> list[Choice]:
    """The agencies in whose name the actor may bring documents in: no divisions."""
    scope = actor.scope_of(Permission.IMPORT)
    return [
        Choice(str(card.id), card.name)
        for card in living_agencies(today)
        if card.id in scope and card.kind not in _INNER
    ]


def _proposed(frame: Frame, today: date) -> date:
    """So many working days after the issue, as the installation says; never in the past."""
    calendar = working_calendar(None)
    begins = frame.issued_on or today
    due_on = add_working_days(calendar, begins, settings.CCHC_DIRECTIVE_DAYS)
    if due_on >= today:
        return due_on
    return add_working_days(calendar, today, settings.CCHC_DIRECTIVE_DAYS)


def _row_hints(
    reading: Draft, frame: Frame, heirs: Mapping[int, tuple[int, ...]], actor: Actor
) -> dict[str, RowHints]:
    rows = reading.tasks[:_MOST_ROWS_COMPARED]
    known = _known_tasks(frame, actor)
    found: dict[str, list[tuple[DraftTask, Candidate]]] = {}
    for row in rows:
        if row.same_as is None:
            likely = candidates_for(row.text("content"), lead_ids_of(row.leads), known, limit=2)
            found[row.id] = [(row, one) for one in likely if one.likeness >= _LIKELY]
    marked = [
        (row, Candidate(row.same_as, 1.0, is_same_lead=False))
        for row in rows
        if row.same_as is not None
    ]
    shown = {
        (row.id, view.task_id): view
        for pairs in (*found.values(), marked)
        for (row, _one), view in zip(pairs, _shown(pairs), strict=True)
    }
    said = _contradictions(rows)
    names = _ended_words(heirs)
    return {
        row.id: RowHints(
            same_as=shown.get((row.id, row.same_as)) if row.same_as is not None else None,
            candidates=[shown[row.id, one.task_id] for __, one in found.get(row.id, ())],
            contradictions=said.get(row.id, []),
            ended=[names[pk] for pk in sorted(agencies_in(row)) if pk in names],
        )
        for row in rows
    }


def _known_tasks(frame: Frame, actor: Actor) -> list[Known]:
    """The tasks in force that the actor answers for as their issuer, of the days of the paper."""
    scope = actor.scope_of(Permission.MANAGE)
    plans = Plan.objects.visible_to(actor).in_force()
    if not scope.everywhere:
        plans = plans.filter(issuer_id__in=scope.agencies)
    if frame.issued_on is not None:
        day = frame.issued_on
        plans = plans.filter(period_starts_on__lte=day, period_ends_on__gte=day)
    rows = list(
        Task.objects.active()
        .filter(plan__in=plans)
        .order_by("-pk")
        .values_list("pk", "folded", "code")[:_MOST_KNOWN]
    )
    leads: dict[int, set[int]] = {}
    parts = Assignment.objects.filter(
        task_id__in=[pk for pk, *__ in rows],
        obligation=Obligation.LEAD,
        is_part=False,
        ended_at=None,
    )
    for task_id, agency_id in parts.values_list("task_id", "agency_id"):
        leads.setdefault(task_id, set()).add(agency_id)
    return [
        Known(pk, folded.removeprefix(f"{code.lower()} "), frozenset(leads.get(pk, ())))
        for pk, folded, code in rows
    ]


def _shown(pairs: Sequence[tuple[DraftTask, Candidate]]) -> list[SameCandidate]:
    by_id = Task.objects.select_related("plan").in_bulk([one.task_id for __, one in pairs])
    terms = terms_of_tasks(list(by_id.values()))
    return [
        SameCandidate(
            task_id=one.task_id,
            label=f"{by_id[one.task_id].code} {by_id[one.task_id].content}".strip(),
            document=str(by_id[one.task_id].plan),
            lead_text=by_id[one.task_id].lead_text,
            time_text=by_id[one.task_id].time_text,
            percent=round(one.likeness * 100),
            clashes=clash_views(terms[one.task_id], terms_of(row)),
        )
        for row, one in pairs
        if one.task_id in by_id
    ]


def _contradictions(rows: Sequence[DraftTask]) -> dict[str, list[str]]:
    """Points of the same paper that say the same work otherwise, said at each of the two."""
    codes = {row.id: row.code for row in rows}
    said: dict[str, list[str]] = {}
    for one in contradictions_within(rows):
        kinds = ", ".join("hạn" if clash == "DEADLINE" else "chủ trì" for clash in one.clashes)
        for row_id, other in ((one.row_id, one.other_id), (one.other_id, one.row_id)):
            words = _(
                "Nội dung như điểm {code} nhưng khác {kinds}: sửa cho khớp, hoặc bỏ một dòng."
            )
            said.setdefault(row_id, []).append(words.format(code=codes[other], kinds=kinds))
    return said


def _ended_words(heirs: Mapping[int, tuple[int, ...]]) -> dict[int, str]:
    ids = {*heirs, *(heir for many in heirs.values() for heir in many)}
    names = {pk: card.name for pk, card in agency_cards(ids).items()} if ids else {}
    said = {}
    for pk, following in heirs.items():
        if following:
            words = _("{name} đã thôi hoạt động; cơ quan kế thừa: {heirs}.")
            listed = ", ".join(names.get(heir, "") for heir in following)
            said[pk] = words.format(name=names.get(pk, ""), heirs=listed)
        else:
            words = _("{name} đã thôi hoạt động, không có cơ quan kế thừa: chọn cơ quan khác.")
            said[pk] = words.format(name=names.get(pk, ""))
    return said
