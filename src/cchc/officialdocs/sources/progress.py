"""How far the reading of a document has come, for whoever waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of the reading: pages done of all pages, and in Vietnamese what is being done."""

    done: int
    total: int
    message: str


Report = Callable[[Progress], None]


def say_nothing(progress: Progress) -> None:
    """The listener for those who do not wait."""
