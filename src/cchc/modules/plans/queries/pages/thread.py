"""The thread of work handed down, as the page of a task shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cchc.modules.plans.queries.pages.shared import AgencyRef, PersonRef, StateBadge


@dataclass(frozen=True, slots=True)
class ThreadProof:
    """A product that was accepted or waits for a decision: name and address."""

    id: int
    product: str
    file_id: int | None
    link: str


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One piece of work in a thread: who gave it, who has it, how it stands, what comes next."""

    depth: int
    """0: the work that the plan gives."""
    task_id: int
    occurrence_id: int
    code: str
    content: str
    obligation_label: str
    giver: AgencyRef
    given_by: str
    """The person who gave it, where one did."""
    agency: AgencyRef
    holder: PersonRef | None
    is_personal: bool
    due_on: date | None
    badge: StateBadge
    next_who: str
    next_step: str
    """Empty when nothing is to be done any more."""
    proofs: list[ThreadProof]
    is_here: bool
    """The page shows this one."""
    may_recall: bool


@dataclass(frozen=True, slots=True)
class ThreadView:
    """One thread from the work of the plan to the bottom, in the order of reading."""

    root_id: int
    label: str
    rows: list[ThreadRow]
    open_count: int
    done_count: int


@dataclass(frozen=True, slots=True)
class HandbackView:
    """Work that was handed back, and what was answered."""

    id: int
    is_pending: bool
    state_label: str
    reason: str
    at: datetime
    by: str
    agency_name: str
    answer: str
    answered_at: datetime | None
    answered_by: str


@dataclass(frozen=True, slots=True)
class AboveView:
    """The work of which this task carries out a part."""

    task_id: int
    occurrence_id: int
    code: str
    content: str
    agency: AgencyRef
    due_on: date | None


@dataclass(frozen=True, slots=True)
class BreakingDown:
    """What the form for breaking work down must know."""

    task_id: int
    occurrence_id: int
    subject: str
    product: str
    due_on: date | None
    agencies: list[tuple[str, str]] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
