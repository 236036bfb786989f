"""How many occurrences stand how: kept by the database beside them, for boards and lists."""

from __future__ import annotations

from enum import IntEnum
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q

from cchc.modules.plans.permissions import Permission
from cchc.platform.access import Actor
from cchc.platform.access.visibility import ScopedQuerySet


class Grain(IntEnum):
    """What a line counts by; each change of occurrences adds lines of every grain."""

    AREA = 1
    """Year, agency, area, obligation: boards and lists."""
    PLAN = 2
    """Plan and agency: the list of plans."""
    QUARTER = 3
    """Year, quarter of the deadline, agency: home pages."""


_EVERY = (
    "year, coalesce(extract(quarter FROM due_on), 0)::smallint AS quarter, plan_id, agency_id,"
    " issuer_id, area_code, obligation, timeliness"
)


def _added(source: str) -> str:
    """A statement that adds up a source of plus and minus ones in every grain."""
    return f"""
INSERT INTO plans_tally
  (grain, year, quarter, plan_id, agency_id, issuer_id, area_code, obligation, timeliness, number)
SELECT CASE WHEN grouping(area_code) = 0 THEN {Grain.AREA:d}
            WHEN grouping(plan_id) = 0 THEN {Grain.PLAN:d} ELSE {Grain.QUARTER:d} END,
  year, quarter, plan_id, agency_id, issuer_id, area_code, obligation, timeliness, sum(one)
FROM ({source}) AS changes
GROUP BY GROUPING SETS (
  (year, agency_id, issuer_id, area_code, obligation, timeliness),
  (plan_id, agency_id, issuer_id, timeliness),
  (year, quarter, agency_id, issuer_id, timeliness))
HAVING sum(one) <> 0"""  # noqa: S608 (only our own words)


def _ones(sign: str, table: str) -> str:
    """One for every row; what is handed down inside a thread is part of a row, and not counted."""
    return f"SELECT {_EVERY}, {sign}1 AS one FROM {table} WHERE NOT is_part"  # noqa: S608 (only our own words)


_COME, _GONE = _ones("", "new_rows"), _ones("-", "old_rows")
REBUILD = f"WITH gone AS (DELETE FROM plans_tally) {_added(_ones('', 'plans_occurrence'))}"  # noqa: S608
"""Everything counted anew in one statement, so that what others commit meanwhile stays counted."""
_NEW = pgtrigger.Referencing(new="new_rows")  # type: ignore[no-untyped-call]
_OLD = pgtrigger.Referencing(old="old_rows")  # type: ignore[no-untyped-call]
_BOTH = pgtrigger.Referencing(old="old_rows", new="new_rows")  # type: ignore[no-untyped-call]
TRIGGERS = [
    pgtrigger.Trigger(
        name="tally_insert",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=_NEW,
        func=f"{_added(_COME)}; RETURN NULL;",
    ),
    pgtrigger.Trigger(
        name="tally_update",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        referencing=_BOTH,
        func=f"{_added(f'{_COME} UNION ALL {_GONE}')}; RETURN NULL;",
    ),
    pgtrigger.Trigger(
        name="tally_delete",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        referencing=_OLD,
        func=f"{_added(_GONE)}; RETURN NULL;",
    ),
]


class TallyQuerySet(ScopedQuerySet["Tally"]):
    """Questions about the counts, narrowed as the occurrences themselves are."""

    view_permission = Permission.VIEW

    def visible_to(self, actor: Actor) -> Self:
        """The counts of the work that the actor may know of."""
        scope = actor.scope_of(self.view_permission)
        if scope.everywhere:
            return self
        return self.filter(Q(agency_id__in=scope.agencies) | Q(issuer_id__in=scope.agencies))

    def by_area(self) -> Self:
        """The lines that know year, agency, area and obligation."""
        return self.filter(grain=Grain.AREA)

    def by_plan(self) -> Self:
        """The lines that know the plan and the agency."""
        return self.filter(grain=Grain.PLAN)

    def by_quarter(self) -> Self:
        """The lines that know year, quarter and agency."""
        return self.filter(grain=Grain.QUARTER)


class Tally(models.Model):
    """So many occurrences of an agency stand like this; add up the lines of one grain.

    Only ever added to: a change of occurrences adds lines with the difference, so that nobody
    waits for anybody. The nightly reckoning counts everything anew. Derived, hence no foreign keys;
    what a grain does not know is null.
    """

    grain = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField(null=True)
    quarter = models.PositiveSmallIntegerField(null=True)
    """Of the deadline; 0 for work without one."""
    plan_id = models.BigIntegerField(null=True)
    agency_id = models.BigIntegerField()
    issuer_id = models.BigIntegerField()
    area_code = models.CharField(max_length=20, null=True)
    obligation = models.CharField(max_length=14, null=True)
    timeliness = models.CharField(max_length=12)
    number = models.IntegerField()

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="tally_grain_known", condition=Q(grain__in=[grain.value for grain in Grain])
            ),
        ]
        indexes = [
            models.Index(name="tally_of_year", fields=["grain", "year", "agency_id"]),
            models.Index(name="tally_of_agency", fields=["grain", "agency_id"]),
            models.Index(name="tally_of_issuer", fields=["grain", "issuer_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.year or self.plan_id} {self.agency_id} {self.timeliness}: {self.number:+}"
