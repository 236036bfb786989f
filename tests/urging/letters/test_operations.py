"""Making urging letters, issuing them, answering them, and what is done after them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc.modules.documents.public import (
    LetterRefused,
    abandon_letter,
    issue_letter,
    paper_to_write,
    withdraw_letter,
)
from cchc.modules.plans.operations.suspend import suspend
from cchc.modules.plans.public import LateWanted, late_rows, plan_lines
from cchc.modules.urging.models import UrgedItem, UrgingLetter
from cchc.modules.urging.operations.letter_lists import write_notice
from cchc.modules.urging.operations.letters import answer_item, fulfil_items, write_letter
from cchc.modules.urging.queries.effect import effect_page
from cchc.modules.urging.queries.letter_lists import meeting_list, month_list
from cchc.modules.urging.queries.letters import (
    find_answers,
    items_of_wave,
    letters_of_task,
    to_answer,
    wave_row,
)
from cchc.modules.urging.rules.letter_refusals import LetterNotAllowed, LetterWhyNot
from cchc.officialdocs import read
from cchc.officialdocs.writing import letter_docx
from cchc.platform.access import AccessDenied, NotVisible
from cchc.platform.audit.models import Entry
from tests.urging.letters.world import FILM, LettersWorld

SOON = date(2019, 10, 25)


def answer(world: LettersWorld, item: UrgedItem, **changes: object) -> UrgedItem:
    whole: dict[str, object] = {"text": "Chờ nhà thầu", "promised_on": SOON}
    return answer_item(
        item_id=item.pk,
        **{**whole, **changes},
        actor=world.actor(world.reform_officer),
        now=world.now,
    )


def test_a_letter_is_made_of_what_is_late(world: LettersWorld) -> None:
    made = world.letter()

    items = list(made.items.order_by("position"))
    assert [item.occurrence_id for item in items] == [world.film.pk, world.review.pk]
    assert [item.late_days for item in items] == [11, 31]
    assert made.letter.addressees == ["Sở Tư pháp", "Sở Tài chính"]
    assert made.letter.signer_name == "Vũ Thị Minh"
    assert made.letter.source == f"urging.letter:{made.pk}"
    assert made.issued_on is None


def test_the_word_file_reads_back_to_the_same_items(world: LettersWorld, tmp_path: Path) -> None:
    made = world.wave()
    actor = world.actor(world.operator)
    path = tmp_path / "letter.docx"
    paper = paper_to_write(letter_id=made.letter_id, actor=actor, today=world.today)
    path.write_bytes(letter_docx(paper))

    found = read(path)

    assert found.number.value == "01/SNV-CCHC"
    assert [(t.lead[0].name, t.content.value, t.time.due) for t in found.tasks] == [
        ("Sở Tư pháp", world.film.task.content, made.finish_by),
        ("Sở Tài chính", world.review.task.content, made.finish_by),
    ]
    assert [citation.number for citation in found.basis] == ["271/KH-UBND"]


def test_what_is_near_its_deadline_can_be_urged_too(world: LettersWorld) -> None:
    actor = world.actor(world.operator)
    near = LateWanted(on=world.today, until=date(2019, 10, 22))

    rows = late_rows(near, actor=actor)

    assert [row.late_days > 0 for row in rows] == [True, False, True]
    made = write_letter(
        asked=world.asked(),
        wanted=near,
        chosen=[row.occurrence_id for row in rows],
        actor=actor,
        now=world.now,
    )
    assert made.items.count() == 3


def test_late_work_is_narrowed(world: LettersWorld) -> None:
    actor = world.actor(world.operator)

    def late(**narrowed: object) -> list[str]:
        wanted = LateWanted(on=world.today, **narrowed)  # type: ignore[arg-type]
        return [row.agency_name for row in late_rows(wanted, actor=actor)]

    assert late() == ["Sở Tư pháp", "Sở Tài chính"]
    assert late(agency_ids=frozenset({world.department.pk})) == ["Sở Tư pháp"]
    assert late(plan_ids=frozenset({world.program.pk + 1})) == []
    assert late(since=date(2019, 9, 15)) == ["Sở Tư pháp"]
    assert late(areas=frozenset({"no-such-area"})) == ["Sở Tư pháp", "Sở Tài chính"]
    assert late(with_coordinating=True) == ["Sở Tư pháp", "Sở Tài chính"]
    assert late_rows(LateWanted(on=date(2019, 9, 30)), actor=actor)[0].agency_name == (
        "Sở Tài chính"
    )
    assert plan_lines([world.program.pk])[0].number == "271/KH-UBND"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"as_of": date(2019, 10, 16)}, LetterWhyNot.AS_OF_IN_THE_FUTURE),
        ({"answer_by": date(2019, 10, 1)}, LetterWhyNot.ANSWER_IN_THE_PAST),
        ({"finish_by": date(2019, 10, 16)}, LetterWhyNot.FINISH_BEFORE_ANSWER),
    ],
)
def test_a_letter_asks_for_days_that_make_sense(
    world: LettersWorld, changes: dict[str, object], why: LetterWhyNot
) -> None:
    with pytest.raises(LetterNotAllowed) as refused:
        world.letter(**changes)

    assert refused.value.why is why


def test_a_letter_needs_tasks_that_are_late(world: LettersWorld) -> None:
    who = {"actor": world.actor(world.operator), "now": world.now}
    wanted = LateWanted(on=world.today)
    for chosen, why in (
        ([], LetterWhyNot.NOTHING_CHOSEN),
        ([world.film.pk, 0], LetterWhyNot.NO_LONGER_LATE),
        (range(601), LetterWhyNot.TOO_MANY),
    ):
        with pytest.raises(LetterNotAllowed) as refused:
            write_letter(asked=world.asked(), wanted=wanted, chosen=list(chosen), **who)
        assert refused.value.why is why
    with pytest.raises(LetterRefused):
        world.letter(signer=f"OWN:{world.stranger_head.pk}")
    assert not UrgingLetter.objects.exists()


def test_only_who_urges_makes_letters(world: LettersWorld) -> None:
    with pytest.raises(AccessDenied):
        world.letter(world.film.pk, by=world.reform_officer)


def test_an_issued_letter_reminds_and_is_told_on_the_tasks(world: LettersWorld) -> None:
    actor = world.actor(world.reform_officer)
    made = world.letter()
    assert to_answer(actor).count() == 0
    assert letters_of_task(actor, world.film.task_id, world.today) is None

    issue_letter(
        letter_id=made.letter_id,
        issued_on=world.today,
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert to_answer(actor).count() == 1
    waiting = find_answers(actor, world.today, 5)[0]
    assert waiting.action_label == "Trả lời công văn đôn đốc"
    assert waiting.due_on == made.answer_by
    section = letters_of_task(actor, world.film.task_id, world.today)
    assert section is not None
    entry = Entry.objects.get(event="urging.wave.begun")
    assert entry.data["number"] == "01/SNV-CCHC"


def test_an_agency_answers_for_itself(world: LettersWorld) -> None:
    made = world.wave()
    own = made.items.get(agency=world.department)
    foreign = made.items.get(agency=world.other_department)

    answered = answer(world, own)

    assert answered.answer_text == "Chờ nhà thầu"
    assert to_answer(world.actor(world.reform_officer)).count() == 0
    with pytest.raises(NotVisible):
        answer(world, foreign)
    with pytest.raises(AccessDenied):
        answer_item(
            item_id=own.pk,
            text="x",
            promised_on=SOON,
            actor=world.actor(world.auditor),
            now=world.now,
        )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"text": "  "}, LetterWhyNot.NO_ANSWER),
        ({"promised_on": date(2019, 10, 14)}, LetterWhyNot.PROMISED_IN_THE_PAST),
    ],
)
def test_an_answer_says_why_and_when(
    world: LettersWorld, changes: dict[str, object], why: LetterWhyNot
) -> None:
    item = world.wave().items.get(agency=world.department)

    with pytest.raises(LetterNotAllowed) as refused:
        answer(world, item, **changes)

    assert refused.value.why is why


def test_accepted_proof_fulfils_the_item(world: LettersWorld) -> None:
    made = world.wave(on=date(2019, 10, 1))
    world.finish(world.film, date(2019, 10, 14))

    item = made.items.get(agency=world.department)

    assert item.fulfilled_on == date(2019, 10, 14)
    assert wave_row(made.pk, actor=world.actor(world.operator)).done_count == 1
    with pytest.raises(LetterNotAllowed, match="NOT_OPEN"):
        answer(world, item)


def test_proof_accepted_before_the_issue_is_noted(world: LettersWorld) -> None:
    made = world.letter()
    world.finish(world.film, date(2019, 10, 14))
    UrgedItem.objects.update(fulfilled_on=None)

    issue_letter(
        letter_id=made.letter_id,
        issued_on=world.today,
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert made.items.get(agency=world.department).fulfilled_on == date(2019, 10, 14)
    assert fulfil_items(occurrence_id=world.review.pk) == 0
    page = effect_page(actor=world.actor(world.operator), today=world.today)
    assert page.item_count == 1


def test_a_letter_taken_back_reminds_nobody(world: LettersWorld) -> None:
    made = world.wave()
    who = {"actor": world.actor(world.operator), "now": world.now}

    withdraw_letter(letter_id=made.letter_id, reason="Sai số liệu", **who)

    assert to_answer(world.actor(world.reform_officer)).count() == 0
    item = made.items.get(agency=world.department)
    with pytest.raises(LetterNotAllowed, match="NOT_OPEN"):
        answer(world, item)
    abandoned = world.letter()
    abandon_letter(letter_id=abandoned.letter_id, **who)
    abandoned.refresh_from_db()
    assert abandoned.is_void


def test_who_sees_a_wave(world: LettersWorld) -> None:
    draft = world.letter()
    stranger = world.actor(world.stranger)
    with pytest.raises(NotVisible):
        items_of_wave(draft.pk, actor=stranger, today=world.today)
    with pytest.raises(NotVisible):
        wave_row(draft.pk, actor=world.actor(world.auditor))
    wave = world.wave()

    seen = items_of_wave(wave.pk, actor=stranger, today=world.today)

    assert [item.agency_name for item in seen] == ["Sở Tài chính"]
    assert len(items_of_wave(wave.pk, actor=world.actor(world.auditor), today=world.today)) == 2


def test_the_effect_is_counted_in_working_days_since_the_letter(world: LettersWorld) -> None:
    world.wave(on=date(2019, 10, 1))
    world.finish(world.film, date(2019, 10, 8))

    page = effect_page(actor=world.actor(world.operator), today=world.today)

    wave = page.waves[0]
    assert (wave.item_count, wave.done_count, wave.median) == (2, 1, 5)
    assert wave.curve[4:6] == [100.0, 50.0]
    assert wave.done_before == 0.0
    assert {row.name: row.median for row in page.agencies} == {
        "Sở Tư pháp": 5,
        "Sở Tài chính": None,
    }
    own = effect_page(actor=world.actor(world.stranger), today=world.today)
    assert own.item_count == 1
    with pytest.raises(AccessDenied):
        effect_page(actor=world.actor(world.nobody_special), today=world.today)


def test_what_was_done_before_the_letter_is_compared(world: LettersWorld) -> None:
    other = world.plan({**FILM, "time_text": "Tháng 8/2019"}, number="272/KH-UBND")
    world.finish(world.one(other, "a", world.department), date(2019, 9, 20))
    world.wave(on=date(2019, 10, 1))

    page = effect_page(actor=world.actor(world.operator), today=world.today)

    assert page.waves[0].done_before == 50.0


def test_suspended_work_is_left_out_of_the_effect(world: LettersWorld) -> None:
    world.wave(on=date(2019, 10, 1))
    suspend(
        occurrence_id=world.film.pk,
        reason="Chờ",
        actor=world.actor(world.operator),
        now=world.now,
    )

    assert effect_page(actor=world.actor(world.operator), today=world.today).item_count == 1


def test_the_monthly_notice_becomes_a_draft(world: LettersWorld) -> None:
    operator = world.actor(world.operator)
    found = month_list(year=2019, month=9, actor=operator, today=world.today)
    assert found.as_of == date(2019, 9, 30)
    assert [line.name for line in found.agencies] == ["Sở Tư pháp", "Sở Tài chính"]

    made = write_notice(
        found=found, issuer_id=world.committee.pk, signer="", actor=operator, now=world.now
    )

    assert made.subject.endswith("tháng 09 năm 2019")
    assert made.appendices[0]["groups"][0]["title"] == "Sở Tư pháp: 01 nhiệm vụ"
    with pytest.raises(AccessDenied):
        write_notice(
            found=found,
            issuer_id=world.committee.pk,
            signer="",
            actor=world.actor(world.reform_officer),
            now=world.now,
        )


def test_the_meeting_hears_the_day_before(world: LettersWorld) -> None:
    held_on = world.today + timedelta(days=1)

    found = meeting_list(held_on=held_on, actor=world.actor(world.leader), today=world.today)

    assert found.as_of == world.today
    assert len(found.rows) == 2
