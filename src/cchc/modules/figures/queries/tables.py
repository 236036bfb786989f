"""A figure cut by a dimension, with the words for its lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.figures.labels import DIMENSIONS
from cchc.modules.figures.queries.measuring import names_of, series_of
from cchc.modules.figures.queries.pages import FigureTable, TableLine
from cchc.modules.figures.queries.wording import made_of, number_words
from cchc.modules.figures.rules.cut import NO_KEY, Cut, days_of
from cchc.modules.figures.rules.figure import Figure
from cchc.modules.figures.rules.kinds import Dimension, FigureKind
from cchc.modules.figures.rules.value import Value
from cchc.modules.organisation.public import Level, agency_cards
from cchc.platform.access import Actor

_LEVELS = {level: place for place, level in enumerate(Level)}
_ROMAN = ("I", "II", "III", "IV")
_TIMES = (Dimension.MONTH, Dimension.QUARTER)


def table_by(figure: Figure, cut: Cut, by: Dimension, *, actor: Actor, today: date) -> FigureTable:
    """The lines of a figure cut by a dimension: agencies by precedence, times as they come."""
    values = series_of(figure.code, cut, by, actor=actor, today=today)
    names = _names(figure, by, values)
    lines = [
        TableLine(
            key=key,
            name=name,
            number=number_words(figure, values[key].amount),
            made_of=made_of(figure, values[key]),
            value=values[key],
        )
        for key, name in names.items()
        if _has_something(values[key])
    ]
    has_sum = figure.kind is FigureKind.COUNT
    return FigureTable(by, str(DIMENSIONS[by]), lines, has_sum)


def _has_something(value: Value) -> bool:
    return bool(value.denominator or value.numerator)


def _names(figure: Figure, by: Dimension, keys: Collection[str]) -> Mapping[str, str]:
    """The words for the keys, in the order of the table; what has no words stands last."""
    if by is Dimension.AGENCY:
        return agency_names(keys)
    if by in _TIMES:
        dated = {key: time_words(key) for key in sorted(keys) if key != NO_KEY}
        return {**dated, NO_KEY: str(_("Chưa có hạn"))} if NO_KEY in keys else dated
    known = names_of([figure], by, keys)
    rest = {key: str(_("Chưa xếp")) for key in keys if key not in known}
    return {**known, **rest}


def agency_names(keys: Collection[str]) -> dict[str, str]:
    """Agencies by tier and precedence."""
    cards = agency_cards([int(key) for key in keys]).values()
    in_order = sorted(cards, key=lambda card: (_LEVELS[card.level], card.precedence, card.id))
    return {str(card.id): card.name for card in in_order}


def time_words(key: str) -> str:
    """Tháng 07/2019, Quý III/2019."""
    first = days_of(key)[0]
    if "Q" in key:
        return str(_("Quý {number}/{year}")).format(
            number=_ROMAN[(first.month - 1) // 3], year=first.year
        )
    return str(_("Tháng {month}/{year}")).format(month=f"{first.month:02d}", year=first.year)
