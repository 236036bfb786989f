"""The time zone in which every office works."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def in_vietnam(moment: datetime) -> datetime:
    """The same moment on the clocks of Vietnam; a moment without a zone is refused (ValueError)."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(VIETNAM)
