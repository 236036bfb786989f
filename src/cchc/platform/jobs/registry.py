"""Naming jobs and putting them into the queue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from procrastinate.contrib.django import app

F = TypeVar("F", bound=Callable[..., Any])


def job(
    name: StrEnum, *, queue: str = "default", retry: int = 5, cron: str | None = None
) -> Callable[[F], F]:
    """Let the worker call this function for jobs of this name; with `cron` also on a schedule.

    The function takes keyword arguments of plain data and must be safe to repeat. A scheduled job
    takes none. `cron` is in the time zone of the worker (Vietnam).
    """

    def register(function: F) -> F:
        if cron is None:
            app.task(name=str(name), queue=queue, retry=retry)(function)
        else:

            def scheduled(timestamp: int) -> None:
                function()

            app.periodic(cron=cron)(
                app.task(name=str(name), queue=queue, retry=retry, queueing_lock=str(name))(
                    scheduled
                )
            )
        return function

    return register


def enqueue(
    name: StrEnum,
    *,
    once: str | None = None,
    after: str | None = None,
    at: datetime | None = None,
    **arguments: Any,
) -> None:
    """Put a job into the queue in the caller's transaction.

    `once`: at most one waiting job with this key (a second one is dropped). `after`: jobs with the
    same key never run at the same time. `at`: not before this moment.
    """
    from django.db import transaction
    from procrastinate.exceptions import AlreadyEnqueued

    task = app.configure_task(str(name), queueing_lock=once, lock=after, schedule_at=at)
    try:
        with transaction.atomic():
            task.defer(**arguments)
    except AlreadyEnqueued:
        return
