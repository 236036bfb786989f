"""The page of one task."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cchc.modules.plans.queries.pages.shared import (
    AgencyRef,
    Choice,
    PersonRef,
    StateBadge,
    TrailItem,
)
from cchc.modules.plans.queries.pages.thread import AboveView, HandbackView, ThreadView
from cchc.modules.plans.rules.counts import Counts


@dataclass(frozen=True, slots=True)
class ProofView:
    """One product as handed in."""

    id: int
    product: str
    document_number: str
    file_id: int | None
    file_name: str
    size: int
    sha256: str
    version: int
    link: str


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """One round of handing in, with what was decided."""

    id: int
    round_number: int
    state: str
    state_label: str
    tone: str
    note: str
    handed_in_at: datetime
    handed_in_by: str
    approved_at: datetime | None
    approved_by: str
    decided_at: datetime | None
    decided_by: str
    return_reason: str
    proofs: list[ProofView]


@dataclass(frozen=True, slots=True)
class ExtensionView:
    """A request for more time."""

    id: int
    state: str
    state_label: str
    tone: str
    reason: str
    due_on: date
    wanted_on: date
    was_late: bool
    asked_at: datetime
    asked_by: str
    granted_on: date | None
    decided_at: datetime | None
    decided_by: str
    decision_reason: str
    may_decide: bool


@dataclass(frozen=True, slots=True)
class OccurrenceView:
    """One occurrence on the page of its task, with everything that can be done to it now."""

    id: int
    sequence: int
    label: str
    starts_on: date | None
    due_on: date | None
    first_due_on: date | None
    is_continuous: bool
    state: str
    badge: StateBadge
    round_count: int
    submissions: list[SubmissionView]
    extensions: list[ExtensionView]
    may_hand_in: bool
    may_approve: bool
    may_return_as_head: bool
    may_accept: bool
    may_return: bool
    may_ask_extension: bool
    may_suspend: bool
    may_resume: bool
    may_break_down: bool
    open_part_count: int
    """How much given from it is still open: it cannot be handed in before."""
    next_who: str
    next_step: str


@dataclass(frozen=True, slots=True)
class PartView:
    """One agency's part of the task: the row of the table "Phần việc của từng cơ quan"."""

    assignment_id: int
    agency: AgencyRef
    obligation: str
    obligation_label: str
    holder: PersonRef | None
    held_since: date | None
    acknowledged_at: datetime | None
    progress_note: str
    progress_at: datetime | None
    done_count: int
    occurrence_count: int
    badge: StateBadge
    passed_on_from: str
    end_reason: str
    occurrences: list[OccurrenceView]
    """Filled for the parts that the actor works on or decides about, else empty."""
    is_mine: bool
    may_acknowledge: bool
    may_report_progress: bool
    may_set_holder: bool
    is_handed_back: bool
    handbacks: list[HandbackView]
    may_hand_back: bool
    may_answer: bool
    """Whoever gave it: insist, or give it to another one."""
    may_pass_on: bool


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A line of the clock in words."""

    label: str
    value: str
    is_result: bool = False


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the day-by-day explanation."""

    on: date
    is_working: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """The clock of one occurrence, explained line by line."""

    occurrence_id: int
    agency_name: str
    label: str
    badge: StateBadge
    lines: list[ClockRow]
    days: list[DayRow]
    """Day by day between the deadline and the day counted to."""


@dataclass(frozen=True, slots=True)
class CommentView:
    """What somebody said on the task."""

    id: int
    author_name: str
    agency_name: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TriggerView:
    """An event or document that ended a waiting."""

    kind: str
    happened_on: date
    document_number: str
    document_title: str
    due_on: date
    recorded_by: str
    recorded_at: datetime
    file_id: int | None
    file_name: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party of the task as written, and whom it binds."""

    id: int
    obligation: str
    obligation_label: str
    text: str
    group_name: str
    condition: str
    needs_choice: bool
    bound_count: int
    candidates: list[AgencyRef] = field(default_factory=list)
    """Whom a person may choose, when someone must; empty: search all agencies."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change of a field that carries a deadline, money or a state."""

    at: datetime
    thing: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TaskPage:
    """One task: the story and the work, the clock and the facts, what happened."""

    id: int
    code: str
    content: str
    product: str
    status: str
    withdrawal_reason: str
    plan_id: int
    plan_number: str
    plan_title: str
    issuer: AgencyRef
    section_title: str
    area_code: str
    area_name: str
    lead_text: str
    coordinating_text: str
    time_text: str
    time_label: str
    time_reference: str
    time_trigger: str
    budget_text: str
    budget_label: str
    funding_source: str
    note: str
    parts: list[PartView]
    lead_count: int
    coordinating_count: int
    hidden_part_count: int
    """Parts beyond those shown, when a group is large."""
    counts: Counts
    parties: list[PartyView]
    clocks: list[ClockView]
    """The clock of the actor's own part first, else of the first lead."""
    triggers: list[TriggerView]
    comments: list[CommentView]
    trail: list[TrailItem]
    history: list[HistoryRow]
    answers: Choice | None
    answered_by: list[Choice]
    """Rows of plans below that carry this one out: value is the task id."""
    products_hint: list[str]
    """What the paper asks for, one product each: labels to hand proof in under."""
    may_comment: bool
    may_manage: bool
    may_record_trigger: bool
    may_bind_reference: bool
    may_withdraw: bool
    may_choose_members: bool
    may_open_plan: bool
    """False for those who stand in a thread only and do not see the plan."""
    above: AboveView | None
    """For a part: the work it is a part of."""
    threads: list[ThreadView]
    may_recall: bool
