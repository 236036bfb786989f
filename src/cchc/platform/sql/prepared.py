"""Queries that the ORM writes once: at each asking only the values that change are put in.

Writing a query costs the ORM several times what the database needs to answer it. A prepared query
is an ordinary function that makes a queryset from its arguments. It is called twice with made-up
arguments, to learn the text and where each argument stands in it; from then on the text is sent
with the real ones.

What the function may not do: choose another shape by the value of an argument, or reckon with one
(give both the day and the day after as arguments). Either is noticed when the query is prepared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from inspect import signature
from typing import Any, get_type_hints

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

Row = tuple[Any, ...]
Build = Callable[..., QuerySet[Any, Any]]

_MADE_UP: dict[object, tuple[Callable[[int], Any], Callable[[int], Any]]] = {
    int: (lambda n: 30_100 + n, lambda n: 30_200 + n),
    str: (lambda n: f"\u0001a{n}", lambda n: f"\u0001b{n}"),
    date: (lambda n: date(1801, 1, 1 + n), lambda n: date(1802, 1, 1 + n)),
    datetime: (
        lambda n: datetime(1801, 1, 1 + n, tzinfo=UTC),
        lambda n: datetime(1802, 1, 1 + n, tzinfo=UTC),
    ),
    list[int]: (lambda n: [30_100 + n], lambda n: [30_200 + n]),
    list[str]: (lambda n: [f"\u0001a{n}"], lambda n: [f"\u0001b{n}"]),
}
"""Two values of each type that no query has of itself; the number is that of the argument."""


class CannotPrepare(TypeError):
    """The queryset does not follow from its arguments by putting them in."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a query, what stands in its places, and how its rows are read."""

    sql: str
    values: tuple[object, ...]
    arguments: tuple[tuple[int, int], ...]
    """Pairs of a place and the number of the argument that stands there."""
    compiler: Any

    def values_with(self, arguments: Sequence[object]) -> list[object]:
        values = list(self.values)
        for place, number in self.arguments:
            values[place] = arguments[number]
        return values


class Prepared:
    """A query by its function; call it for its rows, as tuples."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.__doc__ = build.__doc__
        self.__name__ = build.__name__
        self._text: _Text | None = None
        self._is_ready = False

    def __call__(self, *arguments: object) -> list[Row]:
        """The rows for these arguments."""
        text = self._ready()
        if text is None:
            return []
        with connection.cursor() as cursor:
            cursor.execute(text.sql, text.values_with(arguments))
            return _read(text, cursor.fetchall())

    def count(self, *arguments: object) -> int:
        """How many rows there are for these arguments."""
        text = self._ready()
        if text is None:
            return 0
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM ({text.sql}) AS counted",  # noqa: S608 - written by the ORM
                text.values_with(arguments),
            )
            number: int = cursor.fetchone()[0]
            return number

    def _ready(self) -> _Text | None:
        if not self._is_ready:
            self._text, self._is_ready = _prepare(self.build), True
        return self._text


def prepared(build: Build) -> Prepared:
    """Make a prepared query of a function from annotated arguments to a queryset of tuples."""
    return Prepared(build)


def _read(text: _Text, rows: list[Row]) -> list[Row]:
    """The rows as the fields want their values."""
    compiler = text.compiler
    converters = compiler.get_converters([s[0] for s in compiler.select[: compiler.col_count]])
    if not converters:
        return rows
    return [tuple(row) for row in compiler.apply_converters(rows, converters)]


def _prepare(build: Build) -> _Text | None:
    """The text of the query; None for one that never has a row."""
    kinds = get_type_hints(build)
    kinds.pop("return", None)
    names = list(signature(build).parameters)
    if not set(names) <= set(kinds) or not set(kinds.values()) <= set(_MADE_UP):
        raise CannotPrepare(f"{build.__name__}: every argument needs one of {list(_MADE_UP)}")
    one = [_MADE_UP[kinds[name]][0](n) for n, name in enumerate(names)]
    other = [_MADE_UP[kinds[name]][1](n) for n, name in enumerate(names)]
    try:
        compiler = build(*one).query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        other_sql, other_values = build(*other).query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    if sql != other_sql or len(values) != len(other_values):
        raise CannotPrepare(f"{build.__name__}: its shape depends on an argument")
    places = []
    for place, (value, other_value) in enumerate(zip(values, other_values, strict=True)):
        if value == other_value:
            continue
        if value not in one or other.index(other_value) != one.index(value):
            raise CannotPrepare(f"{build.__name__}: {value!r} was reckoned from an argument")
        places.append((place, one.index(value)))
    return _Text(sql, tuple(values), tuple(places), compiler)
