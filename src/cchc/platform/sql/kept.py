"""Questions whose text is kept for whoever asks them again: the answer is always the present one.

Writing a query costs the ORM several times what the database needs to answer it. Where a query
changes its shape with rights and filters it cannot be prepared (see `prepared`), but who asked it
once mostly asks it again, so its text is kept under a key that says everything it follows from.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from cchc.platform.sql.cursor import preparing_cursor
from cchc.platform.sql.prepared import Build, Prepared, Row

MOST_KEPT = 4096
Rows = QuerySet[Any, Any]
Counting = tuple[str, tuple[Any, ...], int]
"""The text, what stands in its places, and how many numbers it answers."""

_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def prepared_for(key: Hashable, build: Build) -> Prepared:
    """A prepared query whose shape follows from the key, and whose values are its arguments."""
    made: Prepared = _once(("prepared", key), lambda: Prepared(build))
    return made


def rows_kept(key: Hashable, build: Callable[[], Rows]) -> list[Row]:
    """The rows of a `values_list` queryset, which must follow from the key."""
    return prepared_for(key, build)()


def count_each(key: Hashable, build: Callable[[], Sequence[Rows]]) -> list[int]:
    """How many rows each queryset has, in one question; the querysets must follow from the key."""
    sql, values, count = _once(("counts", key), lambda: _counting(build()))
    numbers = [0] * count
    if sql:
        with preparing_cursor() as cursor:
            cursor.execute(sql, values)
            for place, number in cursor.fetchall():
                numbers[place] = number
    return numbers


def _once(key: Hashable, write: Callable[[], Any]) -> Any:
    """What was written under this key, or what is written now; asked for long ago goes first."""
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    written = write()
    with _lock:
        _kept[key] = written
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return written


def _counting(querysets: Sequence[Rows]) -> Counting:
    parts: list[str] = []
    values: list[Any] = []
    for place, queryset in enumerate(querysets):
        try:
            sql, its_values = queryset.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append(f"SELECT {place}, count(*) FROM ({sql}) AS counted")  # noqa: S608 - by the ORM
        values.extend(its_values)
    return " UNION ALL ".join(parts), tuple(values), len(querysets)
