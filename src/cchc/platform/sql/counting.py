"""Counting several things in one question, whose text is kept for whoever asks it again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MOST_KEPT = 1024
Question = tuple[str, tuple[Any, ...], int]
"""The text, what stands in its places, and how many numbers it answers."""

_kept: OrderedDict[Hashable, Question] = OrderedDict()
_lock = Lock()


def count_each(key: Hashable, rows: Callable[[], Sequence[QuerySet[Any, Any]]]) -> list[int]:
    """How many rows each queryset has, in one question.

    The querysets must follow from the key: what is kept under it is their text, never a number.
    """
    with _lock:
        question = _kept.get(key)
    if question is None:
        question = _written(rows())
        with _lock:
            _kept[key] = question
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return _answered(question)


def _written(rows: Sequence[QuerySet[Any, Any]]) -> Question:
    parts: list[str] = []
    values: list[Any] = []
    for place, queryset in enumerate(rows):
        try:
            sql, its_values = queryset.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append(f"SELECT {place}, count(*) FROM ({sql}) AS counted")  # noqa: S608 - by the ORM
        values.extend(its_values)
    return " UNION ALL ".join(parts), tuple(values), len(rows)


def _answered(question: Question) -> list[int]:
    sql, values, count = question
    numbers = [0] * count
    if sql:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            for place, number in cursor.fetchall():
                numbers[place] = number
    return numbers
