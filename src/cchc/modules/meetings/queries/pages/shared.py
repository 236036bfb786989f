"""What several pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a field."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class TrailItem:
    """One line of what happened."""

    at: datetime
    actor_name: str
    text: str
