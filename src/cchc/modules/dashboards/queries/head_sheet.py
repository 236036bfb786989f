"""The sheet of responsibility of one head: own numbers, the group's middle, quarter by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from cchc.modules.dashboards.permissions import Permission
from cchc.modules.dashboards.queries.head_pages import (
    HeadRef,
    HeadSheet,
    MeasureLine,
    PeriodAsked,
    QuarterLine,
)
from cchc.modules.dashboards.queries.heads import columns, heads_of_agency, own_cut, year_cut
from cchc.modules.dashboards.rules.comparing import is_better
from cchc.modules.dashboards.rules.terms import term_of
from cchc.modules.figures.public import (
    Cut,
    Dimension,
    Figure,
    Value,
    days_of,
    made_of,
    median_of,
    number_words,
    table_of,
    value_of,
    values_of,
)
from cchc.modules.organisation.public import Tenure, agency_cards, heads_between, living_agencies
from cchc.platform.access import SYSTEM, Actor, NotVisible
from cchc.platform.text.writing import date_vi, list_vi

_HISTORY = ("plans.fallen_due", "plans.on_time_rate", "plans.overdue", "plans.working_days_late")
SMALLEST_GROUP = 3
"""Fewer agencies are compared with nobody: the middle would be one of them."""
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for which period on which day."""

    period: PeriodAsked
    actor: Actor
    today: date


def head_sheet(
    *,
    agency_id: int,
    period: PeriodAsked,
    actor: Actor,
    today: date,
    person_id: int | None = None,
) -> HeadSheet:
    """One head of an agency; the last of the period unless one is named.

    Raises NotVisible when the agency is none of the actor's.
    """
    if not actor.may(Permission.VIEW_HEADS, agency_id=agency_id):
        raise NotVisible
    cards = agency_cards([agency_id])
    if agency_id not in cards:
        raise NotVisible
    heads = heads_of_agency(agency_id, period)
    head = next((one for one in heads if one.person_id == person_id), heads[-1])
    cut = own_cut(period, head.term, [agency_id])
    figures = columns(actor)
    group = _group(agency_id, period, today)
    asking = Asking(period, actor, today)
    history = [figure for figure in figures if figure.code in _HISTORY]
    return HeadSheet(
        agency_id=agency_id,
        agency_name=cards[agency_id].name,
        head=head,
        heads=heads,
        period=period,
        days_words=_days_words(head, period),
        lines=_lines(figures, cut, group, asking),
        group_size=len(group),
        is_compared=len(group) >= SMALLEST_GROUP,
        history=_history(agency_id, history, asking),
        history_figures=history,
        inherited_count=_inherited(agency_id, head, asking),
    )


def rows_query(cut: Cut, agency_id: int, period_code: str) -> str:
    """The query string that opens the rows of a cut on the pages of figures."""
    asked = {"ky": period_code, "co_quan": str(agency_id)}
    if cut.since is not None:
        asked["tu"] = cut.since.isoformat()
    if cut.until is not None:
        asked["den"] = cut.until.isoformat()
    return urlencode(asked)


def _lines(
    figures: list[Figure], cut: Cut, group: frozenset[int], asking: Asking
) -> list[MeasureLine]:
    asked = [figure for figure in figures if figure.fits(cut)]
    codes = [figure.code for figure in asked]
    own = values_of(codes, cut, actor=asking.actor, today=asking.today)
    middles = _middles(asked, group, asking)
    (agency_id,) = cut.agency_ids or (0,)
    query = rows_query(cut, agency_id, asking.period.code)
    return [_line(figure, own[figure.code], middles.get(figure.code), query) for figure in asked]


def _line(figure: Figure, value: Value, middle: Value | None, query: str) -> MeasureLine:
    standing, tone = _standing(figure, value.amount, middle.amount if middle else None)
    return MeasureLine(
        figure=figure,
        number=number_words(figure, value.amount),
        made_of=made_of(figure, value),
        middle=number_words(figure, middle.amount) if middle else "",
        standing=standing,
        tone=tone,
        query=query,
    )


def _standing(figure: Figure, own: Decimal | None, middle: Decimal | None) -> tuple[str, str]:
    """Better or worse than the middle, in a word with its tone; nothing where neither is so."""
    if own is None or middle is None or figure.is_more_better is None:
        return "", ""
    better = is_better(own, middle, is_more_better=figure.is_more_better)
    if better is None:
        return str(_("bằng nhóm")), "idle"
    return (str(_("tốt hơn nhóm")), "ok") if better else (str(_("kém hơn nhóm")), "late")


