"""Work to urge: opens what the seeded province has done, and gives it to thousands of officers."""

from __future__ import annotations

from datetime import date

from django.db import connection

from cchc.modules.organisation.models import Person, Post, RoleAssignment
from cchc.modules.organisation.rules.kinds import PostKind, RoleCode
from cchc.platform.clock import now

TODAY = date(2019, 10, 15)
_OPEN = """
UPDATE plans_occurrence SET state = 'IN_PROGRESS', submitted_on = NULL, accepted_at = NULL,
  round_count = 0, timeliness = 'OVERDUE'
WHERE id IN (
  SELECT DISTINCT ON (assignment_id) id FROM plans_occurrence
  WHERE state IN ('ACCEPTED', 'IN_PROGRESS') AND due_on IS NOT NULL
  ORDER BY assignment_id, due_on DESC)
"""
_ONLY = """
UPDATE plans_occurrence SET due_on = day, first_due_on = day, sorts_on = day, starts_on = NULL
FROM (SELECT id AS one, date '2019-07-01' + (id %% 180)::int AS day FROM plans_occurrence
      WHERE state = 'IN_PROGRESS' ORDER BY id LIMIT %s) AS chosen
WHERE id = one
"""
_HELD = """
UPDATE plans_assignment a SET holder_id = people[1 + a.id % cardinality(people)],
  held_since = date '2019-01-10'
FROM (SELECT post.agency_id, array_agg(post.person_id) AS people FROM organisation_post post
      JOIN organisation_person person ON person.id = post.person_id
      WHERE person.username LIKE 'bench%' GROUP BY 1) AS staff
WHERE staff.agency_id = a.agency_id
"""


def open_up(*, open_count: int, people_count: int) -> dict[str, int]:
    """One open round of every assignment, due over half a year, held by officers made for it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(_OPEN)
        opened = cursor.rowcount
        cursor.execute(_ONLY, [max(open_count, opened)])
        cursor.execute("SELECT DISTINCT agency_id FROM plans_assignment ORDER BY 1")
        agencies = [row[0] for row in cursor.fetchall()]
        _employ(agencies, people_count)
        cursor.execute(_HELD)
        cursor.execute("ANALYZE plans_occurrence; ANALYZE plans_assignment")
        cursor.execute("SET LOCAL session_replication_role = origin")
    return {"open": opened, "people": people_count}


def _employ(agencies: list[int], people_count: int) -> None:
    people = Person.objects.bulk_create(
        Person(username=f"bench{n}", full_name=f"Cán bộ {n}", email=f"bench{n}@senhong.example")
        for n in range(people_count)
    )
    since = date(2018, 1, 1)
    Post.objects.bulk_create(
        Post(
            person=person,
            agency_id=agencies[n % len(agencies)],
            kind=PostKind.OFFICER,
            title="Chuyên viên",
            held_from=since,
        )
        for n, person in enumerate(people)
    )
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            person=person,
            role=RoleCode.OFFICER,
            agency_id=agencies[n % len(agencies)],
            valid_from=since,
            given_at=now(),
        )
        for n, person in enumerate(people)
    )
