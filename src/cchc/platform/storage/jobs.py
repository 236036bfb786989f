"""What the worker does for the storage."""

import structlog

from cchc.platform.jobs import job
from cchc.platform.storage.job_names import Job
from cchc.platform.storage.sweeping import sweep

log = structlog.get_logger(__name__)


@job(Job.SWEEP, queue="upkeep", cron="40 2 * * *")
def sweep_contents() -> None:
    """Every night: remove contents that nobody names."""
    log.info("storage.swept", removed_count=sweep())
