"""Conclusions become tasks through plans, and are seen by the agencies that owe them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cchc.modules.meetings.models import Meeting
from cchc.modules.meetings.operations.concluding import (
    close_without_work,
    drop_conclusion,
    hand_over_conclusions,
    keep_conclusion,
)
from cchc.modules.meetings.operations.holding import hold_meeting
from cchc.modules.meetings.queries.meeting_page import meeting_page
from cchc.modules.meetings.rules.fields import ConclusionFields
from cchc.modules.meetings.rules.lifecycle import MeetingState
from cchc.modules.meetings.rules.refusals import MeetingRefused, Problem
from cchc.modules.plans.models import Assignment, ImportDraft, Plan
from cchc.modules.plans.operations.share_draft import abandon_draft
from cchc.modules.plans.public import confirm_plan
from cchc.modules.plans.rules.kinds import PlanKind
from cchc.platform.access import AccessDenied, NotVisible
from tests.meetings.world import FRIDAY, MeetingsWorld, at
from tests.plans.world import said, told

AFTER = at(FRIDAY, 12)
DUE = date(2019, 11, 15)


def held(world: MeetingsWorld) -> Meeting:
    meeting = world.sent()
    return hold_meeting(
        meeting_id=meeting.pk,
        presences={},
        actor=world.actor(world.office_operator),
        now=AFTER,
    )


def conclusion(world: MeetingsWorld, **of_it: Any) -> ConclusionFields:
    known: dict[str, Any] = {
        "content": "Rà soát thủ tục hành chính thuộc lĩnh vực tư pháp",
        "lead_id": world.department.pk,
        "due_on": DUE,
    }
    return ConclusionFields(**{**known, **of_it})


def who(world: MeetingsWorld, meeting: Meeting) -> dict[str, Any]:
    return {
        "meeting_id": meeting.pk,
        "actor": world.actor(world.office_operator),
        "now": AFTER,
    }


def handed_over(world: MeetingsWorld) -> Meeting:
    meeting = held(world)
    keep_conclusion(fields=conclusion(world), **who(world, meeting))
    keep_conclusion(
        fields=conclusion(
            world,
            content="Bố trí kinh phí số hóa hồ sơ",
            lead_id=world.other_department.pk,
            coordinating_ids=(world.department.pk, world.other_department.pk),
        ),
        **who(world, meeting),
    )
    return hand_over_conclusions(number="215/TB-UBND", issued_on=FRIDAY, **who(world, meeting))


def test_conclusions_become_a_draft_that_is_reviewed_like_any_paper(
    world: MeetingsWorld,
) -> None:
    meeting = handed_over(world)

    draft = ImportDraft.objects.get(pk=meeting.draft_id)
    assert (draft.plan_kind, draft.task_count) == (PlanKind.DIRECTIVE, 2)
    assert draft.number == "215/TB-UBND"
    assert not Assignment.objects.exists()
    assert meeting.state == MeetingState.HELD


def test_confirmed_conclusions_are_tasks_of_their_agencies(world: MeetingsWorld) -> None:
    meeting = handed_over(world)

    assert meeting.draft_id is not None
    plan = confirm_plan(
        draft_id=meeting.draft_id, actor=world.actor(world.office_operator), now=AFTER
    )

    meeting.refresh_from_db()
    assert (meeting.state, meeting.plan_id) == (MeetingState.CONCLUDED, plan.pk)
    leads = Assignment.objects.filter(plan=plan, obligation="LEAD")
    assert {a.agency_id for a in leads} == {world.department.pk, world.other_department.pk}
    assert {o.due_on for a in leads for o in a.occurrences.all()} == {DUE}
    helping = Assignment.objects.get(plan=plan, obligation="COORDINATING")
    assert helping.agency_id == world.department.pk
    assert "meetings.meeting.gave_work" in said()
    assert "meetings.meeting.gave_work" in told(world.head)


def test_the_meetings_page_shows_how_each_task_stands(world: MeetingsWorld) -> None:
    meeting = handed_over(world)
    assert meeting.draft_id is not None
    confirm_plan(draft_id=meeting.draft_id, actor=world.actor(world.office_operator), now=AFTER)

    page = meeting_page(meeting_id=meeting.pk, actor=world.actor(world.head), now=AFTER)

    assert [one.due_on for one in page.conclusions] == [DUE, DUE]
    assert all(one.task_url and one.task_label for one in page.conclusions)
    assert page.plan_url == f"/ke-hoach/{Plan.objects.get().pk}/"


def test_a_draft_that_is_given_up_lets_conclusions_be_corrected(world: MeetingsWorld) -> None:
    meeting = handed_over(world)
    with pytest.raises(MeetingRefused) as refused:
        keep_conclusion(fields=conclusion(world), **who(world, meeting))

    assert meeting.draft_id is not None
    abandon_draft(draft_id=meeting.draft_id, actor=world.actor(world.office_operator), now=AFTER)
    again = hand_over_conclusions(number="216/TB-UBND", issued_on=FRIDAY, **who(world, meeting))

    assert refused.value.problem is Problem.ALREADY_HANDED_OVER
    assert again.draft_id != meeting.draft_id


def test_conclusions_are_corrected_and_left_out(world: MeetingsWorld) -> None:
    meeting = held(world)
    one = keep_conclusion(fields=conclusion(world), **who(world, meeting))

    keep_conclusion(
        conclusion_id=one.pk, fields=conclusion(world, product="Báo cáo"), **who(world, meeting)
    )
    drop_conclusion(conclusion_id=one.pk, actor=world.actor(world.office_operator), now=AFTER)

    assert not meeting.conclusions.exists()
    with pytest.raises(NotVisible):
        drop_conclusion(conclusion_id=one.pk, actor=world.actor(world.office_operator), now=AFTER)
    with pytest.raises(NotVisible):
        keep_conclusion(conclusion_id=one.pk, fields=conclusion(world), **who(world, meeting))


def test_a_deadline_before_the_meeting_and_unknown_agencies_are_refused(
    world: MeetingsWorld,
) -> None:
    meeting = held(world)

    with pytest.raises(MeetingRefused) as early:
        keep_conclusion(fields=conclusion(world, due_on=date(2019, 10, 17)), **who(world, meeting))
    with pytest.raises(MeetingRefused) as unknown:
        keep_conclusion(fields=conclusion(world, lead_id=999_999), **who(world, meeting))

    assert early.value.problem is Problem.DUE_BEFORE_MEETING
    assert unknown.value.problem is Problem.UNKNOWN_AGENCY


def test_there_are_no_conclusions_before_the_meeting(world: MeetingsWorld) -> None:
    meeting = world.sent()

    with pytest.raises(MeetingRefused) as refused:
        keep_conclusion(fields=conclusion(world), **who(world, meeting))

    assert refused.value.problem is Problem.NOT_YET_BEGUN


def test_nothing_is_handed_over_without_conclusions(world: MeetingsWorld) -> None:
    meeting = held(world)

    with pytest.raises(MeetingRefused) as refused:
        hand_over_conclusions(number="1/TB", issued_on=FRIDAY, **who(world, meeting))
    closed = close_without_work(**who(world, meeting))

    assert refused.value.problem is Problem.NO_CONCLUSIONS
    assert closed.state == MeetingState.CONCLUDED
    with pytest.raises(MeetingRefused) as over:
        keep_conclusion(fields=conclusion(world), **who(world, meeting))
    assert over.value.problem is Problem.CLOSED


def test_conclusions_that_wait_are_not_closed_over(world: MeetingsWorld) -> None:
    meeting = held(world)
    keep_conclusion(fields=conclusion(world), **who(world, meeting))

    with pytest.raises(MeetingRefused):
        close_without_work(**who(world, meeting))


def test_only_who_concludes_hands_over(world: MeetingsWorld) -> None:
    meeting = held(world)
    keep_conclusion(fields=conclusion(world), **who(world, meeting))

    with pytest.raises(AccessDenied):
        hand_over_conclusions(
            meeting_id=meeting.pk,
            number="1/TB",
            issued_on=FRIDAY,
            actor=world.actor(world.head),
            now=AFTER,
        )
