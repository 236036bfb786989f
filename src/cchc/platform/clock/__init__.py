"""The one source of "now"; in a demo or a training a person can move it."""

from cchc.platform.clock.reading import VIETNAM, now, today

__all__ = ["VIETNAM", "now", "today"]
