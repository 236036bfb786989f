"""Writing, signing, numbering, sending and taking back papers."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import transaction

from cchc.modules.documents.hearing import may_read_letter_file
from cchc.modules.documents.models import Letter, Register, RegisterEntry
from cchc.modules.documents.operations.drafting import attach_file, edit_letter, upload_word
from cchc.modules.documents.operations.issuing import issue_letter, send_letter, withdraw_letter
from cchc.modules.documents.operations.registers import set_symbol
from cchc.modules.documents.operations.submitting import (
    abandon_letter,
    return_letter,
    submit_letter,
)
from cchc.modules.documents.queries.letter_page import letter_page, paper_to_write
from cchc.modules.documents.queries.search import find_letters
from cchc.modules.documents.rules.kinds import LetterKind, LetterState
from cchc.modules.documents.rules.lifecycle import LetterTransitionNotAllowed
from cchc.modules.documents.rules.refusals import LetterProblem, LetterRefused
from cchc.modules.documents.worklist import count_work, find_work
from cchc.officialdocs.writing import letter_docx
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.audit.models import Entry
from cchc.platform.messages.models import Notification
from cchc.platform.storage.storing import open_file
from tests.documents.world import DocumentsWorld


def said() -> list[str]:
    names = Entry.objects.filter(event__startswith="documents.").order_by("pk")
    return list(names.values_list("event", flat=True))


def test_a_paper_goes_from_draft_to_its_recipients(world: DocumentsWorld) -> None:
    letter = world.draft()
    operator = world.actor(world.operator)
    submit_letter(letter_id=letter.pk, actor=operator, now=world.now)
    assert count_work(operator, world.today) == 1
    assert find_work(operator, world.today, 5)[0].title == letter.subject

    letter = world.issued(letter)
    sent = send_letter(letter_id=letter.pk, actor=operator, now=world.now)

    assert sent.state == LetterState.SENT
    assert sent.number_text == "01/SNV-CCHC"
    assert said() == [
        "documents.letter.drafted",
        "documents.letter.submitted",
        "documents.register.opened",
        "documents.letter.issued",
        "documents.letter.sent",
    ]
    told = set(Notification.objects.values_list("to_id", flat=True))
    assert told == {world.head.pk, world.reform_officer.pk}


def test_numbers_follow_one_another_across_kinds(world: DocumentsWorld) -> None:
    first = world.issued()
    second = world.issued(world.draft(kind=LetterKind.NOTICE))
    third = world.issued()

    assert [one.number_text for one in (first, second, third)] == [
        "01/SNV-CCHC",
        "02/TB-SNV",
        "03/SNV-CCHC",
    ]


def test_each_year_begins_with_number_one(world: DocumentsWorld) -> None:
    world.issued(on=date(2018, 12, 28))
    world.issued(on=date(2018, 12, 28))

    assert world.issued(on=date(2019, 1, 4)).number_text == "01/SNV-CCHC"


def test_a_higher_number_never_carries_an_earlier_day(world: DocumentsWorld) -> None:
    world.issued(on=date(2019, 10, 10))

    with pytest.raises(LetterRefused) as refused:
        world.issued(on=date(2019, 10, 9))

    assert refused.value.problem is LetterProblem.ISSUED_BEFORE_THE_LAST
    assert refused.value.detail == "10/10/2019"


def test_a_refused_issue_uses_no_number(world: DocumentsWorld) -> None:
    world.issued(on=date(2019, 10, 10))
    with pytest.raises(LetterRefused):
        world.issued(on=date(2019, 10, 9))
    with pytest.raises(LetterRefused, match="ISSUED_IN_THE_FUTURE"):
        world.issued(on=world.today + timedelta(days=1))

    assert world.issued().number_text == "02/SNV-CCHC"


@pytest.mark.parametrize(
    ("missing", "problem"),
    [
        ({"blocks": ()}, LetterProblem.NO_TEXT),
        ({"addressees": ()}, LetterProblem.NO_ADDRESSEE),
        ({"signer": ""}, LetterProblem.NO_SIGNER),
    ],
)
def test_an_incomplete_paper_is_neither_submitted_nor_issued(
    world: DocumentsWorld, missing: dict[str, object], problem: LetterProblem
) -> None:
    letter = world.draft(**missing)

    for act in (
        lambda: submit_letter(
            letter_id=letter.pk, actor=world.actor(world.operator), now=world.now
        ),
        lambda: world.issued(letter),
    ):
        with pytest.raises(LetterRefused) as refused:
            act()
        assert refused.value.problem is problem


def test_a_notice_needs_no_addressee(world: DocumentsWorld) -> None:
    letter = world.draft(kind=LetterKind.NOTICE, addressees=())

    assert world.issued(letter).number_text == "01/TB-SNV"


def test_only_who_may_sign_is_chosen(world: DocumentsWorld) -> None:
    with pytest.raises(LetterRefused, match="UNKNOWN_SIGNER"):
        world.draft(signer=f"OWN:{world.stranger_head.pk}")
    with pytest.raises(LetterRefused, match="NO_SUBJECT"):
        world.draft(subject="  ")


def test_two_people_do_not_overwrite_one_another(world: DocumentsWorld) -> None:
    letter = world.draft()
    who = {"actor": world.actor(world.operator), "now": world.now}
    edit_letter(letter_id=letter.pk, version=1, text=world.text("Bản thứ hai"), **who)

    with pytest.raises(LetterRefused, match="CHANGED_MEANWHILE"):
        edit_letter(letter_id=letter.pk, version=1, text=world.text("Bản khác"), **who)

    letter.refresh_from_db()
    assert (letter.subject, letter.version) == ("Bản thứ hai", 2)


def test_an_issued_paper_is_changed_no_more(world: DocumentsWorld) -> None:
    letter = world.issued()
    who = {"actor": world.actor(world.operator), "now": world.now}

    with pytest.raises(LetterRefused, match="NOT_EDITABLE"):
        edit_letter(letter_id=letter.pk, version=1, text=world.text(), **who)
    with pytest.raises(LetterRefused, match="NOT_EDITABLE"):
        attach_file(letter_id=letter.pk, content=BytesIO(b"x"), name="a.txt", **who)
    with pytest.raises(LetterRefused, match="NOT_EDITABLE"):
        upload_word(letter_id=letter.pk, content=BytesIO(b"x"), name="a.docx", **who)
    with pytest.raises(LetterTransitionNotAllowed):
        abandon_letter(letter_id=letter.pk, **who)


def test_a_draft_comes_back_with_a_reason_or_is_given_up(world: DocumentsWorld) -> None:
    letter = world.draft()
    who = {"actor": world.actor(world.operator), "now": world.now}
    submit_letter(letter_id=letter.pk, **who)

    with pytest.raises(LetterRefused, match="NO_REASON"):
        return_letter(letter_id=letter.pk, reason=" ", **who)
    assert return_letter(letter_id=letter.pk, reason="Thiếu hạn", **who).state == LetterState.DRAFT
    assert abandon_letter(letter_id=letter.pk, **who).state == LetterState.ABANDONED
    with pytest.raises(LetterTransitionNotAllowed):
        world.issued(letter)


def test_a_withdrawn_paper_keeps_its_number(world: DocumentsWorld) -> None:
    letter = world.sent()
    actor = world.actor(world.operator)
    with pytest.raises(LetterRefused, match="NO_REASON"):
        withdraw_letter(letter_id=letter.pk, reason="", actor=actor, now=world.now)

    gone = withdraw_letter(letter_id=letter.pk, reason="Sai số liệu", actor=actor, now=world.now)

    assert (gone.state, gone.number_text) == (LetterState.WITHDRAWN, "01/SNV-CCHC")
    assert world.issued().number_text == "02/SNV-CCHC"


def test_an_edited_word_file_is_what_is_issued(world: DocumentsWorld) -> None:
    letter = world.draft()
    actor = world.actor(world.operator)
    paper = paper_to_write(letter_id=letter.pk, actor=actor, today=world.today)
    who = {"actor": actor, "now": world.now}
    upload_word(
        letter_id=letter.pk, content=BytesIO(letter_docx(paper)), name="ban-sua.docx", **who
    )

    issued = world.issued(letter)

    assert issued.word_file is not None
    assert issued.word_file.version == 2
    assert may_read_letter_file(actor, issued.word_file)
    with open_file(issued.word_file) as file:
        assert b"PK" in file.read(4)
    page = letter_page(letter_id=letter.pk, actor=actor, today=world.today)
    assert page.blocks[0].text.startswith("Căn cứ Kế hoạch")


def test_editing_in_the_browser_sets_the_word_file_aside(world: DocumentsWorld) -> None:
    letter = world.draft()
    actor = world.actor(world.operator)
    who = {"actor": actor, "now": world.now}
    content = letter_docx(paper_to_write(letter_id=letter.pk, actor=actor, today=world.today))
    for _ in range(2):
        upload_word(letter_id=letter.pk, content=BytesIO(content), name="a.docx", **who)

    letter = edit_letter(letter_id=letter.pk, version=3, text=world.text(), **who)

    assert letter.word_file is None
    with pytest.raises(LetterRefused, match="NOT_A_WORD_FILE"):
        upload_word(letter_id=letter.pk, content=BytesIO(b"no"), name="a.docx", **who)


def test_an_attachment_is_read_by_who_reads_the_paper(world: DocumentsWorld) -> None:
    letter = world.draft()
    file = attach_file(
        letter_id=letter.pk,
        content=BytesIO(b"noi dung"),
        name="phu-luc.txt",
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert may_read_letter_file(world.actor(world.operator), file)
    assert not may_read_letter_file(world.actor(world.stranger), file)


def test_who_sees_a_paper(world: DocumentsWorld) -> None:
    def seeing() -> set[str]:
        people = (world.operator, world.auditor, world.reform_officer, world.stranger)
        return {
            person.username
            for person in people
            if Letter.objects.visible_to(world.actor(person)).filter(pk=letter.pk).exists()
        }

    letter = world.draft()
    assert seeing() == {"hoalt"}
    world.issued(letter)
    assert seeing() == {"hoalt", "thanhdm"}
    send_letter(letter_id=letter.pk, actor=world.actor(world.operator), now=world.now)
    assert seeing() == {"hoalt", "thanhdm", "antv"}


def test_each_act_asks_for_its_right(world: DocumentsWorld) -> None:
    letter = world.sent()
    receiver, auditor = world.actor(world.reform_officer), world.actor(world.auditor)

    with pytest.raises(AccessDenied):
        world.draft(by=world.reform_officer)
    with pytest.raises(AccessDenied):
        withdraw_letter(letter_id=letter.pk, reason="x", actor=receiver, now=world.now)
    with pytest.raises(NotVisible):
        withdraw_letter(
            letter_id=letter.pk, reason="x", actor=world.actor(world.stranger), now=world.now
        )
    with pytest.raises(AccessDenied):
        set_symbol(
            register_id=Register.objects.get().pk,
            kind=LetterKind.LETTER,
            symbol="SNV",
            since=world.today,
            actor=auditor,
            now=world.now,
        )


def test_papers_are_found_without_marks(world: DocumentsWorld) -> None:
    world.issued()
    world.draft("Bản nháp khác")
    actor = world.actor(world.operator)

    assert [hit.title for hit in find_letters(actor, "don doc 01/snv", 5)] == [
        "Đôn đốc thực hiện nhiệm vụ"
    ]
    assert find_letters(actor, "nhap", 5)[0].detail == "Công văn · dự thảo"
    assert find_letters(world.actor(world.stranger), "don doc", 5) == []


def test_a_failure_leaves_no_number(world: DocumentsWorld) -> None:
    letter = world.draft()

    class Interrupted(Exception):
        pass

    with pytest.raises(Interrupted), transaction.atomic():
        issue_letter(
            letter_id=letter.pk,
            issued_on=world.today,
            actor=world.actor(world.operator),
            now=world.now,
        )
        raise Interrupted

    assert RegisterEntry.objects.count() == 0
    assert world.issued(letter).number_text == "01/SNV-CCHC"
