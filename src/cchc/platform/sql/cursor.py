"""A cursor whose questions the database keeps prepared: it reads and plans each text once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor

MOST_PREPARED = 300
"""So many texts are kept prepared on one connection; the one asked for longest ago goes first."""


@contextmanager
def preparing_cursor() -> Iterator[Any]:
    """As `connection.cursor()`, but values travel beside the text instead of inside it.

    A text that is asked again and again on one connection becomes a prepared statement
    (`prepare_threshold` of the database settings), so few and fixed texts belong here. Values of
    unknown type need a cast in the text. Where questions are being noted (tests, debugging) it is
    the ordinary cursor, whose notes have the values in them.
    """
    if connection.queries_logged:
        with connection.cursor() as ordinary:
            yield ordinary
        return
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    connection.connection.prepared_max = MOST_PREPARED
    cursor = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]
    with connection._prepare_cursor(cursor) as prepared:  # type: ignore[attr-defined]
        yield prepared
