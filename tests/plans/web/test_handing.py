"""The pages by which work is handed down, back and on."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from cchc.modules.organisation.models import Person
from cchc.modules.plans.models import Handback, Occurrence, Task
from cchc.modules.plans.operations.hand_back import decline
from cchc.modules.plans.worklist import find_work
from tests.plans.threads import DAY, accept, film, fresh, hand_in, to_division, to_officer
from tests.plans.world import PlansWorld, moment


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def lines(*rows: dict[str, object], **more: object) -> dict[str, object]:
    """The form as a browser sends it."""
    sent: dict[str, object] = {
        "form-TOTAL_FORMS": len(rows),
        "form-INITIAL_FORMS": 2,
        "form-MIN_NUM_FORMS": 0,
        "form-MAX_NUM_FORMS": 20,
        **more,
    }
    for number, row in enumerate(rows):
        blank = {"content": "", "product": "", "person": "", "due_on": "30/09/2019", "days": ""}
        sent |= {f"form-{number}-{name}": value for name, value in {**blank, **row}.items()}
    return sent


@pytest.fixture(autouse=True)
def _in_september(clock_stands_at) -> None:  # type: ignore[no-untyped-def]
    from datetime import time

    clock_stands_at(DAY, time(9))


def test_several_parts_are_given_at_once_and_blank_lines_passed_over(world: PlansWorld) -> None:
    _, root = film(world)
    client = browser(world.reform_officer)
    address = reverse("plans:break_down", args=[root.pk])
    assert "Giao xuống" in client.get(f"/nhiem-vu/{root.task_id}/").content.decode()
    assert client.get(address).status_code == 200

    answer = client.post(
        address,
        lines(
            {"content": "Viết kịch bản", "leads": [world.division.pk], "due_on": "20/09/2019"},
            {},
            {"content": "Duyệt lời bình", "person": world.officer.pk, "days": "5"},
        ),
    )

    assert answer.status_code == 302
    made = Task.objects.filter(part_of=root).order_by("code")
    assert [task.content for task in made] == ["Viết kịch bản", "Duyệt lời bình"]
    page = client.get(f"/nhiem-vu/{root.task_id}/").content.decode()
    assert "Luồng giao việc" in page
    assert "0 việc con đã xong, 2 việc con chưa xong" in page


def test_a_wrong_line_is_shown_again_with_all_that_was_typed(world: PlansWorld) -> None:
    _, root = film(world)
    client = browser(world.reform_officer)

    answer = client.post(
        reverse("plans:break_down", args=[root.pk]),
        lines(
            {"content": "Viết kịch bản", "leads": [world.division.pk]},
            {"content": "Quay phim", "person": world.officer.pk, "due_on": "15/10/2019"},
        ),
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hạn của việc con không được sau hạn của việc cấp trên." in page
    assert "Quay phim" in page
    assert "15/10/2019" in page
    assert not Task.objects.exclude(part_of=None).exists()


def test_nothing_typed_is_said_plainly(world: PlansWorld) -> None:
    _, root = film(world)
    address = reverse("plans:break_down", args=[root.pk])
    answer = browser(world.reform_officer).post(address, lines({}, {}))
    assert answer.status_code == 422
    assert "Hãy ghi ít nhất một việc." in answer.content.decode()


def test_one_more_line_needs_no_script_and_keeps_what_was_typed(world: PlansWorld) -> None:
    _, root = film(world)
    answer = browser(world.reform_officer).post(
        reverse("plans:break_down", args=[root.pk]),
        lines({"content": "Viết kịch bản"}, {}, them="1"),
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Việc 3" in page
    assert "Viết kịch bản" in page
    assert not Task.objects.exclude(part_of=None).exists()


@pytest.mark.parametrize("sent", [{}, {"form-TOTAL_FORMS": "x"}, {"form-TOTAL_FORMS": "99999"}])
def test_a_broken_form_breaks_nothing(world: PlansWorld, sent: dict[str, str]) -> None:
    _, root = film(world)
    address = reverse("plans:break_down", args=[root.pk])
    assert browser(world.reform_officer).post(address, sent).status_code == 422


def test_work_is_handed_back_and_kept_or_passed_on(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    leads, gives = browser(world.division_head), browser(world.reform_officer)
    page = leads.get(f"/nhiem-vu/{middle.task_id}/").content.decode()
    assert "Trả lại giao việc" in page
    back = reverse("plans:decline", args=[middle.assignment_id])
    assert leads.post(back, {"reason": ""}).status_code == 422
    assert leads.post(back, {"reason": "Không thuộc thẩm quyền"}).status_code == 302

    waiting = find_work(world.actor(world.reform_officer), DAY, 20)
    assert "plans.handed_back" in {item.kind for item in waiting}
    page = gives.get(f"/nhiem-vu/{middle.task_id}/").content.decode()
    assert "Không thuộc thẩm quyền" in page
    assert "Giữ nguyên" in page
    keep = reverse("plans:insist", args=[middle.assignment_id])
    assert gives.post(keep, {"reason": "Đúng chức năng của phòng"}).status_code == 302
    assert Handback.objects.get().state == "INSISTED"
    assert leads.post(back, {"reason": "Vẫn không thuộc"}).status_code == 302

    on = reverse("plans:pass_on", args=[middle.assignment_id])
    assert gives.get(on).status_code == 200
    answer = gives.post(on, {"reason": "Đổi", "agency": "", "person": ""})
    assert answer.status_code == 422
    answer = gives.post(on, {"reason": "Đổi", "person": world.officer.pk})
    assert answer.status_code == 302
    assert fresh(middle).assignment.holder_id == world.officer.pk
    assert fresh(middle).due_on == middle.due_on


def test_a_row_of_a_plan_is_handed_back_to_the_province(world: PlansWorld) -> None:
    _, root = film(world)
    decline(
        assignment_id=root.assignment_id,
        reason="Thuộc Sở Văn hoá",
        actor=world.actor(world.reform_officer),
        now=moment(DAY),
    )
    waiting = find_work(world.actor(world.operator), DAY, 20)
    assert "plans.handed_back" in {item.kind for item in waiting}
    client = browser(world.operator)
    on = reverse("plans:pass_on", args=[root.assignment_id])
    assert client.post(on, {"reason": "Đúng", "agency": world.district.pk}).status_code == 302
    assert fresh(root).agency_id == world.district.pk


def test_the_proof_of_parts_is_offered_and_carried(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    hand_in(world, middle, world.division_head)
    accept(world, middle, world.reform_officer)
    waiting = find_work(world.actor(world.reform_officer), DAY, 20)
    assert "plans.ready" in {item.kind for item in waiting}
    client = browser(world.reform_officer)
    address = reverse("plans:hand_in", args=[root.pk])
    page = client.get(address).content.decode()
    assert "Đưa minh chứng của việc con vào" in page

    assert client.post(address, {"note": ""}).status_code == 422
    proof = fresh(middle).submissions.get().proofs.get()
    assert client.post(address, {"carried": [proof.pk], "note": ""}).status_code == 302
    assert fresh(root).state == "SUBMITTED"


def test_parts_wait_in_the_inboxes_of_those_who_must_move(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    own = to_officer(world, middle)

    def kinds(person: Person) -> set[str]:
        return {item.kind for item in find_work(world.actor(person), DAY, 20)}

    assert "plans.part" in kinds(world.officer)
    assert "plans.part" not in kinds(world.reform_officer)
    hand_in(world, own, world.officer)
    assert "plans.accept" in kinds(world.division_head)
    accept(world, own, world.division_head)
    assert "plans.part" in kinds(world.division_head)  # everything below is done
    hand_in(world, middle, world.officer)
    assert "plans.approve" in kinds(world.division_head)
    assert "plans.approve" not in kinds(world.head)
    assert Occurrence.objects.filter(thread=root).count() == 3


def test_recalling_leads_back_to_the_work_above(world: PlansWorld) -> None:
    _, root = film(world)
    middle = to_division(world, root)
    client = browser(world.reform_officer)
    answer = client.post(reverse("plans:recall", args=[middle.task_id]), {"reason": "Đổi"})
    assert answer.headers["Location"] == f"/nhiem-vu/{root.task_id}/?ky={root.pk}"


def test_the_list_of_parts_is_a_tab_and_exports(world: PlansWorld) -> None:
    _, root = film(world)
    to_officer(world, to_division(world, root))
    client = browser(world.division_head)
    page = client.get("/nhiem-vu/?viec_con=1&cua_toi=1&tt=open").content.decode()
    assert "Viết kịch bản" in page
    assert client.get("/nhiem-vu/xuat.xlsx?viec_con=1").status_code == 200
