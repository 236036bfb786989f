"""From a paper as read to a draft, and from words typed by a person to what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from cchc.modules.plans.rules.areas import Scheme, recognise, scheme_for
from cchc.modules.plans.rules.draft import (
    Cell,
    Draft,
    DraftSection,
    DraftTarget,
    DraftTask,
    Mention,
    Money,
)
from cchc.modules.plans.rules.timing import timing_of
from cchc.officialdocs.document import OfficialDocument, Reading, Target, Task
from cchc.officialdocs.layout import Place
from cchc.officialdocs.register import AgencyRegister
from cchc.officialdocs.understanding.agencies import AgencyMention, split_agencies
from cchc.officialdocs.understanding.money import Budget, funding_source, read_money
from cchc.officialdocs.understanding.times import read_time

UNSURE = 0.6
"""Certainty of recognition below which a value is marked even without a reason."""
_UNSURE_TEXT = "Nhận dạng chữ chưa chắc chắn, xin đối chiếu với bản gốc."


def place_key(place: Place | None) -> str:
    """Where something stands, as the paper beside it names its places."""
    if place is None:
        return ""
    if place.table is None:
        return "" if place.paragraph is None else f"p{place.paragraph}"
    parts = (
        (f"t{place.table}", True),
        (f"r{place.row}", place.row),
        (f"c{place.cell}", place.cell),
    )
    return ".".join(text for text, there in parts if there)


def draft_from_document(document: OfficialDocument) -> Draft:
    """The draft that a reading begins as."""
    year = document.year.value
    scheme = scheme_for(year) if year else None
    sections = tuple(
        DraftSection(s.code or "", s.title, recognise(s.title, scheme) if scheme else "")
        for s in document.sections
    )
    return Draft(
        header=_header(document),
        recipients=tuple(reading.value for reading in document.recipients),
        sections=sections,
        tasks=tuple(_task(f"t{i}", t, sections) for i, t in enumerate(document.tasks)),
        duties=tuple(_task(f"r{i}", t, sections) for i, t in enumerate(document.report_duties)),
        targets=tuple(_target(f"m{i}", target) for i, target in enumerate(document.targets)),
        doubts=tuple(warning.message for warning in document.warnings),
    )


def areas_by(scheme: Scheme, sections: Iterable[DraftSection]) -> tuple[DraftSection, ...]:
    """The sections with the areas that their titles name in this scheme, where none is set."""
    return tuple(
        section
        if scheme.area(section.area_code)
        else replace(section, area_code=recognise(section.title, scheme))
        for section in sections
    )


def reread_time(
    task: DraftTask, *, year: int | None, period: tuple[date, date] | None
) -> DraftTask:
    """The row with its time understood from its words again."""
    time = read_time(task.text("time_text"), year=year, period=period)
    cells = {**task.cells, "time_text": _doubted(task.cells.get("time_text"), time.doubt)}
    return replace(task, timing=timing_of(time), cells=cells)


def reread_money(
    task: DraftTask, *, year: int | None, period: tuple[date, date] | None
) -> DraftTask:
    """The row with its money understood from its words again."""
    time = read_time(task.text("time_text"), year=year, period=period)
    budget = read_money(task.text("budget_text"), time=time, year=year)
    cells = {**task.cells, "budget_text": _doubted(task.cells.get("budget_text"), budget.doubt)}
    source = budget.funding_source or funding_source(task.text("note_text"))
    if source and not task.text("funding_source"):
        cells["funding_source"] = Cell(source)
    return replace(task, money=_money(budget), cells=cells)


def reread_parties(task: DraftTask, register: AgencyRegister) -> DraftTask:
    """The row with its parties understood from their words again; choices people made are kept."""
    leads = mentions_in(task.text("lead_text"), register)
    coordinators = mentions_in(task.text("coordinating_text"), register)
    return replace(
        task,
        leads=_with_choices(leads, task.leads),
        coordinators=_with_choices(coordinators, task.coordinators),
    )


def mentions_in(text: str, register: AgencyRegister) -> tuple[Mention, ...]:
    """The parties that a list of agencies names."""
    return tuple(_mention(mention) for mention in split_agencies(text, register))


def _with_choices(fresh: tuple[Mention, ...], old: tuple[Mention, ...]) -> tuple[Mention, ...]:
    chosen = {mention.text: mention for mention in old if mention.is_chosen}
    return tuple(chosen.get(mention.text, mention) for mention in fresh)


def _header(document: OfficialDocument) -> dict[str, Cell]:
    signer = document.signer
    period = document.period
    return {
        "document_kind": _cell(document.doc_type),
        "number": _cell(document.number),
        "issued_on": _cell(document.issued_on),
        "title": _cell(document.title),
        "issuing_body": _cell(document.issuing_body),
        "place": _cell(document.place),
        "year": _cell(document.year),
        "period_starts_on": _part(period, period.value.first if period.value else None),
        "period_ends_on": _part(period, period.value.last if period.value else None),
        "signer_name": _part(signer, signer.value.name if signer.value else None),
        "signer_position": _part(signer, signer.value.position if signer.value else None),
        "signer_authority": _part(signer, signer.value.authority if signer.value else None),
    }


def _cell(reading: Reading[str | None] | Reading[date | None] | Reading[int | None]) -> Cell:
    return _part(reading, reading.value)


def _part(reading: Reading[Any], value: str | date | int | None) -> Cell:
    """One value of a reading, with the reading's place and doubt."""
    text = value.isoformat() if isinstance(value, date) else str(value if value is not None else "")
    return Cell(text, place_key(reading.place), _doubts(reading))


