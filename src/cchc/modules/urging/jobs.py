"""What the worker does for this module."""

from __future__ import annotations

from cchc.modules.urging.job_names import Job
from cchc.modules.urging.operations import run_day as running
from cchc.platform import clock
from cchc.platform.access import SYSTEM
from cchc.platform.jobs import job

# --- ladder, digests


@job(Job.RUN_DAY, cron="*/10 * * * *")
def run_day() -> None:
    """Every ten minutes: urge for today when its hour has come and it was not done before."""
    running.urge_today(actor=SYSTEM, now=clock.now())


@job(Job.CATCH_UP)
def catch_up() -> None:
    """Urge for the days that the demo's clock has passed over."""
    running.catch_up(actor=SYSTEM, now=clock.now())


# --- letters
