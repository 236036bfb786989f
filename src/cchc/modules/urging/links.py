"""Where the module's pages live, for messages and inboxes; `web/urls.py` serves these paths."""

from __future__ import annotations

HOME = "/don-doc/"


def digest(digest_id: int) -> str:
    """The page of a digest."""
    return f"{HOME}ban-tin/{digest_id}/"
