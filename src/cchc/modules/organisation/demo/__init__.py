"""The organisation's part of the demo province: agencies first, then people and leaders."""

from __future__ import annotations

from datetime import datetime

from cchc.modules.organisation.demo import agencies, people, portfolios
from cchc.platform import clock


def build(now: datetime | None = None) -> None:
    """Build the fictional tỉnh Sen Hồng; safe to repeat."""
    moment = now or clock.now()
    agencies.build(moment)
    people.build(moment)
    portfolios.build(moment)


def sign_in_lines() -> list[str]:
    """Whom one may sign in as."""
    return people.sign_in_lines()
