"""Boards: agencies against areas, late work by week, who needs attention; every figure opens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Case,
    Count,
    DateField,
    F,
    Func,
    IntegerField,
    QuerySet,
    Value,
    When,
)
from django.utils.translation import gettext as _

from cchc.modules.organisation.public import AgencyCard, agency_cards
from cchc.modules.organisation.rules.kinds import Level
from cchc.modules.plans.models import Occurrence, TaskParty
from cchc.modules.plans.models.occurrence import OccurrenceQuerySet
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.counting import counts_wanted_by, rate_note
from cchc.modules.plans.queries.figures import figures_of
from cchc.modules.plans.queries.naming import area_choices
from cchc.modules.plans.queries.pages import (
    AgencyRef,
    AttentionRow,
    BoardPage,
    Choice,
    GroupedPage,
    GroupedRow,
    HeatCell,
    HeatRow,
    WorkFilter,
)
from cchc.modules.plans.queries.plans import this_year
from cchc.modules.plans.queries.work import year_choices
from cchc.modules.plans.queries.work_filter import FIELDS, to_address
from cchc.modules.plans.rules.areas import scheme_for, translate
from cchc.modules.plans.rules.counts import Counts, sum_counts
from cchc.modules.plans.rules.kinds import Obligation, TaskStatus
from cchc.modules.plans.rules.lifecycle import State
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam
from cchc.platform.sql import count_each, rows_kept

_WEEKS = 12
_ATTENTION = 8
_BANDS = ((Decimal(95), 5), (Decimal(85), 4), (Decimal(75), 3), (Decimal(65), 2))

ByCell = Mapping[tuple[int, str], Counts]


def board_page(
    *,
    actor: Actor,
    now: datetime,
    year: int | None = None,
    obligation: str = "",
    level: str = "",
) -> BoardPage:
    """How the work of a year stands, as far as the actor may know of it."""
    today = in_vietnam(now).date()
    years = year_choices(actor)
    chosen = year or this_year(today, years)
    wanted = WorkFilter(year=chosen, obligation=obligation if obligation in _OBLIGATIONS else "")
    cells: ByCell = counts_wanted_by(wanted, actor, "agency_id", "area_code")
    cards = agency_cards({agency for agency, _area in cells})
    shown = [card for card in cards.values() if not level or card.level == level]
    counts = sum_counts(cells.values())
    areas = area_choices(chosen)
    codes = [area.value for area in areas]
    return BoardPage(
        year=chosen,
        years=years,
        obligation=wanted.obligation,
        level=level if level in set(Level) else "",
        as_of=now,
        figures=figures_of(counts, wanted),
        counts=counts,
        rate_note=rate_note(),
        areas=areas,
        rows=_heat_rows(_in_order(shown), codes, cells, wanted),
        totals=_totals(shown, codes, cells, wanted) if shown else None,
        weeks=_late_by_week(actor, wanted, today),
        attention=_attention(cells, cards, wanted),
        unchosen_count=_unchosen(actor, chosen),
        waiting_count=counts.waiting,
    )


def by_agency(*, actor: Actor, today: date, year: int | None = None) -> GroupedPage:
    """The work of a year by agency, in order of precedence."""
    years = year_choices(actor)
    wanted = WorkFilter(year=year or this_year(today, years))
    counts = counts_wanted_by(wanted, actor, "agency_id")
    cards = agency_cards(counts)
    rows = [
        _grouped(str(card.id), card.name, counts[card.id], replace(wanted, agency_id=card.id))
        for card in _in_order(cards.values())
    ]
    return _grouped_page("agency", wanted, years, rows)


def by_area(*, actor: Actor, today: date, year: int | None = None) -> GroupedPage:
    """The work of a year by area of reform; what names no area stands last."""
    years = year_choices(actor)
    chosen = year or this_year(today, years)
    wanted = WorkFilter(year=chosen)
    counts = _by_area_of(chosen, counts_wanted_by(wanted, actor, "area_code"))
    rows = []
    for area in scheme_for(chosen).areas:
        number = counts.get(area.code, Counts())
        rows.append(_grouped(area.code, area.name, number, replace(wanted, area=area.code)))
    if "" in counts:
        rows.append(_grouped("", _("Chưa xếp lĩnh vực"), counts[""], wanted))
    return _grouped_page("area", wanted, years, rows)


_OBLIGATIONS = frozenset(Obligation)


def _work(actor: Actor, wanted: WorkFilter) -> OccurrenceQuerySet:
    work = Occurrence.objects.listed_for(actor).filter(year=wanted.year or 0)
    return work.filter(obligation=wanted.obligation) if wanted.obligation else work


def _by_area_of(year: int, counts: Mapping[str, Counts]) -> dict[str, Counts]:
    """Areas of another programme counted where this year's programme counts them."""
    scheme = scheme_for(year)
    found: dict[str, Counts] = {}
    for code, number in counts.items():
        carried = translate(code, scheme)
        found[carried] = found.get(carried, Counts()) + number
    return found


def _in_order(cards: Iterable[AgencyCard]) -> list[AgencyCard]:
    levels = {level: place for place, level in enumerate(Level)}
    return sorted(cards, key=lambda card: (levels[card.level], card.precedence, card.id))


