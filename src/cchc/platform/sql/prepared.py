"""Queries that the ORM writes once: at each asking only the values that change are put in.

Writing a query costs the ORM several times what the database needs to answer it. A prepared query
is an ordinary function that makes a queryset from its arguments. It is called twice with made-up
arguments, to learn the text and where each argument stands in it; from then on the text is sent
with the real ones.

What the function may not do: choose another shape by the value of an argument, or reckon with one
(give both the day and the day after as arguments). Either is noticed when the query is prepared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from inspect import signature
from typing import Any, get_type_hints

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.query import get_related_populators

from cchc.platform.sql.cursor import preparing_cursor

Row = tuple[Any, ...]
Build = Callable[..., QuerySet[Any, Any]]
Places = tuple[tuple[int, int], ...]
"""Places in a text, each with the number of the argument that stands there."""

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
class Text:
    """The text of a query, what stands in its places, and how its rows are read."""

    sql: str
    values: tuple[Any, ...]
    compiler: Any
    converters: Any


class Prepared:
    """A query by its function; call it for its rows, as tuples."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.__doc__ = build.__doc__
        self.__name__ = build.__name__
        self._found: tuple[Text | None, Places] | None = None

    def __call__(self, *arguments: object) -> list[Row]:
        """The rows for these arguments."""
        text, places = self._prepared()
        return ask(text, _put(text, places, arguments)) if text is not None else []

    def objects(self, *arguments: object) -> list[Any]:
        """The rows as objects of the model, with what `select_related` brings along."""
        text, places = self._prepared()
        if text is None:
            return []
        return list(_made(text, ask(text, _put(text, places, arguments))))

    def count(self, *arguments: object) -> int:
        """How many rows there are for these arguments."""
        text, places = self._prepared()
        if text is None:
            return 0
        with preparing_cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM ({text.sql}) AS counted",  # noqa: S608 - written by the ORM
                _put(text, places, arguments),
            )
            number: int = cursor.fetchone()[0]
            return number

    def _prepared(self) -> tuple[Text | None, Places]:
        if self._found is None:
            self._found = _prepare(self.build)
        return self._found


def prepared(build: Build) -> Prepared:
    """Make a prepared query of a function from annotated arguments to a queryset of tuples."""
    return Prepared(build)


def text_of(queryset: QuerySet[Any, Any]) -> Text | None:
    """What the ORM writes for a queryset of tuples; None for one that never has a row."""
    compiler = queryset.query.get_compiler(connection=connection)
    try:
        sql, values = compiler.as_sql()
    except EmptyResultSet:
        return None
    columns = [column[0] for column in compiler.select[: compiler.col_count]]
    return Text(sql, tuple(values), compiler, compiler.get_converters(columns))


def ask(text: Text, values: Sequence[Any]) -> list[Row]:
    """The rows, as the fields want their values."""
    with preparing_cursor() as cursor:
        cursor.execute(text.sql, values)
        rows: list[Row] = cursor.fetchall()
    if not text.converters:
        return rows
    return [tuple(row) for row in text.compiler.apply_converters(rows, text.converters)]


def _made(text: Text, rows: Iterable[Row]) -> Iterator[Any]:
    """Objects of rows, as the ORM makes them."""
    select, kind = text.compiler.select, text.compiler.klass_info
    first, last = kind["select_fields"][0], kind["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    related = get_related_populators(kind, select, connection.alias)  # type: ignore[call-arg]
    annotations = text.compiler.annotation_col_map.items()
    for row in rows:
        made = kind["model"].from_db(connection.alias, names, row[first:last])
        for populator in related:
            populator.populate(row, made)
        for name, place in annotations:
            setattr(made, name, row[place])
        yield made


def _put(text: Text, places: Places, arguments: Sequence[object]) -> list[Any]:
    values = list(text.values)
    for place, number in places:
        values[place] = arguments[number]
    return values


def _prepare(build: Build) -> tuple[Text | None, Places]:
    """The text of the query, and where its arguments stand."""
    kinds = get_type_hints(build)
    kinds.pop("return", None)
    names = list(signature(build).parameters)
    if not set(names) <= set(kinds) or not set(kinds.values()) <= set(_MADE_UP):
        raise CannotPrepare(f"{build.__name__}: every argument needs one of {list(_MADE_UP)}")
    one = [_MADE_UP[kinds[name]][0](n) for n, name in enumerate(names)]
    other = [_MADE_UP[kinds[name]][1](n) for n, name in enumerate(names)]
    text, other_text = text_of(build(*one)), text_of(build(*other))
    if text is None or other_text is None:
        return None, ()
    if text.sql != other_text.sql or len(text.values) != len(other_text.values):
        raise CannotPrepare(f"{build.__name__}: its shape depends on an argument")
    places = []
    for place, (value, another) in enumerate(zip(text.values, other_text.values, strict=True)):
        if value == another:
            continue
        if value not in one or another not in other or one.index(value) != other.index(another):
            raise CannotPrepare(f"{build.__name__}: {value!r} was reckoned from an argument")
        places.append((place, one.index(value)))
    return text, tuple(places)
