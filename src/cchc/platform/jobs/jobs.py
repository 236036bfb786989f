"""What the worker does to keep its own house."""

from __future__ import annotations

import structlog

from cchc.platform.clock import real_now
from cchc.platform.jobs.forgetting import forget_old
from cchc.platform.jobs.job_names import Job
from cchc.platform.jobs.registry import job

log = structlog.get_logger(__name__)


@job(Job.FORGET_OLD, queue="upkeep", cron="20 3 * * *")
def forget_old_jobs() -> None:
    """Every night: forget jobs and progress that nobody will ask for."""
    log.info("jobs.forgotten", count=forget_old(now=real_now()))
