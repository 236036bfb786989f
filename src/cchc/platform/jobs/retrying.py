"""Trying again: soon at first, then ever later; not at all when it cannot help."""

from __future__ import annotations

from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

FIRST_WAIT_SECONDS = 5
LONGEST_WAIT_SECONDS = 3600


class Hopeless(Exception):
    """The job cannot succeed however often it is tried; it fails at once."""


class BackingOff(BaseRetryStrategy):
    """Waits 5 s, 20 s, 80 s … an hour at most between the attempts."""

    def __init__(self, most: int) -> None:
        self.most = most

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again, or None to give up."""
        if isinstance(exception, Hopeless) or job.attempts >= self.most:
            return None
        return RetryDecision(retry_in={"seconds": wait_seconds(job.attempts)})


def wait_seconds(attempts: int) -> int:
    """How long to wait after so many earlier attempts."""
    factor: int = 4 ** min(attempts, 10)
    return min(FIRST_WAIT_SECONDS * factor, LONGEST_WAIT_SECONDS)
