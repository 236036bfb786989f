"""Pages of urging: what they show, refuse, and how many questions they ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from cchc.modules.organisation.models import Person
from cchc.modules.urging.models import DigestHour, Ladder, Mute, Notice
from cchc.modules.urging.operations.set_ladder import ensure_default
from cchc.modules.urging.rules.defaults import DEFAULT_STEPS
from cchc.modules.worklist.public import count_for, items_for
from tests.urging.world import UrgingWorld, at, digest_of

DAY = date(2019, 10, 3)
STEPS = {
    "bac-TOTAL_FORMS": "2",
    "bac-INITIAL_FORMS": "0",
    "bac-0-offset": "-2",
    "bac-0-audience": "HOLDER",
    "bac-1-offset": "4",
    "bac-1-audience": "LEADER",
    "bac-1-by_sms": "on",
    "bac-1-every": "5",
    "bac-1-answer_within": "3",
}

Stand = Callable[..., None]


def browse(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def urged(world: UrgingWorld, clock_stands_at: Stand) -> UrgingWorld:
    """The film is late; the third day after its deadline was urged."""
    clock_stands_at(DAY)
    world.film(holder=world.officer)
    world.urge(date(2019, 10, 1))
    world.urge(DAY)
    return world


def test_the_list_says_who_was_told_and_whether_they_answered(urged: UrgingWorld):
    page = browse(urged.operator).get("/don-doc/").content.decode()

    assert "Nguyễn Hữu Đức" in page
    assert "sau hạn 3 ngày làm việc" in page
    assert "chưa đọc" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("?tu=03/10/2019", 1),
        ("?den=02/10/2019", 2),
        ("?nguoi_nhan=AGENCY_HEAD", 1),
        ("?ten=duc", 1),
        ("?kenh=SMS", 0),
        ("?kenh=EMAIL", 3),
        ("?trang_thai=da-nhan", 0),
        ("?trang_thai=chua-doc", 3),
        ("?trang_thai=da-doc", 0),
        ("?trang_thai=qua-han-nhan", 0),
        ("?co_quan=0&tu=x&nhiem_vu=y", 3),
    ],
)
def test_the_list_narrows_and_exports_what_is_seen(urged: UrgingWorld, query: str, count: int):
    client = browse(urged.operator)

    shown = client.get(f"/don-doc/{query}").context["page"]
    export = client.get(f"/don-doc/xuat-excel/{query}").content

    assert (len(shown.rows), shown.counts.told) == (count, count)
    rows = CalamineWorkbook.from_filelike(BytesIO(export)).get_sheet_by_index(0).to_python()
    assert sum("Xây dựng phim ngắn" in str(row) for row in rows) == count


def test_the_list_costs_the_same_for_many_rows(
    urged: UrgingWorld, django_assert_max_num_queries: Callable[[int], object]
):
    client = browse(urged.operator)
    client.get("/don-doc/")

    with django_assert_max_num_queries(30):  # type: ignore[attr-defined]
        client.get("/don-doc/")


def test_the_digest_is_read_acknowledged_and_leaves_the_inbox(urged: UrgingWorld):
    digest = digest_of(urged.head, DAY)
    client = browse(urged.head)
    actor = urged.actor(urged.head)
    assert count_for(actor, DAY) >= 1
    assert "urging.digest" in {item.kind for item in items_for(actor, DAY, 20)}

    page = client.get(f"/don-doc/ban-tin/{digest.pk}/").content.decode()
    answer = client.post(f"/don-doc/ban-tin/{digest.pk}/da-nhan/")

    assert "Báo cáo lên anh, chị" in page
    assert answer.status_code == 302
    digest.refresh_from_db()
    assert digest.read_at is not None
    assert digest.acknowledged_at is not None
    assert "urging.digest" not in {item.kind for item in items_for(actor, DAY, 20)}
    assert "đã nhận" in client.get("/don-doc/ban-tin/").content.decode()


def test_the_task_shows_its_urging_and_the_addressee_answers_there(urged: UrgingWorld):
    notice = Notice.objects.get(person_id=urged.head.pk)
    client = browse(urged.head)

    page = client.get(f"/nhiem-vu/{notice.task_id}/").content.decode()
    client.post(f"/don-doc/nhac/{notice.pk}/da-nhan/")

    assert 'id="don-doc"' in page
    assert "Thủ trưởng cơ quan" in page
    notice.refresh_from_db()
    assert notice.acknowledged_at is not None


def test_muted_work_is_shown_as_muted_and_a_form_without_reason_is_kept(urged: UrgingWorld):
    notice = Notice.objects.get(person_id=urged.head.pk)
    part = Mute._meta.get_field("assignment").related_model.objects.get()
    client = browse(urged.operator)
    address = f"/don-doc/tam-ngung/phan-viec/{part.pk}/"

    refused = client.post(address, {"reason": "", "ends_on": "31/10/2019"})
    too_long = client.post(address, {"reason": "Chờ Bộ", "ends_on": "31/10/2020"})
    done = client.post(address, {"reason": "Chờ Bộ", "ends_on": "31/10/2019"})

    assert (refused.status_code, too_long.status_code, done.status_code) == (422, 422, 302)
    assert "31/10/2020" in too_long.content.decode()
    assert "Đang tạm ngừng nhắc" in client.get(f"/nhiem-vu/{notice.task_id}/").content.decode()
    assert "Chờ Bộ" in client.get("/don-doc/tam-ngung/").content.decode()
    assert client.get("/don-doc/tam-ngung/khac/1/").status_code == 404


def test_a_ladder_is_looked_at_before_it_is_saved(world: UrgingWorld, clock_stands_at: Stand):
    clock_stands_at(world.today)
    ensure_default(now=world.now)
    client = browse(world.operator)
    form = {"name": "Chỉ đạo", "plan_kind": "DIRECTIVE", "effective_from": "15/10/2019", **STEPS}

    look = client.post("/don-doc/thang/them/", form | {"due_on": "20/10/2019", "xem-thu": "1"})
    assert look.status_code == 200
    assert "17/10/2019" in look.content.decode()
    assert Ladder.objects.count() == 1

    saved = client.post("/don-doc/thang/them/", form)
    assert saved.status_code == 302
    steps = list(Ladder.objects.get(plan_kind="DIRECTIVE").steps.order_by("number"))
    assert [(s.offset, s.every, s.channels) for s in steps] == [
        (-2, 0, ["IN_APP"]),
        (4, 5, ["IN_APP", "SMS"]),
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"bac-1-offset": "-1", "bac-1-every": ""}, "việc quá hạn không bị bỏ quên"),
        ({"bac-0-every": "2"}, "chỉ bậc sau hạn mới nhắc lại được"),
        ({"bac-1-offset": "999"}, "250"),
        ({"name": ""}, "Chỉ"),
        ({"effective_from": "01/01/2019"}, "không trước hôm nay"),
    ],
)
def test_a_wrong_ladder_comes_back_as_typed(
    world: UrgingWorld, clock_stands_at: Stand, changed: dict[str, str], said: str
):
    clock_stands_at(world.today)
    form = {"name": "Chỉ đạo", "plan_kind": "DIRECTIVE", "effective_from": "15/10/2019", **STEPS}

    answer = browse(world.operator).post("/don-doc/thang/them/", form | changed)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Ladder.objects.exists()


def test_a_changed_ladder_and_one_that_ends(world: UrgingWorld, clock_stands_at: Stand):
    clock_stands_at(world.today)
    ensure_default(now=world.now)
    default = Ladder.objects.get()
    client = browse(world.operator)

    form = client.get(f"/don-doc/thang/{default.pk}/sua/").content.decode()
    assert form.count('name="bac-') > 6 * len(DEFAULT_STEPS)
    answer = client.post(
        f"/don-doc/thang/{default.pk}/sua/",
        {"name": "Thang mới", "effective_from": "16/10/2019", **STEPS},
    )
    assert answer.status_code == 302
    kept = client.post(f"/don-doc/thang/{default.pk}/thoi/", follow=True).content.decode()
    assert "không bỏ được" in kept
    page = client.get(f"/don-doc/thang/{default.pk}/?han=20/10/2019").content.decode()
    assert "18/10/2019" in page
    assert "Thang mới" in client.get("/don-doc/thang/").content.decode()


def test_the_hour_of_digests_is_set_by_day_only(world: UrgingWorld, clock_stands_at: Stand):
    clock_stands_at(world.today)
    client = browse(world.operator)

    night = client.post("/don-doc/thang/gio-gui/", {"sends_at": "22:00"})
    wrong = client.post("/don-doc/thang/gio-gui/", {"sends_at": "sáng"})
    done = client.post("/don-doc/thang/gio-gui/", {"sends_at": "8h15"})

    assert (night.status_code, wrong.status_code, done.status_code) == (422, 422, 302)
    assert f"{DigestHour.objects.get().sends_at:%H:%M}" == "08:15"


def test_a_mute_is_lifted_on_its_page(urged: UrgingWorld):
    client = browse(urged.operator)
    client.post(
        f"/don-doc/tam-ngung/co-quan/{urged.department.pk}/",
        {"reason": "Chờ sắp xếp", "ends_on": "31/10/2019"},
    )
    row = Mute.objects.get()

    first = client.post(f"/don-doc/tam-ngung/{row.pk}/bo/", follow=True).content.decode()
    second = client.post(f"/don-doc/tam-ngung/{row.pk}/bo/", follow=True).content.decode()

    assert "Đã cho nhắc lại." in first
    assert "đã kết thúc" in second


def test_what_a_later_day_of_the_demo_said_is_not_shown(urged: UrgingWorld, clock_stands_at: Stand):
    clock_stands_at(date(2019, 10, 2))

    page = browse(urged.operator).get("/don-doc/").context["page"]

    assert page.counts.told == 2
    assert at(DAY).date() == DAY
