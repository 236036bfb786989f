"""Answering for every figure of this module."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc.modules.figures.public import (
    Asked,
    BySums,
    Dimension,
    Figure,
    FigureRow,
    Place,
    RowPart,
    RowsPage,
)
from cchc.modules.plans.labels import OBLIGATIONS
from cchc.modules.plans.models import Plan
from cchc.modules.plans.queries.figures_entry import measure_entry
from cchc.modules.plans.queries.figures_events import measure_extensions, measure_returned
from cchc.modules.plans.queries.figures_late import LATE_SUMS, measure_late
from cchc.modules.plans.queries.figures_listings import listing_of
from cchc.modules.plans.queries.figures_parts import measure_acknowledged, measure_hours
from cchc.modules.plans.queries.figures_rows import all_rows, page_of_rows, rows_with
from cchc.modules.plans.queries.figures_work import measure_work
from cchc.modules.plans.queries.naming import area_name
from cchc.modules.plans.rules.areas import all_area_codes, scheme_for
from cchc.modules.plans.rules.figure_codes import FROM_COUNTS, FigureCode
from cchc.modules.plans.rules.kinds import Obligation

Measure = Callable[[Collection[str], Asked, "Dimension | None"], Mapping[str, BySums]]
_MEASURES: tuple[tuple[frozenset[str], Measure], ...] = (
    (frozenset(FROM_COUNTS), measure_work),
    (frozenset(LATE_SUMS), measure_late),
    (
        frozenset({FigureCode.EXTENSIONS_ASKED, FigureCode.EXTENSIONS_GRANTED}),
        measure_extensions,
    ),
    (frozenset({FigureCode.RETURNED_PROOFS}), measure_returned),
    (frozenset({FigureCode.ACKNOWLEDGED_RATE}), measure_acknowledged),
    (frozenset({FigureCode.ACKNOWLEDGE_HOURS}), measure_hours),
    (frozenset({FigureCode.ENTERED_SAME_DAY, FigureCode.ENTRY_DAYS}), measure_entry),
)
"""What is counted together, in one query."""
_MOST_DOCUMENTS = 200


@dataclass(frozen=True)
class PlansFigures:
    """Everything that plans count."""

    figures: Sequence[Figure]

    def measure(
        self, codes: Collection[str], asked: Asked, by: Dimension | None
    ) -> Mapping[str, BySums]:
        """By code and key, each family of figures in one query."""
        found: dict[str, BySums] = {}
        for family, measure in _MEASURES:
            wanted = [code for code in codes if code in family]
            if wanted:
                found |= measure(wanted, asked, by)
        return found

    def page(self, code: str, asked: Asked, part: RowPart, place: Place) -> RowsPage:
        """A page of the rows behind a figure."""
        return page_of_rows(listing_of(FigureCode(code), asked), asked, part, place)

    def every_row(self, code: str, asked: Asked, part: RowPart) -> Iterator[FigureRow]:
        """All of them."""
        return all_rows(listing_of(FigureCode(code), asked), asked, part)

    def rows_of(self, code: str, ids: Sequence[int], asked: Asked) -> list[FigureRow]:
        """These rows as they stand now."""
        return rows_with(listing_of(FigureCode(code), asked, whole=True), ids, asked)

    def names(self, by: Dimension, keys: Collection[str]) -> Mapping[str, str]:
        """Areas and obligations in the order of papers, documents by number."""
        if by is Dimension.AREA:
            return {code: area_name(code) for code in all_area_codes() if code in keys}
        if by is Dimension.OBLIGATION:
            return {code: str(OBLIGATIONS[code]) for code in Obligation if code in keys}
        if by is Dimension.SOURCE:
            plans = Plan.objects.filter(pk__in=[int(key) for key in keys if key])
            found = plans.order_by("issued_on", "pk").values_list("pk", "number", "title")
            return {str(pk): f"{number} · {title}"[:120] for pk, number, title in found}
        return {}

    def choices(self, by: Dimension, asked: Asked) -> list[tuple[str, str]]:
        """The areas of the year's programme, the two obligations, the documents of the year."""
        year = asked.cut.year or asked.today.year
        if by is Dimension.AREA:
            return [(area.code, area.short_name) for area in scheme_for(year).areas]
        if by is Dimension.OBLIGATION:
            return [(code, str(label)) for code, label in OBLIGATIONS.items()]
        if by is Dimension.SOURCE:
            plans = Plan.objects.visible_to(asked.actor).filter(year=year)
            found = plans.order_by("-issued_on", "-pk").values_list("pk", "number", "title")
            return [(str(pk), f"{n} · {title}"[:120]) for pk, n, title in found[:_MOST_DOCUMENTS]]
        return []
