"""Forgetting jobs that are long done."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection, transaction

from cchc.platform.jobs.models import Progress

DONE_KEPT = timedelta(days=7)
FAILED_KEPT = timedelta(days=90)
PROGRESS_KEPT = timedelta(days=30)

_FORGET = """
DELETE FROM procrastinate_jobs AS job
WHERE job.status = ANY(%s::procrastinate_job_status[])
  AND NOT EXISTS (
    SELECT 1 FROM procrastinate_events AS event WHERE event.job_id = job.id AND event.at >= %s
  )
"""


@transaction.atomic
def forget_old(*, now: datetime) -> int:
    """Remove jobs done a week ago, jobs failed a quarter ago, progress of a month ago."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [["succeeded", "cancelled"], now - DONE_KEPT])
        done_count: int = cursor.rowcount
        cursor.execute(_FORGET, [["failed", "aborted"], now - FAILED_KEPT])
        failed_count: int = cursor.rowcount
    progress_count, _ = Progress.objects.filter(updated_at__lt=now - PROGRESS_KEPT).delete()
    return done_count + failed_count + progress_count
