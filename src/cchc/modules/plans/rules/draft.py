"""A draft: what was understood of a paper, value by value, before a person confirms it.

Plain data that goes to and from JSON unchanged, so that a draft can be left, shared and found
again. A place is written "p3", "t1.r4.c2" (paragraph 3; table 1, row 4, cell 2), as on the paper
beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from cchc.modules.plans.rules.timing import UNTIMED, Timing

HEADER_FIELDS = (
    "document_kind",
    "number",
    "issued_on",
    "title",
    "issuing_body",
    "place",
    "year",
    "period_starts_on",
    "period_ends_on",
    "signer_name",
    "signer_position",
    "signer_authority",
    "received_on",
)
DATE_FIELDS = frozenset({"issued_on", "received_on", "period_starts_on", "period_ends_on"})
TASK_FIELDS = (
    "order_text",
    "content",
    "product",
    "lead_text",
    "coordinating_text",
    "time_text",
    "budget_text",
    "funding_source",
    "note_text",
)
TARGET_FIELDS = ("text", "quantity", "unit", "comparator", "due_on", "subject")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as written, where it stands, and why to look at it."""

    value: str = ""
    place: str = ""
    doubts: tuple[str, ...] = ()
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as the paper names it: whom it certainly means, whom it may, on what condition."""

    text: str
    codes: tuple[str, ...] = ()
    """"agency:12", "group:PROVINCIAL_DEPARTMENTS"."""
    candidates: tuple[str, ...] = ()
    condition: str = ""
    doubt: str = ""
    chosen: tuple[int, ...] = ()
    """Agencies a person chose for an open or conditional group."""
    is_chosen: bool = False
    """True when a person settled who is meant; reading the words again does not undo it."""


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a row, in đồng."""

    amount: int | None = None
    basis: str = ""
    total: int | None = None
    is_total_derived: bool = False


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A row as understood."""

    id: str
    section: int | None = None
    """Which of the draft's sections it stands under."""
    code: str = ""
    cells: Mapping[str, Cell] = field(default_factory=dict)
    timing: Timing = UNTIMED
    money: Money = Money()
    leads: tuple[Mention, ...] = ()
    coordinators: tuple[Mention, ...] = ()
    answers: int | None = None
    """The task of the plan above that this row carries out."""
    same_as: int | None = None
    """The task in force that this row is: confirming adds a source to it, and no new task."""
    is_added: bool = False

    def text(self, name: str) -> str:
        """What stands in a column; empty when nothing does."""
        cell = self.cells.get(name)
        return cell.value if cell else ""

    @property
    def doubt_count(self) -> int:
        """How many things in the row a person should look at."""
        parties = sum(1 for party in (*self.leads, *self.coordinators) if party.doubt)
        return parties + sum(len(cell.doubts) for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class DraftTarget:
    """A target as understood; every value as written, "90", ">=", "2019-12-31"."""

    id: str
    cells: Mapping[str, Cell] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field; empty when nothing does."""
        cell = self.cells.get(name)
        return cell.value if cell else ""

    @property
    def doubt_count(self) -> int:
        """How many things in the target a person should look at."""
        return sum(len(cell.doubts) for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A heading under which rows stand."""

    code: str
    title: str
    area_code: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that was understood."""

    header: Mapping[str, Cell] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    tasks: tuple[DraftTask, ...] = ()
    duties: tuple[DraftTask, ...] = ()
    """Duties to report found in the text: offered, not part of the plan unless taken over."""
    targets: tuple[DraftTarget, ...] = ()
    doubts: tuple[str, ...] = ()
    """What is doubtful about the paper as a whole."""
    above_id: int | None = None
    programme_id: int | None = None

    def head(self, name: str) -> str:
        """A value of the header; empty when the paper does not say."""
        cell = self.header.get(name)
        return cell.value if cell else ""

    def task(self, row_id: str) -> DraftTask | None:
        """The row with this identity."""
        return next((task for task in self.tasks if task.id == row_id), None)

    @property
    def doubt_count(self) -> int:
        """How many things a person should look at."""
        rows = sum(task.doubt_count for task in self.tasks)
        rows += sum(target.doubt_count for target in self.targets)
        return rows + len(self.doubts) + sum(len(cell.doubts) for cell in self.header.values())


_DRAFT = TypeAdapter(Draft)
_TASK = TypeAdapter(DraftTask)
_TARGET = TypeAdapter(DraftTarget)
_TIMING = TypeAdapter(Timing)


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """The draft as plain JSON."""
    plain: dict[str, Any] = _DRAFT.dump_python(draft, mode="json")
    return plain


def draft_from_json(plain: Mapping[str, Any]) -> Draft:
    """The draft that was stored."""
    return _DRAFT.validate_python(plain)


def task_to_json(task: DraftTask) -> dict[str, Any]:
    """A row as plain JSON."""
    plain: dict[str, Any] = _TASK.dump_python(task, mode="json")
    return plain


def task_from_json(plain: Mapping[str, Any]) -> DraftTask:
    """The row that was stored."""
    return _TASK.validate_python(plain)


def target_to_json(target: DraftTarget) -> dict[str, Any]:
    """A target as plain JSON."""
    plain: dict[str, Any] = _TARGET.dump_python(target, mode="json")
    return plain


def target_from_json(plain: Mapping[str, Any]) -> DraftTarget:
    """The target that was stored."""
    return _TARGET.validate_python(plain)


def timing_to_json(timing: Timing) -> dict[str, Any]:
    """A time as plain JSON."""
    plain: dict[str, Any] = _TIMING.dump_python(timing, mode="json")
    return plain


def timing_from_json(plain: Mapping[str, Any]) -> Timing:
    """The time that was stored; untimed when nothing was."""
    return _TIMING.validate_python(plain) if plain else UNTIMED
