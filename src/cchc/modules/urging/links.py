"""Where the module's pages live, for messages and inboxes; `web/urls.py` serves these paths."""

from __future__ import annotations

HOME = "/don-doc/"


def digest(digest_id: int) -> str:
    """The page of a digest."""
    return f"{HOME}ban-tin/{digest_id}/"


# --- letters


def wave(urging_id: int) -> str:
    """The page of a letter and its items."""
    return f"{HOME}cong-van/{urging_id}/"


def answer(item_id: int) -> str:
    """The page on which an agency answers an item."""
    return f"{HOME}tra-loi/{item_id}/"
