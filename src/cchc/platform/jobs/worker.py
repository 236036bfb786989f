"""The worker: does the jobs of the queue, wakes the scheduled ones, and watches over the others."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from asgiref.sync import sync_to_async
from django.db import close_old_connections
from procrastinate.contrib.django import app, connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.job_context import JobContext
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.worker import Worker

from cchc.platform.calendar.zone import VIETNAM
from cchc.platform.clock import real_now
from cchc.platform.jobs.watching import (
    STALLED_SECONDS,
    jobs_held_by,
    mend_forgotten_jobs,
    mend_jobs_of_dead_workers,
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a worker looks around, in seconds."""

    heartbeat: float = 5.0
    stalled: float = STALLED_SECONDS
    watch: float = 10.0
    poll: float = 5.0
    finishing: float = 60.0
    reconnect: float = 3.0


def run_worker(
    *,
    concurrency: int = 2,
    queues: Sequence[str] | None = None,
    is_once: bool = False,
    stop: threading.Event | None = None,
    pace: Pace | None = None,
) -> None:
    """Work until SIGTERM, SIGINT or `stop`; with `is_once` until the queue is empty.

    Jobs in hand are finished first, for `pace.finishing` seconds; what is left then is put back by
    the watcher of another worker. When the database goes away the worker waits for it.
    """
    pace = pace or Pace()
    stop = stop or threading.Event()
    _keep_vietnamese_time()
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=concurrency + 3)
    with app.replace_connector(connector):
        asyncio.run(_run(stop, pace, concurrency=concurrency, queues=queues, wait=not is_once))


async def _run(stop: threading.Event, pace: Pace, **options: Any) -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    _obey_signals(stop)
    while not stop.is_set():
        worker = _make_worker(pace, **options)
        try:
            async with app.open_async():
                await _run_watched(worker, stop, pace)
        except ConnectorException as error:
            log.warning("worker.database_away", error=str(error))
        else:
            if not options["wait"]:
                return
        if not stop.is_set():
            log.warning("worker.starts_again")
            await asyncio.sleep(pace.reconnect)


def _obey_signals(stop: threading.Event) -> None:
    """Finish on SIGTERM and SIGINT; a second one ends the process at once."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()

    def obey(number: signal.Signals) -> None:
        stop.set()
        loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, obey, number)


def _make_worker(pace: Pace, **options: Any) -> Worker:
    defaults: dict[str, Any] = dict(app.worker_defaults)
    middleware = [*defaults.pop("task_middleware", []), _in_the_log]
    return Worker(
        app,
        **defaults,
        name="cchc",
        **options,
        fetch_job_polling_interval=pace.poll,
        shutdown_graceful_timeout=pace.finishing,
        install_signal_handlers=False,
        update_heartbeat_interval=pace.heartbeat,
        stalled_worker_timeout=pace.stalled,
        task_middleware=middleware,
    )


async def _run_watched(worker: Worker, stop: threading.Event, pace: Pace) -> None:
    await _in_thread(lambda: mend_jobs_of_dead_workers(stalled_seconds=pace.stalled))
    side = [
        asyncio.create_task(_watch(worker, pace)),
        asyncio.create_task(_stop_when_asked(worker, stop)),
    ]
    try:
        await worker.run()  # type: ignore[no-untyped-call]
    finally:
        for task in side:
            task.cancel()
        await asyncio.gather(*side, return_exceptions=True)


async def _watch(worker: Worker, pace: Pace) -> None:
    """Mend what is left, every few seconds; a job counts as forgotten when missed twice."""
    suspects: frozenset[int] = frozenset()
    while True:
        await asyncio.sleep(pace.watch)
        try:
            await _in_thread(lambda: mend_jobs_of_dead_workers(stalled_seconds=pace.stalled))
            missed = await _missed_by(worker)
            again = missed & suspects
            worker_id = worker.worker_id
            if again and worker_id is not None:
                await _mend_forgotten(worker_id, again)
            suspects = missed
        except Exception:
            log.exception("worker.watch_failed")


async def _missed_by(worker: Worker) -> frozenset[int]:
    """Jobs that the database counts as ours and that we do not hold."""
    worker_id = worker.worker_id
    if worker_id is None:
        return frozenset()
    held: frozenset[int] = await _in_thread(lambda: jobs_held_by(worker_id))
    return held - {context.job.id for context in worker._running_jobs.values() if context.job.id}


async def _mend_forgotten(worker_id: int, job_ids: frozenset[int]) -> None:
    await _in_thread(lambda: mend_forgotten_jobs(worker_id=worker_id, job_ids=job_ids))


async def _stop_when_asked(worker: Worker, stop: threading.Event) -> None:
    while not stop.is_set():
        await asyncio.sleep(0.2)
    worker.stop()  # type: ignore[no-untyped-call]


async def _in_thread(work: Callable[[], Any]) -> Any:
    """Ask the database through Django, outside the event loop."""

    def with_fresh_connection() -> Any:
        close_old_connections()
        try:
            return work()
        finally:
            close_old_connections()

    return await sync_to_async(with_fresh_connection, thread_sensitive=True)()


def _in_the_log(call_next: Callable[[], Any], context: JobContext, worker: Worker) -> Any:
    """Let every line that a job logs name the job; no arguments, they may be personal."""
    job = context.job
    with structlog.contextvars.bound_contextvars(job=job.task_name, job_id=job.id):
        log.info("job.started", attempt=job.attempts + 1)
        try:
            result = call_next()
        except Exception:
            log.exception("job.failed", attempt=job.attempts + 1)
            raise
        log.info("job.done")
        return result


def _keep_vietnamese_time() -> None:
    """Let schedules mean the clocks of Vietnam: the library counts in UTC unless it has a zone."""
    for periodic in app.periodic_registry.periodic_tasks.values():
        in_vietnam = type(periodic.croniter)(periodic.cron, real_now().astimezone(VIETNAM))
        periodic.__dict__["croniter"] = in_vietnam
