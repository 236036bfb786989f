"""The JSON of a document as read, and its published JSON Schema.

In each object `source`, `confidence` and `doubt` are maps from the name of a value to where it
stands, how sure the reader is (0–1), and, only where there is one, the reason for doubt.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from cchc.officialdocs.document import (
    OfficialDocument,
    Reading,
    Section,
    Signer,
    Target,
    Task,
)
from cchc.officialdocs.layout import Doubt, Place
from cchc.officialdocs.shapes import (
    AnchorJson,
    BudgetJson,
    CitationJson,
    DocumentJson,
    EnclosingJson,
    Evidence,
    MentionJson,
    PlaceJson,
    ResponsibilityJson,
    SectionJson,
    SignerJson,
    TargetJson,
    TaskJson,
    TimeJson,
    WarningJson,
)
from cchc.officialdocs.understanding.agencies import AgencyMention
from cchc.officialdocs.understanding.money import Budget
from cchc.officialdocs.understanding.times import Time

SCHEMA_NAME = "cchc-official-document/1"
SCHEMA_PATH = Path("docs/modules/officialdocs.schema.json")


def to_json(document: OfficialDocument) -> DocumentJson:
    """The document as JSON data, every value with its place, certainty and doubt."""
    signer, period = document.signer.value, document.period.value
    return DocumentJson(
        schema=SCHEMA_NAME,
        medium=document.medium.value,
        page_count=document.page_count,
        doc_type=document.doc_type.value,
        number=document.number.value,
        symbol=document.symbol.value,
        date=_day(document.issued_on.value),
        issuing_body=document.issuing_body.value,
        place=document.place.value,
        signer=_signer(signer) if signer else None,
        title=document.title.value,
        year=document.year.value,
        period={"from": period.first.isoformat(), "to": period.last.isoformat()}
        if period
        else None,
        secrecy=document.secrecy.value,
        enclosing=EnclosingJson(
            doc_type=document.enclosing.doc_type, title=document.enclosing.title
        )
        if document.enclosing
        else None,
        basis_refs=[citation.reference for citation in document.basis],
        addressees=[mention.name for mention in document.addressees],
        sections=[_section(section) for section in document.sections],
        targets=[_target(target) for target in document.targets],
        tasks=[_task(task) for task in document.tasks],
        report_duties=[_task(task) for task in document.report_duties],
        responsibilities=[
            ResponsibilityJson(
                agencies=[mention.name for mention in item.agencies],
                text=item.text,
                **_evidence({"text": Reading(item.text, item.place)}),
            )
            for item in document.responsibilities
        ],
        recipients=[reading.value for reading in document.recipients],
        warnings=[_warning(warning) for warning in document.warnings],
        **_evidence(_head_readings(document)),
    )


def _head_readings(document: OfficialDocument) -> dict[str, Reading[Any]]:
    return {
        "doc_type": document.doc_type,
        "number": document.number,
        "symbol": document.symbol,
        "date": document.issued_on,
        "issuing_body": document.issuing_body,
        "place": document.place,
        "signer": document.signer,
        "title": document.title,
        "year": document.year,
        "period": document.period,
        "secrecy": document.secrecy,
    }


def _evidence(readings: dict[str, Reading[Any]]) -> Evidence:
    """The maps of places, certainties and doubts of some values."""
    return Evidence(
        source={name: _place(r.place) for name, r in readings.items() if r.place is not None},
        confidence={name: round(r.confidence, 3) for name, r in readings.items()},
        doubt={name: r.doubt for name, r in readings.items() if r.doubt},
    )


def _place(place: Place) -> PlaceJson:
    found: PlaceJson = {}
    if place.page is not None:
        found["page"] = place.page
    if place.paragraph is not None:
        found["paragraph"] = place.paragraph
    if place.table is not None:
        found["table"] = place.table
    if place.row is not None:
        found["row"] = place.row
    if place.cell is not None:
        found["cell"] = place.cell
    return found


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _signer(signer: Signer) -> SignerJson:
    return SignerJson(authority=signer.authority, position=signer.position, name=signer.name)


def _section(section: Section) -> SectionJson:
    reading = Reading(section.title, section.place, section.confidence, section.doubt)
    return SectionJson(
        code=section.code, title=section.title, area=section.area, **_evidence({"title": reading})
    )


def _target(target: Target) -> TargetJson:
    quantity = target.quantity
    return TargetJson(
        no=target.no,
        quantity=int(quantity) if quantity is not None and quantity.is_integer() else quantity,
        unit=target.unit,
        comparator=target.comparator,
        text=target.text,
        subject=target.subject,
        due=_day(target.due),
        bullet=target.bullet,
        area=target.area,
        lead=[mention.name for mention in target.lead],
        **_evidence({"text": Reading(target.text, target.place, target.confidence, target.doubt)}),
    )


def _task(task: Task) -> TaskJson:
    return TaskJson(
        order=task.order.value,
        key=task.key,
        section_code=task.section_code,
        section=task.section.value,
        section_path=list(task.section_path),
        area=task.area,
        content=task.content.value,
        product=task.product.value,
        lead_text=task.lead_text.value,
        lead=[mention.name for mention in task.lead],
        lead_mentions=[_mention(mention) for mention in task.lead],
        coordinating_text=task.coordinating_text.value,
        coordinating=[mention.name for mention in task.coordinating],
        coordinating_mentions=[_mention(mention) for mention in task.coordinating],
        time_text=task.time_text.value,
        time=_time(task.time),
        budget_text=task.budget_text.value,
        budget=_budget(task.budget),
        budget_vnd=task.budget.vnd,
        funding_source=task.funding_source.value,
        note_text=task.note_text.value,
        extra=dict(task.extra),
        citations=[
            CitationJson(
                kind=citation.kind,
                number=citation.number,
                date=_day(citation.date),
                issuer=citation.issuer,
            )
            for citation in task.citations
        ],
        origin=task.origin.value,
        **_evidence(_task_readings(task)),
    )


def _task_readings(task: Task) -> dict[str, Reading[Any]]:
    """The values of a task with what was doubtful in understanding them."""
    lead = [mention.doubt for mention in task.lead if mention.doubt]
    others = [mention.doubt for mention in task.coordinating if mention.doubt]
    time, budget = task.time, task.budget
    return {
        "order": task.order,
        "section": task.section,
        "content": task.content,
        "product": task.product,
        "lead_text": task.lead_text,
        "lead": _understood(task.lead_text, _least(task.lead), "; ".join(lead)),
        "coordinating_text": task.coordinating_text,
        "coordinating": _understood(
            task.coordinating_text, _least(task.coordinating), "; ".join(others)
        ),
        "time_text": task.time_text,
        "time": _understood(task.time_text, time.confidence, time.doubt),
        "budget_text": task.budget_text,
        "budget": _understood(task.budget_text, budget.confidence, budget.doubt),
        "funding_source": task.funding_source,
        "note_text": task.note_text,
    }


def _least(mentions: tuple[AgencyMention, ...]) -> float:
    return min((mention.confidence for mention in mentions), default=1.0)


def _understood(words: Reading[str], confidence: float, doubt: str | None) -> Reading[str]:
    """What was understood of words is no surer than the words themselves."""
    return Reading(
        words.value, words.place, min(words.confidence, confidence), doubt or words.doubt
    )


def _mention(mention: AgencyMention) -> MentionJson:
    return MentionJson(
        name=mention.name,
        text=mention.text,
        kind=mention.kind.value,
        codes=list(mention.codes),
        candidates=list(mention.candidates),
        condition=mention.condition,
        role=mention.role,
        start=mention.start,
        end=mention.end,
        confidence=round(mention.confidence, 3),
        doubt=mention.doubt,
    )


def _time(time: Time) -> TimeJson:
    return TimeJson(
        kind=time.kind.value,
        start=_day(time.start),
        due=_day(time.due),
        freq=time.freq.value if time.freq else None,
        freqs=[freq.value for freq in time.freqs],
        times_per_period=time.times_per_period,
        every=time.every,
        anchors=[
            AnchorJson(month=a.month, day=a.day, is_last_month=a.is_last_month)
            for a in time.anchors
        ],
        reference=time.reference,
        trigger=time.trigger,
        adhoc=time.adhoc,
        exclusive=time.exclusive,
        stated=_day(time.stated),
        open_ended=time.open_ended,
        is_continuous=time.is_continuous,
        note=time.note,
    )


def _budget(budget: Budget) -> BudgetJson:
    return BudgetJson(
        vnd=budget.vnd,
        basis=budget.basis,
        total_vnd=budget.total_vnd,
        total_is_derived=budget.total_is_derived,
        note=budget.note,
    )


def _warning(warning: Doubt) -> WarningJson:
    return WarningJson(
        code=warning.code,
        message=warning.message,
        source=_place(warning.place) if warning.place else None,
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `to_json`, in the dialect of 2020-12."""
    schema = TypeAdapter(DocumentJson).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_NAME,
        "title": "Văn bản hành chính đã đọc",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def schema_text() -> str:
    """The schema as it is published, with a stable order of keys."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_schema(root: Path) -> Path:
    """Write the published schema under the root of the repository; returns its path."""
    path = root / SCHEMA_PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(schema_text(), encoding="utf-8")
    return path


if __name__ == "__main__":
    write_schema(Path())
