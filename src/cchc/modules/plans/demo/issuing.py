"""How the demo's plans came in: as Word files, read, corrected and confirmed as any other."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO

from cchc.modules.organisation.public import find_agencies, living_agencies
from cchc.modules.organisation.rules.kinds import AgencyKind, Level
from cchc.modules.plans.demo.cast import Cast
from cchc.modules.plans.demo.papers import (
    ANSWERS,
    DEPARTMENT,
    DEPARTMENT_NUMBER,
    PROVINCIAL_NUMBER,
    department_plan,
    provincial_plan,
)
from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import answer_row, choose_party, tie_draft
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.programmes import enter_programme
from cchc.modules.plans.operations.read_draft import read_draft
from cchc.modules.plans.operations.start_import import start_import
from cchc.officialdocs.writing import PlanPaper, plan_docx
from cchc.platform.access import SYSTEM, Actor
from cchc.platform.clock import VIETNAM


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of the demo."""
    return datetime.combine(day, time(hour, minute), tzinfo=VIETNAM)


def issue_provincial_plan(cast: Cast) -> Plan:
    """271/KH-UBND under the programme 2016–2020; five districts hold the contest."""
    operator = cast.operators[0]
    programme = enter_programme(
        name="Chương trình cải cách hành chính tỉnh Sen Hồng giai đoạn 2016 - 2020",
        number="98/CTr-UBND",
        issued_on=date(2016, 3, 31),
        starts_year=2016,
        ends_year=2020,
        actor=operator,
        now=at(date(2018, 12, 6), 14),
    )
    name = f"{PROVINCIAL_NUMBER.replace('/', '-')} Ke hoach CCHC nam 2019.docx"
    draft = _read(provincial_plan(), name, operator, at(date(2018, 12, 6), 14, 20))
    tie_draft(
        draft_id=draft.pk,
        above_id=None,
        programme_id=programme.pk,
        actor=operator,
        now=at(date(2018, 12, 6), 15),
    )
    districts = living_agencies(
        date(2018, 12, 6), kinds={AgencyKind.PEOPLES_COMMITTEE}, levels={Level.DISTRICT}
    )
    contest = next(task for task in current(_fresh(draft)).tasks if task.code == "1.b")
    choose_party(
        draft_id=draft.pk,
        row_id=contest.id,
        is_lead=True,
        index=0,
        agency_ids=[card.id for card in districts[:5]],
        actor=operator,
        now=at(date(2018, 12, 6), 15, 10),
    )
    return confirm_plan(draft_id=draft.pk, actor=operator, now=at(date(2018, 12, 7), 8, 30))


def issue_department_plan(cast: Cast, provincial: Plan) -> Plan:
    """15/KH-SNV, whose rows carry out rows of the provincial plan."""
    department = next(
        card for card in find_agencies(DEPARTMENT, date(2019, 1, 14)) if card.name == DEPARTMENT
    )
    officer = cast.officer(department.id)
    assert officer is not None  # noqa: S101 (the demo has one in every department)
    paper = department_plan(cast.head_name(department.id))
    name = f"{DEPARTMENT_NUMBER.replace('/', '-')} Ke hoach CCHC cua So.docx"
    draft = _read(paper, name, officer, at(date(2019, 1, 14), 9), issuer_id=department.id)
    now = at(date(2019, 1, 14), 10)
    tie_draft(draft_id=draft.pk, above_id=provincial.pk, programme_id=None, actor=officer, now=now)
    above = dict(provincial.tasks.values_list("code", "pk"))
    for task in current(_fresh(draft)).tasks:
        answer_row(
            draft_id=draft.pk,
            row_id=task.id,
            above_task_id=above[ANSWERS[task.text("order_text")]],
            actor=officer,
            now=now,
        )
    return confirm_plan(draft_id=draft.pk, actor=officer, now=at(date(2019, 1, 14), 10, 30))


def _read(
    paper: PlanPaper, name: str, actor: Actor, now: datetime, *, issuer_id: int | None = None
) -> ImportDraft:
    content = BytesIO(plan_docx(paper))
    draft = start_import(content=content, name=name, issuer_id=issuer_id, actor=actor, now=now)
    read_draft(draft_id=draft.pk, actor=SYSTEM, now=now)
    return _fresh(draft)


def _fresh(draft: ImportDraft) -> ImportDraft:
    return ImportDraft.objects.get(pk=draft.pk)
