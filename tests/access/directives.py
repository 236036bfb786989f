"""Doors of documents that give work, of their review, and of the sources of tasks."""

from __future__ import annotations

from cchc.modules.organisation.public import add_standard_groups
from cchc.modules.plans.models import ImportDraft, Plan, Task
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_row, edit_header
from cchc.modules.plans.operations.drafting import current
from cchc.modules.plans.operations.sources import add_source
from cchc.modules.plans.operations.start_import import start_by_hand
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.platform.access import SYSTEM
from tests.access.doors import Arguments, Door
from tests.access.plans import CHANGES_A_DRAFT, DRAFTS, OF_THE_ISSUER, ROW, UNSEEN
from tests.plans.world import GIVEN
from tests.worlds import World


def a_draft(world: World, number: str = "12/UBND-NC") -> ImportDraft:
    who = {"actor": world.actor(world.operator), "now": GIVEN}
    draft = start_by_hand(
        title="Chấn chỉnh kỷ cương hành chính", year=2019, plan_kind=PlanKind.DIRECTIVE, **who
    )
    edit_header(draft_id=draft.pk, field="number", value=number, **who)
    edit_header(draft_id=draft.pk, field="issued_on", value="2018-12-06", **who)
    add_row(draft_id=draft.pk, values=ROW, **who)
    draft.refresh_from_db()
    return draft


def a_document(world: World, number: str = "12/UBND-NC") -> Plan:
    draft = a_draft(world, number)
    return confirm_plan(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)


def draft(world: World) -> Arguments:
    add_standard_groups(actor=SYSTEM, now=GIVEN)
    return {"draft_id": a_draft(world).pk}


def row(world: World) -> Arguments:
    add_standard_groups(actor=SYSTEM, now=GIVEN)
    found = a_draft(world)
    return {"draft_id": found.pk, "row_id": current(found).tasks[0].id}


def document(world: World) -> Arguments:
    add_standard_groups(actor=SYSTEM, now=GIVEN)
    return {"plan_id": a_document(world).pk}


def task(world: World) -> Arguments:
    add_standard_groups(actor=SYSTEM, now=GIVEN)
    return {"task_id": Task.objects.get(plan=a_document(world)).pk}


def source(world: World) -> Arguments:
    task_id = task(world)["task_id"]
    other = a_document(world, "13/UBND-NC")
    tied = add_source(
        task_id=task_id,
        plan_id=other.pk,
        place="điểm 1",
        actor=world.actor(world.operator),
        now=GIVEN,
    )
    return {"source_id": tied.pk}


DOORS = [
    Door("plans:directives"),
    Door("plans:directives_export"),
    Door("plans:directive_import", reader=403),
    Door("plans:directive_by_hand", post={}, stranger=422, reader=403, worker=422),
    Door("plans:directive", arguments=document, **UNSEEN),
    Door("plans:draft_issuer", arguments=draft, **DRAFTS),
    Door("plans:draft_deadline", arguments=draft, **DRAFTS),
    Door("plans:draft_heirs", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_same", arguments=row, **DRAFTS),
    Door("plans:source_add", arguments=task, **OF_THE_ISSUER),
    Door("plans:source_remove", arguments=source, **OF_THE_ISSUER),
    Door("plans:source_keep", arguments=source, **OF_THE_ISSUER),
    Door("plans:source_re_date", arguments=source, **OF_THE_ISSUER),
    Door("plans:source_separate", arguments=source, **OF_THE_ISSUER),
]
