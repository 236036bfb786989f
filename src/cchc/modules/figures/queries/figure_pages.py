"""The catalogue, the page of one figure, and the rows behind it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.figures.labels import DIMENSIONS, KINDS, PARTS
from cchc.modules.figures.models import FigureSnapshot
from cchc.modules.figures.permissions import Permission
from cchc.modules.figures.queries.measuring import rows_of, value_of, values_of
from cchc.modules.figures.queries.pages import (
    CataloguePage,
    FigureLine,
    FigurePage,
    FigureTable,
    RowsOfFigure,
)
from cchc.modules.figures.queries.sources import figure_of, figures_for
from cchc.modules.figures.queries.tables import table_by
from cchc.modules.figures.queries.wording import cut_words, made_of, number_words
from cchc.modules.figures.rules.cut import Cut
from cchc.modules.figures.rules.figure import Figure, by_group
from cchc.modules.figures.rules.kinds import Dimension, FigureKind, RowPart
from cchc.modules.figures.rules.rows import Place
from cchc.modules.figures.rules.value import Value
from cchc.platform.access import Actor

_TIMES = (Dimension.MONTH, Dimension.QUARTER)


def catalogue_page(*, cut: Cut, actor: Actor, today: date) -> CataloguePage:
    """All figures with their numbers of a cut. Raises AccessDenied."""
    actor.require_somewhere(Permission.VIEW)
    figures = figures_for(actor)
    fitting = [figure.code for figure in figures if figure.fits(cut)]
    values = values_of(fitting, cut, actor=actor, today=today)
    groups = [
        (group, [_line(figure, values.get(figure.code)) for figure in members])
        for group, members in by_group(figures)
    ]
    return CataloguePage(groups, actor.may_somewhere(Permission.EXPORT))


def figure_page(
    *, code: str, cut: Cut, by: Dimension | None, actor: Actor, today: date
) -> FigurePage:
    """One figure of a cut, by time and by another dimension.

    Raises UnknownFigure, AccessDenied or NotCutSo.
    """
    actor.require_somewhere(Permission.VIEW)
    figure = figure_of(code)
    value = value_of(code, cut, actor=actor, today=today)
    others = [d for d in Dimension if d in figure.dimensions and d not in _TIMES]
    chosen = by if by in others else next(iter(others), None)
    return FigurePage(
        figure=figure,
        name=str(figure.name),
        unit=str(figure.unit),
        kind_label=str(KINDS[figure.kind]),
        number=number_words(figure, value.amount),
        made_of=made_of(figure, value),
        numerator=str(figure.numerator),
        denominator=str(figure.denominator),
        cut=cut_words(code, cut),
        value=value,
        explanation=[str(line) for line in figure.explanation],
        dimensions=[(d, str(DIMENSIONS[d])) for d in others],
        periods=_over_time(figure, cut, actor, today),
        table=table_by(figure, cut, chosen, actor=actor, today=today) if chosen else None,
        snapshot_count=FigureSnapshot.objects.visible_to(actor).filter(code=code).count(),
        may_export=actor.may_somewhere(Permission.EXPORT),
        may_freeze=actor.may_somewhere(Permission.FREEZE),
    )


def rows_page(
    *, code: str, cut: Cut, part: RowPart, place: Place, actor: Actor, today: date
) -> RowsOfFigure:
    """The rows behind a figure. Raises UnknownFigure, AccessDenied or NotCutSo."""
    actor.require_somewhere(Permission.VIEW)
    figure = figure_of(code)
    value = value_of(code, cut, actor=actor, today=today)
    found = rows_of(code, cut, actor=actor, today=today, part=part, place=place)
    is_rate = figure.kind is FigureKind.RATE
    return RowsOfFigure(
        figure=figure,
        name=str(figure.name),
        number=number_words(figure, value.amount),
        unit=str(figure.unit),
        made_of=made_of(figure, value),
        cut=cut_words(code, cut),
        rows=found.rows,
        total=found.total,
        next=found.next,
        previous=found.previous,
        part=part,
        parts=[(one, str(label)) for one, label in PARTS.items()] if is_rate else [],
        has_amounts=bool(figure.amount_title),
        amount_title=str(figure.amount_title),
        may_export=actor.may_somewhere(Permission.EXPORT),
    )


def _line(figure: Figure, value: Value | None) -> FigureLine:
    return FigureLine(
        code=figure.code,
        name=str(figure.name),
        unit=str(figure.unit),
        number=number_words(figure, value.amount) if value else str(_("không tách được")),
        made_of=made_of(figure, value) if value else "",
        tone="late" if figure.is_more_better is False and value and value.amount else "",
        first_line=str(figure.explanation[0]) if figure.explanation else "",
        value=value,
    )


def _over_time(figure: Figure, cut: Cut, actor: Actor, today: date) -> FigureTable | None:
    if Dimension.MONTH not in figure.dimensions or cut.is_undated:
        return None
    return table_by(figure, cut, Dimension.MONTH, actor=actor, today=today)
