"""The shapes of the review of an import: the paper, and beside it what was understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from cchc.modules.plans.queries.pages import AgencyRef, Choice, DraftRow
from cchc.modules.plans.queries.pages.directive import DraftHints, RowHints


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """Why a cell should be looked at."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewCell:
    """One value as understood: what stands there, what it means, where, what is doubtful."""

    name: str
    label: str
    value: str
    """As written; what an edit replaces."""
    meaning: str
    """What it was understood to mean, in words; empty when the words say it."""
    place: str
    """Key of the place on the paper, matching `PaperBlock.place`; empty when typed by hand."""
    doubts: list[CellDoubt] = field(default_factory=list)
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class ReviewParty:
    """A party as understood: agency or group, who that is on the day of issue, who else."""

    index: int
    text: str
    agency: AgencyRef | None
    group_code: str
    group_name: str
    members: list[AgencyRef]
    member_count: int
    condition: str
    needs_choice: bool
    candidates: list[AgencyRef]
    doubts: list[CellDoubt] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A task as understood."""

    row_id: str
    code: str
    section_code: str
    section_title: str
    cells: dict[str, ReviewCell]
    """By field: order_text, content, product, lead_text, coordinating_text, time_text,
    budget_text, funding_source, note_text."""
    leads: list[ReviewParty]
    coordinators: list[ReviewParty]
    occurrence_count: int
    """How many dated occurrences a lead will have; 0 when it waits."""
    assignment_count: int
    doubt_count: int
    answers: Choice | None = None
    is_added: bool = False
    places: tuple[str, ...] = ()
    """Where the row's values stand on the paper, the first first."""
    paper_page: int | None = None
    """The page of the paper on which it stands; None where the file has no pages."""
    hints: RowHints | None = None
    """Set for the rows of a directive."""


@dataclass(frozen=True, slots=True)
class ReviewTarget:
    """A target as understood."""

    row_id: str
    number: int
    cells: dict[str, ReviewCell]
    """By field: text, quantity, unit, comparator, due_on, subject."""
    doubt_count: int


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell of a table on the paper."""

    text: str
    place: str
    is_bold: bool = False
    spans: int = 1
    row_spans: int = 1


@dataclass(frozen=True, slots=True)
class PaperBlock:
    """A paragraph (rows empty) or a table of the paper; its text is shown, never interpreted."""

    text: str
    place: str
    page: int | None
    is_bold: bool = False
    is_italic: bool = False
    is_centered: bool = False
    rows: list[list[PaperCell]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What must be settled before the draft can be confirmed."""

    code: str
    text: str
    field: str = ""
    row_id: str = ""
    target_id: str = ""


@dataclass(frozen=True, slots=True)
class Twin:
    """The document of the same issuer that bears this number in this year already."""

    plan_id: int
    number: str
    title: str
    issued_on: date
    may_correct: bool
    """Whether the actor may take the draft as a correction of it."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """What a corrected paper changes in one row, and what that does to work begun."""

    change: str
    change_label: str
    tone: str
    code: str
    content: str
    fields: list[tuple[str, str, str]]
    """Field label, before, after."""
    effect: str
    """"12 phần việc đang làm được giữ nguyên, hạn đổi thành 30/09/2019"."""
    row_id: str = ""
    task_id: int | None = None


@dataclass(frozen=True, slots=True)
class SharedWith:
    """A person to whom the draft is shown."""

    person_id: int
    full_name: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The review of an import."""

    draft: DraftRow
    issuer: AgencyRef
    plan_kind: str
    plan_kinds: list[Choice]
    header: dict[str, ReviewCell]
    """By field: document_kind, number, issued_on, title, issuing_body, place, year,
    period_starts_on, period_ends_on, signer_name, signer_position, signer_authority, recipients."""
    document_doubts: list[CellDoubt]
    sections: list[Choice]
    rows: list[ReviewRow]
    """Those of the chosen view, at most `page_size`."""
    targets: list[ReviewTarget]
    row_count: int
    doubt_row_count: int
    target_count: int
    duty_count: int
    """Duties to report that the text lays down outside the table."""
    view: str
    """doubtful, all, targets, duties, difference."""
    page: int
    page_count: int
    paper: list[PaperBlock]
    paper_page: int | None
    paper_page_count: int | None
    file_id: int | None
    medium: str
    obstacles: list[Obstacle]
    assignment_count: int
    occurrence_count: int
    above: Choice | None
    above_choices: list[Choice]
    """Plans of the level above that this one may carry out."""
    programme: Choice | None
    programme_choices: list[Choice]
    shared_with: list[SharedWith]
    edit_count: int
    may_confirm: bool
    may_edit: bool
    chosen_row: str = ""
    """The row whose passage is marked on the paper."""
    chosen_places: frozenset[str] = frozenset()
    twin: Twin | None = None
    corrects_plan_id: int | None = None
    differences: list[DifferenceRow] = field(default_factory=list)
    hints: DraftHints | None = None
    """Set for a directive."""


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """How far the reading has come, for a page that waits."""

    draft_id: int
    state: str
    state_label: str
    percent: int
    text: str
    failure_text: str
    started_at: datetime
    is_finished: bool


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """A plan entered by hand: what the form asks for before rows are typed."""

    document_kind: str
    number: str
    issued_on: date
    title: str
    year: int
