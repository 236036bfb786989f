"""What the worker does for the trail."""

from __future__ import annotations

from datetime import timedelta

import structlog
from django.db.models.functions import Now

from cchc.platform.audit.job_names import Job
from cchc.platform.audit.models import Seal
from cchc.platform.audit.sealing import seal_trail, verify_trail
from cchc.platform.jobs import job

RECENT = timedelta(days=8)
MOST_TOLD = 100
log = structlog.get_logger(__name__)


@job(Job.SEAL, queue="upkeep", cron="*/5 * * * *")
def seal() -> None:
    """Every five minutes: close what has been written."""
    seal_trail()


@job(Job.VERIFY_RECENT, queue="upkeep", cron="50 3 * * 1-6")
def verify_recent() -> None:
    """Every night: compare the last week with its seals."""
    recent = Seal.objects.filter(sealed_at__gte=Now() - RECENT).order_by("pk").first()
    _tell_flaws(recent.pk if recent else 0)


@job(Job.VERIFY_ALL, queue="upkeep", cron="50 3 * * 0")
def verify_all() -> None:
    """Every Sunday: compare the whole trail with its seals."""
    _tell_flaws(0)


def _tell_flaws(since_seal: int) -> None:
    """Into the log as errors, where the watch of the server sees them."""
    count = 0
    for flaw in verify_trail(since_seal=since_seal):
        count += 1
        if count <= MOST_TOLD:
            log.error("audit.flaw", kind=flaw.kind, seal_id=flaw.seal_id, entry_id=flaw.entry_id)
    log.info("audit.verified", since_seal=since_seal, flaw_count=count)
