"""What other modules may call of figures."""

from __future__ import annotations

from cchc.modules.figures.queries.measuring import (
    NotCutSo,
    every_row_of,
    rows_of,
    series_of,
    table_of,
    value_of,
    values_of,
)
from cchc.modules.figures.queries.sources import (
    Asked,
    BySums,
    FigureSource,
    all_figures,
    figure_of,
    figures_for,
    is_counted,
    register_figure,
    register_source,
)
from cchc.modules.figures.queries.wording import amount_words, made_of, number_words
from cchc.modules.figures.rules.cut import NO_KEY, Cut, days_of, month_key, quarter_key
from cchc.modules.figures.rules.figure import Figure, UnknownFigure, by_group
from cchc.modules.figures.rules.kinds import DatedBy, Dimension, FigureKind, RowPart
from cchc.modules.figures.rules.rows import FigureRow, Place, RowsPage
from cchc.modules.figures.rules.value import (
    NOTHING,
    Sums,
    Value,
    count,
    median_of,
    rounded_to,
    share,
    total_of,
)

__all__ = [
    "NOTHING",
    "NO_KEY",
    "Asked",
    "BySums",
    "Cut",
    "DatedBy",
    "Dimension",
    "Figure",
    "FigureKind",
    "FigureRow",
    "FigureSource",
    "NotCutSo",
    "Place",
    "RowPart",
    "RowsPage",
    "Sums",
    "UnknownFigure",
    "Value",
    "all_figures",
    "amount_words",
    "by_group",
    "count",
    "days_of",
    "every_row_of",
    "figure_of",
    "figures_for",
    "is_counted",
    "made_of",
    "median_of",
    "month_key",
    "number_words",
    "quarter_key",
    "register_figure",
    "register_source",
    "rounded_to",
    "rows_of",
    "series_of",
    "share",
    "table_of",
    "total_of",
    "value_of",
    "values_of",
]
