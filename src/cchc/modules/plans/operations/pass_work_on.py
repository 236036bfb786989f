"""Open work follows an agency into its successor, with its clock."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cchc.modules.plans import links
from cchc.modules.plans.events import WorkPassedOn
from cchc.modules.plans.models import Assignment, Occurrence
from cchc.modules.plans.operations.reaching import agency_name, named_assignment
from cchc.modules.plans.operations.rejoining import fold_what_comes_round, give_in_its_name
from cchc.modules.plans.operations.telling import heads_and_officers_of, tell
from cchc.modules.plans.operations.withdraw import end_assignments
from cchc.modules.plans.rules.lifecycle import OPEN
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

_OPEN = sorted(OPEN)


@transaction.atomic
def pass_work_on(
    *, from_agency_id: int, to_agency_id: int | None, actor: Actor, now: datetime
) -> int:
    """Let every open part of an agency pass to its successor; how many passed.

    Deadlines do not move; the successor has still to acknowledge. What is done stays with the
    agency that did it. Where the successor is bound by the same obligation already, or there is
    none, the part ends and says so. Threads stay whole: see `rejoining`. A decision of the
    organisation: asks no permission of its own.
    """
    if to_agency_id is not None:
        fold_what_comes_round(
            from_agency_id=from_agency_id, to_agency_id=to_agency_id, actor=actor, now=now
        )
    parts = Assignment.objects.select_for_update().live().filter(agency_id=from_agency_id)
    open_parts = list(
        parts.filter(pk__in=Occurrence.objects.filter(state__in=_OPEN).values("assignment_id"))
        .select_related("task")
        .order_by("pk")
    )
    from_name = agency_name(from_agency_id)
    if to_agency_id is None:
        _end(open_parts, f"{from_name} kết thúc hoạt động, không có cơ quan kế thừa", actor, now)
        return 0
    taken = set(
        Assignment.objects.filter(
            agency_id=to_agency_id, task_id__in=[part.task_id for part in open_parts]
        ).values_list("task_id", "obligation")
    )
    doubled = [part for part in open_parts if (part.task_id, part.obligation) in taken]
    passing = [part for part in open_parts if (part.task_id, part.obligation) not in taken]
    to_name = agency_name(to_agency_id)
    _end(doubled, f"Nhập vào phần việc của {to_name}", actor, now)
    _pass(passing, to_agency_id)
    give_in_its_name(from_agency_id, to_agency_id)
    for part in passing:
        event = WorkPassedOn(
            **named_assignment(part), from_agency_id=from_agency_id, from_agency_name=from_name
        )
        announce(event, actor=actor, at=now)
    _tell(len(passing), from_name, to_agency_id, now)
    return len(passing)


def _end(parts: list[Assignment], reason: str, actor: Actor, now: datetime) -> None:
    if parts:
        ids = [part.pk for part in parts]
        end_assignments(Assignment.objects.filter(pk__in=ids), reason, actor=actor, now=now)


def _pass(parts: list[Assignment], to_agency_id: int) -> None:
    """What one person of the agency holds by name goes with that person."""
    for part in parts:
        if part.is_personal:
            part.issuer_id = part.agency_id = to_agency_id
            continue
        part.passed_on_from_id = part.agency_id
        part.agency_id = to_agency_id
        part.acknowledged_at = None
        part.acknowledged_by_id = None
        part.holder_id = None
        part.held_since = None
    fields = ["agency", "issuer", "passed_on_from_id", "acknowledged_at", "acknowledged_by_id"]
    Assignment.objects.bulk_update(parts, [*fields, "holder_id", "held_since"], batch_size=500)
    Occurrence.objects.filter(
        assignment_id__in=[part.pk for part in parts], state__in=_OPEN
    ).update(agency_id=to_agency_id)


def _tell(count: int, from_name: str, to_agency_id: int, now: datetime) -> None:
    if not count:
        return
    tell(
        heads_and_officers_of([to_agency_id], now),
        topic="plans.work.passed_on",
        title=f"{count} phần việc của {from_name} được chuyển đến",
        body="Thời hạn giữ nguyên. Xin tiếp nhận.",
        link=links.work(cua_toi=1),
        now=now,
    )
