"""Who headed which agency from when until when: heads answer for their own time only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cchc.modules.organisation.models import Post
from cchc.modules.organisation.rules.kinds import PostKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person was the head of an agency, both days included; no last day: still."""

    person_id: int
    full_name: str
    title: str
    agency_id: int
    held_from: date
    held_until: date | None


def heads_between(
    since: date, until: date, agency_ids: Collection[int] | None = None
) -> list[Tenure]:
    """Everybody who was head of one of these agencies (None: of any) on a day of the period.

    In order of agency and time; one query.
    """
    posts = Post.objects.filter(kind=PostKind.HEAD, held_from__lte=until).filter(
        Q(held_until=None) | Q(held_until__gte=since)
    )
    if agency_ids is not None:
        posts = posts.filter(agency_id__in=agency_ids)
    rows = posts.order_by("agency_id", "held_from", "pk").values_list(
        "person_id", "person__full_name", "title", "agency_id", "held_from", "held_until"
    )
    return [Tenure(*row) for row in rows]
