"""Doors of plans and of the work they give; the stranger's agency has no part in the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from cchc.modules.organisation.public import add_standard_groups
from cchc.modules.plans.models import ImportDraft, Occurrence, Plan, Task
from cchc.modules.plans.operations.break_down import Part, break_down
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import add_row, add_target, edit_header
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.operations.start_import import start_by_hand
from cchc.platform.access import SYSTEM
from tests.access.doors import Arguments, Door
from tests.plans.world import GIVEN
from tests.worlds import World

ROW = {
    "order_text": "a",
    "content": "Xây dựng phim ngắn",
    "lead_text": "Sở Tư pháp",
    "coordinating_text": "Các cơ quan có liên quan",
    "time_text": "Quý III/2019",
}
UNSEEN = {"stranger": 404}
OF_THE_ISSUER = {"stranger": 404, "reader": 403}
POSTED = {"stranger": 404, "reader": 403, "worker": 302}
OFFICERS = {"people": {"worker": "reform_officer"}}
DRAFTS = {"stranger": 404, "reader": 404}
NO_SUCH_PLAN: dict[str, Any] = {**UNSEEN, "reader": 404, "worker": 404, "post": {"plan": "0"}}
CHANGES_A_DRAFT: dict[str, Any] = {"stranger": 404, "reader": 404, "worker": 302, "post": {}}


def a_draft(world: World) -> ImportDraft:
    add_standard_groups(actor=SYSTEM, now=GIVEN)
    who = {"actor": world.actor(world.operator), "now": GIVEN}
    draft = start_by_hand(title="Cải cách hành chính năm 2019", year=2019, **who)
    edit_header(draft_id=draft.pk, field="number", value="271/KH-UBND", **who)
    edit_header(draft_id=draft.pk, field="issued_on", value="2018-12-06", **who)
    add_row(draft_id=draft.pk, values=ROW, **who)
    add_target(draft_id=draft.pk, text="100% hồ sơ đúng hạn", **who)
    return draft


def a_plan(world: World) -> Plan:
    draft = a_draft(world)
    return confirm_plan(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)


def plan(world: World) -> Arguments:
    return {"plan_id": a_plan(world).pk}


def task(world: World) -> Arguments:
    return {"task_id": Task.objects.get(plan=a_plan(world)).pk}


def party(world: World) -> Arguments:
    found = Task.objects.get(plan=a_plan(world))
    return {"party_id": found.parties.get(obligation="COORDINATING").pk}


def part(world: World) -> Arguments:
    return {"assignment_id": a_plan(world).tasks.get().assignments.get().pk}


def one_round(world: World) -> Arguments:
    return {"occurrence_id": Occurrence.objects.get(plan=a_plan(world)).pk}


def handed_down(world: World) -> Arguments:
    above = Occurrence.objects.get(plan=a_plan(world))
    part_given = Part("Viết kịch bản", leads=(world.division.pk,), due_on=date(2019, 9, 30))
    made = break_down(
        occurrence_id=above.pk, parts=[part_given], actor=world.actor(world.head), now=GIVEN
    )
    return {"task_id": made[0].pk}


def extension(world: World) -> Arguments:
    asked = ask_extension(
        **one_round(world),
        wanted_on=date(2019, 12, 1),
        reason="Chờ hướng dẫn",
        actor=world.actor(world.head),
        now=GIVEN,
    )
    return {"extension_id": asked.pk}


def draft(world: World) -> Arguments:
    return {"draft_id": a_draft(world).pk}


def _rows(world: World) -> tuple[int, Any]:
    from cchc.modules.plans.queries.review import current_reading

    found = a_draft(world)
    found.refresh_from_db()
    return found.pk, current_reading(found)


def row(world: World) -> Arguments:
    pk, reading = _rows(world)
    return {"draft_id": pk, "row_id": reading.tasks[0].id}


def row_party(world: World) -> Arguments:
    return {**row(world), "side": "chu-tri", "index": 0}


def target(world: World) -> Arguments:
    pk, reading = _rows(world)
    return {"draft_id": pk, "row_id": reading.targets[0].id}


def target_of_plan(world: World) -> Arguments:
    return {"target_id": a_plan(world).targets.get().pk}


DOORS = [
    Door("worklist:inbox"),
    Door("plans:plans"),
    Door("plans:plans_export"),
    Door("plans:programmes"),
    Door("plans:work", query={"tt": "open"}),
    Door("plans:work_export"),
    Door("plans:work_calendar"),
    Door("plans:work_timeline"),
    Door("plans:work_by_agency"),
    Door("plans:work_by_area"),
    Door("plans:work_grouped_export", arguments=lambda world: {"kind": "co-quan"}),
    Door("plans:board"),
    Door("plans:board_export"),
    Door("plans:acknowledge_many", post={}, stranger=302, reader=302, worker=302),
    Door("plans:plan", arguments=plan, **UNSEEN),
    Door("plans:plan_docx", arguments=plan, **UNSEEN),
    Door("plans:plan_xlsx", arguments=plan, **UNSEEN),
    Door("plans:withdraw_plan", arguments=plan, **OF_THE_ISSUER),
    Door("plans:bind_target", arguments=target_of_plan, **OF_THE_ISSUER),
    Door("plans:task", arguments=task, **UNSEEN),
    Door("plans:comment", arguments=task, **UNSEEN),
    Door("plans:record_trigger", arguments=task, **UNSEEN),
    Door("plans:bind_reference", arguments=task, **UNSEEN),
    Door("plans:withdraw_task", arguments=task, **OF_THE_ISSUER),
    Door("plans:choose_members", arguments=party, **OF_THE_ISSUER),
    Door("plans:acknowledge", arguments=part, post={}, **POSTED, **OFFICERS),
    Door("plans:name_holder", arguments=part, **UNSEEN, **OFFICERS),
    Door("plans:report_progress", arguments=part, **UNSEEN, **OFFICERS),
    Door("plans:hand_in", arguments=one_round, **UNSEEN, **OFFICERS),
    Door("plans:ask_extension", arguments=one_round, **UNSEEN, **OFFICERS),
    Door("plans:approve", arguments=one_round, post={}, **POSTED, people={"worker": "head"}),
    Door("plans:accept", arguments=one_round, post={}, **POSTED),
    Door("plans:return_proof", arguments=one_round, **UNSEEN),
    Door("plans:suspend", arguments=one_round, **UNSEEN),
    Door("plans:resume", arguments=one_round, post={}, **POSTED),
    Door("plans:decline", arguments=part, **UNSEEN, **OFFICERS),
    Door("plans:insist", arguments=part, **OF_THE_ISSUER),
    Door("plans:pass_on", arguments=part, **OF_THE_ISSUER),
    Door("plans:break_down", arguments=one_round, **OF_THE_ISSUER, **OFFICERS),
    Door("plans:recall", arguments=handed_down, **OF_THE_ISSUER, **OFFICERS),
    Door("plans:decide_extension", arguments=extension, **OF_THE_ISSUER),
    Door("plans:import"),
    Door("plans:import_by_hand", post={}, stranger=422, reader=422, worker=422),
    Door("plans:draft", arguments=draft, **DRAFTS),
    Door("plans:draft_header", arguments=draft, **DRAFTS),
    Door("plans:draft_share", arguments=draft, **DRAFTS),
    Door("plans:draft_add_target", arguments=draft, **DRAFTS),
    Door("plans:draft_as_correction", arguments=draft, **NO_SUCH_PLAN),
    Door("plans:draft_confirm", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_again", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_abandon", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_tie", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_undo", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_add_row", arguments=draft, **CHANGES_A_DRAFT),
    Door("plans:draft_row", arguments=row, **DRAFTS),
    Door("plans:draft_merge", arguments=row, **DRAFTS),
    Door("plans:draft_drop_row", arguments=row, **CHANGES_A_DRAFT),
    Door("plans:draft_take_duty", arguments=row, **CHANGES_A_DRAFT),
    Door("plans:draft_party", arguments=row_party, **DRAFTS),
    Door("plans:draft_target", arguments=target, **DRAFTS),
    Door("plans:draft_drop_target", arguments=target, **CHANGES_A_DRAFT),
]
