"""The list of plans and the page of one plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cchc.modules.plans.queries.pages.shared import AgencyRef, Choice, Figure, StateBadge, TrailItem
from cchc.modules.plans.rules.counts import Counts


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list of plans."""

    id: int
    document_kind: str
    number: str
    title: str
    issuer: AgencyRef
    issued_on: date
    year: int
    kind_label: str
    status: str
    status_label: str
    task_count: int
    counts: Counts
    rate: Decimal | None
    above_number: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """An import on its way, in the list of plans."""

    id: int
    title: str
    file_name: str
    number: str
    state: str
    state_label: str
    task_count: int
    doubt_count: int
    progress_percent: int
    progress_text: str
    failure_text: str
    created_by: str
    changed_at: datetime
    corrects_number: str = ""


@dataclass(frozen=True, slots=True)
class PlansPage:
    """The list of plans: what is in force, and what is on its way."""

    plans: list[PlanRow]
    drafts: list[DraftRow]
    years: list[Choice]
    year: int | None
    kinds: list[Choice]
    kind: str
    text: str
    may_import: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of the plan as the plan page lists it."""

    id: int
    code: str
    content: str
    product: str
    lead_text: str
    coordinating_text: str
    time_text: str
    time_label: str
    """What the time means: "30/06/2019", "24 kỳ", "chờ sự kiện"."""
    budget_text: str
    budget_amount: int | None
    budget_basis: str
    budget_total: int | None
    is_total_derived: bool
    funding_source: str
    note: str
    status: str
    lead_count: int
    coordinating_count: int
    needs_choice: bool
    """True when someone must still say who is meant."""
    counts: Counts
    next_due_on: date | None
    badge: StateBadge
    answers_code: str = ""
    answered_count: int = 0


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section of the plan with its rows."""

    code: str
    title: str
    area_code: str
    area_name: str
    tasks: list[TaskRow]
    counts: Counts


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as the plan page lists it."""

    id: int
    number: int
    text: str
    quantity: Decimal | None
    unit: str
    comparator: str
    due_on: date | None
    subject: str
    figure_code: str
    figure_name: str = ""
    measured: str = ""
    """The number of the figure with its unit; empty when it is bound to none."""
    made_of: str = ""
    standing: str = ""
    """Reached or not yet, in words."""
    tone: str = ""
    query: str = ""
    """The query string of the figure's pages."""


@dataclass(frozen=True, slots=True)
class BudgetBlock:
    """What the plan costs, and what its sum leaves out and why."""

    total: int
    derived: int
    by_source: list[tuple[str, int]]
    not_counted: list[tuple[str, str, int]]
    """Code of the row, what is written, amount: "1.b", "50tr/huyện", 50000000."""
    unpriced_count: int


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One plan: what it is, how it stands, its rows."""

    id: int
    document_kind: str
    number: str
    title: str
    kind_label: str
    status: str
    status_label: str
    issuer: AgencyRef
    issued_on: date
    year: int
    period_starts_on: date
    period_ends_on: date
    signer: str
    issuing_body: str
    programme_name: str
    above: PlanRow | None
    below: list[PlanRow]
    file_id: int | None
    file_name: str
    figures: list[Figure]
    counts: Counts
    rate_note: str
    """The sentence that says what the rate is counted over."""
    sections: list[SectionBlock]
    targets: list[TargetRow]
    budget: BudgetBlock
    unchosen_count: int
    """Parties whose members a person must still choose."""
    waiting_count: int
    recipients: list[str]
    trail: list[TrailItem]
    withdrawal_reason: str
    may_manage: bool
    may_export: bool
    may_correct: bool
