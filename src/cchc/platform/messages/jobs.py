"""What the worker does for the messages."""

from __future__ import annotations

from cchc.platform.jobs import job
from cchc.platform.messages.delivering import send_due
from cchc.platform.messages.job_names import Job


@job(Job.SEND_DUE, queue="messages", cron="* * * * *")
def send_due_messages() -> None:
    """Every minute, and whenever someone is told something: send what is due."""
    send_due()
