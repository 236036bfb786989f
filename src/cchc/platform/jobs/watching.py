"""The watcher: jobs whose worker died, or that no worker holds any more, are put right.

Every worker tells the database every few seconds that it lives. A job is *left* when it counts as
being done and (a) its worker has been silent for STALLED_SECONDS or is gone, or (b) its worker
lives but does not know of it, because the database was away when the job ended. A job that is left
goes back into the queue at once. One that was left MOST_DEATHS times beyond its retries fails for
good: it probably kills its workers.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from cchc.platform.jobs.registry import registered_jobs

STALLED_SECONDS = 45.0
MOST_DEATHS = 3
log = structlog.get_logger(__name__)

_LEFT = """
SELECT job.id, job.task_name, job.attempts,
       EXISTS (
         SELECT 1 FROM procrastinate_jobs AS other
         WHERE other.status = 'todo' AND other.queueing_lock = job.queueing_lock
       )
FROM procrastinate_jobs AS job
LEFT JOIN procrastinate_workers AS worker ON worker.id = job.worker_id
WHERE job.status = 'doing' AND ({condition})
ORDER BY job.id
FOR UPDATE OF job SKIP LOCKED
"""
_OF_THE_DEAD = _LEFT.format(
    condition="worker.id IS NULL"
    " OR worker.last_heartbeat < now() - make_interval(secs => %(seconds)s)"
)
_FORGOTTEN = _LEFT.format(condition="job.id = ANY(%(ids)s) AND job.worker_id = %(worker)s")


@dataclass(frozen=True, slots=True)
class _Left:
    job_id: int
    name: str
    attempts: int
    is_superseded: bool
    """A job with the same key waits already and will do the work."""


def mend_jobs_of_dead_workers(*, stalled_seconds: float = STALLED_SECONDS) -> int:
    """Put back the jobs of workers that are silent or gone; answers how many were mended."""
    return _mend(_OF_THE_DEAD, {"seconds": stalled_seconds})


def mend_forgotten_jobs(*, worker_id: int, job_ids: Collection[int]) -> int:
    """Put back jobs that count as this living worker's but that it does not hold."""
    return _mend(_FORGOTTEN, {"worker": worker_id, "ids": list(job_ids)}) if job_ids else 0


def jobs_held_by(worker_id: int) -> frozenset[int]:
    """The jobs that count as being done by this worker."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM procrastinate_jobs WHERE status = 'doing' AND worker_id = %s",
            [worker_id],
        )
        return frozenset(job_id for (job_id,) in cursor.fetchall())


@transaction.atomic
def _mend(query: str, values: dict[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        found = [_Left(*row) for row in cursor.fetchall()]
        for left in found:
            outcome = _outcome(left)
            _write(cursor, left, outcome)
            log.warning("jobs.mended", job=left.name, job_id=left.job_id, outcome=outcome)
    return len(found)


def _outcome(left: _Left) -> str:
    known = registered_jobs().get(left.name)
    most = (known.retry if known else 0) + MOST_DEATHS
    if left.attempts >= most:
        return "failed"
    return "aborted" if left.is_superseded else "todo"


def _write(cursor: CursorWrapper, left: _Left, outcome: str) -> None:
    if outcome == "todo":
        retry = "SELECT procrastinate_retry_job_v2(%s, now(), NULL, NULL, NULL)"
        cursor.execute(retry, [left.job_id])
    else:
        finish = "SELECT procrastinate_finish_job_v1(%s, %s, FALSE)"
        cursor.execute(finish, [left.job_id, outcome])
