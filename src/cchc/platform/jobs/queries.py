"""The queue for pages and for `cchc doctor`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from cchc.platform.jobs.watching import STALLED_SECONDS


@dataclass(frozen=True, slots=True)
class QueueStatus:
    """How the queue stands."""

    waiting_count: int
    running_count: int
    failed_count: int
    oldest_waiting_at: datetime | None
    """Since when the oldest job that could run is waiting."""
    worker_count: int
    """Workers that were heard of lately."""


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that was given up."""

    id: int
    name: str
    attempts: int
    failed_at: datetime


_STATUS = """
SELECT count(*) FILTER (WHERE status = 'todo'),
       count(*) FILTER (WHERE status = 'doing'),
       count(*) FILTER (WHERE status = 'failed'),
       (SELECT min(greatest(event.at, coalesce(job.scheduled_at, event.at)))
          FROM procrastinate_jobs AS job
          JOIN procrastinate_events AS event ON event.job_id = job.id AND event.type = 'deferred'
         WHERE job.status = 'todo' AND coalesce(job.scheduled_at, now()) <= now()),
       (SELECT count(*) FROM procrastinate_workers
         WHERE last_heartbeat >= now() - make_interval(secs => %s))
FROM procrastinate_jobs
WHERE status IN ('todo', 'doing', 'failed')
"""
_FAILED = """
SELECT job.id, job.task_name, job.attempts, max(event.at)
FROM procrastinate_jobs AS job
JOIN procrastinate_events AS event ON event.job_id = job.id
WHERE job.status = 'failed'
GROUP BY job.id
ORDER BY max(event.at) DESC, job.id DESC
LIMIT %s
"""


def queue_status() -> QueueStatus:
    """How the queue stands now; two seconds old at most."""
    with connection.cursor() as cursor:
        cursor.execute(_STATUS, [STALLED_SECONDS])
        return QueueStatus(*cursor.fetchone())


def failed_jobs(*, limit: int = 50) -> list[FailedJob]:
    """The jobs that were given up, latest first."""
    with connection.cursor() as cursor:
        cursor.execute(_FAILED, [limit])
        return [FailedJob(*row) for row in cursor.fetchall()]


def try_again(job_id: int) -> bool:
    """Put a failed job back into the queue; False when it is not a failed job."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL)"
            " FROM procrastinate_jobs WHERE id = %s AND status = 'failed'",
            [job_id],
        )
        return bool(cursor.rowcount)
