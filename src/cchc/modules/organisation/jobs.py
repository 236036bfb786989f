"""What the worker does for the organisation."""

from __future__ import annotations

from cchc.modules.organisation.job_names import Job
from cchc.modules.organisation.operations.passing_on import pass_on_open_work
from cchc.platform import clock
from cchc.platform.access import SYSTEM
from cchc.platform.jobs import job


@job(Job.HAND_OVER, cron="5 0 * * *")
def pass_on_open_work_tonight() -> None:
    """Pass on the open work of agencies whose last day was yesterday."""
    pass_on_open_work(actor=SYSTEM, now=clock.now())
