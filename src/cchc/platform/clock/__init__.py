"""The one source of "now"; in a demo or a training a person can move it."""

from cchc.platform.calendar.zone import VIETNAM
from cchc.platform.clock.reading import now, real_now, today

__all__ = ["VIETNAM", "now", "real_now", "today"]
