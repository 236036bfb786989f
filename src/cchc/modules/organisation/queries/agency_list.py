"""The list of agencies, flat or as a tree, on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.labels.agencies import KINDS, LEVELS, word
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.models.agency import AgencyQuerySet
from cchc.modules.organisation.queries.agencies import matching
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.kinds import INNER_KINDS
from cchc.modules.organisation.rules.structure import AgencyCard, Structure
from cchc.platform.access import Actor
from cchc.platform.web.paging import keyset_page

PAGE_SIZE = 50
LIVING, ENDED, EVERY = "", "da-ket-thuc", "tat-ca"
OUTSIDE, WITH_DIVISIONS = "", "ca-phong"
ORDER = ("precedence", "sort_key", "id")


@dataclass(frozen=True, slots=True)
class AgencyFilter:
    """What the list is narrowed to; empty fields narrow nothing."""

    on: date
    text: str = ""
    kind: str = ""
    level: str = ""
    state: str = LIVING
    scope: str = OUTSIDE
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One line of the list, with the name and parent of the day."""

    id: int
    name: str
    short_name: str
    parent_name: str
    kind: str
    level: str
    code: str
    first_day: date
    last_day: date | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class AgencyList:
    """One page of the list, and how many there are in all."""

    rows: tuple[AgencyRow, ...]
    count: int
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One line of the tree."""

    id: int
    name: str
    short_name: str
    kind: str
    level: str
    depth: int
    below_count: int
    is_open: bool


def agency_list(*, actor: Actor, wanted: AgencyFilter) -> AgencyList:
    """One page of agencies, in order of precedence; three queries however many they are."""
    agencies = narrowed(Agency.objects.visible_to(actor), wanted)
    page = keyset_page(
        agencies.as_of(wanted.on).select_related("parent"),
        order=ORDER,
        after=wanted.after,
        before=wanted.before,
        size=PAGE_SIZE,
    )
    cards = structure_on(wanted.on).cards
    rows = tuple(_row(agency, cards.get(agency.parent_then), wanted.on) for agency in page.rows)  # type: ignore[attr-defined]
    return AgencyList(rows, agencies.count(), page.next, page.previous)


def narrowed(agencies: AgencyQuerySet, wanted: AgencyFilter) -> AgencyQuerySet:
    """The agencies that the filter leaves; divisions only when they are asked for or searched."""
    agencies = matching(agencies, wanted.text)
    if wanted.kind:
        agencies = agencies.filter(kind=wanted.kind)
    elif wanted.scope == OUTSIDE and not wanted.text:
        agencies = agencies.exclude(kind__in=INNER_KINDS)
    if wanted.level:
        agencies = agencies.filter(level=wanted.level)
    if wanted.state == ENDED:
        return agencies.filter(effective_to__lt=wanted.on)
    if wanted.state == EVERY:
        return agencies
    return agencies.living_on(wanted.on)


def agency_tree(*, on: date, opened: Collection[int]) -> tuple[TreeRow, ...]:
    """The top of the tree and what is directly under the opened agencies; one query.

    The provincial committee is always open. Everybody who is signed in may see it.
    """
    structure = structure_on(on)
    top = structure.children.get(None, ())
    is_open = {*opened, *top[:1]}
    rows: list[TreeRow] = []
    waiting = [(0, agency_id) for agency_id in reversed(top)]
    while waiting:
        depth, agency_id = waiting.pop()
        rows.append(_tree_row(structure, agency_id, depth, is_open=agency_id in is_open))
        if agency_id in is_open:
            children = structure.children.get(agency_id, ())
            waiting.extend((depth + 1, child) for child in reversed(children))
    return tuple(rows)


def _tree_row(structure: Structure, agency_id: int, depth: int, *, is_open: bool) -> TreeRow:
    card = structure.cards[agency_id]
    return TreeRow(
        id=card.id,
        name=card.name,
        short_name=card.short_name,
        kind=word(KINDS, card.kind),
        level=word(LEVELS, card.level),
        depth=depth,
        below_count=len(structure.below(agency_id)) - 1,
        is_open=is_open,
    )


def _row(agency: Agency, parent: AgencyCard | None, on: date) -> AgencyRow:
    last_day = agency.effective_to
    return AgencyRow(
        id=agency.pk,
        name=agency.name_then,  # type: ignore[attr-defined]
        short_name=agency.short_name_then,  # type: ignore[attr-defined]
        parent_name=parent.short_name if parent else _last_parent(agency),
        kind=word(KINDS, agency.kind),
        level=word(LEVELS, agency.level),
        code=agency.code,
        first_day=agency.effective_from,
        last_day=last_day,
        is_over=last_day is not None and last_day < on,
    )


def _last_parent(agency: Agency) -> str:
    """The parent of an ended agency is shown by the name that it has now."""
    return agency.parent.short_name if agency.parent else ""
