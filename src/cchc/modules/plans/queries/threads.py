"""Threads of work handed down: who stands above and below, and what is still open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from cchc.modules.organisation.public import sub_agencies
from cchc.modules.plans.models import Occurrence
from cchc.modules.plans.queries.colleagues import colleagues_of
from cchc.modules.plans.rules.handing import Giver
from cchc.modules.plans.rules.lifecycle import OPEN
from cchc.platform.sql import prepared

_OPEN = sorted(OPEN)


def open_parts(occurrence_ids: Collection[int]) -> dict[int, int]:
    """How many parts given from each of these are still open; those without are left out."""
    return dict(_open_parts(list(occurrence_ids))) if occurrence_ids else {}


@prepared
def _open_parts(ids: list[int]) -> QuerySet[Occurrence, Any]:
    open_ones = Occurrence.objects.filter(task__part_of_id__any_of=ids, state__in=_OPEN).order_by()
    return open_ones.values_list("task__part_of_id").annotate(number=Count("pk"))


def has_open_parts(occurrence_id: int) -> bool:
    """Whether something given from this is still open."""
    return Occurrence.objects.parts_of([occurrence_id]).filter(state__in=_OPEN).exists()


def agencies_above(one: Occurrence) -> frozenset[int]:
    """The agencies that stand above this in its thread, whoever gave the first included."""
    above: set[int] = {one.issuer_id}
    if one.thread_id is None:
        return frozenset(above)
    rows = Occurrence.objects.filter(thread_id=one.thread_id)
    known = {pk: rest for pk, *rest in rows.values_list(*_PLACE)}
    at = known[one.pk][2] if one.pk in known else None
    while at is not None:
        agency_id, issuer_id, at = known[at]
        above |= {agency_id, issuer_id}
    return frozenset(above)


_PLACE = ("pk", "agency_id", "issuer_id", "task__part_of_id")


def giver_of(one: Occurrence, today: date) -> Giver:
    """The work from which parts are given, with everyone who may and may not receive them."""
    return Giver(
        agency_id=one.agency_id,
        above=agencies_above(one),
        below=sub_agencies(one.agency_id, today) - {one.agency_id},
        people=frozenset(card.id for card in colleagues_of(one.agency_id, today)),
        due_on=one.due_on,
        today=today,
    )
