"""The queue of jobs in tests: what waits in it, and working it off in the test's transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from cchc.platform.jobs.registry import registered_jobs


@dataclass(frozen=True)
class WaitingJob:
    """A job in the queue."""

    id: int
    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    at: datetime | None = None


def waiting_jobs() -> list[WaitingJob]:
    """The jobs that wait, in the order in which a worker takes them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, task_name, args::jsonb, scheduled_at FROM procrastinate_jobs"
            " WHERE status = 'todo' ORDER BY priority DESC, id"
        )
        return [WaitingJob(*row) for row in _with_plain_arguments(cursor.fetchall())]


def queued_jobs() -> list[str]:
    """The names of the jobs that wait."""
    return [job.name for job in waiting_jobs()]


def work_off_jobs(*, most: int = 100) -> list[str]:
    """Do every job that may run now, those too that they enqueue; answers their names in order.

    An exception of a job goes to the test; the job is not tried again.
    """
    done: list[str] = []
    while due := [job for job in waiting_jobs() if job.at is None or job.at <= _now()]:
        job = due[0]
        _finish(job.id)
        registered_jobs()[job.name].function(**job.arguments)
        done.append(job.name)
        assert len(done) <= most, f"jobs enqueue one another without end: {done[:10]}"
    return done


def empty_queue() -> None:
    """Take every job and every worker out, for tests that commit: the flush leaves them alone."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def _with_plain_arguments(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    import json

    return [
        (number, name, json.loads(arguments) if isinstance(arguments, str) else arguments, at)
        for number, name, arguments, at in rows
    ]


def _finish(job_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'succeeded', FALSE)", [job_id])


def _now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        found: datetime = cursor.fetchone()[0]
        return found
