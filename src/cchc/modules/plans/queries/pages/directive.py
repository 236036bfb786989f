"""The register of documents that give work, the page of one, and the sources of a task."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from cchc.modules.plans.queries.pages.plan import DraftRow, PlanPage
from cchc.modules.plans.queries.pages.shared import AgencyRef, Choice, StateBadge
from cchc.modules.plans.rules.counts import Counts


@dataclass(frozen=True, slots=True)
class DirectiveRow:
    """A document in the register."""

    id: int
    document_kind: str
    number: str
    title: str
    issuer: AgencyRef
    issued_by: str
    """As printed, where another body issued it."""
    issued_on: date
    received_on: date | None
    entered_on: date
    entry_days: int | None
    entry_label: str
    """ "trong ngày", "sau 3 ngày làm việc"."""
    entry_tone: str
    is_incoming: bool
    is_withdrawn: bool
    signer: str
    task_count: int
    shared_count: int
    """Duties that are work given before."""
    counts: Counts


@dataclass(frozen=True, slots=True)
class DirectiveFilter:
    """What the register is narrowed to, as its address says."""

    text: str = ""
    kind: str = ""
    issuer_id: int | None = None
    year: int | None = None
    way: str = ""
    """ "den" for documents of other bodies, "di" for those issued here."""
    late: bool = False
    """Only what was entered after its day."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """How late the documents of the register were entered."""

    document_count: int
    same_day_share: Decimal | None
    mean_days: Decimal | None


@dataclass(frozen=True, slots=True)
class DirectivesPage:
    """The register: what was entered, how late, and what waits to be confirmed."""

    rows: list[DirectiveRow]
    total: int
    next_cursor: str
    previous_cursor: str
    filter: DirectiveFilter
    entry: EntryView
    drafts: list[DraftRow]
    kinds: list[Choice]
    issuers: list[Choice]
    years: list[Choice]
    may_import: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class ClashView:
    """What a source says otherwise than the task, naming both."""

    label: str
    in_task: str
    in_source: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document behind a task."""

    id: int | None
    """None for the document in which the task itself stands."""
    document_id: int | None
    """None where the reader may not open it."""
    document: str
    title: str
    issued_on: date
    place: str
    content: str
    time_text: str
    lead_text: str
    added_at: datetime | None
    added_by: str
    settlement_label: str
    settlement_reason: str
    is_withdrawn: bool
    clashes: list[ClashView] = field(default_factory=list)
    may_change: bool = False
    may_re_date: bool = False


@dataclass(frozen=True, slots=True)
class TaskSources:
    """All documents behind one task."""

    task_id: int
    sources: list[SourceView]
    may_add: bool


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty of a document: a task of its own, or work given before."""

    task_id: int | None
    code: str
    content: str
    lead_text: str
    given_to: list[str]
    given_count: int
    time_text: str
    time_label: str
    badge: StateBadge | None
    done_count: int
    total_count: int
    needs_choice: bool
    given_before: str
    """The document in which the work was given first; empty for work of this document."""
    other_sources: list[str]
    clashes: list[ClashView] = field(default_factory=list)

    @property
    def sole_agency(self) -> str:
        """The one agency that does it, where the words of the paper are not its very name."""
        names = self.given_to if self.given_count == 1 else []
        return next((name for name in names if name not in self.lead_text), "")


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """One document that gives work."""

    plan: PlanPage
    row: DirectiveRow
    duties: list[DutyRow]
    undated_count: int
    """Parts that still wait for somebody to set a deadline."""
    clash_count: int


@dataclass(frozen=True, slots=True)
class SameCandidate:
    """A task in force that a row of a draft may be."""

    task_id: int
    label: str
    document: str
    lead_text: str
    time_text: str
    percent: int
    clashes: list[ClashView]


@dataclass(frozen=True, slots=True)
class RowHints:
    """What the review of a directive says of one row beyond its cells."""

    same_as: SameCandidate | None = None
    candidates: list[SameCandidate] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    """ "Phòng A đã thôi hoạt động; kế thừa: Phòng B"."""


@dataclass(frozen=True, slots=True)
class DraftHints:
    """What the review of a directive says beyond its cells."""

    rows: dict[str, RowHints]
    undated_count: int
    proposed_due_on: date
    """Offered as the common deadline."""
    has_ended: bool
    issuers: list[Choice]
    """Agencies in whose name the reader may let it give work."""
    issuer_id: int
    is_future: bool
    """Issued after today: the day is probably misread."""
