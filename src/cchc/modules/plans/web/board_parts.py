"""The board's heat table and chart as the components take them."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cchc.modules.plans import links
from cchc.modules.plans.queries.home import WatchedAgency
from cchc.modules.plans.queries.pages import BoardPage, Choice
from cchc.modules.plans.queries.pages import HeatCell as Cell
from cchc.platform.text.writing import number_vi
from cchc.ui.charts import Chart, Series
from cchc.ui.lists import address_with
from cchc.ui.parts import HeatCell, HeatRow, Tab, heat_level


def heat_rows(page: BoardPage) -> list[HeatRow]:
    """Agencies × areas: on-time rate, each cell opens to its work; the whole stands last."""
    with_work = [row for row in page.rows if row.overall.total]
    rows = [*with_work, *([page.totals] if page.totals else [])]
    return [
        HeatRow(
            label=row.agency.name or _("Cả tỉnh"),
            cells=[_cell(cell) for cell in row.cells],
            total="–" if row.overall.rate is None else number_vi(row.overall.rate, decimals=1),
            url=f"{links.WORK}?{row.overall.query}",
        )
        for row in rows
    ]


def overdue_chart(page: BoardPage) -> Chart:
    """Late work at the end of each of the last weeks."""
    return Chart(
        title=_("Nhiệm vụ quá hạn theo tuần"),
        categories=[label for label, _number in page.weeks],
        series=[Series(_("Quá hạn"), [float(number) for _label, number in page.weeks])],
        unit=_("việc"),
        category_title=_("Tuần"),
    )


def watched(page: BoardPage) -> list[WatchedAgency]:
    """The agencies that need attention, for the bars."""
    return [
        WatchedAgency(row.agency.name, row.overdue, row.due_soon, f"{links.WORK}?{row.query}")
        for row in page.attention
    ]


def year_tabs(request: HttpRequest, years: list[Choice], current: int) -> list[Tab]:
    """The years that have plans, as links to the same page."""
    return [
        Tab(
            choice.label,
            address_with(request.GET, {"nam": choice.value}),
            choice.value == str(current),
        )
        for choice in years
    ]


def _cell(cell: Cell) -> HeatCell:
    if not cell.total:
        return HeatCell("–")
    text = "–" if cell.rate is None else number_vi(cell.rate, decimals=0)
    said = _("{due} việc đến hạn, {late} quá hạn").format(due=cell.fallen_due, late=cell.overdue)
    level = heat_level(float(cell.rate)) if cell.rate is not None else None
    return HeatCell(text, level, f"{links.WORK}?{cell.query}", said)
