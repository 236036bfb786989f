"""The demo's documents that give work, entered through the same operations as any other."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from cchc.modules.organisation.public import find_agencies
from cchc.modules.plans.demo.cast import Cast
from cchc.modules.plans.demo.directive_papers import (
    DIRECTIVE_ON,
    LETTER_ON,
    NOTICE_ENTERED_ON,
    directive,
    letter,
    notice,
)
from cchc.modules.plans.demo.issuing import at
from cchc.modules.plans.models import Assignment, ImportDraft, Plan
from cchc.modules.plans.operations.acknowledge import acknowledge
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.direct_draft import mark_same, set_common_deadline
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.start_import import start_import
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.officialdocs.writing.letter import Letter
from cchc.officialdocs.writing.letter_docx import letter_docx
from cchc.platform.access import SYSTEM, Actor
from cchc.platform.text.folding import fold

OFFICE = "Văn phòng UBND tỉnh"
SAME_CODE = "5.d"
"""The row of the provincial plan that the notice gives again, with another day."""
COMMON_DEADLINE = date(2019, 10, 25)


def issue_directive(cast: Cast) -> Plan:
    """07/CT-UBND, entered on the day."""
    operator = cast.operators[0]
    draft = _read(directive(), operator, at(DIRECTIVE_ON, 15))
    return confirm_plan(draft_id=draft.pk, actor=operator, now=at(DIRECTIVE_ON, 15, 40))


def issue_letter(cast: Cast) -> Plan:
    """318/VP-HCTC to the Office's divisions; what names no time has a common deadline."""
    office = next(card for card in find_agencies(OFFICE, LETTER_ON) if card.name == OFFICE)
    officer = cast.officer(office.id)
    assert officer is not None  # noqa: S101 (the demo has one in every department)
    draft = _read(letter(cast.head_name(office.id)), officer, at(LETTER_ON, 10))
    set_common_deadline(
        draft_id=draft.pk, due_on=COMMON_DEADLINE, actor=officer, now=at(LETTER_ON, 10, 20)
    )
    plan = confirm_plan(draft_id=draft.pk, actor=officer, now=at(LETTER_ON, 10, 30))
    for number, part in enumerate(Assignment.objects.filter(plan=plan).order_by("pk")):
        taking_up = cast.officer(part.agency_id)
        if number % 3 and taking_up is not None:
            now = at(LETTER_ON, 14 + number % 3, number)
            acknowledge(assignment_id=part.pk, actor=taking_up, now=now)
    return plan


def issue_notice(cast: Cast, provincial: Plan) -> Plan:
    """142/TB-UBND, entered a week late; its first point is a row of the plan in force."""
    operator = cast.operators[1]
    draft = _read(notice(), operator, at(NOTICE_ENTERED_ON, 8, 30))
    row = current(draft).tasks[0]
    mark_same(
        draft_id=draft.pk,
        row_id=row.id,
        task_id=provincial.tasks.get(code=SAME_CODE).pk,
        actor=operator,
        now=at(NOTICE_ENTERED_ON, 8, 50),
    )
    return confirm_plan(draft_id=draft.pk, actor=operator, now=at(NOTICE_ENTERED_ON, 9))


def _read(paper: Letter, actor: Actor, now: datetime) -> ImportDraft:
    name = f"{fold(paper.full_number).replace('/', '-')}.docx"
    draft = start_import(
        content=BytesIO(letter_docx(paper)),
        name=name,
        plan_kind=PlanKind.DIRECTIVE,
        actor=actor,
        now=now,
    )
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=now)
    return ImportDraft.objects.get(pk=draft.pk)
