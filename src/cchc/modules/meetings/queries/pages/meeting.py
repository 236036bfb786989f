"""Meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cchc.modules.meetings.queries.pages.shared import Choice, TrailItem
from cchc.platform.storage.queries import FileCard


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list."""

    id: int
    title: str
    kind_label: str
    organiser: str
    starts_at: datetime
    ends_at: datetime
    hours: str
    place: str
    chair: str
    state: str
    state_label: str
    tone: str
    invited_count: int
    answered_count: int
    conclusion_count: int


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings that a person may know of."""

    meetings: list[MeetingRow]
    kind: str
    state: str
    text: str
    kinds: list[Choice]
    states: list[Choice]
    may_organise: bool


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point of the agenda."""

    position: int
    title: str
    presenter: str
    minute_count: int


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """Somebody invited."""

    id: int
    who: str
    detail: str
    owes_papers: bool
    has_papers: bool
    answer: str
    answer_label: str
    tone: str
    delegate: str
    note: str
    presence: str
    presence_label: str
    presence_note: str
    may_answer: bool


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of the meeting."""

    id: int
    title: str
    file: FileCard
    agency: str
    by: str
    at: datetime
    is_minutes: bool
    may_take_out: bool


@dataclass(frozen=True, slots=True)
class ConclusionRow:
    """A conclusion, and the state of the work it became."""

    id: int
    position: int
    content: str
    product: str
    lead: str
    coordinating: str
    due_on: date
    task_url: str
    task_label: str
    task_tone: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting: story, people, papers, conclusions, and what the reader may do."""

    row: MeetingRow
    purpose: str
    reason: str
    papers_due_on: date | None
    minutes: str
    room: str
    known_conflicts: str
    points: list[PointRow]
    invitations: list[InvitationRow]
    papers: list[PaperRow]
    conclusions: list[ConclusionRow]
    conclusion_number: str
    conclusion_kind: str
    draft_url: str
    draft_label: str
    plan_url: str
    entry_url: str
    entry_label: str
    answer_counts: list[tuple[str, int]]
    own_answer_url: str
    may_organise: bool
    may_change: bool
    may_send: bool
    may_hold: bool
    may_write_minutes: bool
    may_conclude: bool
    may_hand_over: bool
    may_call_off: bool
    may_postpone: bool
    may_hand_in: bool
    may_propose_entry: bool
    trail: list[TrailItem]
