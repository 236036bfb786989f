"""A real worker with a few jobs more, whose doings a test can count."""

from __future__ import annotations

import os
import sys
import time
from enum import StrEnum
from pathlib import Path


class Probe(StrEnum):
    """The jobs of this worker."""

    LEAVE_A_MARK = "tests.leave_a_mark"
    HOLD = "tests.hold"


TABLE = (
    "create table if not exists probe (id bigserial primary key, job text, number int, pid int,"
    " started timestamptz default clock_timestamp(), ended timestamptz)"
)


def register() -> None:
    """Bring the jobs to the worker; Django is loaded by now."""
    from django.db import connection, transaction

    from cchc.platform.jobs import job

    def mark(name: str, number: int, seconds: float) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "insert into probe (job, number, pid) values (%s, %s, %s) returning id",
                [name, number, os.getpid()],
            )
            row_id = cursor.fetchone()[0]
            time.sleep(seconds)
            cursor.execute("update probe set ended = clock_timestamp() where id = %s", [row_id])

    @job(Probe.LEAVE_A_MARK)
    def leave_a_mark(*, number: int, seconds: float = 0.0) -> None:
        mark("mark", number, seconds)

    @job(Probe.HOLD)
    def hold(*, number: int, seconds: float, flag: str) -> None:
        Path(flag).touch()
        mark("hold", number, seconds)


def enqueue_probes(plan: list[tuple[str, dict[str, object]]]) -> None:
    """Put jobs into the queue in one transaction; each with what `enqueue` takes."""
    from django.db import transaction

    from cchc.platform.jobs import enqueue

    with transaction.atomic():
        for name, arguments in plan:
            enqueue(Probe(name), **arguments)  # type: ignore[arg-type]


def main() -> None:
    """Work like `cchc worker`, only looking around more often."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
    from cchc.site.starting import start_django

    start_django()
    register()
    if len(sys.argv) > 1:
        import json

        enqueue_probes([(name, arguments) for name, arguments in json.loads(sys.argv[1])])
        return
    from cchc.platform.jobs.worker import Pace, run_worker

    run_worker(
        concurrency=2, pace=Pace(heartbeat=0.5, stalled=2.0, watch=0.5, poll=0.5, reconnect=0.5)
    )


if __name__ == "__main__":
    main()
