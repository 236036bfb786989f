"""The review of an import: the paper on the left, what was understood on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cchc.modules.organisation.public import province_committee
from cchc.modules.plans.labels import DRAFT_FIELDS, OBSTACLES, PLAN_KINDS
from cchc.modules.plans.models import ImportDraft, Plan, Programme
from cchc.modules.plans.permissions import Permission
from cchc.modules.plans.queries.naming import agency_ref, person_refs
from cchc.modules.plans.queries.pages import AgencyRef, Choice
from cchc.modules.plans.queries.plans import draft_row, issuer_plans_above, percent_read
from cchc.modules.plans.queries.review_difference import differences_of
from cchc.modules.plans.queries.review_pages import (
    CellDoubt,
    Obstacle,
    ProgressPage,
    ReviewCell,
    ReviewPage,
    SharedWith,
    Twin,
)
from cchc.modules.plans.queries.review_paper import page_to_show, pages_of_places, paper_blocks
from cchc.modules.plans.queries.review_rows import RowReader, day_meant, review_targets
from cchc.modules.plans.rules.draft import (
    DATE_FIELDS,
    HEADER_FIELDS,
    Draft,
    DraftTask,
    draft_from_json,
)
from cchc.modules.plans.rules.editing import apply_edits
from cchc.modules.plans.rules.kinds import DraftState
from cchc.modules.plans.rules.readiness import frame_of, obstacles
from cchc.platform.access import Actor

PAGE_SIZE = 60
VIEWS = ("doubtful", "all", "targets", "duties", "difference")


@dataclass(frozen=True, slots=True)
class Shown:
    """Which part of a review is looked at."""

    view: str = ""
    page: int = 1
    paper_page: int | None = None
    row_id: str = ""
    """The row whose passage is marked on the paper."""
    size: int = PAGE_SIZE


def review_page(*, draft_id: int, actor: Actor, today: date, shown: Shown = Shown()) -> ReviewPage:
    """The review of one draft. Raises NotVisible."""
    draft = ImportDraft.objects.select_related("file", "corrects").get_visible(actor, pk=draft_id)
    reading = current_reading(draft)
    reader = RowReader(reading, draft.issuer_id, today, pages_of_places(draft.layout))
    doubtful = [task for task in reading.tasks if reader.is_doubtful(task)]
    view = shown.view if shown.view in VIEWS else ("doubtful" if doubtful else "all")
    chosen = _chosen(view, reading, doubtful)
    pages = max(1, -(-len(chosen) // shown.size))
    page = min(max(shown.page, 1), pages)
    rows = reader.rows(chosen[(page - 1) * shown.size : page * shown.size])
    totals = reader.totals()
    issuer = agency_ref(draft.issuer_id)
    marked = next((row for row in rows if row.row_id == shown.row_id), None)
    paper_page = page_to_show(draft.layout, shown.paper_page, marked.paper_page if marked else None)
    paper, paper_pages = paper_blocks(draft.layout, paper_page)
    is_ready = draft.state == DraftState.READY
    year = frame_of(reading).year
    return ReviewPage(
        draft=draft_row(draft, draft.corrects.number if draft.corrects else ""),
        issuer=issuer,
        plan_kind=draft.plan_kind,
        plan_kinds=[Choice(kind, str(label)) for kind, label in PLAN_KINDS.items()],
        header=_header(reading),
        document_doubts=_document_doubts(reading, issuer, today),
        sections=[
            Choice(str(i), f"{s.code} {s.title}".strip()) for i, s in enumerate(reading.sections)
        ],
        rows=rows,
        targets=review_targets(reading),
        row_count=len(reading.tasks),
        doubt_row_count=len(doubtful),
        target_count=len(reading.targets),
        duty_count=len(reading.duties),
        view=view,
        page=page,
        page_count=pages,
        paper=paper,
        paper_page=paper_page,
        paper_page_count=paper_pages,
        file_id=draft.file_id,
        medium=draft.file.content_type if draft.file else "",
        obstacles=_obstacles(reading),
        assignment_count=totals.assignment_count,
        occurrence_count=totals.occurrence_count,
        above=_above(reading),
        above_choices=issuer_plans_above(issuer_id=draft.issuer_id, year=year, actor=actor),
        programme=_programme(reading),
        programme_choices=[
            Choice(str(p.pk), str(p)) for p in Programme.objects.order_by("-pk")[:50]
        ],
        shared_with=_shared(draft),
        edit_count=len(draft.edits),
        may_confirm=is_ready and _may_confirm(draft, actor),
        may_edit=is_ready,
        chosen_row=marked.row_id if marked else "",
        chosen_places=frozenset(marked.places) if marked else frozenset(),
        twin=_twin(draft, reading, actor) if is_ready else None,
        corrects_plan_id=draft.corrects_id,
        differences=differences_of(draft, reading) if draft.corrects_id else [],
    )


def progress_page(*, draft_id: int, actor: Actor) -> ProgressPage:
    """How far the reading of a draft has come. Raises NotVisible."""
    light = ImportDraft.objects.defer("reading", "layout", "edits")
    draft = light.get_visible(actor, pk=draft_id)
    row = draft_row(draft)
    return ProgressPage(
        draft_id=draft.pk,
        state=draft.state,
        state_label=row.state_label,
        percent=percent_read(draft),
        text=draft.progress_text,
        failure_text=draft.failure_text,
        started_at=draft.created_at,
        is_finished=draft.state not in (DraftState.QUEUED, DraftState.READING),
    )


def current_reading(draft: ImportDraft) -> Draft:
    """What the draft reads now; nothing while it is being read."""
    if not draft.reading:
        return Draft()
    return apply_edits(draft_from_json(draft.reading), draft.edits)


def _chosen(view: str, reading: Draft, doubtful: Sequence[DraftTask]) -> Sequence[DraftTask]:
    if view == "doubtful":
        return doubtful
    return reading.duties if view == "duties" else reading.tasks


def _header(reading: Draft) -> dict[str, ReviewCell]:
    cells = {}
    for name in HEADER_FIELDS:
        cell = reading.header.get(name)
        cells[name] = ReviewCell(
            name=name,
            label=str(DRAFT_FIELDS[name]),
            value=cell.value if cell else "",
            meaning=day_meant(cell.value) if cell and name in DATE_FIELDS else "",
            place=cell.place if cell else "",
            doubts=[CellDoubt("unsure", text) for text in cell.doubts] if cell else [],
            is_edited=cell.is_edited if cell else False,
        )
    return cells


def _document_doubts(reading: Draft, issuer: AgencyRef, today: date) -> list[CellDoubt]:
    """What is odd about the paper as a whole; also when it names another body than its issuer."""
    found = [CellDoubt("document", text) for text in reading.doubts]
    body = reading.head("issuing_body")
    is_provincial = issuer.id == province_committee(frame_of(reading).issued_on or today).id
    if body and is_provincial and not _names_same(body, issuer.name):
        words = _("Văn bản ghi cơ quan ban hành là “{body}”; việc sẽ do {issuer} giao.")
        found.append(CellDoubt("issuer", words.format(body=body, issuer=issuer.name)))
    return found


def _names_same(one: str, other: str) -> bool:
    from cchc.platform.text.folding import fold

    short = {"uy ban nhan dan": "ubnd"}
    folded = [fold(one), fold(other)]
    for long, brief in short.items():
        folded = [name.replace(long, brief) for name in folded]
    return folded[0] == folded[1]


def _obstacles(reading: Draft) -> list[Obstacle]:
    targets = {target.id for target in reading.targets}
    return [
        Obstacle(
            code=one.kind,
            text=str(OBSTACLES[one.kind]),
            field=one.field,
            row_id="" if one.row_id in targets else one.row_id,
            target_id=one.row_id if one.row_id in targets else "",
        )
        for one in obstacles(reading)
    ]


def _twin(draft: ImportDraft, reading: Draft, actor: Actor) -> Twin | None:
    """The document that has the draft's number in its year already, unless it corrects that one."""
    number, year = reading.head("number"), frame_of(reading).year
    if not number.strip() or year is None:
        return None
    same = Plan.objects.with_number(issuer_id=draft.issuer_id, number=number, year=year)
    found = same.exclude(pk=draft.corrects_id or 0).first()
    if found is None:
        return None
    return Twin(
        plan_id=found.pk,
        number=found.number,
        title=found.title,
        issued_on=found.issued_on,
        may_correct=draft.corrects_id is None
        and actor.may(Permission.MANAGE, agency_id=draft.issuer_id),
    )


def _above(reading: Draft) -> Choice | None:
    plan = Plan.objects.filter(pk=reading.above_id).first() if reading.above_id else None
    return Choice(str(plan.pk), f"{plan.number} · {plan.title}") if plan else None


def _programme(reading: Draft) -> Choice | None:
    wanted = reading.programme_id
    found = Programme.objects.filter(pk=wanted).first() if wanted else None
    return Choice(str(found.pk), str(found)) if found else None


def _shared(draft: ImportDraft) -> list[SharedWith]:
    people = person_refs(draft.shares.values_list("person_id", flat=True))
    return [SharedWith(pk, person.full_name) for pk, person in people.items()]


def _may_confirm(draft: ImportDraft, actor: Actor) -> bool:
    permission = Permission.MANAGE if draft.corrects_id else Permission.CONFIRM
    return actor.may(permission, agency_id=draft.issuer_id)
