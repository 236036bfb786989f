"""Comparing with any of several values, whatever their number, in one and the same text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Field, ForeignObject, Lookup


@ForeignObject.register_lookup
@Field.register_lookup
class AnyOf(Lookup):
    """`agency_id__any_of=[1, 2]`: as `__in`, with the values as one array."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """`column = ANY(array)`."""
        left, values = self.process_lhs(compiler, connection)
        cast = self.lhs.output_field.db_type(connection)
        return f"{left} = ANY(%s::{cast}[])", [*values, _array(self.rhs)]


def _array(values: Iterable[Any]) -> list[Any]:
    return list(values)
