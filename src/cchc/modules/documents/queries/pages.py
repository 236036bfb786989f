"""What the pages of outgoing papers are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cchc.officialdocs.writing import Block


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a form or filter."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class LetterRow:
    """An outgoing paper in a list."""

    id: int
    number: str
    subject: str
    kind_label: str
    agency_name: str
    issued_on: date | None
    state: str
    state_label: str
    tone: str
    signer: str
    addressees: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """What the list is narrowed to."""

    text: str = ""
    kind: str = ""
    state: str = ""
    agency_id: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class LettersPage:
    """The list of outgoing papers."""

    rows: list[LetterRow]
    total: int
    filter: LetterFilter
    kinds: list[Choice]
    states: list[Choice]
    agencies: list[Choice]
    years: list[Choice]
    next_cursor: str
    previous_cursor: str
    may_draft: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that goes with a paper."""

    id: int
    name: str
    size: int
    sha256: str
    version: int
    who: str
    at: datetime
    content_type: str


@dataclass(frozen=True, slots=True)
class TrailItem:
    """Something that happened to a paper."""

    at: datetime
    actor_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Rows of an appendix under a heading; each cell with the head of its column."""

    heading: str
    rows: list[list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class ListView:
    """An appendix on the page of a paper."""

    title: str
    heads: list[str]
    groups: list[ListGroup]


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One outgoing paper: as it prints, where it stands, what may be done with it."""

    id: int
    kind_label: str
    subject: str
    agency_id: int
    agency_name: str
    state: str
    state_label: str
    tone: str
    version: int
    is_draft: bool
    superior: str
    issuer: str
    number: str
    place_date: str
    printed_kind: str
    printed_title: str
    addressees: list[str]
    blocks: tuple[Block, ...]
    appendices: list[ListView]
    signer_title: str
    signer_name: str
    recipients: list[str]
    issued_on: date | None
    created_by: str
    created_at: datetime
    changed_at: datetime
    sent_at: datetime | None
    withdrawal_reason: str
    word_file: FileRow | None
    attachments: list[FileRow]
    receivers: list[str]
    trail: list[TrailItem]
    source: str
    may_edit: bool
    may_submit: bool
    may_issue: bool
    may_return: bool
    may_send: bool
    may_withdraw: bool
    may_abandon: bool


@dataclass(frozen=True, slots=True)
class LetterToEdit:
    """What the page for changing a draft begins with."""

    id: int
    version: int
    subject: str
    place: str
    addressees: str
    body: str
    recipients: str
    signer: str
    signers: list[Choice]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One number of a register."""

    number: int
    symbol: str
    issued_on: date
    kind_label: str
    subject: str
    addressees: str
    signer: str
    state_label: str
    tone: str
    letter_id: int | None
    explanation: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class SymbolRow:
    """A symbol that a register uses or used."""

    kind_label: str
    symbol: str
    effective_from: date
    effective_to: date | None


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One year of a register."""

    id: int
    name: str
    agency_name: str
    year: int
    years: list[int]
    first_number: int
    last_number: int
    next_number: int
    rows: list[EntryRow]
    symbols: list[SymbolRow]
    gap_count: int
    may_manage: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register in the list of registers."""

    id: int
    name: str
    agency_name: str
    year: int
    count: int
    last_number: int
