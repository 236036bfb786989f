"""Work for later: enqueued in the same transaction, done by a worker, watched when the worker died."""

from cchc.platform.jobs.registry import enqueue, job

__all__ = ["enqueue", "job"]