def _middles(figures: list[Figure], group: frozenset[int], asking: Asking) -> dict[str, Value]:
    """The middle of the group by figure, counted over everybody: it names none of them.

    None where the group is too small to hide anybody.
    """
    if len(group) < SMALLEST_GROUP:
        return {}
    cut = year_cut(asking.period).of_agencies(group)
    codes = [figure.code for figure in figures if figure.fits(cut)]
    table = table_of(codes, cut, Dimension.AGENCY, actor=SYSTEM, today=asking.today)
    middles = {}
    for figure in figures:
        middle = median_of(_amounts(figure, table, group))
        if middle is not None:
            middles[figure.code] = Value(middle, middle, len(group), asking.today)
    return middles


def _amounts(
    figure: Figure, table: Mapping[str, Mapping[str, Value]], group: frozenset[int]
) -> list[Decimal]:
    """The numbers of the group; of a count, who has nothing has none, of a share nothing to say."""
    found = [row[figure.code].amount for row in table.values() if figure.code in row]
    known = [amount for amount in found if amount is not None]
    silent = 0 if figure.has_denominator else len(group) - len(known)
    return known + [Decimal(0)] * silent


def _group(agency_id: int, period: PeriodAsked, today: date) -> frozenset[int]:
    """The agencies of the same kind and tier that lived at the end of the period."""
    card = agency_cards([agency_id])[agency_id]
    living = living_agencies(min(period.ends_on, today), levels=[card.level], kinds=[card.kind])
    return frozenset(one.id for one in living) | {agency_id}


def _history(agency_id: int, figures: list[Figure], asking: Asking) -> list[QuarterLine]:
    """The quarters of the year before and of this one, with whoever headed the agency then."""
    year = asking.period.year
    found: dict[str, dict[str, Value]] = {}
    for one in (year - 1, year):
        cut = Cut(year=one, agency_ids=frozenset({agency_id}))
        codes = [figure.code for figure in figures]
        table = table_of(codes, cut, Dimension.QUARTER, actor=asking.actor, today=asking.today)
        found |= {key: row for key, row in table.items() if key.startswith(f"{one}-")}
    heads = heads_between(date(year - 1, 1, 1), date(year, 12, 31), [agency_id])
    shown = [key for key in sorted(found) if _has_any(found[key])]
    return [_quarter(key, found[key], heads, figures) for key in shown]


def _has_any(values: dict[str, Value]) -> bool:
    return any(value.denominator for value in values.values())


def _quarter(
    key: str, values: dict[str, Value], heads: list[Tenure], figures: list[Figure]
) -> QuarterLine:
    first, last = days_of(key)
    names = [
        tenure.full_name
        for tenure in heads
        if term_of(tenure.held_from, tenure.held_until, starts_on=first, ends_on=last)
    ]
    name = _("Quý {number}/{year}").format(number=_ROMAN[(first.month - 1) // 3], year=first.year)
    amounts = [values[figure.code].amount if figure.code in values else None for figure in figures]
    return QuarterLine(
        key=key,
        name=str(name),
        head_names=list_vi(names),
        numbers=[
            (f.heading, number_words(f, amount)) for f, amount in zip(figures, amounts, strict=True)
        ],
        values=values,
        query=urlencode({"ky": key}),
    )


def _inherited(agency_id: int, head: HeadRef, asking: Asking) -> int:
    """Overdue work of the year that a head found on taking office."""
    if head.term.since is None:
        return 0
    before = date.fromordinal(head.term.since.toordinal() - 1)
    own = Cut(year=asking.period.year, agency_ids=frozenset({agency_id}))
    found = value_of(
        "plans.overdue", own.within(None, before), actor=asking.actor, today=asking.today
    )
    return int(found.numerator)


def _days_words(head: HeadRef, period: PeriodAsked) -> str:
    """Which days the numbers are of."""
    if head.term.is_whole:
        return period.label
    since = date_vi(head.term.since or period.starts_on)
    until = date_vi(head.term.until or period.ends_on)
    return str(_("từ {since} đến {until}").format(since=since, until=until))
