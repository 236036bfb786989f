"""Tables of figures as charts."""

from __future__ import annotations

from cchc.modules.figures.public import Dimension
from cchc.modules.figures.queries.pages import FigurePage, FigureTable
from cchc.ui.charts import Chart, Series

_MOST_BARS = 20


def chart_of(page: FigurePage, table: FigureTable) -> Chart:
    """Times as upright bars, everything else as lying bars, the longest list cut."""
    is_time = table.by in (Dimension.MONTH, Dimension.QUARTER)
    lines = [line for line in table.lines if line.key or not is_time]
    lines = lines if is_time else lines[:_MOST_BARS]
    amounts = [line.value.amount for line in lines]
    values = [None if amount is None else float(amount) for amount in amounts]
    return Chart(
        title=page.name,
        categories=[line.name for line in lines],
        series=[Series(page.name, values)],
        kind="bar" if is_time else "lying",
        unit=page.unit,
        category_title=table.title,
    )
