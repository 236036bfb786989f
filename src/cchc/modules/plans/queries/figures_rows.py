"""Pages of the rows behind a figure, and all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from cchc.modules.figures.public import Asked, FigureRow, Place, RowPart, RowsPage
from cchc.platform.web.paging import keyset_page

_CHUNK = 2_000
Rows = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows behind a figure: all that it is counted over, which are counted, and their looks."""

    rows: Rows
    counted: Q | None
    """Of a rate: those in the numerator."""
    order: tuple[str, ...]
    show: Callable[[Sequence[Any], Asked], list[FigureRow]]

    def of(self, part: RowPart) -> Rows:
        """The rows of one part."""
        if part is RowPart.ALL or self.counted is None:
            return self.rows.none() if part is RowPart.REST else self.rows
        chosen = self.counted if part is RowPart.COUNTED else ~self.counted
        return self.rows.filter(chosen)


def page_of_rows(listing: Listing, asked: Asked, part: RowPart, place: Place) -> RowsPage:
    """A page of rows, in their order, with how many there are in all."""
    rows = listing.of(part)
    found = keyset_page(
        rows, order=listing.order, after=place.after, before=place.before, size=place.size
    )
    return RowsPage(
        listing.show(found.rows, asked), rows.count(), found.next or "", found.previous or ""
    )


def all_rows(listing: Listing, asked: Asked, part: RowPart) -> Iterator[FigureRow]:
    """Every row, a chunk at a time."""
    chunk: list[Any] = []
    for row in listing.of(part).order_by(*listing.order).iterator(chunk_size=_CHUNK):
        chunk.append(row)
        if len(chunk) == _CHUNK:
            yield from listing.show(chunk, asked)
            chunk = []
    yield from listing.show(chunk, asked)


def rows_with(listing: Listing, ids: Sequence[int], asked: Asked) -> list[FigureRow]:
    """These rows as they stand now, in the order asked for."""
    found = {row.id: row for row in listing.show(list(listing.rows.filter(pk__in=ids)), asked)}
    return [found[pk] for pk in ids if pk in found]
