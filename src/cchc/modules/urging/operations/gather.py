"""The digests of a day: each person's own work and what was told to them, one a person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from cchc.modules.urging.rules.kinds import Audience, Channel

_WAITING = f"""
  SELECT person_id,
    array_agg(DISTINCT occurrence_id) FILTER (WHERE audience <> '{Audience.HOLDER}') AS told
  FROM urging_notice
  WHERE digest_id IS NULL AND "on" <= %(on)s
  GROUP BY person_id"""  # noqa: S608 (only our own words)

_CHANNELS = """
  SELECT person_id, array_agg(DISTINCT channel ORDER BY channel) AS channels
  FROM urging_notice, unnest(channels) AS channel
  WHERE digest_id IS NULL AND "on" <= %(on)s
  GROUP BY person_id"""

_OWN = f"""
  SELECT person_id,
    array_agg(occurrence_id ORDER BY due_on, occurrence_id)
      FILTER (WHERE section = 'OVERDUE') AS overdue,
    array_agg(occurrence_id ORDER BY occurrence_id)
      FILTER (WHERE section = 'DUE_TODAY') AS due_today,
    array_agg(occurrence_id ORDER BY due_on, occurrence_id)
      FILTER (WHERE section = 'RETURNED') AS returned,
    array_agg(occurrence_id ORDER BY due_on, occurrence_id)
      FILTER (WHERE section = 'DUE_SOON') AS due_soon,
    array_agg(occurrence_id ORDER BY due_on, occurrence_id)
      FILTER (WHERE section = 'NEWLY_GIVEN') AS newly_given,
    count(*) FILTER (WHERE section = 'MUTED') AS muted_count
  FROM (
    SELECT a.person_id, w.occurrence_id, w.due_on,
      CASE
        WHEN w.is_muted THEN 'MUTED'
        WHEN w.due_on < %(on)s THEN 'OVERDUE'
        WHEN w.due_on = %(on)s THEN 'DUE_TODAY'
        WHEN w.state = 'RETURNED' THEN 'RETURNED'
        WHEN w.due_on <= p.soon_until THEN 'DUE_SOON'
        WHEN greatest(w.assigned_on, w.held_since) > %(since)s
         AND greatest(w.assigned_on, w.held_since) <= %(on)s THEN 'NEWLY_GIVEN'
      END AS section
    FROM urging_work w
    JOIN urging_place p USING (agency_id)
    JOIN urging_addressee a ON a.agency_id = w.agency_id
      AND a.holder_id = coalesce(w.holder_id, 0) AND a.audience = '{Audience.HOLDER}'
  ) AS sorted
  WHERE section IS NOT NULL
  GROUP BY person_id"""  # noqa: S608 (only our own words)

_DIGESTS = f"""
WITH own AS ({_OWN}), waiting AS ({_WAITING}), ways AS ({_CHANNELS})
INSERT INTO urging_digest
  (person_id, "on", at, channels, escalated, overdue, due_today, returned, due_soon, newly_given,
   muted_count)
SELECT coalesce(own.person_id, waiting.person_id), %(on)s, %(at)s,
  coalesce(ways.channels, ARRAY['{Channel.IN_APP}']),
  coalesce(waiting.told, '{{}}'), coalesce(own.overdue, '{{}}'), coalesce(own.due_today, '{{}}'),
  coalesce(own.returned, '{{}}'), coalesce(own.due_soon, '{{}}'),
  coalesce(own.newly_given, '{{}}'), coalesce(own.muted_count, 0)
FROM own FULL JOIN waiting USING (person_id) LEFT JOIN ways USING (person_id)
WHERE coalesce(own.person_id, waiting.person_id) <> ALL(%(resting)s)
  AND (waiting.person_id IS NOT NULL
    OR num_nonnulls(own.overdue, own.due_today, own.returned, own.due_soon, own.newly_given) > 0)
ON CONFLICT DO NOTHING
RETURNING id, person_id, channels, cardinality(escalated), cardinality(overdue),
  cardinality(due_today), cardinality(returned), cardinality(due_soon), cardinality(newly_given),
  escalated[:5] || overdue[:5] || due_today[:5] || returned[:5] || due_soon[:5] || newly_given[:5]
"""  # noqa: S608 (only our own words)

_CARRIED = """
UPDATE urging_notice n SET digest_id = d.id
FROM urging_digest d
WHERE d."on" = %(on)s AND d.person_id = n.person_id AND n.digest_id IS NULL AND n."on" <= %(on)s
"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A digest that was just written: whose, by which ways, how much of what."""

    id: int
    person_id: int
    channels: tuple[str, ...]
    counts: tuple[int, ...]
    """Escalated, overdue, due today, returned, due soon, newly given: the order of sections."""
    first: tuple[int, ...]
    """The first occurrences of each section, for the letter."""


def gather(*, on: date, since: date, at: datetime, resting: Collection[int]) -> list[Gathered]:
    """Write the digests of the day that `lay_out` laid out; those who rest get theirs later.

    `since` is the last day that was urged: what was given after it is new.
    """
    values: dict[str, Any] = {"on": on, "since": since, "at": at, "resting": sorted(resting)}
    with connection.cursor() as cursor:
        cursor.execute(_DIGESTS, values)
        rows = cursor.fetchall()
        cursor.execute(_CARRIED, values)
    return [
        Gathered(pk, person_id, tuple(channels), tuple(counts), tuple(first))
        for pk, person_id, channels, *counts, first in rows
    ]
