"""Asking the database cheaply: queries whose text is written once a process."""

from cchc.platform.sql.cursor import preparing_cursor
from cchc.platform.sql.kept import count_each, prepared_for, rows_kept
from cchc.platform.sql.lookups import AnyOf
from cchc.platform.sql.prepared import CannotPrepare, Prepared, prepared

__all__ = [
    "AnyOf",
    "CannotPrepare",
    "Prepared",
    "count_each",
    "prepared",
    "prepared_for",
    "preparing_cursor",
    "rows_kept",
]
