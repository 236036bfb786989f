"""Killed in the middle, the urging of a day says everything once and loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date

import pytest
from django.db import connection, transaction

from cchc.modules.plans.models import Occurrence
from cchc.modules.urging.models import Digest, Notice, UrgedDay
from cchc.platform.messages.models import Notification, OutboxMessage
from tests.plans.test_killed import waits_for_a_lock
from tests.platform.jobs.workers import ROOT, database_url, wait_until
from tests.urging.world import UrgingWorld
from tests.waiting import empty_queue

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DAY = date(2019, 10, 3)
HEADS_DAY_TABLES = ("urging_digest", "messages__outboxmessage", "urging_urgedday")


@contextmanager
def urging() -> Iterator[subprocess.Popen[bytes]]:
    """A process that urges for the day, killed at the end at the latest."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.urging.killed_process", DAY.isoformat()],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database_url(), "PYTHONPATH": f"{ROOT}/src:{ROOT}"},
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def everything() -> tuple[int, int, int, int]:
    """How much was said in all."""
    return (
        Notice.objects.count(),
        Digest.objects.count(),
        Notification.objects.filter(topic="urging.digest").count(),
        OutboxMessage.objects.filter(topic="urging.digest").count(),
    )


@pytest.mark.parametrize("table", HEADS_DAY_TABLES)
def test_killed_wherever_it_stands_a_day_is_said_once_and_whole(table: str) -> None:
    world = UrgingWorld()
    world.film(holder=world.officer)
    before = everything()

    # Whoever locks a table holds the run at its first statement on it; there it is killed.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        with urging():
            wait_until(waits_for_a_lock)

    assert everything() == before
    assert not UrgedDay.objects.exists()
    assert world.urge(DAY).is_new
    assert not world.urge(DAY).is_new
    assert everything() == (1, 2, 2, 1)
    assert set(Counter(Notice.objects.values_list("person_id", "occurrence_id")).values()) == {1}
    empty_queue()


def test_two_at_the_same_time_say_it_once() -> None:
    world = UrgingWorld()
    one = world.film(holder=world.officer)

    with ExitStack() as started:
        with transaction.atomic():
            Occurrence.objects.select_for_update().get(pk=one.pk)
            processes = [started.enter_context(urging()) for _ in range(2)]
            wait_until(waits_for_a_lock)
        assert [process.wait(60) for process in processes] == [0, 0]

    assert everything() == (1, 2, 2, 1)
    assert UrgedDay.objects.get().digest_count == 2
    empty_queue()
