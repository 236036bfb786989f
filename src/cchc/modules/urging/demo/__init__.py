"""The urging's part of the demo: ladders, thirty days of notices and digests, letters."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.urging.demo import days, letters


def build(now: datetime | None = None) -> None:
    """Build the urging of the demo; nothing happens when it is there."""
    # --- ladder, digests
    days.build()
    # --- letters
    letters.build(now)
