"""Jobs for the tests of the queue; also known to the real workers that those tests start."""

from __future__ import annotations

import os
import time
from enum import StrEnum
from pathlib import Path

from django.db import transaction

from cchc.platform.access import SYSTEM
from cchc.platform.audit.trail import record
from cchc.platform.clock import now
from cchc.platform.jobs import Hopeless, job
from cchc.platform.jobs.progress import track
from cchc.platform.jobs.registry import enqueue


class Story(StrEnum):
    WRITE = "tests.write"
    SLOW = "tests.slow"
    DEADLY = "tests.deadly"
    FAIL = "tests.fail"
    HOPELESS = "tests.hopeless"
    FOLLOWED = "tests.followed"
    NIGHTLY = "tests.nightly"


def written(diary: str) -> list[str]:
    """What jobs wrote into the diary of a test."""
    path = Path(diary)
    return path.read_text().splitlines() if path.exists() else []


def write(diary: str, line: str) -> None:
    with Path(diary).open("a") as target:
        target.write(line + "\n")


@job(Story.WRITE, queue="tests")
def write_line(*, diary: str, line: str) -> None:
    write(diary, line)


@job(Story.SLOW, queue="tests")
def slow_once(*, diary: str) -> None:
    """Halfway through its transaction the first attempt takes very long."""
    is_first = not written(diary)
    with transaction.atomic(), track(f"tests:{Path(diary).stem}", title="Việc lâu") as work:
        record(name="tests.slow", data={}, about=("tests:slow",), actor=SYSTEM, at=now())
        enqueue(Story.WRITE, diary=diary, line="followed")
        work.step("Đang làm dở", done_count=1, total_count=2)
        write(diary, f"begun {os.getpid()}")
        if is_first:
            time.sleep(60)
        write(diary, "ended")


@job(Story.DEADLY, queue="tests", retry=0)
def kills_its_worker(*, diary: str) -> None:
    write(diary, "died")
    os.kill(os.getpid(), 9)


@job(Story.FAIL, queue="tests", retry=3)
def fails(*, diary: str) -> None:
    write(diary, "tried")
    raise ZeroDivisionError


@job(Story.HOPELESS, queue="tests")
def is_hopeless(*, diary: str) -> None:
    write(diary, "tried")
    raise Hopeless


@job(Story.FOLLOWED, queue="tests")
def enqueues_and_fails(*, diary: str) -> None:
    with transaction.atomic():
        enqueue(Story.WRITE, diary=diary, line="never")
        raise Hopeless


@job(Story.NIGHTLY, queue="tests", cron="15 2 * * *")
def nightly() -> None:
    """Does nothing."""
