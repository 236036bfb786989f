"""Telling people of the work of a day: each step once, the highest only, never nobody."""

from __future__ import annotations

from django.db import connection

from cchc.modules.urging.operations.day_tables import Day, again, ask, make_next_rungs, make_rungs
from cchc.modules.urging.rules.kinds import LINE, Audience

_RANK = " ".join(f"WHEN '{audience}' THEN {rank}" for rank, audience in enumerate(LINE))

_NOTICE = f"""
INSERT INTO urging_notice
  (occurrence_id, due_on, "offset", audience, person_id, stands_for_id, "on", scheduled_on,
   answer_by, ladder_id, step_number, channels, agency_id, task_id)
SELECT DISTINCT ON (w.occurrence_id, r."offset", a.person_id)
  w.occurrence_id, w.due_on, r."offset", r.audience, a.person_id, a.stands_for_id, %(on)s,
  r.scheduled_on, r.answer_by, r.ladder_id, r.number, r.channels, w.agency_id, w.task_id
FROM {{work}}
JOIN urging_addressee a
  ON a.agency_id = w.agency_id AND a.holder_id = w.holder_id AND a.audience = r.audience
WHERE {{when}}
  AND NOT (w.is_part AND r.audience = '{Audience.LEADER}')
  AND NOT EXISTS (
    SELECT FROM urging_notice n
    WHERE n.occurrence_id = w.occurrence_id AND n.due_on = w.due_on
      AND n."offset" = r."offset" AND n.audience = r.audience)
ORDER BY w.occurrence_id, r."offset", a.person_id, CASE r.audience {_RANK} END DESC
ON CONFLICT DO NOTHING
"""  # noqa: S608 (only our own words)
"""What is handed down inside an agency stays with its head; its leader hears of the whole work."""

_REACHED = _NOTICE.format(
    work="""
    urging_due w
JOIN urging_rung r USING (ladder_id, calendar_no, due_on)
LEFT JOIN (
  SELECT n.occurrence_id, n.due_on, max(least(n.scheduled_on, n."on")) AS last_on
  FROM urging_notice n JOIN urging_due d USING (occurrence_id, due_on)
  GROUP BY 1, 2
) AS told ON told.occurrence_id = w.occurrence_id""",
    when="(told.last_on IS NULL OR r.scheduled_on > told.last_on)",
)

_SILENT = f"""
CREATE TEMP TABLE urging_silent ON COMMIT DROP AS
SELECT DISTINCT ON (w.occurrence_id) w.*, n."offset" AS after, n.audience AS above
FROM urging_due w
JOIN urging_notice n USING (occurrence_id, due_on)
WHERE n.answer_by < %(on)s AND NOT EXISTS (
  SELECT FROM urging_notice m
  WHERE m.occurrence_id = w.occurrence_id AND m.due_on = w.due_on AND m."on" >= n."on"
    AND (CASE m.audience {_RANK} END > CASE n.audience {_RANK} END
      OR m.audience = n.audience AND m.acknowledged_at IS NOT NULL))
ORDER BY w.occurrence_id, CASE n.audience {_RANK} END DESC, n."offset" DESC
"""  # noqa: S608 (only our own words)
"""Where those who should have answered did not, and nobody above them has been told since."""
_SILENT_KINDS = "SELECT DISTINCT ladder_id, calendar_no, due_on, after, above FROM urging_silent"
_BROUGHT_FORWARD = _NOTICE.format(
    work="""
    urging_silent w
JOIN urging_next r USING (ladder_id, calendar_no, due_on, after, above)""",
    when="true",
)


def tell_steps_reached(day: Day) -> int:
    """Tell everybody whom the ladder names today; answers how many notices were written."""
    make_rungs(day)
    return _run(_REACHED, day)


def tell_next_in_line(day: Day) -> int:
    """Where nobody acknowledged in time, tell the next step up now, before its own day."""
    again("urging_silent", _SILENT, {"on": day.on})
    make_next_rungs(
        day,
        (
            (ladder_id, calendar_no, due_on, after, Audience(above))
            for ladder_id, calendar_no, due_on, after, above in ask(_SILENT_KINDS)
        ),
    )
    return _run(_BROUGHT_FORWARD, day)


def _run(statement: str, day: Day) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"on": day.on})
        return int(cursor.rowcount)
