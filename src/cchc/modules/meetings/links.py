"""Where the module's pages live, for messages and inboxes; `web/urls.py` serves these paths."""

from __future__ import annotations

from datetime import date

CALENDAR = "/lich/"
WEEK = "/lich-cong-tac/"
MEETINGS = "/cuoc-hop/"


def meeting(meeting_id: int) -> str:
    """The page of a meeting."""
    return f"{MEETINGS}{meeting_id}/"


def answer(invitation_id: int) -> str:
    """Where an invitation is answered."""
    return f"{MEETINGS}tra-loi/{invitation_id}/"


def entry(entry_id: int) -> str:
    """The page of an entry of the work calendar."""
    return f"{WEEK}muc/{entry_id}/"


def week(agency_id: int, starts_on: date) -> str:
    """A week of one agency's leaders."""
    return f"{WEEK}?co_quan={agency_id}&tuan={starts_on:%Y-%m-%d}"
