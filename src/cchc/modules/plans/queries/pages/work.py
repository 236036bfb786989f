"""Lists of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc.modules.plans.queries.pages.shared import AgencyRef, Choice, StateBadge
from cchc.modules.plans.rules.counts import Counts


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One occurrence in a list of work."""

    id: int
    assignment_id: int
    task_id: int
    plan_id: int
    code: str
    content: str
    product: str
    label: str
    plan_number: str
    agency: AgencyRef
    obligation: str
    obligation_label: str
    area_name: str
    starts_on: date | None
    due_on: date | None
    first_due_on: date | None
    time_text: str
    state: str
    badge: StateBadge
    extension_count: int
    has_pending_extension: bool
    holder_name: str


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """What a list of work is narrowed to; built from the address, written back into it."""

    year: int | None = None
    plan_id: int | None = None
    task_id: int | None = None
    area: str = ""
    agency_id: int | None = None
    obligation: str = ""
    timeliness: str = ""
    """A code of timeliness, or a group: fallen_due, done, open, open_in_time, pending."""
    state: str = ""
    text: str = ""
    mine: bool = False
    parts: bool = False
    """What was handed down inside threads, instead of the work of plans."""
    """Only the work of the agencies in which the actor acts."""
    due_from: date | None = None
    due_until: date | None = None
    sort: str = "due"
    """due, -due, agency, -changed."""


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A list of work: rows, what it is narrowed to, and how to go on."""

    rows: list[WorkRow]
    total: int
    counts: Counts
    filter: WorkFilter
    chips: list[Choice]
    """The filters in force: value is the parameter to remove, label what it says."""
    years: list[Choice]
    plans: list[Choice]
    areas: list[Choice]
    agencies: list[Choice]
    timelinesses: list[Choice]
    states: list[Choice]
    obligations: list[Choice]
    next_cursor: str
    previous_cursor: str
    rate_note: str
    may_export: bool
