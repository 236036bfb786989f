"""Narrowing tables of work to the cut of a figure, and grouping them by a dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django.db.models import CharField, Func, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, TruncDate

from cchc.modules.figures.public import NO_KEY, Asked, Cut, Dimension
from cchc.modules.plans.permissions import Permission
from cchc.platform.access import Actor
from cchc.platform.calendar import VIETNAM

Rows = TypeVar("Rows", bound=QuerySet[Any, Any])
_FORMATS = {Dimension.MONTH: "YYYY-MM", Dimension.QUARTER: 'YYYY-"Q"Q'}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has what a figure is cut by; an empty name: it cannot be cut by that."""

    agency: str
    day: str
    """The day that puts a row into a period."""
    year: str
    area: str = ""
    source: str = ""
    obligation: str = ""
    issuer: str = ""
    is_part: str = ""
    has_moments: bool = False
    """The day is a moment, read on the clocks of Vietnam."""

    def of(self, by: Dimension) -> str:
        """The column to group by."""
        return {
            Dimension.AGENCY: self.agency,
            Dimension.AREA: self.area,
            Dimension.SOURCE: self.source,
            Dimension.OBLIGATION: self.obligation,
        }.get(by, self.day)


def listed(rows: Rows, columns: Columns, actor: Actor) -> Rows:
    """What lists and boards of plans count for this actor; nothing handed down inside a thread."""
    if columns.is_part:
        rows = rows.filter(**{columns.is_part: False})
    scope = actor.scope_of(Permission.VIEW)
    if scope.everywhere:
        return rows
    own = Q(**{f"{columns.agency}__in": scope.agencies})
    if columns.issuer:
        own |= Q(**{f"{columns.issuer}__in": scope.agencies})
    return rows.filter(own)


def narrowed(rows: Rows, columns: Columns, cut: Cut) -> Rows:
    """The rows that a cut leaves."""
    exact: dict[str, Any] = {}
    if cut.agency_ids is not None:
        exact[f"{columns.agency}__in"] = cut.agency_ids
    if cut.year is not None:
        exact[columns.year] = cut.year
    if cut.area is not None:
        exact[columns.area] = cut.area
    if cut.source_id is not None:
        exact[columns.source] = cut.source_id
    if cut.obligation:
        exact[columns.obligation] = cut.obligation
    return rows.filter(**exact, **_days(columns, cut))


def _days(columns: Columns, cut: Cut) -> dict[str, Any]:
    if cut.is_undated:
        return {f"{columns.day}__isnull": True}
    asked: dict[str, Any] = {}
    if cut.since is not None:
        asked[f"{columns.day}__gte"] = _begins(cut.since) if columns.has_moments else cut.since
    if cut.until is not None:
        if columns.has_moments:
            asked[f"{columns.day}__lt"] = _begins(cut.until + timedelta(days=1))
        else:
            asked[f"{columns.day}__lte"] = cut.until
    return asked


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=VIETNAM)


class _Written(Func):
    function = "to_char"
    output_field = CharField()


def keyed(rows: QuerySet[Any, Any], columns: Columns, by: Dimension | None) -> QuerySet[Any, Any]:
    """With the annotation `figure_key`, the key of the dimension as a text."""
    key: Any
    if by is None:
        key = Value(NO_KEY)
    elif by in _FORMATS:
        day: Any = columns.day
        if columns.has_moments:
            day = TruncDate(columns.day, tzinfo=VIETNAM)
        key = Coalesce(_Written(day, Value(_FORMATS[by])), Value(NO_KEY))
    else:
        key = Cast(columns.of(by), CharField())
    keyed_rows: QuerySet[Any, Any] = rows.order_by().annotate(figure_key=key)
    return keyed_rows


def grouped(
    rows: QuerySet[Any, Any], columns: Columns, asked: Asked, by: Dimension | None, **sums: Any
) -> dict[str, Mapping[str, Any]]:
    """What was added up, by key: one query."""
    of_cut = narrowed(listed(rows, columns, asked.actor), columns, asked.cut)
    found = keyed(of_cut, columns, by).values("figure_key").annotate(**sums)
    return {row["figure_key"]: row for row in found}
