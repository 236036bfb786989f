"""What the worker does for this module."""

from __future__ import annotations

from django.conf import settings

from cchc.modules.plans.job_names import Job
from cchc.modules.plans.operations import collect_mail as mail
from cchc.modules.plans.operations import read_draft as reading
from cchc.modules.plans.operations import reckon_states as reckoning
from cchc.modules.plans.operations import redate as redating
from cchc.platform import clock
from cchc.platform.access import SYSTEM
from cchc.platform.jobs import job


@job(Job.READ_DRAFT, queue="reading", retry=3)
def read_draft(*, draft_id: int) -> None:
    """Read a document that was sent in."""
    reading.read_draft(draft_id=draft_id, actor=SYSTEM, now=clock.now())


@job(Job.RECKON_STATES, cron="10 0 * * *")
def reckon_states() -> None:
    """Reckon every state for the day that has begun."""
    reckoning.reckon_states(actor=SYSTEM, now=clock.now())


@job(Job.RECKON_STATES_NOW)
def reckon_states_now() -> None:
    """Reckon every state after the demo's clock was moved or a calendar changed."""
    reckoning.reckon_states(actor=SYSTEM, now=clock.now())


@job(Job.REDATE_FOR_CALENDARS, retry=3)
def redate_for_calendars() -> None:
    """Reckon deadlines given in working days anew after a calendar changed, then every state."""
    now = clock.now()
    redating.redate_for_calendars(actor=SYSTEM, now=now)
    reckoning.reckon_states(actor=SYSTEM, now=now)


@job(Job.POLL_MAIL_FOLDER, cron="*/5 * * * *")
def poll_mail_folder() -> None:
    """Take in the documents that came by e-mail, where a folder is configured."""
    folder = settings.CCHC_DROP_DIR
    if folder is not None:
        mail.collect_mail(folder=folder, actor=SYSTEM, now=clock.now())
