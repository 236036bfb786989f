"""The shapes of the JSON that a document is published in; the JSON Schema is made from these."""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic asks for this one below Python 3.12


class PlaceJson(TypedDict, total=False):
    """Where something stands; counts begin at 1, a key is missing where the medium has none."""

    page: int
    paragraph: int
    table: int
    row: int
    cell: int


class Evidence(TypedDict):
    """The three maps that every object carries."""

    source: dict[str, PlaceJson]
    confidence: dict[str, float]
    doubt: dict[str, str]


class SignerJson(TypedDict):
    """Who signed."""

    authority: str | None
    position: str | None
    name: str | None


PeriodJson = TypedDict("PeriodJson", {"from": str, "to": str})
PeriodJson.__doc__ = "First and last day, as YYYY-MM-DD."


class EnclosingJson(TypedDict):
    """The decision that issues an attached plan."""

    doc_type: str
    title: str | None


class SectionJson(Evidence):
    """A heading under which tasks stand; `area` is the code of the area of reform."""

    code: str | None
    title: str
    area: str | None


class MentionJson(TypedDict):
    """An agency or group in a list: what was written, and whom the register takes it for."""

    name: str
    text: str
    kind: str
    codes: list[str]
    candidates: list[str]
    condition: str | None
    role: str | None
    start: int
    end: int
    confidence: float
    doubt: str | None


class AnchorJson(TypedDict):
    """A day in each round of a recurring task."""

    month: int | None
    day: int | None
    is_last_month: bool


class TimeJson(TypedDict):
    """A time; dates as YYYY-MM-DD. `due` is the last day on time, `stated` the day on the paper."""

    kind: str
    start: str | None
    due: str | None
    freq: str | None
    freqs: list[str]
    times_per_period: int | None
    every: int
    anchors: list[AnchorJson]
    reference: str | None
    trigger: str | None
    adhoc: str | None
    exclusive: bool
    stated: str | None
    open_ended: bool
    is_continuous: bool
    note: str | None


class BudgetJson(TypedDict):
    """Money in đồng; `basis` is what `vnd` is for, `total_vnd` the whole where it can be known."""

    vnd: int | None
    basis: str | None
    total_vnd: int | None
    total_is_derived: bool
    note: str | None


class CitationJson(TypedDict):
    """A legal act as cited."""

    kind: str
    number: str | None
    date: str | None
    issuer: str | None


class TaskJson(Evidence):
    """One task."""

    order: str | None
    key: str
    section_code: str | None
    section: str | None
    section_path: list[str]
    area: str | None
    content: str
    product: str
    lead_text: str
    lead: list[str]
    lead_mentions: list[MentionJson]
    coordinating_text: str
    coordinating: list[str]
    coordinating_mentions: list[MentionJson]
    time_text: str
    time: TimeJson
    budget_text: str
    budget: BudgetJson
    budget_vnd: int | None
    funding_source: str | None
    note_text: str
    extra: dict[str, str]
    citations: list[CitationJson]
    origin: str


class TargetJson(Evidence):
    """A quantity to reach."""

    no: int
    quantity: float | None
    unit: str | None
    comparator: str
    text: str
    subject: str | None
    due: str | None
    bullet: int | None
    area: str | None
    lead: list[str]


class ResponsibilityJson(Evidence):
    """What a plan lays on agencies in "Tổ chức thực hiện"."""

    agencies: list[str]
    text: str


class WarningJson(TypedDict):
    """Something for a person to look at; `code` is stable, `message` Vietnamese."""

    code: str
    message: str
    source: PlaceJson | None


class DocumentJson(Evidence):
    """An official document as read; null stands for what the paper does not say."""

    schema: str
    medium: str
    page_count: int | None
    doc_type: str | None
    number: str | None
    symbol: str | None
    date: str | None
    issuing_body: str | None
    place: str | None
    signer: SignerJson | None
    title: str | None
    year: int | None
    period: PeriodJson | None
    secrecy: str | None
    """"Mật", "Tối mật", "Tuyệt mật"; null for an open document."""
    enclosing: EnclosingJson | None
    basis_refs: list[str]
    addressees: list[str]
    sections: list[SectionJson]
    targets: list[TargetJson]
    tasks: list[TaskJson]
    report_duties: list[TaskJson]
    responsibilities: list[ResponsibilityJson]
    recipients: list[str]
    warnings: list[WarningJson]
