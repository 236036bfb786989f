"""Telling how far long work has come, while its own transaction is still open.

    announce_work("plans.draft:12", title=_("Đọc kế hoạch"), person_id=…, link=…)   # on enqueuing
    with track("plans.draft:12", title=…) as work:                                 # in the job
        work.step(_("Đang đọc trang"), done_count=3, total_count=10)

What is told goes over a connection of its own and is seen at once; the work itself is undone when
its transaction is, and the page then shows why.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from cchc.platform.clock import real_now
from cchc.platform.jobs.models import Progress, State

SHORTEST_PAUSE_SECONDS = 0.3
SILENT_AFTER = timedelta(minutes=3)

_TELL = """
INSERT INTO jobs_progress
  (key, title, state, message, done_count, total_count, started_at, updated_at, finished_at, link)
VALUES (%(key)s, %(title)s, %(state)s, %(message)s, %(done)s, %(total)s,
        %(started_at)s, %(now)s, %(finished_at)s, '')
ON CONFLICT (key) DO UPDATE SET
  title = EXCLUDED.title, state = EXCLUDED.state, message = EXCLUDED.message,
  done_count = EXCLUDED.done_count, total_count = EXCLUDED.total_count,
  started_at = EXCLUDED.started_at, updated_at = EXCLUDED.updated_at,
  finished_at = EXCLUDED.finished_at
"""


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """Long work as a page shows it."""

    key: str
    title: str
    link: str
    state: State
    message: str
    done_count: int
    total_count: int
    percent: int | None
    """None while nobody knows how much there is to do."""
    seconds_left: int | None
    updated_at: datetime
    is_silent: bool
    """True when running work has not been heard of for minutes: its worker may have died."""


class Work:
    """The voice of one piece of long work; tells at most three times a second."""

    def __init__(self, key: str, title: str, side: BaseDatabaseWrapper) -> None:
        self.key = key
        self.title = title
        self.started_at = real_now()
        self._side = side
        self._told_at = 0.0
        self._message = ""

    def step(self, message: str, *, done_count: int = 0, total_count: int = 0) -> None:
        """Tell which step is in hand and how much of it is done."""
        moment = time.monotonic()
        is_same = message == self._message and done_count < total_count
        if is_same and moment - self._told_at < SHORTEST_PAUSE_SECONDS:
            return
        self._told_at, self._message = moment, message
        self._tell(State.RUNNING, message, done_count, total_count)

    def finish(self, message: str) -> None:
        """Tell that all is done."""
        self._tell(State.DONE, message)

    def fail(self, message: str) -> None:
        """Tell why it could not be done."""
        self._tell(State.FAILED, message)

    def _tell(self, state: State, message: str, done: int = 0, total: int = 0) -> None:
        now = real_now()
        is_over = state in (State.DONE, State.FAILED)
        values: dict[str, str | int | datetime | None] = {
            "key": self.key,
            "title": self.title,
            "state": state.value,
            "message": message[:300],
            "done": done,
            "total": total,
            "started_at": self.started_at,
            "now": now,
            "finished_at": now if is_over else None,
        }
        with self._side.cursor() as cursor:
            cursor.execute(_TELL, values)


@contextmanager
def track(key: str, *, title: str, done_message: str = "") -> Iterator[Work]:
    """Tell of long work from its start to its end; an exception is told and goes on its way.

    An exception with a `message` (RefusedFile, UnreadableDocument …) is told in its own words.
    """
    with _side_connection() as side:
        work = Work(key, title, side)
        work.step(_("Đang bắt đầu"))
        try:
            yield work
        except Exception as error:
            work.fail(_reason(error))
            raise
        work.finish(done_message or _("Đã xong"))


def announce_work(
    key: str, *, title: str, person_id: int | None = None, link: str = "", message: str = ""
) -> None:
    """Say in the caller's transaction that long work is waiting for its turn."""
    Progress.objects.update_or_create(
        key=key,
        defaults={
            "title": title,
            "person_id": person_id,
            "link": link,
            "state": State.WAITING,
            "message": message or _("Đang chờ đến lượt"),
            "done_count": 0,
            "total_count": 0,
            "started_at": None,
            "updated_at": real_now(),
            "finished_at": None,
        },
    )


def progress_of(key: str) -> ProgressLine | None:
    """How far the work with this key has come; None when there never was any."""
    row = Progress.objects.filter(key=key).first()
    return _line(row, real_now()) if row else None


def work_of(person_id: int, *, limit: int = 10) -> list[ProgressLine]:
    """The long work that a person asked for, latest first."""
    now = real_now()
    rows = Progress.objects.filter(person_id=person_id).order_by("-updated_at")[:limit]
    return [_line(row, now) for row in rows]


def _line(row: Progress, now: datetime) -> ProgressLine:
    state = State(row.state)
    percent = 100 if state is State.DONE else None
    if state is State.RUNNING and row.total_count:
        percent = min(100, 100 * row.done_count // row.total_count)
    return ProgressLine(
        key=row.key,
        title=row.title,
        link=row.link,
        state=state,
        message=row.message,
        done_count=row.done_count,
        total_count=row.total_count,
        percent=percent,
        seconds_left=_seconds_left(row, now) if state is State.RUNNING else None,
        updated_at=row.updated_at,
        is_silent=state is State.RUNNING and now - row.updated_at > SILENT_AFTER,
    )


def _seconds_left(row: Progress, now: datetime) -> int | None:
    """By the pace so far; None before a tenth is done, when the pace says nothing yet."""
    if row.started_at is None or row.done_count * 10 < max(row.total_count, 1):
        return None
    spent = (row.updated_at - row.started_at).total_seconds()
    left = spent * (row.total_count - row.done_count) / row.done_count
    return max(0, round(left - (now - row.updated_at).total_seconds()))


def _reason(error: Exception) -> str:
    said = getattr(error, "message", "")
    return str(said) if said else _("Có lỗi ở máy chủ. Hệ thống sẽ tự làm lại sau ít phút.")


@contextmanager
def _side_connection() -> Iterator[BaseDatabaseWrapper]:
    """A second connection that commits at once; in tests the one that will be rolled back."""
    if not settings.CCHC_PROGRESS_APART:
        yield connection
        return
    side: Any = connection.copy()
    side.ensure_connection()
    try:
        yield side
    finally:
        side.close()
