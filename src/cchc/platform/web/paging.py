"""Paging by key: every page costs the same, and nothing is skipped when rows are added."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import OrderBy
from django.http import QueryDict

M = TypeVar("M", bound=models.Model)
AFTER, BEFORE = "sau", "truoc"


@dataclass(frozen=True, slots=True)
class KeysetPage(Generic[M]):
    """Rows of one page; `next` and `previous` are the places to ask for, None at the ends."""

    rows: list[M]
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class _Key:
    """A field of the order; empty values come last in both directions."""

    name: str
    is_descending: bool
    field: models.Field[Any, Any]

    def order(self, *, is_reversed: bool) -> OrderBy:
        is_descending = self.is_descending is not is_reversed
        places = {"nulls_first" if is_reversed else "nulls_last": True} if self.field.null else {}
        return F(self.name).desc(**places) if is_descending else F(self.name).asc(**places)

    def beyond(self, value: Any, *, is_reversed: bool) -> Q:
        """Rows that come strictly after this value in the (reversed) order."""
        if value is None:
            return Q(**{f"{self.name}__isnull": False}) if is_reversed else Q(pk__in=[])
        comparison = "lt" if self.is_descending is not is_reversed else "gt"
        found = Q(**{f"{self.name}__{comparison}": value})
        if self.field.null and not is_reversed:
            found |= Q(**{f"{self.name}__isnull": True})
        return found

    def same(self, value: Any) -> Q:
        if value is None:
            return Q(**{f"{self.name}__isnull": True})
        return Q(**{self.name: value})


def keyset_page(
    rows: models.QuerySet[M],
    *,
    order: Sequence[str],
    after: str = "",
    before: str = "",
    size: int = 50,
) -> KeysetPage[M]:
    """The page after (or before) a place; the first one when the place cannot be read.

    `order` are fields or annotations as for `order_by` ("-due_on", "id"); the last must be unique.
    """
    keys = [_key(rows, name) for name in order]
    is_reversed = bool(before)
    place = _read_place(before or after, keys)
    is_reversed = is_reversed and place is not None
    found = rows.order_by(*(key.order(is_reversed=is_reversed) for key in keys))
    if place is not None:
        found = found.filter(_beyond(keys, place, is_reversed=is_reversed))
    taken = list(found[: size + 1])
    is_more, taken = len(taken) > size, taken[:size]
    if is_reversed:
        taken.reverse()
    has_next = bool(taken) and (is_reversed or is_more)
    has_previous = bool(taken) and (is_more if is_reversed else place is not None)
    return KeysetPage(
        taken,
        _write_place(taken[-1], keys) if has_next else None,
        _write_place(taken[0], keys) if has_previous else None,
    )


def page_of(
    rows: models.QuerySet[M], query: QueryDict, *, order: Sequence[str], size: int = 50
) -> KeysetPage[M]:
    """The page that an address asks for with `sau` or `truoc`."""
    return keyset_page(
        rows, order=order, after=query.get(AFTER, ""), before=query.get(BEFORE, ""), size=size
    )


def _key(rows: models.QuerySet[M], name: str) -> _Key:
    bare = name.removeprefix("-")
    annotation = rows.query.annotations.get(bare)
    if annotation is not None:
        field: models.Field[Any, Any] = annotation.output_field
        return _Key(bare, name.startswith("-"), _nullable(field))
    try:
        found = rows.model._meta.get_field("id" if bare == "pk" else bare)
    except FieldDoesNotExist:
        raise ValueError(f"no field {bare!r} to order by") from None
    if not isinstance(found, models.Field):
        raise ValueError(f"{bare!r} cannot order rows")
    return _Key(bare, name.startswith("-"), found)


def _nullable(field: models.Field[Any, Any]) -> models.Field[Any, Any]:
    """An annotation may be empty whatever its type says."""
    copy = field.clone()
    copy.null = True
    return copy


def _beyond(keys: Sequence[_Key], place: Sequence[Any], *, is_reversed: bool) -> Q:
    """(a beyond) or (a same and b beyond) …; the first bound is repeated so that an index helps."""
    found, same = Q(pk__in=[]), Q()
    for key, value in zip(keys, place, strict=True):
        found |= same & key.beyond(value, is_reversed=is_reversed)
        same &= key.same(value)
    first, value = keys[0], place[0]
    if value is None:
        return found
    return found & (first.beyond(value, is_reversed=is_reversed) | first.same(value))


def _write_place(row: models.Model, keys: Sequence[_Key]) -> str:
    values = [_plain(getattr(row, key.name)) for key in keys]
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _read_place(text: str, keys: Sequence[_Key]) -> list[Any] | None:
    """The values of a place; None for anything that we did not write."""
    try:
        values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        if not isinstance(values, list) or len(values) != len(keys):
            return None
        return [key.field.to_python(value) for key, value in zip(keys, values, strict=True)]
    except (ValueError, TypeError, ArithmeticError, ValidationError, RecursionError):
        return None
