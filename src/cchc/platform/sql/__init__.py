"""Asking the database cheaply: queries whose text is written once a process."""

from cchc.platform.sql.counting import count_each
from cchc.platform.sql.lookups import AnyOf
from cchc.platform.sql.prepared import CannotPrepare, Prepared, prepared

__all__ = ["AnyOf", "CannotPrepare", "Prepared", "count_each", "prepared"]
