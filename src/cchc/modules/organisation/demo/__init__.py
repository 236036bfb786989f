"""The organisation's part of the demo province: agencies first, then people."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.organisation.demo import agencies


def build(now: datetime) -> None:
    """Build the fictional tỉnh Sen Hồng; safe to repeat."""
    agencies.build(now)
