"""The nightly reckoning: what the passing of a day does to every state, in a few statements."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from cchc.modules.plans.events import StatesChecked
from cchc.modules.plans.models.tally import REBUILD
from cchc.modules.plans.operations.reckoning import Day, day_of
from cchc.modules.plans.rules.lifecycle import PENDING_DECISION, State
from cchc.modules.plans.rules.timeliness import Timeliness
from cchc.platform.access import Actor
from cchc.platform.events.announcing import announce

_REPORTED = 50
"""At most so many faults are named in the trail."""

_WANTED = f"""
CASE
  WHEN state IN ('{State.SUSPENDED}', '{State.WITHDRAWN}') THEN '{Timeliness.NOT_COUNTED}'
  WHEN due_on IS NULL THEN
    CASE WHEN submitted_on IS NULL THEN '{Timeliness.WAITING}'
         WHEN state = '{State.ACCEPTED}' THEN '{Timeliness.DONE_ON_TIME}'
         WHEN state IN {tuple(sorted(map(str, PENDING_DECISION)))} THEN '{Timeliness.AWAITING}'
         ELSE '{Timeliness.WAITING}' END
  WHEN state = '{State.ACCEPTED}' THEN
    CASE WHEN submitted_on > due_on THEN '{Timeliness.DONE_LATE}'
         ELSE '{Timeliness.DONE_ON_TIME}' END
  WHEN state IN {tuple(sorted(map(str, PENDING_DECISION)))} THEN
    CASE WHEN submitted_on > due_on THEN '{Timeliness.OVERDUE}'
         ELSE '{Timeliness.AWAITING}' END
  WHEN due_on < %(today)s THEN '{Timeliness.OVERDUE}'
  WHEN is_continuous THEN '{Timeliness.CONTINUOUS}'
  WHEN due_on <= coalesce((%(own)s::jsonb ->> agency_id::text)::date, %(soon_until)s)
    THEN '{Timeliness.DUE_SOON}'
  ELSE '{Timeliness.NOT_DUE}'
END
"""
"""The rule `timeliness_of` in the language of the database; a test holds the two together."""

_RECKON = f"""
UPDATE plans_occurrence SET timeliness = {_WANTED}, reckoned_on = %(today)s
WHERE timeliness IS DISTINCT FROM {_WANTED}
"""  # noqa: S608 (only our own words)

_OFF_LEDGER = """
SELECT o.id FROM plans_occurrence o
LEFT JOIN (
  SELECT DISTINCT ON (occurrence_id) occurrence_id, to_due_on
  FROM plans_duechange ORDER BY occurrence_id, id DESC
) AS last ON last.occurrence_id = o.id
WHERE o.due_on IS DISTINCT FROM coalesce(last.to_due_on, o.first_due_on)
ORDER BY o.id LIMIT %s
"""

_WITHOUT_ROUND = """
SELECT a.id FROM plans_assignment a
WHERE a.ended_at IS NULL
  AND NOT EXISTS (SELECT FROM plans_occurrence o WHERE o.assignment_id = a.id)
ORDER BY a.id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What one reckoning did and found."""

    changed_count: int
    off_ledger: tuple[int, ...]
    """Occurrences whose deadline is not what the ledger says."""
    without_round: tuple[int, ...]
    """Live assignments without any occurrence."""


@transaction.atomic
def reckon_states(*, actor: Actor, now: datetime) -> Reckoned:
    """Reckon how every occurrence stands today, count anew, compare deadlines with their ledger.

    One transaction of set-based statements: killed, it leaves nothing behind; repeated, it changes
    nothing. Faults are not mended but said in the trail.
    """
    day = day_of(now)
    with connection.cursor() as cursor:
        cursor.execute(_RECKON, _values(day))
        changed = cursor.rowcount
        cursor.execute(REBUILD)
        cursor.execute(_OFF_LEDGER, [_REPORTED])
        off_ledger = tuple(row[0] for row in cursor.fetchall())
        cursor.execute(_WITHOUT_ROUND, [_REPORTED])
        without_round = tuple(row[0] for row in cursor.fetchall())
    if off_ledger or without_round:
        faults = StatesChecked(off_ledger=off_ledger, without_round=without_round)
        announce(faults, actor=actor, at=now)
    return Reckoned(changed, off_ledger, without_round)


def _values(day: Day) -> dict[str, date | str]:
    """The day, and the agencies where another deadline is the last near one."""
    own = {str(agency_id): until.isoformat() for agency_id, until in day.exceptions().items()}
    return {"today": day.today, "soon_until": day.soon_until, "own": json.dumps(own)}
