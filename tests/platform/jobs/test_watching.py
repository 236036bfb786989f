"""Jobs that were left are put right."""

import pytest
from django.db import connection

from cchc.platform.jobs.queries import failed_jobs, queue_status, try_again
from cchc.platform.jobs.registry import enqueue
from cchc.platform.jobs.watching import (
    jobs_held_by,
    mend_forgotten_jobs,
    mend_jobs_of_dead_workers,
)
from tests.platform.jobs.stories import Story
from tests.platform.jobs.workers import states

pytestmark = pytest.mark.django_db


def run(query: str, *values: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone()[0]


def make_worker(*, silent_seconds: float = 0) -> int:
    return run(
        "INSERT INTO procrastinate_workers (last_heartbeat)"
        " VALUES (now() - make_interval(secs => %s)) RETURNING id",
        silent_seconds,
    )


def take_job(worker_id: int, **options) -> int:
    """A job that this worker has taken."""
    enqueue(Story.WRITE, diary="x", line="x", **options)
    return run("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", worker_id)


def attempts_of(job_id: int) -> int:
    return run("SELECT attempts FROM procrastinate_jobs WHERE id = %s", job_id)


def test_the_job_of_a_silent_worker_goes_back_into_the_queue():
    job_id = take_job(make_worker(silent_seconds=60))

    assert mend_jobs_of_dead_workers() == 1
    assert states() == {Story.WRITE: ["todo"]}
    assert attempts_of(job_id) == 1


def test_the_job_of_a_worker_that_is_gone_goes_back():
    worker_id = make_worker()
    take_job(worker_id)
    run("DELETE FROM procrastinate_workers WHERE id = %s RETURNING id", worker_id)

    assert mend_jobs_of_dead_workers() == 1
    assert states() == {Story.WRITE: ["todo"]}


def test_the_job_of_a_living_worker_is_left_alone():
    worker_id = make_worker(silent_seconds=20)
    job_id = take_job(worker_id)

    assert mend_jobs_of_dead_workers() == 0
    assert states() == {Story.WRITE: ["doing"]}
    assert jobs_held_by(worker_id) == {job_id}


def test_a_job_that_its_living_worker_forgot_goes_back():
    worker_id = make_worker()
    job_id = take_job(worker_id)

    assert mend_forgotten_jobs(worker_id=worker_id, job_ids=[]) == 0
    assert mend_forgotten_jobs(worker_id=worker_id + 1, job_ids=[job_id]) == 0
    assert mend_forgotten_jobs(worker_id=worker_id, job_ids=[job_id]) == 1
    assert states() == {Story.WRITE: ["todo"]}


def test_a_left_job_whose_work_is_waiting_again_is_closed():
    take_job(make_worker(silent_seconds=60), once="tests:1")
    enqueue(Story.WRITE, diary="x", line="x", once="tests:1")

    assert mend_jobs_of_dead_workers() == 1
    assert states() == {Story.WRITE: ["aborted", "todo"]}


@pytest.mark.parametrize(("attempts", "state"), [(7, "todo"), (8, "failed")])
def test_a_job_that_kills_its_workers_is_given_up(attempts, state):
    job_id = take_job(make_worker(silent_seconds=60))
    run("UPDATE procrastinate_jobs SET attempts = %s WHERE id = %s RETURNING id", attempts, job_id)
    mend_jobs_of_dead_workers()

    assert states() == {Story.WRITE: [state]}


def test_a_job_that_nobody_knows_any_more_is_mended_too():
    job_id = take_job(make_worker(silent_seconds=60))
    run("UPDATE procrastinate_jobs SET task_name = 'tests.gone' WHERE id = %s RETURNING id", job_id)

    assert mend_jobs_of_dead_workers() == 1
    assert states() == {"tests.gone": ["todo"]}


def test_the_queue_tells_how_it_stands():
    assert queue_status().oldest_waiting_at is None
    take_job(make_worker())
    make_worker(silent_seconds=600)
    enqueue(Story.WRITE, diary="x", line="x")
    status = queue_status()

    assert (status.waiting_count, status.running_count, status.failed_count) == (1, 1, 0)
    assert status.worker_count == 1
    assert status.oldest_waiting_at is not None


def test_a_failed_job_is_shown_and_may_be_tried_again():
    job_id = take_job(make_worker())
    run("SELECT procrastinate_finish_job_v1(%s, 'failed', FALSE)::text", job_id)

    (failed,) = failed_jobs()
    assert (failed.id, failed.name, failed.attempts) == (job_id, Story.WRITE, 1)
    assert queue_status().failed_count == 1
    assert try_again(job_id) is True
    assert try_again(job_id) is False
    assert states() == {Story.WRITE: ["todo"]}
