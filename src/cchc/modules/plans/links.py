"""Where the module's pages live, for messages and inboxes; `web/urls.py` serves these paths."""

from __future__ import annotations

from urllib.parse import urlencode

PLANS = "/ke-hoach/"
WORK = "/nhiem-vu/"


def plan(plan_id: int) -> str:
    """The page of a plan."""
    return f"{PLANS}{plan_id}/"


def draft(draft_id: int) -> str:
    """The review of an import."""
    return f"{PLANS}nhap/{draft_id}/"


def task(task_id: int, occurrence_id: int | None = None) -> str:
    """The page of a task, at one occurrence when given."""
    anchor = f"?ky={occurrence_id}" if occurrence_id else ""
    return f"{WORK}{task_id}/{anchor}"


def part(task_id: int, assignment_id: int) -> str:
    """The page of a task with one agency's part shown open."""
    return f"{WORK}{task_id}/?phan={assignment_id}"


def work(**narrowed: object) -> str:
    """The list of work narrowed by the fields of its address (`nam`, `co_quan`, `tt` …)."""
    return f"{WORK}?{urlencode(narrowed)}"
