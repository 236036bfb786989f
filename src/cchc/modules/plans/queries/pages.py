"""The shapes that pages get: plain, frozen, complete; templates compute nothing.

Words are already Vietnamese here; `tone` is the colour token (ok, soon, late, idle, info) and never
stands without its word. `may_*` says whether the button is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from cchc.modules.plans.rules.counts import Counts


@dataclass(frozen=True, slots=True)
class AgencyRef:
    """An agency as a page names it."""

    id: int
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person as a page names them."""

    id: int
    full_name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class StateBadge:
    """A state in words with its tone: "quá hạn 11 ngày làm việc"."""

    code: str
    label: str
    tone: str
    due_on: date | None = None
    days: int | None = None
    """Working days left; negative when late; None when no clock runs."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a page that opens: `query` is the query string of the work list with its rows."""

    code: str
    label: str
    value: str
    unit: str
    note: str
    query: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter or a select."""

    value: str
    label: str
    count: int | None = None


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
class TrailItem:
    """One line of what happened."""

    at: datetime
    actor_name: str
    text: str
    event: str


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


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What falls due on a day: one task once, however many agencies owe it."""

    task_id: int
    code: str
    content: str
    agency_count: int
    agency_name: str
    badge: StateBadge
    query: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the month."""

    on: date
    is_in_month: bool
    is_today: bool
    is_working: bool
    holiday: str
    entries: list[CalendarEntry]
    more_count: int


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """A month of deadlines, Monday to Sunday."""

    year: int
    month: int
    title: str
    weeks: list[list[CalendarDay]]
    previous: date
    next: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class GanttBar:
    """A task on the timeline: positions are days from the first day of the axis."""

    task_id: int
    code: str
    content: str
    lead: str
    starts_on: date
    due_on: date
    first_due_on: date
    """The baseline."""
    offset: int
    length: int
    baseline_length: int
    marks: list[tuple[int, str]]
    """Recurring work: day of each round, and its tone."""
    is_continuous: bool
    badge: StateBadge


@dataclass(frozen=True, slots=True)
class GanttPage:
    """The timeline of a plan by section, with the first deadline as baseline."""

    plan_id: int
    plan_number: str
    title: str
    axis_starts_on: date
    axis_ends_on: date
    day_count: int
    today_offset: int | None
    months: list[tuple[str, int, int]]
    """Label, offset, length."""
    sections: list[tuple[str, list[GanttBar]]]
    undated_count: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of the heat table: the rate, what it is counted from, and where it opens."""

    rate: Decimal | None
    fallen_due: int
    overdue: int
    total: int
    band: int
    """0 nothing fallen due, 1 worst … 5 best."""
    query: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """An agency's row of the heat table."""

    agency: AgencyRef
    cells: list[HeatCell]
    overall: HeatCell


@dataclass(frozen=True, slots=True)
class AttentionRow:
    """An agency that needs attention."""

    agency: AgencyRef
    overdue: int
    due_soon: int
    query: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """How the whole stands: figures that open, agencies × areas, late work by week."""

    year: int
    years: list[Choice]
    obligation: str
    level: str
    as_of: datetime
    figures: list[Figure]
    counts: Counts
    rate_note: str
    areas: list[Choice]
    rows: list[HeatRow]
    totals: HeatRow | None
    weeks: list[tuple[str, int]]
    """Late work at the end of each of the last weeks: label, number."""
    attention: list[AttentionRow]
    unchosen_count: int
    waiting_count: int


@dataclass(frozen=True, slots=True)
class GroupedRow:
    """One line of "by agency" or "by area"."""

    code: str
    name: str
    detail: str
    counts: Counts
    rate: Decimal | None
    query: str


@dataclass(frozen=True, slots=True)
class GroupedPage:
    """Work by agency or by area in one year."""

    kind: str
    year: int
    years: list[Choice]
    rows: list[GroupedRow]
    totals: GroupedRow
    rate_note: str
