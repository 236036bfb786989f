"""Whole numbers that come with an address or a form."""

from __future__ import annotations

_MOST_DIGITS = 18
"""What the database still counts with."""


def whole_number(text: str | None) -> int | None:
    """The number typed in plain digits; None for anything else."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
        return None
    return int(text)
