"""Pages of urging letters: choosing, refusing, answering, files, hostile text."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from cchc.modules.documents.models import Letter
from cchc.modules.organisation.models import Person
from cchc.modules.urging.models import UrgingLetter
from tests.urging.letters.world import LettersWorld

HOSTILE = '<script>alert(1)</script> {{ 7|add:"1" }} "\' & =cmd|calc'


@pytest.fixture
def sign_in(world: LettersWorld, clock_stands_at):
    def client_of(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    clock_stands_at(world.today)
    return client_of


def sent(world: LettersWorld, **changes: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "ngay": "15/10/2019",
        "chon": [world.film.pk, world.review.pk],
        "issuer": world.home_affairs.pk,
        "answer_by": "22/10/2019",
        "finish_by": "05/11/2019",
    }
    return {**whole, **changes}


def test_what_is_late_is_chosen_and_becomes_a_draft(world: LettersWorld, sign_in) -> None:
    operator = sign_in(world.operator)
    page = operator.get(reverse("urging:write_letter")).content.decode()
    assert "Xây dựng phim ngắn" in page
    assert page.count(" checked") == 2

    answer = operator.post(reverse("urging:write_letter"), sent(world, chon=[world.film.pk]))

    letter = Letter.objects.get()
    assert answer["Location"] == f"/van-ban/{letter.pk}/"
    assert UrgingLetter.objects.get().items.count() == 1
    listed = operator.get(reverse("urging:waves")).content.decode()
    assert "Mở dự thảo" in listed


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"chon": []}, "Hãy chọn ít nhất một nhiệm vụ"),
        ({"answer_by": "tuần sau"}, "Ngày chưa đúng"),
        ({"answer_by": "01/10/2019"}, "Hạn trả lời phải từ ngày chốt"),
        ({"finish_by": "16/10/2019"}, "Hạn hoàn thành phải từ hạn trả lời"),
        ({"signer": "OWN:1"}, "Người ký"),
        ({"issuer": "0"}, "Cơ quan ban hành"),
        ({"ngay": "20/10/2019"}, "không thể ở tương lai"),
    ],
)
def test_a_wrong_choice_is_answered_with_422(
    world: LettersWorld, sign_in, changes: dict[str, object], words: str
) -> None:
    data = sent(world, **changes)

    answer = sign_in(world.operator).post(reverse("urging:write_letter"), data)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert page.count(" checked") == len(data["chon"])  # type: ignore[arg-type]
    assert not UrgingLetter.objects.exists()


def test_filters_narrow_what_can_be_chosen(world: LettersWorld, sign_in) -> None:
    operator = sign_in(world.operator)
    url = reverse("urging:write_letter")

    one = operator.get(url, {"co_quan": world.department.pk}).content.decode()
    near = operator.get(url, {"sap_han": "1"}).content.decode()
    odd = operator.get(url, {"ngay": HOSTILE, "co_quan": "²", "linh_vuc": HOSTILE})

    assert "Rà soát thủ tục" not in one
    assert "Tổng kết năm" in near
    assert odd.status_code == 200
    assert "<script>alert(1)" not in odd.content.decode()
    nothing = operator.get(url, {"ngay": "01/01/2019"}).content.decode()
    assert "Không có nhiệm vụ quá hạn nào khớp" in nothing


def test_an_agency_answers_in_the_browser(world: LettersWorld, sign_in) -> None:
    made = world.wave()
    item = made.items.get(agency=world.department)
    officer = sign_in(world.reform_officer)
    url = reverse("urging:answer", args=[item.pk])
    assert "Trả lời công văn đôn đốc" in officer.get("/").content.decode()

    empty = officer.post(url, {"text": "", "promised_on": "25/10/2019"})
    late = officer.post(url, {"text": "Chữ tôi gõ", "promised_on": "01/10/2019"})
    right = officer.post(url, {"text": HOSTILE, "promised_on": "25/10/2019"})

    assert (empty.status_code, late.status_code, right.status_code) == (422, 422, 302)
    assert "Chữ tôi gõ" in late.content.decode()
    page = officer.get(reverse("urging:wave", args=[made.pk])).content.decode()
    assert "<script>alert(1)" not in page
    assert "đã trả lời" in page
    task = officer.get(f"/nhiem-vu/{world.film.task_id}/").content.decode()
    assert "đã đôn đốc bằng công văn số" in task


def test_the_board_and_the_lists_show_and_download(world: LettersWorld, sign_in) -> None:
    world.wave(on=world.today.replace(day=1))
    leader = sign_in(world.leader)

    board = leader.get(reverse("urging:effect")).content.decode()
    assert "01/SNV-CCHC" in board
    assert "Kaplan" in board
    month = leader.get(reverse("urging:month_list"), {"thang": "2019-09"}).content.decode()
    assert "tháng 09 năm 2019" in month
    odd = leader.get(reverse("urging:month_list"), {"thang": HOSTILE}).content.decode()
    assert "<script>alert(1)" not in odd
    meeting = leader.get(reverse("urging:meeting_list"), {"ngay": "28/10/2019"}).content.decode()
    assert "Phiên họp ngày 28/10/2019" in meeting
    for name in ("urging:month_file", "urging:meeting_file"):
        for ending, begins in (("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
            content = leader.get(reverse(name, args=[ending])).content
            assert content.startswith(begins)
        assert leader.get(reverse(name, args=["exe"])).status_code == 404
    for name in ("waves_export", "effect_export"):
        assert leader.get(reverse(f"urging:{name}")).content.startswith(b"PK")


def test_the_notice_becomes_a_draft(world: LettersWorld, sign_in) -> None:
    operator = sign_in(world.operator)
    url = reverse("urging:month_draft")

    refused = operator.post(url, {"thang": "2019-09", "issuer": "0"}, follow=True)
    made = operator.post(url, {"thang": "2019-09", "issuer": world.committee.pk})

    assert "Hãy chọn cơ quan ban hành" in refused.content.decode()
    assert made["Location"] == f"/van-ban/{Letter.objects.get().pk}/"


def test_pages_cost_few_queries(
    world: LettersWorld, sign_in, django_assert_max_num_queries
) -> None:
    made = world.wave()
    operator = sign_in(world.operator)
    for address, most in (
        (reverse("urging:write_letter"), 45),
        (reverse("urging:wave", args=[made.pk]), 35),
        (reverse("urging:effect"), 40),
    ):
        operator.get(address)
        with django_assert_max_num_queries(most):
            operator.get(address)
