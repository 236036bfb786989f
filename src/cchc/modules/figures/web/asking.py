"""What a page is asked for, from its address and back into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from cchc.modules.figures.labels import DIMENSIONS
from cchc.modules.figures.public import Cut, DatedBy, Dimension, Figure, days_of
from cchc.modules.organisation.public import Level, living_agencies
from cchc.platform.text.writing import list_vi
from cchc.ui import periods
from cchc.ui.lists import address_with
from cchc.ui.periods import Period

PERIOD, AGENCY, LEVEL, AREA = "ky", "co_quan", "cap", "linh_vuc"
SOURCE, OBLIGATION, DATED, BY = "van_ban", "vai", "tinh_theo", "theo"
SINCE, UNTIL, UNDATED, PART = "tu", "den", "khong_han", "phan"
NO_AREA = "-"
EVERY_YEAR = "moi-nam"
_FIRST_YEAR = 2000
_GIVEN = "giao"
_LEVELS = ("PROVINCE", "DISTRICT", "COMMUNE")
_CUTTING = (PERIOD, AGENCY, LEVEL, AREA, SOURCE, OBLIGATION, DATED, SINCE, UNTIL, UNDATED)
_YEARS_BACK = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """The cut of an address, and the fields that show it."""

    period: Period
    level: str
    cut: Cut


def wanted_of(request: HttpRequest, today: date) -> Wanted:
    """The cut that an address asks for; what makes no sense in it is left out."""
    query = request.GET
    is_every_year = query.get(PERIOD) == EVERY_YEAR
    period = periods.period_of(query.get(PERIOD, "")) or periods.chosen(request)
    period = _every_year(today) if is_every_year else period
    level = query.get(LEVEL, "") if query.get(LEVEL, "") in _LEVELS else ""
    agency_id = _number(query.get(AGENCY, ""))
    cut = Cut(
        year=None if is_every_year else period.year,
        area="" if query.get(AREA) == NO_AREA else query.get(AREA) or None,
        source_id=_number(query.get(SOURCE, "")),
        obligation=query.get(OBLIGATION, ""),
        dated_by=DatedBy.GIVEN if query.get(DATED) == _GIVEN else DatedBy.DUE,
        is_undated=bool(query.get(UNDATED)),
    )
    whole_year = (date(period.year, 1, 1), date(period.year, 12, 31))
    if not is_every_year and (period.starts_on, period.ends_on) != whole_year:
        cut = cut.within(period.starts_on, period.ends_on)
    cut = cut.within(_day(query.get(SINCE, "")), _day(query.get(UNTIL, "")))
    if agency_id is not None:
        cut = cut.of_agencies(frozenset({agency_id}))
    elif level:
        cut = cut.of_agencies(_agencies_of(level, min(period.ends_on, today)))
    return Wanted(period, level, cut)


def narrowing(by: Dimension, key: str) -> dict[str, object]:
    """The fields of the address that ask for one line of a table."""
    if by is Dimension.AGENCY:
        return {AGENCY: key, LEVEL: None}
    if by is Dimension.AREA:
        return {AREA: key or NO_AREA}
    if by is Dimension.SOURCE:
        return {SOURCE: key}
    if by is Dimension.OBLIGATION:
        return {OBLIGATION: key}
    if not key:
        return {UNDATED: "1", SINCE: None, UNTIL: None}
    first, last = days_of(key)
    return {SINCE: first.isoformat(), UNTIL: last.isoformat(), UNDATED: None}


def kept(query: QueryDict, **changes: object) -> str:
    """The fields that cut, without those of paging and looks, as `?…` for another page."""
    fresh = query.copy()
    for name in list(fresh):
        if name not in _CUTTING:
            del fresh[name]
    return address_with(fresh, changes)


def fitted(cut: Cut, figure: Figure) -> tuple[Cut, str]:
    """What the figure can be narrowed to, and in words what had to be left out."""
    beyond = cut.asks - figure.dimensions
    return cut.without(beyond), list_vi([str(DIMENSIONS[one]).lower() for one in sorted(beyond)])


def dimension_of(request: HttpRequest) -> Dimension | None:
    """The dimension that the address asks for."""
    asked = request.GET.get(BY, "")
    return Dimension(asked) if asked in set(Dimension) else None


def period_choices(period: Period, today: date) -> list[tuple[str, str]]:
    """The year shown with its parts, then the other years."""
    shown = today.year if period.code == EVERY_YEAR else period.year
    own = [(one.code, one.label) for one in periods.choices(shown)]
    years = range(max(today.year, shown), today.year - _YEARS_BACK - 1, -1)
    others = [found for year in years if year != shown for found in _year(year)]
    others.append((EVERY_YEAR, _("Mọi năm")))
    known = {code for code, _label in [*own, *others]}
    extra = [] if period.code in known else [(period.code, period.label)]
    return [*extra, *own, *others]


def level_choices() -> list[tuple[str, str]]:
    """The tiers of government."""
    names = (_("Cấp tỉnh"), _("Cấp huyện"), _("Cấp xã"))
    return list(zip(_LEVELS, names, strict=True))


def dated_choices() -> list[tuple[str, str]]:
    """Which day puts work into the period."""
    return [(_GIVEN, _("Giao trong kỳ"))]


def _every_year(today: date) -> Period:
    return Period(EVERY_YEAR, _("Mọi năm"), date(_FIRST_YEAR, 1, 1), date(today.year, 12, 31))


def _year(year: int) -> list[tuple[str, str]]:
    found = periods.period_of(str(year))
    return [(found.code, found.label)] if found else []


def _agencies_of(level: str, on: date) -> frozenset[int]:
    return frozenset(card.id for card in living_agencies(on, levels=[Level(level)]))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
