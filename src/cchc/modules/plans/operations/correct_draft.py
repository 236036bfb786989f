"""Correcting what was understood, one value, one row, one party at a time; all can be undone.

Each function raises NotVisible, AccessDenied, or DraftRefused when the draft cannot be worked on or
has no such row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from cchc.modules.plans.models import ImportDraft
from cchc.modules.plans.operations.drafting import (
    add_edit,
    current,
    ready_draft,
    register_for,
    take_off_edit,
)
from cchc.modules.plans.operations.inside import inside_on, renamed_parties
from cchc.modules.plans.rules import editing
from cchc.modules.plans.rules.areas import all_area_codes, scheme_for
from cchc.modules.plans.rules.draft import (
    DATE_FIELDS,
    HEADER_FIELDS,
    TARGET_FIELDS,
    TASK_FIELDS,
    Cell,
    Draft,
    DraftSection,
    DraftTarget,
    DraftTask,
    Mention,
)
from cchc.modules.plans.rules.inner_groups import Inside
from cchc.modules.plans.rules.readiness import Frame, frame_of
from cchc.modules.plans.rules.reading import (
    areas_by,
    reread_money,
    reread_time,
)
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.officialdocs.register import AgencyRegister
from cchc.platform.access import Actor
from cchc.platform.calendar import in_vietnam

_MOST_LETTERS = 10_000
_TIMES = frozenset({"year", "period_starts_on", "period_ends_on"})


@transaction.atomic
def edit_header(*, draft_id: int, field: str, value: str, actor: Actor, now: datetime) -> Draft:
    """Type a value of the header; dates as 2019-01-31. Times and parties that hang on it follow."""
    draft = ready_draft(draft_id, actor)
    if field not in HEADER_FIELDS:
        raise DraftRefused(DraftProblem.UNKNOWN_FIELD, field)
    said = _checked(field, value)
    before = current(draft)
    after = editing.apply_edits(before, [editing.set_header(field, said)])
    tasks = None
    if field in _TIMES or field == "issued_on":
        tasks = _understood_again(after, field, draft.issuer_id, now)
    reading = add_edit(draft, editing.set_header(field, said, tasks), actor=actor, now=now)
    if field == "year" and reading.sections:
        reading = _name_areas(draft, reading, actor=actor, now=now)
    return reading


@transaction.atomic
def edit_row(
    *, draft_id: int, row_id: str, field: str, value: str, actor: Actor, now: datetime
) -> Draft:
    """Type one value of a row; its time, money and parties are understood from the new words."""
    draft = ready_draft(draft_id, actor)
    if field not in TASK_FIELDS:
        raise DraftRefused(DraftProblem.UNKNOWN_FIELD, field)
    reading = current(draft)
    task = editing.with_cell(_row_of(reading, row_id), field, value.strip()[:_MOST_LETTERS])
    task = _understand(task, field, reading, draft, now)
    return add_edit(draft, editing.set_row(task), actor=actor, now=now)


@transaction.atomic
def choose_party(
    *,
    draft_id: int,
    row_id: str,
    is_lead: bool,
    index: int,
    agency_ids: Sequence[int] = (),
    group_code: str = "",
    actor: Actor,
    now: datetime,
) -> Draft:
    """Say whom a party means: agencies (of an open group, of unplaced words), or a group."""
    draft = ready_draft(draft_id, actor)
    reading = current(draft)
    task = _row_of(reading, row_id)
    mentions = list(task.leads if is_lead else task.coordinators)
    if not 0 <= index < len(mentions) or not (agency_ids or group_code):
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    mention = replace(mentions[index], doubt="", is_chosen=True)
    if group_code:
        mention = replace(mention, codes=(f"group:{group_code}",), chosen=())
    elif _names_agencies(mention, agency_ids):
        codes = tuple(f"agency:{agency_id}" for agency_id in agency_ids)
        mention = replace(mention, codes=codes, chosen=())
    else:
        mention = replace(mention, chosen=tuple(agency_ids))
    mentions[index] = mention
    if is_lead:
        task = replace(task, leads=tuple(mentions))
    else:
        task = replace(task, coordinators=tuple(mentions))
    return add_edit(draft, editing.set_row(task), actor=actor, now=now)


@transaction.atomic
def add_row(
    *,
    draft_id: int,
    after: str | None = None,
    section: int | None = None,
    values: dict[str, str] | None = None,
    actor: Actor,
    now: datetime,
) -> Draft:
    """Add a row, empty or with values, after another or at the end."""
    draft = ready_draft(draft_id, actor)
    reading = current(draft)
    row_id = editing.next_row_id(reading, draft.edits)
    beside = reading.task(after) if after else None
    standing = beside.section if beside is not None and section is None else section
    task = DraftTask(id=row_id, section=standing, is_added=True)
    for field, value in (values or {}).items():
        if field not in TASK_FIELDS:
            raise DraftRefused(DraftProblem.UNKNOWN_FIELD, field)
        task = editing.with_cell(task, field, value.strip()[:_MOST_LETTERS])
    order = task.text("order_text")
    heading = _heading(reading, standing)
    task = replace(task, code=".".join(part for part in (heading, order) if part))
    for field in ("lead_text", "time_text", "budget_text"):
        task = _understand(task, field, reading, draft, now)
    return add_edit(draft, editing.insert_row(task, after=after), actor=actor, now=now)


@transaction.atomic
def drop_row(*, draft_id: int, row_id: str, actor: Actor, now: datetime) -> Draft:
    """Leave out a row that is none."""
    draft = ready_draft(draft_id, actor)
    _row_of(current(draft), row_id)
    return add_edit(draft, editing.drop_row(row_id), actor=actor, now=now)


@transaction.atomic
def merge_row(*, draft_id: int, row_id: str, into_id: str, actor: Actor, now: datetime) -> Draft:
    """Join a row that a page break cut off to the row it belongs to."""
    draft = ready_draft(draft_id, actor)
    reading = current(draft)
    gone, kept = _row_of(reading, row_id), _row_of(reading, into_id)
    if gone.id == kept.id:
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    merged = editing.joined(kept, gone)
    for field in ("lead_text", "time_text", "budget_text"):
        merged = _understand(merged, field, reading, draft, now)
    return add_edit(draft, editing.merge_rows(merged, gone=row_id), actor=actor, now=now)


@transaction.atomic
def take_over_duty(*, draft_id: int, row_id: str, actor: Actor, now: datetime) -> Draft:
    """Make a row of a duty to report that the text lays down outside the table."""
    draft = ready_draft(draft_id, actor)
    if row_id not in {duty.id for duty in current(draft).duties}:
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    return add_edit(draft, editing.take_over_duty(row_id), actor=actor, now=now)


@transaction.atomic
def edit_section(
    *,
    draft_id: int,
    index: int,
    code: str,
    title: str,
    area_code: str,
    actor: Actor,
    now: datetime,
) -> Draft:
    """Type a heading, add one at the end, or say which area of reform it belongs to."""
    draft = ready_draft(draft_id, actor)
    if area_code and area_code not in all_area_codes():
        raise DraftRefused(DraftProblem.BAD_VALUE, area_code)
    section = DraftSection(code.strip()[:20], title.strip()[:500], area_code)
    return add_edit(draft, editing.set_section(index, section), actor=actor, now=now)


@transaction.atomic
def edit_target(
    *, draft_id: int, row_id: str, field: str, value: str, actor: Actor, now: datetime
) -> Draft:
    """Type one value of a target."""
    draft = ready_draft(draft_id, actor)
    if field not in TARGET_FIELDS:
        raise DraftRefused(DraftProblem.UNKNOWN_FIELD, field)
    target = next((t for t in current(draft).targets if t.id == row_id), None)
    if target is None:
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    cell = Cell(value.strip()[:_MOST_LETTERS], is_edited=True)
    place = target.cells[field].place if field in target.cells else ""
    changed = replace(target, cells={**target.cells, field: replace(cell, place=place)})
    return add_edit(draft, editing.set_target(changed), actor=actor, now=now)


@transaction.atomic
def add_target(*, draft_id: int, text: str, actor: Actor, now: datetime) -> Draft:
    """Add a target; its quantity is typed afterwards."""
    draft = ready_draft(draft_id, actor)
    row_id = editing.next_row_id(current(draft), draft.edits, prefix="k")
    cells = {"text": Cell(text.strip(), is_edited=True), "comparator": Cell("=", is_edited=True)}
    target = DraftTarget(row_id, cells)
    return add_edit(draft, editing.set_target(target), actor=actor, now=now)


@transaction.atomic
def drop_target(*, draft_id: int, row_id: str, actor: Actor, now: datetime) -> Draft:
    """Leave out a target that is none."""
    draft = ready_draft(draft_id, actor)
    if row_id not in {target.id for target in current(draft).targets}:
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    return add_edit(draft, editing.drop_target(row_id), actor=actor, now=now)


@transaction.atomic
def tie_draft(
    *,
    draft_id: int,
    above_id: int | None,
    programme_id: int | None,
    actor: Actor,
    now: datetime,
) -> Draft:
    """Say which plan of the level above, and which programme, the paper carries out."""
    draft = ready_draft(draft_id, actor)
    edit = editing.tie_to(above_id=above_id, programme_id=programme_id)
    return add_edit(draft, edit, actor=actor, now=now)


@transaction.atomic
def answer_row(
    *, draft_id: int, row_id: str, above_task_id: int | None, actor: Actor, now: datetime
) -> Draft:
    """Say which row of the plan above a row carries out; None for none."""
    draft = ready_draft(draft_id, actor)
    task = replace(_row_of(current(draft), row_id), answers=above_task_id)
    return add_edit(draft, editing.set_row(task), actor=actor, now=now)


@transaction.atomic
def undo_edit(*, draft_id: int, actor: Actor, now: datetime) -> Draft:
    """Take off the last correction."""
    return take_off_edit(ready_draft(draft_id, actor), now=now)


def _names_agencies(mention: Mention, agency_ids: Sequence[int]) -> bool:
    """Whether the agencies chosen are simply what the words mean: one, or a group inside the
    issuer thinned out; the members of a group of the register are kept as chosen members."""
    if any(code.startswith("group:") for code in mention.codes):
        return False
    return len(agency_ids) == 1 or any(code.startswith("agency:") for code in mention.codes)


def _row_of(reading: Draft, row_id: str) -> DraftTask:
    task = reading.task(row_id)
    if task is None:
        raise DraftRefused(DraftProblem.UNKNOWN_ROW, row_id)
    return task


def _heading(reading: Draft, section: int | None) -> str:
    if section is None or not 0 <= section < len(reading.sections):
        return ""
    return reading.sections[section].code


def _checked(field: str, value: str) -> str:
    said = value.strip()[:_MOST_LETTERS]
    try:
        if said and field in DATE_FIELDS:
            date.fromisoformat(said)
        if said and field == "year":
            date(int(said), 1, 1)
    except ValueError:
        raise DraftRefused(DraftProblem.BAD_VALUE, field) from None
    return said


def _understand(
    task: DraftTask, field: str, reading: Draft, draft: ImportDraft, now: datetime
) -> DraftTask:
    """What a row means once one of its columns reads differently."""
    frame = frame_of(reading)
    if field in ("lead_text", "coordinating_text"):
        register = register_for(reading, draft.issuer_id, now)
        return renamed_parties(task, register, _inside(reading, draft.issuer_id, register, now))
    if field == "time_text":
        task = reread_time(task, year=frame.year, period=frame.period)
    if field in ("time_text", "budget_text", "note_text"):
        return reread_money(task, year=frame.year, period=frame.period)
    return task


def _understood_again(reading: Draft, field: str, issuer_id: int, now: datetime) -> list[DraftTask]:
    """Every row, once the header on which times or agencies hang reads differently."""
    frame: Frame = frame_of(reading)
    if field in _TIMES:
        return [
            reread_money(
                reread_time(task, year=frame.year, period=frame.period),
                year=frame.year,
                period=frame.period,
            )
            for task in reading.tasks
        ]
    register = register_for(reading, issuer_id, now)
    inside = _inside(reading, issuer_id, register, now)
    return [renamed_parties(task, register, inside) for task in reading.tasks]


def _inside(reading: Draft, issuer_id: int, register: AgencyRegister, now: datetime) -> Inside:
    """What the issuer consists of on the day of issue."""
    on = frame_of(reading).issued_on or in_vietnam(now).date()
    return inside_on(on, issuer_id, register)


def _name_areas(draft: ImportDraft, reading: Draft, *, actor: Actor, now: datetime) -> Draft:
    """Let the headings name their areas in the scheme of the year just typed."""
    year = frame_of(reading).year
    if year is None:
        return reading
    named = areas_by(scheme_for(year), reading.sections)
    for index, (section, old) in enumerate(zip(named, reading.sections, strict=True)):
        if section != old:
            edit: dict[str, Any] = editing.set_section(index, section)
            reading = add_edit(draft, edit, actor=actor, now=now)
    return reading
