"""Numbers and cuts in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from cchc.modules.figures.queries.sources import source_of
from cchc.modules.figures.rules.cut import Cut
from cchc.modules.figures.rules.figure import Figure
from cchc.modules.figures.rules.kinds import DatedBy, Dimension, FigureKind
from cchc.modules.figures.rules.value import Value
from cchc.modules.organisation.public import agency_cards
from cchc.platform.text.writing import date_vi, list_vi, number_vi

_FEW = 3
NOTHING_YET = "–"


def amount_words(figure: Figure, amount: Decimal | None) -> str:
    """98,6 %; 1.811 việc; a dash where there is nothing to say."""
    if amount is None:
        return NOTHING_YET
    return f"{number_words(figure, amount)} {figure.unit}"


def number_words(figure: Figure, amount: Decimal | None) -> str:
    """The number without its unit."""
    return NOTHING_YET if amount is None else number_vi(amount, decimals=figure.decimals)


def made_of(figure: Figure, value: Value) -> str:
    """What the number is made of: "16.051 / 16.274"; empty for a count."""
    if figure.kind is FigureKind.COUNT:
        return ""
    if figure.kind is FigureKind.MEDIAN:
        said = _("của {number} {noun}")
        return said.format(number=number_vi(value.denominator), noun=figure.row_noun)
    return f"{number_vi(value.numerator)} / {number_vi(value.denominator)}"


def cut_words(code: str, cut: Cut) -> str:
    """For whom and when, in one line: "năm 2019 · Sở Tư pháp · chủ trì"."""
    parts = [_agencies(cut), _period(cut), *_narrowed(code, cut)]
    return " · ".join(part for part in parts if part)


def _agencies(cut: Cut) -> str:
    if cut.agency_ids is None:
        return str(_("mọi cơ quan trong phạm vi được xem"))
    cards = agency_cards(cut.agency_ids)
    if len(cards) > _FEW:
        return str(_("{number} cơ quan").format(number=number_vi(len(cards))))
    return list_vi([card.name for card in cards.values()])


def _period(cut: Cut) -> str:
    said = []
    if cut.year is not None:
        said.append(str(_("năm {year}").format(year=cut.year)))
    if cut.is_undated:
        said.append(str(_("chưa có ngày")))
    if cut.since is not None:
        said.append(str(_("từ {day}").format(day=date_vi(cut.since))))
    if cut.until is not None:
        said.append(str(_("đến {day}").format(day=date_vi(cut.until))))
    if cut.has_days and cut.dated_by is DatedBy.GIVEN:
        said.append(str(_("theo ngày giao")))
    return " ".join(said)


def _narrowed(code: str, cut: Cut) -> list[str]:
    """What areas, documents and obligations are called."""
    asked: Mapping[Dimension, str | None] = {
        Dimension.AREA: cut.area,
        Dimension.SOURCE: None if cut.source_id is None else str(cut.source_id),
        Dimension.OBLIGATION: cut.obligation or None,
    }
    source = source_of(code)
    return [
        source.names(dimension, [key]).get(key, str(_("chưa xếp")))
        for dimension, key in asked.items()
        if key is not None
    ]
