"""Naming jobs and putting them into the queue."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

from cchc.platform.jobs.retrying import BackingOff

F = TypeVar("F", bound=Callable[..., Any])


class UnknownJob(LookupError):
    """No function is registered for a job of this name."""


@dataclass(frozen=True, slots=True)
class RegisteredJob:
    """What the worker does for jobs of one name."""

    name: str
    function: Callable[..., Any]
    queue: str
    retry: int
    cron: str | None


_registered: dict[str, RegisteredJob] = {}
_queue = JobManager(DjangoConnector())
"""Writes through Django's own connection, also inside a worker: a job is enqueued exactly when the
transaction commits that asked for it."""


def job(
    name: StrEnum, *, queue: str = "default", retry: int = 5, cron: str | None = None
) -> Callable[[F], F]:
    """Let the worker call this function for jobs of this name; with `cron` also on a schedule.

    The function takes keyword arguments of plain data (JSON) and must be safe to repeat: a worker
    may die after the work and before the note that it was done. A scheduled job takes none; `cron`
    is in Vietnamese time. `retry`: how often it is tried again, after ever longer waits.
    """

    def register(function: F) -> F:
        _check_signature(name, function, is_scheduled=cron is not None)
        _registered[str(name)] = RegisteredJob(str(name), function, queue, retry, cron)
        strategy = BackingOff(retry)
        if cron is None:
            app.task(name=str(name), queue=queue, retry=strategy)(function)
            return function

        def scheduled(timestamp: int = 0) -> None:
            function()

        task = app.task(name=str(name), queue=queue, retry=strategy, queueing_lock=str(name))
        app.periodic(cron=cron)(task(scheduled))
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
    same key never run at the same time. `at`: not before this moment. Raises UnknownJob, or
    TypeError when the arguments do not fit the function.
    """
    known = _registered.get(str(name))
    if known is None:
        raise UnknownJob(str(name))
    inspect.signature(known.function).bind(**arguments)
    deferrer = configure_task(
        name=known.name,
        job_manager=_queue,
        queue=known.queue,
        queueing_lock=once or (known.name if known.cron else None),
        lock=after,
        schedule_at=at,
        task_kwargs=arguments,
    )
    try:
        with transaction.atomic():
            deferrer.defer()
    except AlreadyEnqueued:
        return


def registered_jobs() -> Mapping[str, RegisteredJob]:
    """Every job that the worker knows, by name."""
    return MappingProxyType(_registered)


def _check_signature(name: StrEnum, function: Callable[..., Any], *, is_scheduled: bool) -> None:
    if inspect.iscoroutinefunction(function):
        raise TypeError(f"job {name}: jobs are plain functions, not coroutines")
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
            raise TypeError(f"job {name}: the argument {parameter.name!r} must be keyword-only")
        if is_scheduled and parameter.default is inspect.Parameter.empty:
            raise TypeError(f"job {name}: a scheduled job takes no arguments")
