"""Work for later: enqueued in the same transaction, done by a worker, watched if that dies."""

from cchc.platform.jobs.registry import UnknownJob, enqueue, job
from cchc.platform.jobs.retrying import Hopeless

__all__ = ["Hopeless", "UnknownJob", "enqueue", "job"]
