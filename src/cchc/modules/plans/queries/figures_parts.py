"""Figures of taking work up: how much was acknowledged, and after how many hours of work.

Both look at the parts given in a period, so that late answers do not flatter a later one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, DateTimeField, F, Func, Q
from django.db.models.functions import Greatest

from cchc.modules.figures.public import Asked, BySums, Dimension, Sums, share
from cchc.modules.organisation.public import working_calendar
from cchc.modules.plans.models import Assignment
from cchc.modules.plans.models.assignment import AssignmentQuerySet
from cchc.modules.plans.queries.figures_cutting import Columns, grouped, keyed, listed, narrowed
from cchc.modules.plans.rules.opening_hours import OpenTime, open_time

GIVEN_ON = Columns(
    agency="agency_id",
    day="assigned_on",
    year="plan__year",
    area="task__area_code",
    source="plan_id",
    obligation="obligation",
    issuer="issuer_id",
    is_part="is_part",
)
ACKNOWLEDGED = Q(acknowledged_at__isnull=False)
_YEARS_BACK = 10

_MEDIAN = """
WITH parts AS ({parts}),
  office AS (SELECT %s::timestamptz[] AS opens, %s::int[] AS long, %s::bigint[] AS before),
  placed AS (
    SELECT *, width_bucket(begun_at, opens) AS i, width_bucket(acknowledged_at, opens) AS j
    FROM parts, office),
  spent AS (
    SELECT figure_key,
      coalesce(before[j] + least(extract(epoch FROM acknowledged_at - opens[j]), long[j]), 0)
      - coalesce(before[i] + least(extract(epoch FROM begun_at - opens[i]), long[i]), 0) AS seconds
    FROM placed)
SELECT figure_key, count(*),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY floor(greatest(seconds, 0) / 60))
FROM spent GROUP BY figure_key
"""


class _MidnightInVietnam(Func):
    template = "(%(expressions)s::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')"
    output_field = DateTimeField()


def measure_acknowledged(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """Acknowledged parts of those that bind an agency: one query."""
    rows = grouped(
        Assignment.objects.live(),
        GIVEN_ON,
        asked,
        by,
        given=Count("pk"),
        acknowledged=Count("pk", filter=ACKNOWLEDGED),
    )
    sums = {key: share(row["acknowledged"], row["given"]) for key, row in rows.items()}
    return dict.fromkeys(codes, sums)


def measure_hours(
    codes: Collection[str], asked: Asked, by: Dimension | None
) -> Mapping[str, BySums]:
    """The middle of the working hours between giving and acknowledging: one query."""
    parts = narrowed(listed(acknowledged_parts(), GIVEN_ON, asked.actor), GIVEN_ON, asked.cut)
    of_each = keyed(parts, GIVEN_ON, by).values("figure_key", "begun_at", "acknowledged_at")
    query, values = of_each.query.sql_with_params()
    office = office_hours(asked)
    arrays: list[Any] = [list(office.opens), list(office.long), list(office.before)]
    with connection.cursor() as cursor:
        cursor.execute(_MEDIAN.format(parts=query), (*values, *arrays))
        found = cursor.fetchall()
    sums = {
        key: Sums(denominator=number, middle=Decimal(str(minutes)) / 60)
        for key, number, minutes in found
    }
    return dict.fromkeys(codes, sums)


def acknowledged_parts() -> AssignmentQuerySet:
    """Acknowledged parts with the moment from which their agency could know of them, `begun_at`.

    That is the morning of the day of giving, or the moment when the document was entered.
    """
    begun_at = Greatest(F("plan__confirmed_at"), _MidnightInVietnam(F("assigned_on")))
    return Assignment.objects.filter(ACKNOWLEDGED).annotate(begun_at=begun_at)


def office_hours(asked: Asked) -> OpenTime:
    """The province's office hours over the years that may be asked of: one yardstick for all."""
    since = asked.cut.since.year if asked.cut.since else asked.today.year - _YEARS_BACK
    first = (asked.cut.year or since) - 1
    return open_time(working_calendar(None), range(first, asked.today.year + 1))
