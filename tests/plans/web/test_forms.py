"""Every form of plans: what is wrong is said at its field, and nothing that was typed is lost."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.modules.plans.models import Occurrence, Programme, Submission
from cchc.modules.plans.operations.decide_proof import approve_proof
from cchc.modules.plans.operations.extend import ask_extension
from cchc.modules.plans.queries.review import current_reading
from tests.plans.operations.test_drafts import imported
from tests.plans.web.pages import FORM, browser, text_of
from tests.plans.world import CONDITIONAL, FILM, OPEN, PlansWorld, moment

TYPED = "Chữ đã gõ không được mất"
LONG = f"{TYPED} " + "x" * 12_000
Address = Callable[[PlansWorld], str]


def round_of(world: PlansWorld) -> Occurrence:
    return world.one(world.plan(FILM), "a", world.department)


def of_round(way: str) -> Address:
    return lambda world: f"/ky-viec/{round_of(world).pk}/{way}/"


def of_part(way: str) -> Address:
    return lambda world: f"/phan-viec/{round_of(world).assignment_id}/{way}/"


def of_task(way: str) -> Address:
    return lambda world: f"/nhiem-vu/{world.plan(CONDITIONAL).tasks.get().pk}/{way}/"


def of_plan(way: str) -> Address:
    return lambda world: f"/ke-hoach/{world.plan(FILM).pk}/{way}/"


def of_draft(way: str) -> Address:
    return lambda world: f"/ke-hoach/nhap/{world.draft(FILM).pk}/{way}/"


def of_row(way: str = "") -> Address:
    def address(world: PlansWorld) -> str:
        draft = world.draft(FILM)
        return f"/ke-hoach/nhap/{draft.pk}/dong/{current_reading(draft).tasks[0].id}/{way}"

    return address


def of_target(world: PlansWorld) -> str:
    draft = world.draft(FILM)
    client = browser(world.operator)
    client.post(f"/ke-hoach/nhap/{draft.pk}/them-chi-tieu/", {"text": "a", "comparator": "="})
    draft.refresh_from_db()
    return f"/ke-hoach/nhap/{draft.pk}/chi-tieu/{current_reading(draft).targets[0].id}/"


def of_open_party(world: PlansWorld) -> str:
    party = world.plan(OPEN).tasks.get().parties.filter(needs_choice=True).first()
    assert party is not None
    return f"/nhiem-vu/thanh-phan/{party.pk}/chon/"


def of_extension(world: PlansWorld) -> str:
    asked = ask_extension(
        occurrence_id=round_of(world).pk,
        wanted_on=date(2019, 12, 1),
        reason="Chờ hướng dẫn",
        actor=world.actor(world.reform_officer),
        now=world.now,
    )
    return f"/gia-han/{asked.pk}/"


def of_approved_round(world: PlansWorld) -> str:
    one = round_of(world)
    world.hand_in(one, date(2019, 9, 1))
    approve_proof(occurrence_id=one.pk, actor=world.actor(world.head), now=moment(date(2019, 9, 2)))
    return f"/ky-viec/{one.pk}/tra-lai/"


@dataclass(frozen=True)
class Wrong:
    """A form sent with something wrong."""

    name: str
    address: Address
    posted: Mapping[str, object]
    wrong: str
    """The field that is wrong."""
    person: str = "operator"
    kept: str = TYPED
    files: Mapping[str, bytes] = field(default_factory=dict)

    def send(self, world: PlansWorld) -> object:
        files = {
            name: SimpleUploadedFile("tep.txt", content) for name, content in self.files.items()
        }
        client = browser(getattr(world, self.person))
        return client.post(self.address(world), {**FORM, **self.posted, **files})


HEADER = {"title": TYPED, "year": "2019"}
TRIGGER = {"document_title": TYPED, "document_number": "5/KH"}
FORMS = [
    Wrong("upload without a file", lambda world: "/ke-hoach/nhap/", {}, "file", kept=""),
    Wrong(
        "upload of a program",
        lambda world: "/ke-hoach/nhap/",
        {"plan_kind": "ANNUAL"},
        "file",
        files={"file": b"\x7fELF\x02\x01\x01" + b"\x00" * 60},
        kept="",
    ),
    Wrong(
        "by hand",
        lambda world: "/ke-hoach/nhap/tay/",
        {"title": TYPED, "year": "12", "plan_kind": "ANNUAL"},
        "year",
    ),
    Wrong("header, day", of_draft("van-ban"), {**HEADER, "issued_on": "31/31/2018"}, "issued_on"),
    Wrong("header, year", of_draft("van-ban"), {"title": TYPED, "year": "hai nghìn"}, "year"),
    Wrong("row", of_row(), {"content": LONG}, "content"),
    Wrong("row left for another", of_row("noi/"), {"into": "t99"}, "into", kept=""),
    Wrong("party", of_row("chu-tri/0/"), {"agencies": "0"}, "agencies", kept=""),
    Wrong("target", of_target, {"text": TYPED, "due_on": "cuối năm"}, "due_on"),
    Wrong(
        "new target",
        of_draft("them-chi-tieu"),
        {"text": TYPED, "comparator": "=", "quantity": "nhiều"},
        "quantity",
    ),
    Wrong("share", of_draft("chia-se"), {"people": "0"}, "people", kept=""),
    Wrong(
        "programme",
        lambda world: "/ke-hoach/chuong-trinh/",
        {"name": TYPED, "starts_year": "2021", "ends_year": "2016"},
        "ends_year",
    ),
    Wrong("holder", of_part("phan-cong"), {"person": "0"}, "person", "reform_officer", kept=""),
    Wrong("progress", of_part("tien-do"), {"note": LONG}, "note", "reform_officer"),
    Wrong(
        "hand in unnamed", of_round("nop-minh-chung"), {"note": TYPED}, "product", "reform_officer"
    ),
    Wrong(
        "hand in nothing",
        of_round("nop-minh-chung"),
        {"product": TYPED, "note": "x"},
        "file",
        "reform_officer",
    ),
    Wrong(
        "hand in a program",
        of_round("nop-minh-chung"),
        {"product": TYPED},
        "file",
        "reform_officer",
        files={"file": b"MZ\x90\x00" + b"\x00" * 80},
    ),
    Wrong(
        "more time, no day",
        of_round("xin-gia-han"),
        {"reason": TYPED, "wanted_on": "mai"},
        "wanted_on",
        "reform_officer",
    ),
    Wrong(
        "more time, an earlier day",
        of_round("xin-gia-han"),
        {"reason": TYPED, "wanted_on": "01/01/2019"},
        "wanted_on",
        "reform_officer",
    ),
    Wrong("decision", of_extension, {"reason": TYPED}, "is_granted"),
    Wrong("refusal without a reason", of_extension, {"is_granted": "no"}, "reason", kept=""),
    Wrong(
        "grant of an earlier day",
        of_extension,
        {"is_granted": "yes", "granted_on": "01/01/2019", "reason": TYPED},
        "granted_on",
    ),
    Wrong("return", of_approved_round, {"reason": LONG}, "reason"),
    Wrong("return without a reason", of_approved_round, {"reason": " "}, "reason", kept=""),
    Wrong("suspend", of_round("tam-dung"), {"reason": LONG}, "reason"),
    Wrong("withdraw a task", of_task("thu-hoi"), {"reason": LONG}, "reason"),
    Wrong("withdraw a plan", of_plan("thu-hoi"), {"reason": LONG}, "reason"),
    Wrong("event without a day", of_task("ghi-nhan-su-kien"), TRIGGER, "happened_on"),
    Wrong(
        "event to come",
        of_task("ghi-nhan-su-kien"),
        {**TRIGGER, "happened_on": "01/11/2019", "due_on": "01/12/2019"},
        "happened_on",
    ),
    Wrong(
        "event due before it came",
        of_task("ghi-nhan-su-kien"),
        {**TRIGGER, "happened_on": "01/10/2019", "due_on": "01/09/2019"},
        "due_on",
    ),
    Wrong(
        "document without a number",
        of_task("gan-van-ban"),
        {"document_title": TYPED, "happened_on": "01/10/2019", "due_on": "01/12/2019"},
        "document_number",
    ),
    Wrong("members", of_open_party, {"agencies": "0"}, "agencies", kept=""),
    Wrong("comment", of_task("trao-doi"), {"text": LONG}, "text", "reform_officer"),
    Wrong("comment of spaces", of_task("trao-doi"), {"text": "   "}, "text", kept=""),
]


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case.name)
def test_a_wrong_form_is_shown_again_with_its_error_and_all_that_was_typed(
    world: PlansWorld, case: Wrong
) -> None:
    response = case.send(world)

    page = text_of(response)
    assert response.status_code == 422  # type: ignore[attr-defined]
    assert f'id="id_{case.wrong}_error"' in page
    assert f'href="#id_{case.wrong}' in page
    assert 'aria-invalid="true"' in page
    assert case.kept in html.unescape(page)
    assert "Traceback" not in page


def test_all_that_was_typed_in_a_long_form_is_kept(world: PlansWorld) -> None:
    typed = {
        "product": "Báo cáo “rà soát”",
        "document_number": "12/BC-STP",
        "link": "không phải đường dẫn",
        "note": "Dòng một\nDòng hai",
    }

    response = browser(world.reform_officer).post(
        of_round("nop-minh-chung")(world), {**FORM, **typed}
    )

    page = html.unescape(text_of(response))
    assert response.status_code == 422
    assert all(value in page for value in typed.values())
    assert Submission.objects.count() == 0


def test_a_form_that_is_right_is_done_once_and_says_so(world: PlansWorld) -> None:
    client = browser(world.operator)
    said = {"name": "Chương trình tổng thể", "starts_year": "2016", "ends_year": "2020"}

    page = text_of(client.post("/ke-hoach/chuong-trinh/", said, follow=True))
    client.post("/ke-hoach/chuong-trinh/", said)

    assert "Đã ghi chương trình" in page
    assert "Chương trình tổng thể" in page
    assert Programme.objects.count() == 1


def test_days_of_the_header_are_typed_and_shown_as_the_office_writes_them(
    world: PlansWorld,
) -> None:
    draft = world.draft(FILM)
    client = browser(world.operator)
    address = f"/ke-hoach/nhap/{draft.pk}/"
    assert 'value="06/12/2018"' in text_of(client.get(f"{address}van-ban/"))
    typed = {"number": "271/KH-UBND", "title": "t", "year": "2019", "issued_on": "7/12/2018"}

    client.post(f"{address}van-ban/", typed)

    draft.refresh_from_db()
    assert current_reading(draft).head("issued_on") == "2018-12-07"
    page = text_of(client.get(address))
    assert "07/12/2018" in page
    assert "2018-12-07" not in page


def test_a_cell_longer_than_the_form_allows_can_still_be_saved_beside_others(
    world: PlansWorld,
) -> None:
    draft = imported(world)
    row = current_reading(draft).tasks[0].id
    client = browser(world.operator)
    from cchc.modules.plans.operations.correct_draft import edit_row

    actor = world.actor(world.operator)
    edit_row(
        draft_id=draft.pk,
        row_id=row,
        field="content",
        value="x" * 9_000,
        actor=actor,
        now=world.now,
    )
    typed = {"content": "x" * 9_000, "product": "Phim mới"}

    response = client.post(f"/ke-hoach/nhap/{draft.pk}/dong/{row}/", typed)

    assert response.status_code == 302


@pytest.mark.parametrize("odd", ["²", "-1", "1e3", "9" * 40, "' or 1=1", ""])
def test_odd_numbers_in_addresses_and_forms_are_nothing(world: PlansWorld, odd: str) -> None:
    draft = world.draft(FILM)
    plan = world.plan(FILM)
    client = browser(world.operator)
    review = f"/ke-hoach/nhap/{draft.pk}/"

    answers = [
        client.get(review, {"trang": odd, "to": odd, "dong": odd, "xem": odd}),
        client.get(f"/nhiem-vu/{plan.tasks.get().pk}/", {"ky": odd, "phan": odd}),
        client.get("/nhiem-vu/", {"nam": odd, "ke_hoach": odd, "co_quan": odd, "nhiem_vu": odd}),
        client.get("/nhiem-vu/lich/", {"thang": odd, "nam": odd}),
        client.get("/ke-hoach/", {"nam": odd, "loai": odd}),
        client.get("/ke-hoach/nhap/", {"dinh_chinh": odd}),
        client.post(f"{review}gan/", {"above": odd, "programme": odd}),
        client.post("/nhiem-vu/tiep-nhan/", {"chon": [odd, odd]}),
    ]

    assert [a.status_code for a in answers] == [200, 200, 200, 200, 200, 200, 302, 302]
