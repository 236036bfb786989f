"""What this module hears of the others, and what it lets them ask."""

from __future__ import annotations

from cchc.modules.urging.worklist import count_work, find_work
from cchc.modules.worklist.public import register_source


def listen() -> None:
    """Called once when the application starts, harmless to repeat."""
    register_source("urging", find_work, count_work)
    # --- letters