def _doubts(reading: Reading[Any]) -> tuple[str, ...]:
    if reading.doubt:
        return (reading.doubt,)
    return (_UNSURE_TEXT,) if reading.confidence < UNSURE and reading.value else ()


def _doubted(cell: Cell | None, doubt: str | None) -> Cell:
    return replace(cell or Cell(), doubts=(doubt,) if doubt else ())


def _task(row_id: str, task: Task, sections: tuple[DraftSection, ...]) -> DraftTask:
    readings: dict[str, Reading[Any]] = {
        "order_text": task.order,
        "content": task.content,
        "product": task.product,
        "lead_text": task.lead_text,
        "coordinating_text": task.coordinating_text,
        "time_text": task.time_text,
        "budget_text": task.budget_text,
        "funding_source": task.funding_source,
        "note_text": task.note_text,
    }
    cells = {name: _part(reading, reading.value) for name, reading in readings.items()}
    for name, doubt in (("time_text", task.time.doubt), ("budget_text", task.budget.doubt)):
        if doubt and doubt not in cells[name].doubts:
            cells[name] = replace(cells[name], doubts=(*cells[name].doubts, doubt))
    return DraftTask(
        id=row_id,
        section=_section_of(task, sections),
        code=task.key,
        cells=cells,
        timing=timing_of(task.time),
        money=_money(task.budget),
        leads=tuple(_mention(mention) for mention in task.lead),
        coordinators=tuple(_mention(mention) for mention in task.coordinating),
    )


def _section_of(task: Task, sections: tuple[DraftSection, ...]) -> int | None:
    """Which section a row stands under: by its title first, since codes repeat in real papers."""
    title, code = task.section.value or "", task.section_code or ""
    by_title = [i for i, s in enumerate(sections) if s.title == title and title]
    by_both = [i for i in by_title if sections[i].code == code]
    by_code = [i for i, s in enumerate(sections) if s.code == code and code]
    return next(iter((*by_both, *by_title, *by_code)), None)


def _mention(mention: AgencyMention) -> Mention:
    return Mention(
        text=mention.name or mention.text,
        codes=mention.codes,
        candidates=mention.candidates,
        condition=mention.condition or "",
        doubt=mention.doubt or "",
    )


def _money(budget: Budget) -> Money:
    return Money(budget.vnd, budget.basis or "", budget.total_vnd, budget.total_is_derived)


def _target(row_id: str, target: Target) -> DraftTarget:
    doubts = (target.doubt,) if target.doubt else ()
    place = place_key(target.place)
    values = {
        "text": target.text,
        "quantity": "" if target.quantity is None else f"{target.quantity:g}",
        "unit": target.unit or "",
        "comparator": target.comparator,
        "due_on": target.due.isoformat() if target.due else "",
        "subject": target.subject or "",
    }
    cells = {name: Cell(value, place) for name, value in values.items()}
    cells["text"] = replace(cells["text"], doubts=doubts)
    return DraftTarget(row_id, cells)
