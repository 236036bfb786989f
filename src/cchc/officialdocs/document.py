"""What an official document says once understood: each value with place, certainty, doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from cchc.officialdocs.layout import Doubt, Medium, Place
from cchc.officialdocs.understanding.agencies import AgencyMention
from cchc.officialdocs.understanding.citations import Citation
from cchc.officialdocs.understanding.money import Budget
from cchc.officialdocs.understanding.times import Time

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value as read: where it stands, how sure the reader is (0–1), and why not surer."""

    value: T
    place: Place | None = None
    confidence: float = 1.0
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, with what authority ("TM. ỦY BAN NHÂN DÂN") and in what position."""

    authority: str | None
    position: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """The time a plan is for, first and last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Enclosing:
    """The decision that issues an attached plan: its kind and title."""

    doc_type: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading under which tasks stand; `area` is the code of the area of reform it names."""

    code: str | None
    title: str
    area: str | None = None
    place: Place | None = None
    confidence: float = 1.0
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity to reach; `comparator` is one of = >= > <= <, `bullet` counts the points."""

    no: int
    text: str
    quantity: float | None
    unit: str | None
    comparator: str
    subject: str | None
    due: date | None
    bullet: int | None = None
    area: str | None = None
    lead: tuple[AgencyMention, ...] = ()
    place: Place | None = None
    confidence: float = 1.0
    doubt: str | None = None


class TaskOrigin(StrEnum):
    """Where in a document a task was found."""

    TABLE = "table"
    PROSE = "prose"
    DUTY = "duty"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class FieldDoubt:
    """A doubt about one value of a task, for the person who reviews it."""

    field: str
    message: str
    confidence: float
    place: Place | None


@dataclass(frozen=True, slots=True)
class Task:
    """One task: what, to deliver what, who leads, who co-ordinates, when, with which money.

    `key` is unique in the document where the paper numbers its rows without fault: section code,
    a full stop, and the letter or number of the row. `extra` keeps columns that mean none of these.
    """

    key: str
    order: Reading[str | None]
    section_code: str | None
    section: Reading[str | None]
    content: Reading[str]
    product: Reading[str]
    lead_text: Reading[str]
    lead: tuple[AgencyMention, ...]
    coordinating_text: Reading[str]
    coordinating: tuple[AgencyMention, ...]
    time_text: Reading[str]
    time: Time
    budget_text: Reading[str]
    budget: Budget
    funding_source: Reading[str | None]
    note_text: Reading[str]
    origin: TaskOrigin
    area: str | None = None
    section_path: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    citations: tuple[Citation, ...] = ()
    places: tuple[Place, ...] = ()

    def doubts(self) -> tuple[FieldDoubt, ...]:
        """Everything a person should look at, in the order of the columns."""
        found: list[FieldDoubt] = []
        texts: tuple[tuple[str, Reading[str] | Reading[str | None]], ...] = (
            ("order", self.order),
            ("section", self.section),
            ("content", self.content),
            ("product", self.product),
            ("lead", self.lead_text),
            ("coordinating", self.coordinating_text),
            ("time", self.time_text),
            ("budget", self.budget_text),
            ("funding_source", self.funding_source),
            ("note", self.note_text),
        )
        for name, reading in texts:
            if reading.doubt:
                found.append(FieldDoubt(name, reading.doubt, reading.confidence, reading.place))
        for name, text, mentions in (
            ("lead", self.lead_text, self.lead),
            ("coordinating", self.coordinating_text, self.coordinating),
        ):
            found += [
                FieldDoubt(name, f"{mention.name}: {mention.doubt}", mention.confidence, text.place)
                for mention in mentions
                if mention.doubt
            ]
        if self.time.doubt:
            found.append(
                FieldDoubt("time", self.time.doubt, self.time.confidence, self.time_text.place)
            )
        if self.budget.doubt:
            place = self.budget_text.place
            found.append(FieldDoubt("budget", self.budget.doubt, self.budget.confidence, place))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What a plan lays on an agency in its part "Tổ chức thực hiện"; no task of its own."""

    agencies: tuple[AgencyMention, ...]
    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """An official document as understood; None stands for what the paper does not say."""

    medium: Medium
    doc_type: Reading[str | None]
    number: Reading[str | None]
    symbol: Reading[str | None]
    issued_on: Reading[date | None]
    issuing_body: Reading[str | None]
    place: Reading[str | None]
    signer: Reading[Signer | None]
    title: Reading[str | None]
    year: Reading[int | None]
    period: Reading[Period | None]
    secrecy: Reading[str | None] = Reading(None)
    """The degree of secrecy stamped on it ("Mật"); None for an open document."""
    enclosing: Enclosing | None = None
    basis: tuple[Citation, ...] = ()
    addressees: tuple[AgencyMention, ...] = ()
    sections: tuple[Section, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    report_duties: tuple[Task, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    recipients: tuple[Reading[str], ...] = ()
    warnings: tuple[Doubt, ...] = ()
    page_count: int | None = None
