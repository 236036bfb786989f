"""Agencies as spreadsheets: exactly what is seen, the empty form, and the table of heirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc.modules.organisation.labels.agencies import KINDS, LEVELS, word
from cchc.modules.organisation.models import Agency
from cchc.modules.organisation.queries.agency_list import ORDER, AgencyFilter, narrowed
from cchc.modules.organisation.queries.structure import structure_on
from cchc.modules.organisation.rules.agency_table import NEEDED, Column
from cchc.modules.organisation.rules.heir_table import HeirColumn
from cchc.modules.organisation.rules.kinds import AliasKind, Level
from cchc.platform.access import Actor
from cchc.platform.text.writing import date_vi

EXAMPLE = {
    Column.NAME: "Sở Ngoại vụ",
    Column.KIND: "Sở và tương đương",
    Column.LEVEL: "Cấp tỉnh",
    Column.PARENT: "UBND tỉnh Sen Hồng",
    Column.SINCE: "15/10/2019",
    Column.ALIASES: "SNgV; Ngoại vụ",
}
_WIDTHS = {Column.NAME: 40, Column.PARENT: 32, Column.ALIASES: 44, Column.ACT: 32}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be written as a spreadsheet: headings with their widths, and the cells."""

    headings: tuple[tuple[str, int], ...]
    rows: tuple[Sequence[str], ...]


def agencies_sheet(*, actor: Actor, wanted: AgencyFilter) -> Sheet:
    """The agencies that the filter leaves, in the columns that an import takes; three queries."""
    agencies = (
        narrowed(Agency.objects.visible_to(actor), wanted)
        .as_of(wanted.on)
        .select_related("parent")
        .prefetch_related("aliases")
        .order_by(*ORDER)
    )
    cards = structure_on(wanted.on).cards
    names = {card.id: card.name for card in cards.values()}
    return Sheet(_headings(), tuple(_cells(agency, names) for agency in agencies))


def empty_agency_sheet() -> Sheet:
    """The form to fill in, with one example; a star marks what must be filled."""
    return Sheet(_headings(" *"), (tuple(EXAMPLE.get(column, "") for column in Column),))


def heirs_sheet(level: Level, on: date) -> Sheet:
    """Every agency of a level with an empty place for its heir."""
    structure = structure_on(on)
    rows = []
    for _depth, card in structure.walk():
        if card.level == level:
            above = structure.above(card.id)
            rows.append((card.name, above[0].name if above else "", str(card.id), ""))
    return Sheet(tuple((column, 36) for column in HeirColumn), tuple(rows))


def _headings(star: str = "") -> tuple[tuple[str, int], ...]:
    return tuple(
        (f"{column}{star if column in NEEDED else ''}", _WIDTHS.get(column, 20))
        for column in Column
    )


def _cells(agency: Agency, names: dict[int, str]) -> tuple[str, ...]:
    last_parent = agency.parent.name if agency.parent else ""
    known = [alias.name for alias in agency.aliases.all() if alias.kind != AliasKind.FORMER_NAME]
    cells = {
        Column.NAME: agency.name_then,  # type: ignore[attr-defined]
        Column.SHORT_NAME: agency.short_name_then,  # type: ignore[attr-defined]
        Column.KIND: word(KINDS, agency.kind),
        Column.LEVEL: word(LEVELS, agency.level),
        Column.PARENT: names.get(agency.parent_then, last_parent),  # type: ignore[attr-defined]
        Column.CODE: agency.code,
        Column.FORMER_CODE: agency.former_code,
        Column.TERRITORY: agency.territory_code,
        Column.PRECEDENCE: str(agency.precedence),
        Column.SINCE: date_vi(agency.effective_from),
        Column.EMAIL: agency.email,
        Column.ALIASES: "; ".join(known),
        Column.ACT: agency.act,
    }
    return tuple(cells[column] for column in Column)
