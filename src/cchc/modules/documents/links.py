"""Where the module's pages live, for messages and inboxes; `web/urls.py` serves these paths."""

from __future__ import annotations

LETTERS = "/van-ban/"


def letter(letter_id: int) -> str:
    """The page of an outgoing paper."""
    return f"{LETTERS}{letter_id}/"


def register(register_id: int, year: int) -> str:
    """One year of a register."""
    return f"{LETTERS}so/{register_id}/?nam={year}"
