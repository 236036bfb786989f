"""Pages of outgoing papers: what they show, what they refuse, and that nothing typed is lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cchc.modules.documents.models import Letter, Register
from cchc.modules.documents.queries.letter_page import paper_to_write
from cchc.modules.documents.rules.kinds import LetterState
from cchc.officialdocs.writing import letter_docx
from tests.documents.world import DocumentsWorld

HOSTILE = '<script>alert(1)</script> {{ 7|add:"1" }} "\' & =cmd|calc'


@pytest.fixture
def operator(world: DocumentsWorld, clock_stands_at) -> Client:
    clock_stands_at(world.today)
    client = Client()
    client.force_login(world.operator)
    return client


def typed(letter: Letter, **changes: str) -> dict[str, str]:
    whole = {
        "subject": letter.subject,
        "addressees": "Sở Tư pháp\nSở Tài chính",
        "body": "Căn cứ Luật;\n\nĐề nghị hoàn thành.",
        "recipients": "Như trên\nLưu: VT",
        "signer": f"{letter.authority}:{letter.signer_id}",
        "place": "Sen Hồng",
        "version": str(letter.version),
    }
    return {**whole, **changes}


def test_a_paper_is_begun_written_and_issued(world: DocumentsWorld, operator: Client) -> None:
    data = {"agency": world.home_affairs.pk, "kind": "LETTER", "subject": "Đôn đốc"}
    begun = operator.post(reverse("documents:letter_new"), data)
    letter = Letter.objects.get()
    assert begun["Location"] == reverse("documents:letter_edit", args=[letter.pk])

    signer = world.draft().signer_id
    letter.refresh_from_db()
    text = typed(letter, signer=f"OWN:{signer}")
    saved = operator.post(reverse("documents:letter_edit", args=[letter.pk]), text)
    assert saved.status_code == 302
    page = operator.get(reverse("documents:letter", args=[letter.pk])).content.decode()
    assert "V/v đôn đốc" in page
    assert "Đề nghị hoàn thành./." in page

    issue = reverse("documents:letter_issue", args=[letter.pk])
    assert operator.post(issue, {"issued_on": "15/10/2019"}).status_code == 302
    letter.refresh_from_db()
    assert letter.number_text == "01/SNV-CCHC"
    sent = operator.post(reverse("documents:letter_send", args=[letter.pk]), follow=True)
    assert "Đã gửi văn bản" in sent.content.decode()


def test_a_stale_page_keeps_what_was_typed(world: DocumentsWorld, operator: Client) -> None:
    letter = world.draft()
    url = reverse("documents:letter_edit", args=[letter.pk])
    assert operator.post(url, typed(letter)).status_code == 302

    answer = operator.post(url, typed(letter, body="Đoạn tôi vừa gõ."))

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Đoạn tôi vừa gõ." in page
    assert "Có người vừa lưu dự thảo này" in page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter_edit", {"subject": "", "body": "Chữ tôi gõ"}),
        ("letter_edit", {"subject": "x", "body": "Chữ tôi gõ", "addressees": "a" * 400}),
        ("letter_edit", {"subject": "x", "body": "Chữ tôi gõ", "signer": "OWN:999999"}),
        ("letter_issue", {"issued_on": "hôm qua"}),
        ("letter_issue", {"issued_on": "16/10/2019"}),
        ("letter_word", {"sent": "1"}),
        ("letter_attach", {"sent": "1"}),
    ],
)
def test_a_wrong_form_is_answered_with_422(
    world: DocumentsWorld, operator: Client, name: str, data: dict[str, str]
) -> None:
    letter = world.draft()

    answer = operator.post(reverse(f"documents:{name}", args=[letter.pk]), data)

    assert answer.status_code == 422
    if "body" in data:
        assert "Chữ tôi gõ" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("register_symbol", {"kind": "LETTER", "symbol": "a b", "since": "15/10/2019"}),
        ("register_skip", {"year": "2019", "last": "0", "reason": ""}),
        ("register_skip", {"year": "2019", "last": "1", "reason": "đã dùng"}),
    ],
)
def test_a_wrong_register_form_is_answered_with_422(
    world: DocumentsWorld, operator: Client, name: str, data: dict[str, str]
) -> None:
    world.issued()
    url = reverse(f"documents:{name}", args=[Register.objects.get().pk])

    assert operator.post(url, data).status_code == 422


def test_registers_are_kept_in_the_browser(world: DocumentsWorld, operator: Client) -> None:
    world.issued()
    register = Register.objects.get()
    skip = {"year": "2019", "last": "9", "reason": "Sổ giấy"}
    operator.post(reverse("documents:register_skip", args=[register.pk]), skip)
    symbol = {"kind": "LETTER", "symbol": "SNV-CCV", "since": "15/10/2019"}
    operator.post(reverse("documents:register_symbol", args=[register.pk]), symbol)

    page = operator.get(reverse("documents:register", args=[register.pk])).content.decode()

    assert "Sổ giấy" in page
    assert "SNV-CCV" in page
    assert world.issued().number_text == "10/SNV-CCV"
    listed = operator.get(reverse("documents:registers")).content.decode()
    assert "Sổ đăng ký văn bản đi của Sở Nội vụ" in listed


def test_hostile_text_is_shown_as_text(world: DocumentsWorld, operator: Client) -> None:
    letter = world.draft(HOSTILE, addressees=(HOSTILE,), recipients=(HOSTILE,))
    for name in ("letter", "letter_edit", "letter_issue"):
        page = operator.get(reverse(f"documents:{name}", args=[letter.pk])).content.decode()
        assert "<script>alert(1)" not in page
    listed = operator.get(reverse("documents:letters"), {"tim": HOSTILE, "nam": "²", "loai": "x"})
    assert "<script>alert(1)" not in listed.content.decode()
    for name in ("letter_docx", "letter_pdf"):
        assert operator.get(reverse(f"documents:{name}", args=[letter.pk])).status_code == 200


def test_files_of_a_paper(world: DocumentsWorld, operator: Client) -> None:
    letter = world.draft()
    word = operator.get(reverse("documents:letter_docx", args=[letter.pk]))
    pdf = operator.get(reverse("documents:letter_pdf", args=[letter.pk]))
    assert word.content.startswith(b"PK")
    assert pdf.content.startswith(b"%PDF")
    assert 'filename="don-doc-thuc-hien-nhiem-vu.docx"' in word["Content-Disposition"]

    edited = SimpleUploadedFile("sua.docx", word.content)
    url = reverse("documents:letter_word", args=[letter.pk])
    assert operator.post(url, {"file": edited}).status_code == 302
    page = operator.get(reverse("documents:letter", args=[letter.pk])).content.decode()
    assert "Phát hành theo bản Word đã sửa" in page
    again = operator.get(reverse("documents:letter_docx", args=[letter.pk]))
    assert b"".join(again.streaming_content) == word.content
    broken = SimpleUploadedFile("sua.docx", b"PK not a document")
    assert operator.post(url, {"file": broken}).status_code == 422
    attached = SimpleUploadedFile("ghi-chu.txt", "Ghi chú".encode())
    attach = reverse("documents:letter_attach", args=[letter.pk])
    assert operator.post(attach, {"file": attached}).status_code == 302


def test_submitting_and_sending_back(world: DocumentsWorld, operator: Client) -> None:
    letter = world.draft()
    operator.post(reverse("documents:letter_submit", args=[letter.pk]))
    back = reverse("documents:letter_return", args=[letter.pk])
    assert operator.post(back, {"reason": ""}).status_code == 422
    assert operator.post(back, {"reason": "Thiếu hạn"}).status_code == 302
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT
    operator.post(reverse("documents:letter_abandon", args=[letter.pk]))
    edit = operator.get(reverse("documents:letter_edit", args=[letter.pk]), follow=True)
    assert "không sửa được nữa" in edit.content.decode()
    refused = operator.post(reverse("documents:letter_submit", args=[letter.pk]), follow=True)
    assert "đang ở trạng thái" in refused.content.decode()


def test_a_withdrawn_paper_says_why(world: DocumentsWorld, operator: Client) -> None:
    letter = world.issued()
    url = reverse("documents:letter_withdraw", args=[letter.pk])
    operator.post(url, {"reason": "Sai số liệu"})

    page = operator.get(reverse("documents:letter", args=[letter.pk])).content.decode()

    assert "Văn bản đã được thu hồi" in page
    assert "Sai số liệu" in page


def test_the_list_costs_few_queries(
    world: DocumentsWorld, operator: Client, django_assert_max_num_queries
) -> None:
    for number in range(12):
        world.issued(world.draft(f"Công văn {number}"))
    operator.get(reverse("documents:letters"))

    with django_assert_max_num_queries(24):
        operator.get(reverse("documents:letters"))


def test_exports_open_in_excel(world: DocumentsWorld, operator: Client) -> None:
    world.issued()
    register = Register.objects.get()
    for url in (
        reverse("documents:letters_export"),
        reverse("documents:register_export", args=[register.pk]),
    ):
        assert operator.get(url).content.startswith(b"PK")


def test_a_word_letter_of_a_draft_reads_back(world: DocumentsWorld) -> None:
    letter = world.draft()
    actor = world.actor(world.operator)
    paper = paper_to_write(letter_id=letter.pk, actor=actor, today=world.today)

    assert BytesIO(letter_docx(paper)).read(2) == b"PK"
    assert paper.number is None
    assert paper.superior == "UBND TỈNH SEN HỒNG"
    assert paper.place == "Sen Hồng"
