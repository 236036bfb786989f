"""Which agencies a role in an agency covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db import connection

_COVERED = """
WITH RECURSIVE covered (root, goes_down, agency_id) AS (
    SELECT root, goes_down, root FROM unnest(%s::bigint[], %s::boolean[]) AS roots (root, goes_down)
  UNION
    SELECT covered.root, covered.goes_down, next.id
    FROM covered JOIN LATERAL (
        SELECT id FROM organisation_agency
        WHERE covered.goes_down AND parent_id = covered.agency_id
      UNION ALL
        SELECT predecessor_id FROM organisation_succession
        WHERE inherits_open_work AND successor_id = covered.agency_id AND "on" <= %s
    ) AS next ON true
)
SELECT root, goes_down, agency_id FROM covered
"""

Root = tuple[int, bool]
"""An agency, and whether what is below it is meant too."""


def covered_agencies(roots: Collection[Root], on: date) -> dict[Root, frozenset[int]]:
    """The agencies that each root covers on this day, itself included, in one query.

    Below it means every agency under it now, dissolved ones too, so that their past stays readable.
    An agency also covers the predecessors whose open work it inherited.
    """
    if not roots:
        return {}
    pairs = sorted(set(roots))
    with connection.cursor() as cursor:
        cursor.execute(_COVERED, [[r for r, _ in pairs], [down for _, down in pairs], on])
        rows = cursor.fetchall()
    covered: dict[Root, set[int]] = defaultdict(set)
    for root, goes_down, agency_id in rows:
        covered[root, goes_down].add(agency_id)
    return {root: frozenset(agencies) for root, agencies in covered.items()}


def covered_by(agency_id: int, on: date) -> frozenset[int]:
    """The agency and everything below it."""
    return covered_agencies([(agency_id, True)], on)[agency_id, True]
