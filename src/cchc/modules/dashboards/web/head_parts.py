"""The table of heads and the history of a sheet as the components take them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cchc.modules.dashboards.queries.head_pages import (
    HeadRow,
    HeadSheet,
    HeadsPage,
    PeriodAsked,
)
from cchc.modules.figures.public import Figure, made_of, number_words
from cchc.platform.exports import Column
from cchc.platform.text.writing import date_vi
from cchc.ui import periods
from cchc.ui.charts import Chart, Series
from cchc.ui.lists import address_with, sort_links
from cchc.ui.parts import SortLink, Tab

_YEARS_BACK = 4


@dataclass(frozen=True, slots=True)
class NumberCell:
    """One number of the table, what it is made of, and where it opens."""

    title: str
    number: str
    made_of: str
    url: str


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A row of the table: who, where, since when, and the numbers in the order of the columns."""

    row: HeadRow
    sheet_url: str
    days: str
    cells: list[NumberCell]


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A heading that sorts."""

    name: str
    title: str
    """The whole name, on hover."""
    sort: SortLink


def heads_rows(page: HeadsPage, period: PeriodAsked) -> list[HeadLine]:
    """The rows of the table of heads."""
    return [_line(row, page.figures, period) for row in page.rows]


def sorting(request: HttpRequest, page: HeadsPage) -> list[HeadColumn]:
    """The headings of the columns."""
    links = sort_links(request, [figure.code for figure in page.figures], default="")
    return [
        HeadColumn(figure.heading, str(figure.name), links[figure.code]) for figure in page.figures
    ]


def level_tabs(request: HttpRequest, chosen: str) -> list[Tab]:
    """The tiers of government."""
    names = ("", "PROVINCE", "DISTRICT", "COMMUNE")
    labels = (_("Tất cả"), _("Cấp tỉnh"), _("Cấp huyện"), _("Cấp xã"))
    return [
        Tab(label, address_with(request.GET, {"cap": name}), name == chosen)
        for name, label in zip(names, labels, strict=True)
    ]


def period_choices(request: HttpRequest, today: date) -> list[Tab]:
    """The year shown with its quarters, then the years before, as links to the same page."""
    shown = periods.period_of(request.GET.get("ky", "")) or periods.chosen(request)
    others = [periods.period_of(str(today.year - back)) for back in range(_YEARS_BACK)]
    own = [period for period in periods.choices(shown.year) if "-N" not in period.code]
    found = [*own, *(p for p in others if p is not None and p.year != shown.year)]
    return [
        Tab(
            period.label,
            address_with(request.GET, {"ky": period.code, "nguoi": None}),
            period.code == shown.code,
        )
        for period in found
    ]


def export_columns(figures: list[Figure]) -> list[Column[HeadRow]]:
    """Agency, head, days in office, and every number."""

    def number(figure: Figure) -> Column[HeadRow]:
        title = f"{figure.name} ({figure.unit})"
        return Column(title, lambda row: row.amount(figure.code), kind="number", width=14)

    return [
        Column(_("Cơ quan"), lambda row: row.agency_name, width=36),
        Column(_("Người đứng đầu"), lambda row: row.head.full_name, width=26),
        Column(_("Chức vụ"), lambda row: row.head.title, width=20),
        Column(_("Giữ chức từ"), lambda row: row.head.held_from, kind="date", width=12),
        Column(_("Đến"), lambda row: row.head.held_until, kind="date", width=12),
        *(number(figure) for figure in figures),
    ]


def history_chart(page: HeadSheet) -> Chart | None:
    """The rate on time quarter by quarter."""
    figure = next((f for f in page.history_figures if f.code == "plans.on_time_rate"), None)
    if figure is None or not page.history:
        return None
    amounts = [line.values[figure.code].amount for line in page.history]
    return Chart(
        title=str(figure.name),
        categories=[line.name for line in page.history],
        series=[Series(str(figure.name), [None if a is None else float(a) for a in amounts])],
        unit="%",
        category_title=_("Quý"),
    )


def _line(row: HeadRow, figures: list[Figure], period: PeriodAsked) -> HeadLine:
    asked = {"ky": period.code}
    if row.head.person_id is not None:
        asked["nguoi"] = str(row.head.person_id)
    sheet = reverse("dashboards:head", args=[row.agency_id])
    return HeadLine(
        row=row,
        sheet_url=f"{sheet}?{urlencode(asked)}",
        days=_days(row),
        cells=[_cell(row, figure, period) for figure in figures],
    )


def _cell(row: HeadRow, figure: Figure, period: PeriodAsked) -> NumberCell:
    value = row.values.get(figure.code)
    if value is None:
        return NumberCell(figure.heading, "0" if not figure.has_denominator else "–", "", "")
    asked = {"ky": period.code, "co_quan": str(row.agency_id)}
    if row.head.term.since is not None:
        asked["tu"] = row.head.term.since.isoformat()
    if row.head.term.until is not None:
        asked["den"] = row.head.term.until.isoformat()
    return NumberCell(
        title=figure.heading,
        number=number_words(figure, value.amount),
        made_of=made_of(figure, value),
        url=f"{reverse('figures:rows', args=[figure.code])}?{urlencode(asked)}",
    )


def _days(row: HeadRow) -> str:
    """Since when, where the head did not serve the whole period."""
    term = row.head.term
    if term.is_whole:
        return ""
    since = _("từ {day}").format(day=date_vi(term.since)) if term.since else ""
    until = _("đến {day}").format(day=date_vi(term.until)) if term.until else ""
    return " ".join(part for part in (since, until) if part)
