"""Trying again."""

import pytest
from procrastinate.jobs import Job

from cchc.platform.jobs import Hopeless
from cchc.platform.jobs.retrying import BackingOff, wait_seconds


def tried(attempts: int) -> Job:
    return Job(queue="x", lock=None, queueing_lock=None, task_name="x", attempts=attempts)


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 5), (1, 20), (2, 80), (4, 1280), (5, 3600), (1000, 3600)]
)
def test_the_waits_grow_to_an_hour(attempts, seconds):
    assert wait_seconds(attempts) == seconds


def test_a_job_is_tried_again_so_often_and_no_more():
    strategy = BackingOff(2)

    assert strategy.get_retry_decision(exception=ValueError(), job=tried(1)) is not None
    assert strategy.get_retry_decision(exception=ValueError(), job=tried(2)) is None


def test_what_is_hopeless_is_not_tried_again():
    assert BackingOff(5).get_retry_decision(exception=Hopeless(), job=tried(0)) is None
