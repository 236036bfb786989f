"""Work for later: enqueued in the same transaction, done by a worker, watched if that dies."""

from cchc.platform.jobs.registry import enqueue, job

__all__ = ["enqueue", "job"]
