"""Naming jobs and putting them into the queue."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

import pytest
from django.db import transaction
from procrastinate.contrib.django import app

from cchc.platform.jobs import UnknownJob, enqueue, job
from cchc.platform.jobs.registry import registered_jobs
from tests.platform.jobs.stories import Story, written
from tests.waiting import queued_jobs, waiting_jobs, work_off_jobs


class Bad(StrEnum):
    JOB = "tests.bad"


pytestmark = pytest.mark.django_db


def test_a_job_waits_with_its_arguments_and_is_done_by_its_function(tmp_path):
    enqueue(Story.WRITE, diary=str(tmp_path / "diary"), line="x")

    (waiting,) = waiting_jobs()
    assert waiting.name == Story.WRITE
    assert waiting.arguments == {"diary": str(tmp_path / "diary"), "line": "x"}
    assert work_off_jobs() == [Story.WRITE]
    assert written(str(tmp_path / "diary")) == ["x"]
    assert queued_jobs() == []


def test_a_job_belongs_to_the_transaction_that_asked_for_it():
    with transaction.atomic():
        enqueue(Story.WRITE, diary="x", line="x")
        transaction.set_rollback(True)

    assert queued_jobs() == []


def test_a_job_with_a_key_waits_once():
    for line in ("a", "b"):
        enqueue(Story.WRITE, once="tests:1", diary="x", line=line)
    enqueue(Story.WRITE, once="tests:2", diary="x", line="c")

    assert [each.arguments["line"] for each in waiting_jobs()] == ["a", "c"]


def test_a_scheduled_job_may_be_asked_for_and_waits_once():
    enqueue(Story.NIGHTLY)
    enqueue(Story.NIGHTLY)

    assert queued_jobs() == [Story.NIGHTLY]
    assert work_off_jobs() == [Story.NIGHTLY]
    app.tasks["tests.nightly"].func(timestamp=1)


def test_a_job_may_wait_for_its_moment():
    later = datetime.now(UTC) + timedelta(hours=1)
    enqueue(Story.WRITE, at=later, diary="x", line="x")

    assert waiting_jobs()[0].at == later
    assert work_off_jobs() == []


def test_jobs_of_one_key_are_done_one_after_another():
    enqueue(Story.WRITE, after="tests:1", diary="x", line="x")

    with pytest.raises(UnknownJob):
        enqueue(Bad.JOB)
    assert queued_jobs() == [Story.WRITE]


@pytest.mark.parametrize("arguments", [{}, {"diary": "x"}, {"diary": "x", "line": "x", "more": 1}])
def test_arguments_must_fit_the_function(arguments):
    with pytest.raises(TypeError):
        enqueue(Story.WRITE, **arguments)

    assert queued_jobs() == []


def test_arguments_must_be_plain_data():
    with pytest.raises(TypeError):
        enqueue(Story.WRITE, diary=object(), line="x")


def test_a_job_takes_keyword_arguments_only():
    with pytest.raises(TypeError, match="keyword-only"):
        job(Bad.JOB)(lambda number: None)
    with pytest.raises(TypeError, match="keyword-only"):
        job(Bad.JOB)(lambda **numbers: None)


def test_a_scheduled_job_takes_no_arguments():
    with pytest.raises(TypeError, match="no arguments"):
        job(Bad.JOB, cron="* * * * *")(lambda *, number: None)


def test_a_job_is_a_plain_function():
    async def work() -> None:
        """Never awaited."""

    with pytest.raises(TypeError, match="plain functions"):
        job(Bad.JOB)(work)
    assert Bad.JOB not in registered_jobs()
