"""The review of an import in the browser: the paper and the rows, the number that is taken."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.test import Client

from cchc.modules.plans.models import ImportDraft, Plan
from cchc.modules.plans.operations.confirm_plan import confirm_plan
from cchc.modules.plans.operations.correct_draft import edit_header
from cchc.modules.plans.operations.share_draft import share_draft, take_as_correction
from cchc.modules.plans.queries.review import current_reading
from cchc.modules.plans.rules.refusals import DraftProblem, DraftRefused
from cchc.platform.access import AccessDenied, NotVisible
from tests.plans.operations.test_drafts import ROWS, imported, paper
from tests.plans.web.pages import browser, text_of
from tests.plans.world import FILM, GIVEN, MONTHLY, PlansWorld, said

PARAGRAPHS = """ỦY BAN NHÂN DÂN
TỈNH SEN HỒNG
Số: 9/KH-UBND
Sen Hồng, ngày 06 tháng 12 năm 2018
KẾ HOẠCH
Cải cách hành chính tỉnh Sen Hồng năm 2019
I. TỔ CHỨC THỰC HIỆN
1. Các sở, ngành tỉnh báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 15 hằng tháng.
"""


def page_of(client: Client, draft: ImportDraft, view: str = "all", **query: object) -> str:
    response = client.get(f"/ke-hoach/nhap/{draft.pk}/", {"xem": view, **query})
    assert response.status_code == 200
    return text_of(response)


def same_number(world: PlansWorld) -> tuple[Plan, ImportDraft]:
    plan = world.plan(FILM)
    return plan, world.draft(FILM, MONTHLY, number="0271/kh-ubnd")


def test_a_number_that_is_taken_is_an_obstacle_with_ways_on(world: PlansWorld) -> None:
    plan, draft = same_number(world)

    page = page_of(browser(world.operator), draft)

    assert "Trùng số văn bản" in page
    assert f'href="/ke-hoach/{plan.pk}/"' in page
    assert f'action="/ke-hoach/nhap/{draft.pk}/dinh-chinh/"' in page
    assert f'href="/ke-hoach/nhap/{draft.pk}/van-ban/"' in page


def test_a_draft_becomes_the_correction_of_the_document_that_has_its_number(
    world: PlansWorld,
) -> None:
    plan, draft = same_number(world)
    client = browser(world.operator)

    answer = client.post(f"/ke-hoach/nhap/{draft.pk}/dinh-chinh/", {"plan": plan.pk}, follow=True)

    page = text_of(answer)
    assert "Bản nháp nay là bản đính chính" in page
    assert "Trùng số văn bản" not in page
    assert "Báo cáo kết quả giải quyết hồ sơ" in page  # the row that is new
    client.post(f"/ke-hoach/nhap/{draft.pk}/xac-nhan/")
    draft.refresh_from_db()
    assert draft.plan == plan
    assert plan.tasks.count() == 2
    assert "plans.draft.taken_as_correction" in said()


def test_another_number_takes_the_obstacle_away(world: PlansWorld) -> None:
    _, draft = same_number(world)
    client = browser(world.operator)

    client.post(f"/ke-hoach/nhap/{draft.pk}/van-ban/", {"number": "272/KH-UBND", "year": "2019"})

    assert "Trùng số văn bản" not in page_of(client, draft)


def test_confirming_beside_another_leads_back_to_the_ways_on(world: PlansWorld) -> None:
    _, draft = same_number(world)

    answer = browser(world.operator).post(f"/ke-hoach/nhap/{draft.pk}/xac-nhan/", follow=True)

    page = text_of(answer)
    assert page.count("Trùng số văn bản") == 2
    assert Plan.objects.count() == 1


def test_a_correction_must_not_take_the_number_of_a_third_document(world: PlansWorld) -> None:
    from cchc.modules.plans.operations.apply_correction import apply_correction

    plan = world.plan(FILM)
    world.plan(MONTHLY, number="272/KH-UBND")
    draft = world.draft(FILM, number="271/KH-UBND")
    who = {"actor": world.actor(world.operator), "now": GIVEN}
    take_as_correction(draft_id=draft.pk, plan_id=plan.pk, **who)
    edit_header(draft_id=draft.pk, field="number", value="272/KH-UBND", **who)

    with pytest.raises(DraftRefused) as refused:
        apply_correction(draft_id=draft.pk, **who)

    assert refused.value.problem is DraftProblem.DUPLICATE_NUMBER


def test_only_who_answers_for_the_issuer_takes_a_draft_as_a_correction(world: PlansWorld) -> None:
    plan, draft = same_number(world)
    operator = world.actor(world.operator)
    share_draft(draft_id=draft.pk, person_ids=[world.reform_officer.pk], actor=operator, now=GIVEN)

    with pytest.raises(NotVisible):
        take_as_correction(
            draft_id=draft.pk, plan_id=plan.pk, actor=world.actor(world.stranger), now=GIVEN
        )
    with pytest.raises(AccessDenied):
        take_as_correction(
            draft_id=draft.pk, plan_id=plan.pk, actor=world.actor(world.reform_officer), now=GIVEN
        )


def test_a_draft_corrects_one_document_of_its_own_issuer(world: PlansWorld) -> None:
    who = {"actor": world.actor(world.operator), "now": GIVEN}
    plan, other = world.plan(FILM), world.plan(MONTHLY, number="272/KH-UBND")
    draft = world.draft(FILM)
    take_as_correction(draft_id=draft.pk, plan_id=plan.pk, **who)

    with pytest.raises(DraftRefused):
        take_as_correction(draft_id=draft.pk, plan_id=other.pk, **who)


def test_every_row_leads_to_its_passage_on_the_paper(world: PlansWorld) -> None:
    draft = imported(world)

    page = page_of(browser(world.operator), draft)

    places = re.findall(r'data-places="([^"]+)"', page)
    assert len(places) == len(ROWS)
    assert all(f'id="to-{place}"' in page for row in places for place in row.split())
    assert page.count("data-source") == len(ROWS)
    assert "plans/review.js" in page


def test_a_chosen_row_is_marked_on_both_sides_without_scripts(world: PlansWorld) -> None:
    draft = imported(world)
    row = current_reading(draft).tasks[1]

    page = page_of(browser(world.operator), draft, dong=row.id)

    assert re.search(rf'id="dong-{row.id}"[^>]*chosen" aria-current="true"', page)
    marked = re.findall(r'id="to-([^"]+)" class="source"', page)
    assert marked == [row.cells[name].place for name in ("content", "lead_text", "time_text")]


def test_work_named_outside_the_table_can_be_taken_as_a_row(world: PlansWorld) -> None:
    draft = imported(world, BytesIO(PARAGRAPHS.encode()), name="ke-hoach.txt")
    duty = current_reading(draft).duties[0]
    client = browser(world.operator)
    page = page_of(client, draft, "duties")
    assert "Việc nêu ngoài bảng" in page
    assert "hằng tháng" in page

    client.post(f"/ke-hoach/nhap/{draft.pk}/dong/{duty.id}/lay/?xem=duties")

    draft.refresh_from_db()
    assert duty.id in {task.id for task in current_reading(draft).tasks}
    assert "Không có việc nào nêu ngoài bảng" in page_of(client, draft, "duties")


def test_a_target_that_the_reading_missed_is_added(world: PlansWorld) -> None:
    draft = imported(world)
    client = browser(world.operator)
    assert "Thêm chỉ tiêu" in page_of(client, draft, "targets")
    address = f"/ke-hoach/nhap/{draft.pk}/them-chi-tieu/"
    said = {
        "text": "Tỷ lệ hồ sơ đúng hạn",
        "comparator": ">=",
        "quantity": "95,5",
        "unit": "%",
        "due_on": "31/12/2019",
        "subject": "các sở",
    }

    client.post(address, said)

    plan = confirm_plan(draft_id=draft.pk, actor=world.actor(world.operator), now=GIVEN)
    target = plan.targets.get()
    assert (target.text, target.comparator, str(target.quantity), target.unit) == (
        "Tỷ lệ hồ sơ đúng hạn",
        ">=",
        "95.5000",
        "%",
    )
    assert str(target.due_on) == "2019-12-31"


def test_a_target_that_is_none_is_left_out_again(world: PlansWorld) -> None:
    draft = imported(world)
    client = browser(world.operator)
    client.post(f"/ke-hoach/nhap/{draft.pk}/them-chi-tieu/", {"text": "x", "comparator": "="})
    draft.refresh_from_db()
    target = current_reading(draft).targets[0]
    edit = text_of(client.get(f"/ke-hoach/nhap/{draft.pk}/chi-tieu/{target.id}/"))
    assert "Bỏ chỉ tiêu" in edit

    client.post(f"/ke-hoach/nhap/{draft.pk}/chi-tieu/{target.id}/bo/")

    draft.refresh_from_db()
    assert current_reading(draft).targets == ()


def test_an_obstacle_in_a_target_leads_to_the_target(world: PlansWorld) -> None:
    draft = imported(world, paper())
    client = browser(world.operator)
    client.post(f"/ke-hoach/nhap/{draft.pk}/them-chi-tieu/", {"text": "x", "comparator": "="})
    draft.refresh_from_db()
    target = current_reading(draft).targets[0]
    client.post(f"/ke-hoach/nhap/{draft.pk}/chi-tieu/{target.id}/", {"text": "x", "quantity": "y"})

    page = page_of(client, draft)

    link = f"/ke-hoach/nhap/{draft.pk}/chi-tieu/{target.id}/?xem=targets"
    assert link in page
    assert client.get(link).status_code == 200
