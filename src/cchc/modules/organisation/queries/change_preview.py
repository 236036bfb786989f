"""What would happen if agencies ended: open work, what belongs to them, and their people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.models import Post, RoleAssignment
from cchc.modules.organisation.queries.agencies import agency_cards
from cchc.modules.organisation.queries.open_work import OpenWork, open_work_of
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import PostKind

SHOWN_NAMES = 12


@dataclass(frozen=True, slots=True)
class ChangePreview:
    """The consequences, for the person who must confirm them."""

    ended: tuple[str, ...]
    ended_count: int
    heir: str
    """Who takes over the open work; empty when it ends, or when each has its own heir."""
    open_work: tuple[OpenWork, ...]
    open_count: int
    children: tuple[str, ...]
    children_count: int
    people_count: int
    heads: tuple[str, ...]
    """Heads do not follow; they must be appointed anew."""
    is_later: bool
    """Whether the day lies ahead, so that the work passes on then."""


def preview_change(*, ending: Collection[int], heir: str, on: date, today: date) -> ChangePreview:
    """What stands to happen on this day; the same number of queries however many agencies."""
    cards = agency_cards(ending)
    structure = structure_on(on)
    work = open_work_of(ending)
    children = [
        structure.cards[child].name
        for agency_id in ending
        for child in structure.children.get(agency_id, ())
        if child not in ending
    ]
    posts = Post.objects.not_over_on(on).filter(agency_id__in=ending)
    heads = posts.filter(kind=PostKind.HEAD).select_related("person", "agency").order_by("pk")
    return ChangePreview(
        ended=tuple(cards[each].name for each in list(ending)[:SHOWN_NAMES] if each in cards),
        ended_count=len(ending),
        heir=heir,
        open_work=tuple(work),
        open_count=sum(each.count for each in work),
        children=tuple(children[:SHOWN_NAMES]),
        children_count=len(children),
        people_count=_people_count(ending, on),
        heads=tuple(
            f"{p.person.full_name} ({p.title}, {p.agency.name})" for p in heads[:SHOWN_NAMES]
        ),
        is_later=on > today,
    )


def _people_count(ending: Collection[int], on: date) -> int:
    posts = Post.objects.not_over_on(on).filter(agency_id__in=ending)
    roles = RoleAssignment.objects.not_over_on(on).filter(agency_id__in=ending)
    ids = set(posts.values_list("person_id", flat=True))
    return len(ids | set(roles.values_list("person_id", flat=True)))
