"""Real workers, killed in the middle of their work."""

import signal
import threading
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.db import connection, connections
from procrastinate.contrib.django import app
from structlog.testing import capture_logs

from cchc.platform.audit.models import Entry
from cchc.platform.calendar import VIETNAM
from cchc.platform.jobs.models import State
from cchc.platform.jobs.progress import progress_of
from cchc.platform.jobs.queries import queue_status
from cchc.platform.jobs.registry import enqueue
from cchc.platform.jobs.worker import Pace, _keep_vietnamese_time, run_worker
from tests.platform.jobs.stories import Story, written
from tests.platform.jobs.workers import states, wait_until, worker
from tests.waiting import empty_queue

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture(autouse=True)
def queue(monkeypatch):
    """An empty queue before and after; threads close their connections with each job."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()
    yield
    empty_queue()


@pytest.fixture
def diary(tmp_path) -> str:
    return str(tmp_path / "diary")


def test_a_job_whose_worker_is_killed_is_done_by_another_once(diary):
    enqueue(Story.SLOW, diary=diary)
    with worker() as first, worker() as second:
        wait_until(lambda: written(diary))
        by_first = f"begun {first.pid}" in written(diary)
        (first if by_first else second).send_signal(signal.SIGKILL)
        wait_until(lambda: "followed" in written(diary))
        wait_until(lambda: "doing" not in str(states()))

    lines = written(diary)
    assert [line.split()[0] for line in lines] == ["begun", "begun", "ended", "followed"]
    assert lines[0] != lines[1]
    assert states() == {Story.SLOW: ["succeeded"], Story.WRITE: ["succeeded"]}
    assert Entry.objects.filter(event="tests.slow").count() == 1
    assert progress_of("tests:diary").state is State.DONE


def test_a_job_that_kills_its_workers_is_given_up(diary):
    enqueue(Story.DEADLY, diary=diary)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = 3")
    with worker() as process:
        wait_until(lambda: process.poll() is not None)
    with here():
        wait_until(lambda: states()[Story.DEADLY] == ["failed"])

    assert written(diary) == ["died"]


def test_two_workers_share_the_queue_and_do_each_job_once(diary):
    for number in range(40):
        enqueue(Story.WRITE, diary=diary, line=str(number))
    with worker("--once") as first, worker("--once") as second:
        first.wait(30)
        second.wait(30)

    assert sorted(map(int, written(diary))) == list(range(40))


def test_a_worker_told_to_stop_finishes_what_it_has_in_hand(diary):
    for number in range(3):
        enqueue(Story.WRITE, diary=diary, line=str(number))
    with worker() as process:
        wait_until(lambda: len(written(diary)) == 3)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0

    assert states() == {Story.WRITE: ["succeeded"] * 3}
    assert queue_status().worker_count == 0


@contextmanager
def here():
    """A worker in a thread of this process, stopped at the end."""
    stop = threading.Event()
    pace = Pace(heartbeat=0.2, stalled=1, watch=0.1, poll=0.1, finishing=5, reconnect=0.1)

    def work() -> None:
        try:
            run_worker(queues=["tests"], stop=stop, pace=pace)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(20)
    assert not thread.is_alive()


def test_a_failed_job_waits_before_it_is_tried_again_and_a_hopeless_one_is_not(diary):
    enqueue(Story.FAIL, diary=diary)
    enqueue(Story.HOPELESS, diary=diary)
    with here():
        wait_until(lambda: states()[Story.HOPELESS] == ["failed"])
        wait_until(lambda: states()[Story.FAIL] == ["todo"])

    assert written(diary) == ["tried", "tried"]


def test_what_a_job_enqueues_is_undone_with_its_transaction(diary):
    enqueue(Story.FOLLOWED, diary=diary)
    with here():
        wait_until(lambda: states()[Story.FOLLOWED] == ["failed"])

    assert Story.WRITE not in states()
    assert written(diary) == []


def test_a_worker_stops_when_asked(diary):
    enqueue(Story.WRITE, diary=diary, line="x")
    with here():
        wait_until(lambda: written(diary) == ["x"])


def test_a_worker_outlives_a_break_of_its_connections(diary):
    with here():
        wait_until(lambda: queue_status().worker_count == 1)
        _cut_all_other_connections()
        enqueue(Story.WRITE, diary=diary, line="after")
        wait_until(lambda: written(diary) == ["after"])


def _cut_all_other_connections() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_job_that_the_worker_lost_sight_of_is_done_after_all(diary):
    later = datetime(2100, 1, 1, tzinfo=VIETNAM)
    with here():
        wait_until(lambda: queue_status().worker_count == 1)
        enqueue(Story.WRITE, at=later, diary=diary, line="x")
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = 'doing',"
                " worker_id = (SELECT max(id) FROM procrastinate_workers)"
            )
        wait_until(lambda: written(diary) == ["x"])


def test_a_failed_job_is_logged_without_its_arguments(diary):
    enqueue(Story.HOPELESS, diary=diary)
    with capture_logs() as lines, here():
        wait_until(lambda: states()[Story.HOPELESS] == ["failed"])

    assert {"job.started", "job.failed"} <= {line["event"] for line in lines}
    assert diary not in str(lines)


def test_schedules_mean_the_clocks_of_vietnam():
    _keep_vietnamese_time()
    (nightly,) = [
        task
        for (name, _), task in app.periodic_registry.periodic_tasks.items()
        if name == Story.NIGHTLY
    ]
    at_noon = datetime(2026, 3, 1, 12, tzinfo=VIETNAM).timestamp()
    following = nightly.croniter.get_next(ret_type=float, start_time=at_noon)

    assert datetime.fromtimestamp(following, VIETNAM) == datetime(2026, 3, 2, 2, 15, tzinfo=VIETNAM)