def _heat_rows(
    cards: list[AgencyCard], codes: list[str], cells: ByCell, wanted: WorkFilter
) -> list[HeatRow]:
    """A row for each agency; the addresses of so many cells are put together by hand."""
    opens = to_address(replace(wanted, timeliness="fallen_due"))
    by_agency: dict[int, dict[str, Counts]] = defaultdict(dict)
    for (agency, area), number in cells.items():
        by_agency[agency][area] = number
    rows = []
    for card in cards:
        own = by_agency[card.id]
        query = f"{opens}&{FIELDS['agency_id']}={card.id}"
        rows.append(
            HeatRow(
                agency=AgencyRef(card.id, card.name, card.short_name),
                cells=[_area_cell(own, code, query) for code in codes],
                overall=_cell(sum_counts(own.values()), query),
            )
        )
    return rows


def _totals(
    cards: list[AgencyCard], codes: list[str], cells: ByCell, wanted: WorkFilter
) -> HeatRow:
    ids = {card.id for card in cards}
    by_area: dict[str, Counts] = defaultdict(Counts)
    for (agency, area), number in cells.items():
        if agency in ids:
            by_area[area] += number
    query = to_address(replace(wanted, timeliness="fallen_due"))
    return HeatRow(
        agency=AgencyRef(0, str(_("Toàn bộ")), ""),
        cells=[_area_cell(by_area, code, query) for code in codes],
        overall=_cell(sum_counts(by_area.values()), query),
    )


def _area_cell(by_area: Mapping[str, Counts], code: str, query: str) -> HeatCell:
    return _cell(by_area.get(code, Counts()), f"{query}&{FIELDS['area']}={code}")


def _cell(counts: Counts, query: str) -> HeatCell:
    rate = counts.rate
    band = 0 if rate is None else next((band for least, band in _BANDS if rate >= least), 1)
    return HeatCell(
        rate=rate,
        fallen_due=counts.fallen_due,
        overdue=counts.overdue,
        total=counts.total,
        band=band,
        query=query,
    )


def _late_by_week(actor: Actor, wanted: WorkFilter, today: date) -> list[tuple[str, int]]:
    """How much was late at the end of each of the last weeks, the present one last; one query.

    Late at the end of a day: due before it and not handed in for good by then.
    """
    last_sunday = today + timedelta(days=6 - today.weekday())
    ends = [min(last_sunday - timedelta(weeks=back), today) for back in range(_WEEKS)][::-1]
    key = ("plans.late_by_week", actor, wanted, today)
    spells = rows_kept(key, lambda: _late_spells(_work(actor, wanted), ends))
    late = [0] * _WEEKS
    for begins, over, number in spells:
        for place in range(begins, over):
            late[place] += number
    return [
        (_("tuần {number}").format(number=end.isocalendar().week), number)
        for end, number in zip(ends, late, strict=True)
    ]


def _late_spells(work: OccurrenceQuerySet, ends: list[date]) -> QuerySet[Occurrence, Any]:
    """How often work was late from the end of which week, until before the end of which other."""
    handed_in = _passed("submitted_on", [end + timedelta(days=1) for end in ends])
    rows = work.ever_late().order_by()
    dated: QuerySet[Any, Any] = rows.annotate(
        begins=_passed("sorts_on", ends),
        over=Case(When(state=State.ACCEPTED, then=handed_in), default=Value(_WEEKS)),
    )
    spells: QuerySet[Any, Any] = dated.values_list("begins", "over").annotate(number=Count("pk"))
    return spells


def _passed(name: str, bounds: list[date]) -> Func:
    """How many of the bounds the day has reached."""
    days = Value(bounds, output_field=ArrayField(DateField()))
    return Func(F(name), days, function="width_bucket", output_field=IntegerField())


def _attention(
    cells: ByCell, cards: Mapping[int, AgencyCard], wanted: WorkFilter
) -> list[AttentionRow]:
    """The agencies with the most late work, then the most that is near."""
    by_agency: dict[int, Counts] = {}
    for (agency, _area), number in cells.items():
        by_agency[agency] = by_agency.get(agency, Counts()) + number
    troubled = [(pk, n) for pk, n in by_agency.items() if n.overdue or n.due_soon]
    troubled.sort(key=lambda pair: (-pair[1].overdue, -pair[1].due_soon, pair[0]))
    return [
        AttentionRow(
            agency=AgencyRef(pk, cards[pk].name, cards[pk].short_name),
            overdue=number.overdue,
            due_soon=number.due_soon,
            query=to_address(
                replace(
                    wanted, agency_id=pk, timeliness="OVERDUE" if number.overdue else "DUE_SOON"
                )
            ),
        )
        for pk, number in troubled[:_ATTENTION]
        if pk in cards
    ]


def _unchosen(actor: Actor, year: int) -> int:
    """Parties whose members the actor must still choose."""

    def open_parties() -> list[QuerySet[TaskParty]]:
        scope = actor.scope_of(Permission.MANAGE)
        found = TaskParty.objects.filter(
            needs_choice=True, task__plan__year=year, task__status=TaskStatus.ACTIVE
        )
        return [found if scope.everywhere else found.filter(task__plan__issuer__in=scope.agencies)]

    return count_each(("plans.unchosen", actor, year), open_parties)[0]


def _grouped(code: str, name: str, counts: Counts, wanted: WorkFilter) -> GroupedRow:
    return GroupedRow(
        code=code,
        name=name,
        detail="",
        counts=counts,
        rate=counts.rate,
        query=to_address(wanted),
    )


def _grouped_page(
    kind: str, wanted: WorkFilter, years: list[Choice], rows: list[GroupedRow]
) -> GroupedPage:
    counts = sum_counts(row.counts for row in rows)
    return GroupedPage(
        kind=kind,
        year=wanted.year or 0,
        years=years,
        rows=rows,
        totals=_grouped("", _("Cộng"), counts, wanted),
        rate_note=rate_note(),
    )
